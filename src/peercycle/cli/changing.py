"""What the commands that change the cycle file share: tried first, then file and log together, then what moves with it."""

import sys
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from peercycle.cli.asking import Asked, now
from peercycle.cli.ending import Ending
from peercycle.cli.recording import recorder, text
from peercycle.cli.screen import put, width
from peercycle.progress.record import Change, Record
from peercycle.reading.splicing import Setting
from peercycle.workspace.opening import Opened


class Done(NamedTuple):
    """A change that is on disk: how things stood before and stand now, the changes, and the records of them."""

    before: Asked
    after: Asked
    changes: tuple[Change, ...]
    kept: tuple[Record, ...]


def carry_out(
    asked: Asked, settings: Sequence[Setting], records: Sequence[Record], by: str | None, note: str | None
) -> Done:
    """Set values in the cycle file, with one record each of whom they concern; ends with 1 or 2, nothing changed.

    A record that does not say itself what changed for whom it concerns holds all the values set.
    """
    from peercycle.progress.append import new_ids
    from peercycle.progress.wire import Malformed, written
    from peercycle.reading.splicing import Unfit
    from peercycle.workspace.changing import Refused, tried
    from peercycle.workspace.changing import put as put_in_place
    from peercycle.workspace.files import FileTrouble

    every = tuple(change_of(asked, setting) for setting in settings)
    for change in every:
        if not change.now.replace("\n", " ").isprintable():
            what = change.place.rpartition("/")[2]
            raise Ending(2, f"the {what} holds a character that is not printed, which no cycle file may hold")
    ids = new_ids(asked.on, len(records), {record.id for record in asked.log.records})
    at, who, why = now(asked.on), recorder(by), text("--note", note)
    kept = [
        record._replace(id=id_, at=at, by=who, note=why, changes=record.changes or every)
        for record, id_ in zip(records, ids, strict=True)
    ]
    try:
        after = tried(asked.opened, asked.on, settings)
        put_in_place(asked.opened, after, [written(record) for record in kept])
    except Refused as refused:
        _refuse(refused.opened)
    except (Unfit, FileTrouble) as trouble:
        raise Ending(2, str(trouble)) from None
    except Malformed as malformed:
        raise Ending(2, malformed.message, f"Nothing was changed. {malformed.hint}".rstrip()) from None
    _warn(asked, after)
    assert after.plan is not None  # noqa: S101 - `tried` refuses a file without one
    log = asked.log._replace(records=(*asked.log.records, *kept))
    changes = tuple(dict.fromkeys(change for record in kept for change in record.changes))
    if set(changes) == set(every):
        changes = every  # in the order in which they were set
    return Done(asked, asked._replace(plan=after.plan, opened=after, log=log), changes, tuple(kept))


def change_of(asked: Asked, setting: Setting) -> Change:
    """Return what setting a value changes, in the texts of the file."""
    from peercycle.reading.quoting import flow

    held: object = asked.data
    for step in setting.place:
        held = held.get(step) if isinstance(held, dict) else None
    was = flow(held) if isinstance(held, dict) else "" if held is None else str(held)
    new = setting.value if isinstance(setting.value, str) else flow(setting.value)
    return Change("/".join(setting.place), was, new)


def _refuse(opened: Opened) -> NoReturn:
    from peercycle.cli.reporting import text_report

    errors = [found for found in opened.diagnostics if found.severity == "error"]
    put(text_report(errors, {str(opened.path): opened.reading.text}), sys.stderr)
    number = f"{len(errors)} error{'' if len(errors) == 1 else 's'}"
    raise Ending(1, f"with this change {opened.path} would have {number}; nothing was changed")


def _warn(asked: Asked, after: Opened) -> None:
    from peercycle.cli.reporting import text_report
    from peercycle.workspace.changing import warnings

    if new := warnings(asked.opened, after, asked.on):
        put(text_report(new, {str(after.path): after.reading.text}, width(sys.stderr)), sys.stderr)
