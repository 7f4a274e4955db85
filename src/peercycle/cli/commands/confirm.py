"""`peercycle confirm`: a meeting's day, hours, place or room, or an action's deadline, becomes known or is moved."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from peercycle.cli.asking import Asked, CycleOption, OnOption, ask
from peercycle.cli.ending import Ending, nearest_or
from peercycle.cli.recording import ByOption, NoteOption, text
from peercycle.cli.screen import put, width
from peercycle.model.when import long_date

if TYPE_CHECKING:
    from peercycle.progress.record import Record, What
    from peercycle.schedule.plan import Meeting

EXAMPLES = """\b
Examples:
  peercycle confirm forum/december/cluster-coast --room "The Boat House"
  peercycle confirm conversation/quillmere --date "25 February 2027" --time 2pm
  peercycle confirm network-february --date TBC --note "The hall is not free"
  peercycle confirm comment-on-notes --date "15 working days after send-notes"
  peercycle confirm forum/january --time '10am to 5pm'"""


_NAMED: "Final[dict[What, str]]" = {"confirmed": "Confirmed", "moved": "Changed", "postponed": "Put off"}


def confirm(
    ctx: typer.Context,
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT",
            help="An event, or one of its meetings or rounds by id; or an action, for its deadline.",
        ),
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="Its day; TBC puts the meeting off.")
    ] = None,
    time: Annotated[str | None, typer.Option("--time", metavar="HOURS", help="As in 9:30am to 4pm.")] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="TEXT", help="The town or building.")
    ] = None,
    room: Annotated[str | None, typer.Option("--room", metavar="TEXT", help="The building or room.")] = None,
    note: NoteOption = None,
    by: ByOption = None,
    cycle: CycleOption = None,
    on: OnOption = None,
) -> int:
    """Write a meeting's day, hours, place or room, or an action's deadline, into the cycle file; the log keeps the old one."""
    asked = ask(ctx, cycle, on)
    given = _given((date, time, place, room))
    return _confirm(asked, " ".join(event.split()).rstrip("/").lower(), given, by, note)


def _given(values: tuple[str | None, ...]) -> dict[str, str]:
    """Return what is given, by its key in the file; a day as the file writes it."""
    from peercycle.schedule.confirming import KEYS, written_date

    given = {
        key: text(f"--{key}", value) for key, value in zip(KEYS, values, strict=True) if value is not None
    }
    if empty := [key for key, value in given.items() if not value]:
        raise Ending(2, f"--{empty[0]} is empty", f"Where it is not known, write: --{empty[0]} TBC")
    if not given:
        raise Ending(2, "nothing is given to confirm", "As in: peercycle confirm forum --place Manchester")
    return given | ({"date": written_date(given["date"])} if "date" in given else {})


def _confirm(asked: Asked, key: str, given: dict[str, str], by: str | None, note: str | None) -> int:
    from peercycle.cli.changing import carry_out
    from peercycle.cli.screens.changed import changed_lines
    from peercycle.schedule.confirming import Inseparable, confirmations

    if "date" in given:
        _expect_date(asked, key.partition("/")[0], given["date"])
    held = asked.plan.meetings_of(key.partition("/")[0])
    meetings = [meeting for meeting in held if meeting.id == key or meeting.id.startswith(f"{key}/")]
    if key in asked.plan.actions and list(given) == ["date"]:
        return _deadline(asked, key, given["date"], by, note)
    if not meetings:
        raise _no_meeting(asked, key)
    try:
        settings = confirmations(asked.plan, asked.data, meetings, given)
    except Inseparable as trouble:
        where = "".join(asked.where((asked.plan.place(meetings[0].event),)))
        raise Ending(2, str(trouble), f"Change it in its place: {where}") from None
    if not settings:
        put([[("That is what the file says already; nothing was changed.", "")]])
        return 0
    records = _records(asked, meetings, given)
    done = carry_out(asked, settings, records, by, note)
    kinds = {record.what for record in records}
    named = _NAMED[kinds.pop()] if len(kinds) == 1 else "Changed"
    put(changed_lines(done, f"{named} {key}", _back(asked, key, meetings, given), width()))
    return 0


def _expect_date(asked: Asked, event: str, written: str) -> None:
    """End with 2 for words that are no date and no deadline; what is only misspelt is left for the file to judge."""
    from peercycle.model.due import read_due
    from peercycle.model.phrase import Misread
    from peercycle.schedule.choosing import known, nearest

    try:
        due = read_due(written, asked.plan.cycle.region_words, deadline=False)
    except Misread as misread:
        if misread.rule != "malformed-deadline":
            return
    else:
        ref = due.anchor.ref if due.anchor and due.relation == "on" else ""
        ids = known(asked.plan)
        if not ref or " " in written or ref in (*ids, *asked.plan.cycle.phases) or nearest(ref, ids):
            return
    meetings = (*asked.plan.meetings_of(event), *asked.plan.meetings)
    day = next((meeting.date.day for meeting in meetings if meeting.date.day), asked.on)
    advice = f"Write one as in: --date '{long_date(day)}', or --date '{day:%B %Y}'. TBC puts a meeting off."
    raise Ending(2, f"--date: '{written}' is no date", advice)


def _records(asked: Asked, meetings: "list[Meeting]", given: dict[str, str]) -> "list[Record]":
    """Return a record for each meeting for which anything changes; ends with 2 where one that was held is put off."""
    from peercycle.progress.record import Change, Record
    from peercycle.schedule.confirming import given_to, kind_of

    records = []
    for meeting in meetings:
        if changes := given_to(asked.plan, asked.data, meeting, given):
            what = kind_of(changes)
            if what == "postponed" and meeting.id in asked.progress.held:
                held = f"{meeting.id} is recorded as held: it cannot be put off"
                raise Ending(2, held, "peercycle history shows the record.")
            place, rest = asked.plan.place(meeting.event), meeting.id.split("/")[1:]
            values = (Change("/".join((*place, key, *rest)), was, now) for key, was, now in changes)
            records.append(Record("", "", "", what, asked.on, event=meeting.id, changes=tuple(values)))
    return records


def _deadline(asked: Asked, action: str, due: str, by: str | None, note: str | None) -> int:
    """Set an action's one deadline; ends with 2 where the file has a grid of them."""
    from peercycle.cli.changing import carry_out
    from peercycle.cli.screens.changed import changed_lines
    from peercycle.progress.record import Record
    from peercycle.reading.splicing import Setting
    from peercycle.schedule.confirming import Given, kind_of, text_at

    place = asked.plan.place(action, "due")
    was = text_at(asked.data, place)
    if was is None:
        where = "".join(asked.where((place,)))
        raise Ending(
            2, f"{action} has several deadlines", f"Change the one that is meant in its place: {where}"
        )
    if was == due:
        put([[("That is what the file says already; nothing was changed.", "")]])
        return 0
    what = kind_of([Given("due", was, due)])
    record = Record("", "", "", what, asked.on, action=action)
    done = carry_out(asked, [Setting(place, due)], [record], by, note)
    put(
        changed_lines(
            done, f"{_NAMED[what]} {action}", ["peercycle", "confirm", action, "--date", was], width()
        )
    )
    return 0


def _no_meeting(asked: Asked, key: str) -> Ending:
    from peercycle.schedule.choosing import nearest

    ids = list(dict.fromkeys((*asked.plan.events, *(meeting.id for meeting in asked.plan.meetings))))
    first = key.partition("/")[0]
    if first in asked.plan.actions:
        advice = f"Its deadline alone can be confirmed: peercycle confirm {first} --date DEADLINE"
        return Ending(2, f"{first} is an action, not a meeting", advice)
    return Ending(2, f"this cycle has no meeting called '{key}'", nearest_or(nearest(key, ids)))


def _back(asked: Asked, event: str, meetings: "list[Meeting]", given: dict[str, str]) -> list[str]:
    """Return the command that gives meetings their old values back, none where they had none or different ones."""
    from peercycle.schedule.confirming import value_of

    old = {key: {value_of(asked.plan, asked.data, meeting, key) for meeting in meetings} for key in given}
    if any(len(values) > 1 or None in values for values in old.values()):
        return []
    parts = [part for key, values in old.items() for part in (f"--{key}", next(iter(values)) or "")]
    return ["peercycle", "confirm", event, *parts]
