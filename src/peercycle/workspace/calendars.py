"""Calendars made: for everyone and for each that asks, every entry with the revision it has come to."""

from collections.abc import Iterator, Sequence

from peercycle.documents.edition import Edition
from peercycle.documents.glossary import provenance
from peercycle.documents.wording import cycle_label
from peercycle.exports.ics import Dated, calendar
from peercycle.schedule.attendance import asked
from peercycle.schedule.diary import Entry, diary, name_of
from peercycle.workspace.rendering import Made, file_part
from peercycle.workspace.revisions import UNNAMED, Revisions


def calendars(edition: Edition, revisions: Revisions, readers: Sequence[str]) -> Iterator[Made]:
    """Yield the calendar of each reader, those too in which nothing stands; the revisions are brought up to date, not kept yet."""
    _meetings_up_to_date(edition, revisions)
    note = " ".join(filter(None, (edition.cycle.handling, provenance(edition))))
    for reader in readers:
        dated = [_dated(edition, revisions, entry, reader) for entry in diary(edition.plan, reader)]
        names = {f"{each.entry.key} {reader}" for each in dated}
        own = [name for name in revisions.held if name.endswith(f" {reader}")]
        revisions.ended((name for name in own if name not in names), edition.on)
        whose = name_of(edition.plan, reader)
        title = f"Peer challenge {cycle_label(edition.cycle.cycle)}: {whose}"
        stem = file_part(f"{edition.cycle.cycle} calendar {reader}")
        content = calendar(title, note, dated)
        yield Made(f"{stem}.ics", content, title=f"Calendar: {whose}", vacant="" if dated else whose)


def _meetings_up_to_date(edition: Edition, revisions: Revisions) -> None:
    """Bring the revisions of all meetings up to date: a meeting has one, whoever's calendar it stands in."""
    meetings = {entry.key: entry for entry in diary(edition.plan) if entry.meeting}
    held = {meeting.id: meeting for meeting in edition.plan.meetings}
    for name, entry in meetings.items():
        who = asked(edition.plan, held[name]) or (UNNAMED,)
        revisions.published(name, entry, edition.on, who)
    known = [name for name in revisions.held if " " not in name]
    revisions.ended((name for name in known if name not in meetings), edition.on)


def _dated(edition: Edition, revisions: Revisions, entry: Entry, reader: str) -> Dated:
    name = entry.key if entry.meeting else f"{entry.key} {reader}"
    held = revisions.held[name] if entry.meeting else revisions.published(name, entry, edition.on)
    return Dated(entry, uid(edition, name), held.sequence, held.on)


def uid(edition: Edition, name: str) -> str:
    """Return the lasting id of an entry: the same for the life of a meeting, whatever becomes of its day."""
    plain = name.replace("/", ".").replace(" ", "--")
    return f"{plain}.{edition.cycle.cycle}@{file_part(edition.cycle.region)}.peercycle"
