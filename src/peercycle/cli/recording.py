"""What all commands that write down share: who writes, when it happened, and putting records at the end of the log."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Final

import typer

from peercycle.cli.asking import Asked, now, one_day
from peercycle.cli.ending import Ending
from peercycle.model.when import long_date
from peercycle.progress.record import Record
from peercycle.progress.wire import LONGEST_TEXT

ByOption = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="WHO", help="Who writes it down [default: PEERCYCLE_BY, git's user.name, the login]."
    ),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="When it happened [default: the day of --on].")
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="What else is worth keeping, such as the reason.")
]
RefOption = Annotated[
    str | None, typer.Option("--ref", metavar="TEXT", help="Where it is: a file, a link, an email's subject.")
]
_LONGEST_NAME: Final = 200


def recorder(by: str | None) -> str:
    """Return who writes: the one named, else $PEERCYCLE_BY, git's user.name or the login; ends with 2 for no name."""
    if by is not None:
        return _name("--by", by)
    if given := os.environ.get("PEERCYCLE_BY"):
        return _name("PEERCYCLE_BY", given)
    return _name("the login", _git_name() or _login())


def _name(where: str, given: str) -> str:
    name = text(where, given)
    if not name:
        raise Ending(2, f"{where} names nobody", "Say who writes it down: --by 'the coordinator'")
    if len(name) > _LONGEST_NAME:
        raise Ending(2, f"{where} has {len(name):,} characters; a name has at most {_LONGEST_NAME}")
    return name


def _git_name() -> str:
    """Return git's user.name, "" where there is no git or no name."""
    try:
        asked = ["git", "config", "user.name"]  # the git on the path is the person's own
        found = subprocess.run(asked, capture_output=True, check=False, timeout=5)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.decode("utf-8", errors="replace").strip()


def _login() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError, ImportError):
        return ""


def text(option: str, given: str | None) -> str:
    """Return a text as it is stored, "" for none; ends with 2 for one that no log can keep."""
    kept = (given or "").strip()
    if len(kept) > LONGEST_TEXT:
        raise Ending(
            2,
            f"{option} has {len(kept):,} characters; a text has at most {LONGEST_TEXT:,}",
            "Nothing was recorded. Keep the long text in a file, and name it with --ref.",
        )
    try:
        kept.encode()
    except UnicodeEncodeError:
        raise Ending(
            2,
            f"{option} holds a character that is not whole, which no file can keep",
            "Nothing was recorded. Type the text anew, or save it as UTF-8.",
        ) from None
    return kept


def happened(asked: Asked, given: str | None) -> date:
    """Return the day of --date, that of --on without it; ends with 2 for one before the cycle or still to come."""
    day = asked.on if given is None else one_day("--date", given)
    if day > asked.on:
        raise Ending(
            2,
            f"--date: {long_date(day)} is still to come: the day asked about is {long_date(asked.on)}",
            "Nothing was recorded. What is planned stands in the cycle file; record it once it has happened.",
        )
    runs = asked.plan.cycle.runs
    if runs.earliest and day < runs.earliest:
        raise Ending(
            2,
            f"--date: {long_date(day)} is before the cycle {asked.plan.cycle.cycle} begins ({runs.words})",
            "Nothing was recorded. Is the year right, and the cycle (-c)?",
        )
    return day


def keep(asked: Asked, records: Sequence[Record], by: str | None) -> list[Record]:
    """Put records at the end of the log and return them with their ids; ends with 2 where they cannot be.

    Those without an id get one, all from one command the same but for a number.
    """
    from peercycle.progress.append import NotWritten, append, new_ids
    from peercycle.progress.wire import Malformed, written
    from peercycle.workspace.logs import log_of

    taken = {record.id for record in asked.log.records}
    ids = new_ids(asked.on, len(records), taken)
    at, who = now(asked.on), recorder(by)
    kept = [record._replace(id=id_, at=at, by=who) for record, id_ in zip(records, ids, strict=True)]
    try:
        append(log_of(asked.opened.path), [written(record) for record in kept])
    except Malformed as malformed:
        raise Ending(2, malformed.message, f"Nothing was recorded. {malformed.hint}".rstrip()) from None
    except NotWritten as trouble:
        raise Ending(2, str(trouble)) from None
    return kept


def after(asked: Asked, kept: Iterable[Record]) -> Asked:
    """Return what was asked about with further records in its log."""
    return asked._replace(log=asked.log._replace(records=(*asked.log.records, *kept)))


def shared_id(kept: Sequence[Record]) -> str:
    """Return the id by which all records of one command are taken back."""
    return kept[0].id if len(kept) == 1 else kept[0].id.rpartition("-")[0]
