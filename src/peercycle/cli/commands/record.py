"""`peercycle record`: something was sent, signed, done or held."""

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending
from peercycle.cli.recording import (
    ByOption,
    DateOption,
    NoteOption,
    RefOption,
    after,
    happened,
    keep,
    text,
)
from peercycle.cli.screen import put, width

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Day  # noqa: N812 - an option is called date

    from peercycle.schedule.drafting import Happened
    from peercycle.schedule.plan import Meeting, Task

EXAMPLES = """\b
Examples:
  peercycle record submit-self-view orrinshaw --sent --signed lead-member
  peercycle record return-mou juniper-bay tarnwick --signed chief-executive
  peercycle record issue-questions all --sent --date "26 November 2026"
  peercycle record forum/december/cluster-coast --held"""

WHATS = ("sent", "held", "done")


class Words(NamedTuple):
    """What the command line says: of what and whose, what happened ("" where it is not said), who signed, and when."""

    key: str
    whose: list[str]
    what: str
    signed: list[str]
    date: "Day"
    note: str
    ref: str


def record(
    ctx: typer.Context,
    action: Annotated[
        str | None,
        typer.Argument(metavar="ACTION", help="An action, an event, or one task or meeting by its id."),
    ] = None,
    authorities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[AUTHORITY ...]",
            help="Whose: authorities, a group or a round for all of theirs, or all.",
        ),
    ] = None,
    sent: Annotated[bool, typer.Option("--sent", help="It was sent.")] = False,
    signed: Annotated[
        list[str] | None, typer.Option("--signed", metavar="ROLE", help="This role signed; may be repeated.")
    ] = None,
    held: Annotated[bool, typer.Option("--held", help="The meeting was held.")] = False,
    done: Annotated[
        bool, typer.Option("--done", help="It is done, whatever signatures are missing.")
    ] = False,
    date: DateOption = None,
    by: ByOption = None,
    note: NoteOption = None,
    ref: RefOption = None,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="ID", help="Take back what was recorded under this id.")
    ] = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write down that something was sent, signed, done or held, and show what that changes."""
    asked = ask(ctx, cycle, on)
    said = [name for name, given in zip(WHATS, (sent, held, done), strict=True) if given]
    if undo is not None:
        if action or authorities or said or signed or date:
            raise Ending(2, "--undo stands alone", "Write: peercycle record --undo ID")
        return _undo(asked, undo, by, text("--note", note))
    if action is None:
        raise Ending(2, "ACTION is missing", "As in: peercycle record submit-self-view bolton --sent")
    if len(said) > 1:
        raise Ending(
            2, f"--{said[0]} and --{said[1]} cannot both be said in one record", "Nothing was recorded."
        )
    key = " ".join(action.split()).rstrip("/").lower()
    texts = (text("--note", note), text("--ref", ref))
    words = Words(
        key, authorities or [], said[0] if said else "", signed or [], happened(asked, date), *texts
    )
    return _record(asked, words, by)


def _record(asked: Asked, words: Words, by: str | None) -> int:
    from peercycle.cli.screens.recorded import recorded_lines
    from peercycle.schedule.drafting import drafts, remarks
    from peercycle.schedule.recording import Unrecordable

    before = asked.status
    try:
        happenings = _meant(asked, words)
    except Unrecordable as refused:
        nobody = f"Nothing was recorded{' for any of them' if len(words.whose) > 1 else ''}."
        raise Ending(2, refused.message, " ".join(filter(None, (_end(refused.advice), nobody)))) from None
    records = [record for about, happening in happenings for record in drafts(about, happening)]
    said = {about.id: list(remarks(before, about, happening)) for about, happening in happenings}
    kept = keep(asked, records, by)
    put(recorded_lines(before, after(asked, kept).status, happenings, said, kept, width()))
    return 0


def _end(sentence: str) -> str:
    return sentence if not sentence or sentence.endswith(".") else f"{sentence}."


def _meant(asked: Asked, words: Words) -> "Sequence[tuple[Task | Meeting, Happened]]":
    """Return each task or meeting meant, with what happened to it; raises Unrecordable."""
    from peercycle.schedule.drafting import Happened
    from peercycle.schedule.recording import Unrecordable, is_event, meetings_meant, signatory, tasks_meant

    plan, key, what, texts = asked.status.plan, words.key, words.what, (words.note, words.ref)
    if is_event(plan, key):
        if what not in ("", "held") or words.signed:
            raise Unrecordable(f"{key} is a meeting: it can only be held", "Write --held.")
        meetings = meetings_meant(plan, key, words.whose)
        return [(meeting, Happened("held", words.date, (), *texts)) for meeting in meetings]
    if what == "held":
        raise Unrecordable(
            f"{key} is no meeting: it cannot be held", "Write --sent, --signed ROLE or --done."
        )
    found = []
    for task in tasks_meant(plan, key, words.whose):
        roles = tuple(dict.fromkeys(signatory(plan, task, word) for word in words.signed))
        found.append((task, Happened(_what(asked, task, what, roles), words.date, roles, *texts)))
    return found


def _what(
    asked: Asked, task: "Task", what: str, roles: tuple[str, ...]
) -> 'Literal["sent", "signed", "done"]':
    from peercycle.schedule import names
    from peercycle.schedule.recording import Unrecordable
    from peercycle.schedule.wording import listed

    if what in ("sent", "done"):
        return "sent" if what == "sent" else "done"
    if roles:
        return "signed"
    steps = asked.plan.action(task).sign_off
    if not steps:
        return "done"
    whose = listed([f"the {names.signatory(asked.plan.cycle, role)}" for step in steps for role in step])
    raise Unrecordable(
        f"{task.action} is signed by {whose}: say what happened",
        "Write --sent, --signed ROLE, both, or --done to settle it as it is.",
    )


def _undo(asked: Asked, key: str, by: str | None, note: str) -> int:
    from peercycle.cli.screens.recorded import undone_lines
    from peercycle.progress.undoing import NotUndone, undoing

    try:
        taken_back = undoing(asked.log.records, key.strip().lower())
    except NotUndone as refused:
        raise Ending(2, refused.message, refused.advice) from None
    records = [record._replace(note=note) for _, record in taken_back]
    kept = keep(asked, records, by)
    put(undone_lines(asked.status, after(asked, kept).status, [old for old, _ in taken_back], width()))
    return 0
