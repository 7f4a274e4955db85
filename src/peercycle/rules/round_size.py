"""A round's number of authorities contradicts the rows of the authorities.

How many are challenged in each round is said in `rounds`, and who they are in the rows. Tasks for those not yet named are
counted from the first, so it must agree with the second.

Wrong::

    december: {title: December round, when: December 2017, authorities: 1}

Right::

    december: {title: December round, when: December 2017, authorities: 2}

What is compared
    A round may not have more rows than its number, nor fewer once every authority has its round. While some are still to
    be confirmed, the numbers of all rounds together must make the number of authorities.

See also: unassigned-authority
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.cycle import Cycle
from peercycle.rules.examined import Examined
from peercycle.schedule.cast import known
from peercycle.schedule.wording import counted, listed

ID = "round-size"
SEVERITY: Severity = "error"
_SHOWN = 3


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each round with too many or too few rows, or one for numbers that do not add up."""
    cycle = examined.cycle
    rows: dict[str, list[str]] = {key: [] for key in cycle.rounds}
    certain = examined.everyone_read
    for key, row in cycle.authorities.items():
        round_ = known(row.round)
        if round_ in rows:
            rows[round_].append(key)
        else:
            certain = False
    faults = [fault for key in rows if (fault := _of_round(cycle, key, rows[key], certain=certain))]
    yield from faults
    if not faults and examined.everyone_read and not certain:
        yield from _sum(cycle)


def _of_round(cycle: Cycle, key: str, rows: list[str], *, certain: bool) -> Fault | None:
    wanted = cycle.rounds[key].authorities
    if wanted is None or len(rows) == wanted or (len(rows) < wanted and not certain):
        return None
    only = "" if len(rows) > wanted else "only "
    names = listed(cycle.authorities[row].name for row in rows) if rows else "none"
    return Fault(
        f"the round {key} is for {counted(wanted, cycle.words.authority)}, and {only}{len(rows)} "
        f"{'is' if len(rows) == 1 else 'are'} in it",
        Mark(("rounds", key, "authorities")),
        f"By their rows: {names}. Write authorities: {len(rows)}, or change the round of a row.",
        tuple(Mark(("authorities", row, "round"), "one too many") for row in rows[wanted:][:_SHOWN]),
    )


def _sum(cycle: Cycle) -> Iterator[Fault]:
    numbers = {key: held.authorities for key, held in cycle.rounds.items() if held.authorities is not None}
    total, held = sum(numbers.values()), len(cycle.authorities)
    if not numbers or len(numbers) < len(cycle.rounds) or total == held:
        return
    first, *others = numbers
    makes = (
        f"{listed(str(number) for number in numbers.values())} make {total}"
        if others
        else f"{total} in the only round"
    )
    yield Fault(
        f"{makes}, and the file has {counted(held, cycle.words.authority)}",
        Mark(("rounds", first, "authorities")),
        "Correct the numbers, or the rows of the authorities.",
        (
            *(Mark(("rounds", key, "authorities"), "and here") for key in others),
            Mark(("authorities",), f"{counted(held, 'row')} here", on="key"),
        ),
    )
