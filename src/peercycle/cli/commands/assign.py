"""`peercycle assign`: put an authority in a group or a round."""

from typing import TYPE_CHECKING, Annotated

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.recording import ByOption, NoteOption
from peercycle.cli.screen import put, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peercycle.model.cycle import Cycle
    from peercycle.progress.record import Change
    from peercycle.reading.splicing import Setting

EXAMPLES = """\b
Examples:
  peercycle assign aldersyke --round december --note 'Agreed with the Director'
  peercycle assign aldersyke pellbridge --round december
  peercycle assign aldersyke --round TBC"""


def assign(
    ctx: typer.Context,
    authorities: Annotated[
        list[str], typer.Argument(metavar="AUTHORITY ...", help="The authorities, by id or by name.")
    ],
    group: Annotated[
        str | None, typer.Option("--group", metavar="ID", help="The group they are in, or TBC.")
    ] = None,
    round_: Annotated[
        str | None, typer.Option("--round", metavar="ID", help="The round they are challenged in, or TBC.")
    ] = None,
    note: NoteOption = None,
    by: ByOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Put authorities in a group or a round: the cycle file changes in that one place, and the log says why."""
    from peercycle.cli.changing import carry_out
    from peercycle.cli.screens.changed import changed_lines
    from peercycle.progress.record import Record
    from peercycle.schedule.assigning import assignments
    from peercycle.schedule.choosing import meant
    from peercycle.schedule.wording import listed

    asked = ask(ctx, cycle, on)
    held = asked.plan.cycle
    if group is None and round_ is None:
        raise Ending(
            2, "neither --group nor --round is given", "As in: peercycle assign bolton --round december"
        )
    kind = held.words.authority
    whose = [_one(meant(asked.plan, word), word, list(held.authorities), kind) for word in authorities]
    to_group = _value(group, list(held.groups), held.words.group, "--group")
    to_round = _value(round_, list(held.rounds), "round", "--round")
    settings = assignments(held, asked.data, list(dict.fromkeys(whose)), to_group, to_round)
    moved = [key for key in dict.fromkeys(whose) if any(s.place[1] == key for s in settings)]
    if not moved:
        put([[("That is what the file says already; nothing was changed.", "")]])
        return 0
    records = [
        Record("", "", "", "moved", asked.on, authority=key, changes=_changes(asked, settings, key))
        for key in moved
    ]
    done = carry_out(asked, settings, records, by, note)
    names = listed([held.authorities[key].name for key in moved])
    keys = [key for key, to in (("group", to_group), ("round", to_round)) if to]
    put(changed_lines(done, f"Assigned {names}", _back(held, moved, keys), width()))
    return 0


def _changes(asked: Asked, settings: "Sequence[Setting]", authority: str) -> "tuple[Change, ...]":
    """Return what changes in the file for one authority: its own row, and the numbers of the rounds that go with it."""
    from peercycle.cli.changing import change_of

    theirs = (
        setting for setting in settings if setting.place[0] == "rounds" or setting.place[1] == authority
    )
    return tuple(change_of(asked, setting) for setting in theirs)


def _back(cycle: "Cycle", moved: list[str], keys: list[str]) -> list[str]:
    """Return the command that puts authorities back where they were, none where they come from different places."""
    words = []
    for key in keys:
        old = {getattr(cycle.authorities[authority], key) or "TBC" for authority in moved}
        if len(old) > 1:
            return []
        words += [f"--{key}", *old]
    return ["peercycle", "assign", *moved, *words]


def _one(key: str, written: str, known: list[str], kind: str) -> str:
    from peercycle.schedule.choosing import nearest

    if key in known:
        return key
    raise Ending(2, f"no {kind} is called '{written}'", nearest_or(nearest(written, known)))


def _value(written: str | None, known: list[str], kind: str, option: str) -> str | None:
    if written is None or written.strip().upper() == "TBC":
        return written and "TBC"
    if not known:
        raise Ending(2, f"{option}: this cycle has no {kind}s")
    return _one(written.strip().lower(), written, known, kind)
