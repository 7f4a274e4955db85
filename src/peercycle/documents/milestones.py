"""The programme's own lines: each meeting and each action once, whoever it repeats for, in the order of their days."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from peercycle.documents.action_row import action_row
from peercycle.documents.edition import Edition
from peercycle.documents.entries import Row
from peercycle.documents.meeting_row import meeting_row
from peercycle.documents.ordering import Placed, in_order, leaned_on
from peercycle.documents.wording import Wording
from peercycle.schedule.deadline import UNKNOWN
from peercycle.schedule.plan import Meeting, cell
from peercycle.schedule.subject import Subject

if TYPE_CHECKING:
    from peercycle.model.due import Due

THAT_DAY: Final = "That day"
AS_ABOVE: Final = "As above"
SHORT: Final = 40
"""The most letters of a deadline that is said again in the next row."""


class Milestone(NamedTuple):
    """A line to be worded once its place is known, since a name is spelt out where it first stands."""

    placed: Placed
    word: Callable[[Wording], Row]


def _any(_: Placed) -> bool:
    return True


def milestones(
    edition: Edition, phases: Iterable[str], words: Wording, keep: Callable[[Placed], bool] = _any
) -> list[Row]:
    """Return the lines of these phases in the order of their days, those that `keep` says."""
    found = [line for phase in phases for line in _lines(edition, phase) if keep(line.placed)]
    order = in_order([line.placed._replace(row={"line": at}) for at, line in enumerate(found)])
    return [found[row["line"]].word(words) for row in order]


def _lines(edition: Edition, phase: str) -> Iterator[Milestone]:
    held = edition.cycle.phases[phase]
    for key in held.events:
        yield from _event(edition, key)
    for key in held.actions:
        if key in edition.actions:
            yield _action(edition, key)


def together(rows: Sequence[Row]) -> list[Row]:
    """Return rows with work of one day and one owner in one row, and no day said at length twice running."""
    found: list[Row] = []
    day, above = "", ""
    for row in rows:
        last = found[-1] if found else None
        works = last and not row["lead"] and not last["lead"]
        if last and works and (above, last["who"]) == (row["when"], row["who"]):
            last["what"] += f". {row['what']}"
            continue
        again = works and above == row["when"] and len(above) > SHORT
        on_day = bool(day) and row["when"] == f"On {day}"
        day = row["when"].partition(",")[0] if row["lead"] else day if on_day else ""
        above = row["when"]
        found.append(row | {"when": THAT_DAY if on_day else AS_ABOVE if again else above})
    return found


def _event(edition: Edition, key: str) -> Iterator[Milestone]:
    """Yield a meeting's lines: one, or one for each round in which it is held."""
    rounds = _by_round(edition, key)
    first = next(iter(rounds.items()), (None, []))
    for round_, held in rounds.items():
        due: Due | None = cell(edition.plan.event(held[0]).date, held[0].subject)
        after = leaned_on(edition.plan, due, Subject()) if due else ()
        ends = [meeting.date.latest for meeting in held]
        days = held[0].date._replace(latest=max(filter(None, ends)) if all(ends) else None)
        placed = Placed(days, {}, tuple(meeting.id for meeting in held), after)
        yield Milestone(placed, partial(meeting_row, edition, (round_, held), first))


def _by_round(edition: Edition, key: str) -> dict[str | None, list[Meeting]]:
    """Return the meetings of an event by round, in the order of their days; those of authorities are all one line."""
    found: dict[str | None, list[Meeting]] = {}
    for meeting in edition.plan.meetings_of(key):
        round_ = None if meeting.subject.authority else meeting.subject.round
        found.setdefault(round_, []).append(meeting)
    return {
        round_: sorted(held, key=lambda meeting: meeting.date.day or date.max)
        for round_, held in found.items()
    }


def _action(edition: Edition, key: str) -> Milestone:
    tasks = edition.plan.tasks_of(key)
    dues = [due for _, due in edition.actions[key].due.leaves()]
    after = tuple(ident for due in dues for ident in leaned_on(edition.plan, due, Subject()))
    first = min((task.due for task in tasks), key=lambda due: due.first or date.max, default=UNKNOWN)
    placed = Placed(first, {}, tuple(task.id for task in tasks), after)
    return Milestone(placed, partial(action_row, edition, edition.actions[key]))
