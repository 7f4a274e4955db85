"""Calendars as iCalendar files: whole days with exclusive ends, hours in Europe/London, the same each time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vText
from icalendar.parser import Contentline, Parameters

from peercycle.documents.escaping import clean
from peercycle.schedule.diary import Entry

PRODUCER: Final = "-//peercycle//peercycle//EN"
ZONE: Final = "Europe/London"
_NO_ID: Final = b"\r\nUID:\r\n"
"""Where the id of an event is put in, which alone differs from one calendar to another."""
_LONDON: Final = ZoneInfo(ZONE)
_MORNING: Final = time(9)
_TIMEZONE: Final = (
    "BEGIN:VTIMEZONE", f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT", "DTSTART:19700329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZNAME:BST",
    "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
    "BEGIN:STANDARD", "DTSTART:19701025T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZNAME:GMT",
    "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
    "END:VTIMEZONE", "",
)  # fmt: skip
"""Fixed, since Outlook reads a rule and no list of days, and what icalendar would write ends at some year."""


News = Literal["changed", "cancelled", "withdrawn"]
"""What a message tells: that a meeting changed, that it is no longer held, that somebody is no longer asked to it."""


class Dated(NamedTuple):
    """An entry as it is published: with its lasting id, how often it was changed, and on which day last."""

    entry: Entry
    uid: str
    sequence: int
    changed: date


class Invited(NamedTuple):
    """Who invites to a meeting and who is asked, each by name and address."""

    organizer: tuple[str, str]
    attendees: tuple[tuple[str, str], ...]


def calendar(name: str, note: str, dated: Sequence[Dated]) -> bytes:
    """Return a file to import or to subscribe to.

    One in which nothing stands publishes no event, and has the time zone as the one component that a calendar must have.
    """
    held = _calendar("PUBLISH" if dated else "", name, note)
    return _whole(held, [_published(each) for each in dated])


def invitation(dated: Dated, invited: Invited, news: News) -> bytes:
    """Return a file that asks people to put a changed meeting into their diaries, or to take it out."""
    event = _event(dated, cancelled=news == "cancelled")
    if news == "withdrawn":  # the meeting itself stands (RFC 5546, section 3.2.5)
        del event["status"]
    event.add("organizer", _address(*invited.organizer))
    for each in invited.attendees:
        event.add("attendee", _address(*each))
    return _whole(_calendar("REQUEST" if news == "changed" else "CANCEL", "", ""), [event.to_ical()])


def _calendar(method: str, name: str, note: str) -> Calendar:
    held = Calendar()
    held.add("prodid", PRODUCER)
    held.add("version", "2.0")
    held.add("calscale", "GREGORIAN")
    for key, value in (("method", method), ("x-wr-calname", name), ("x-wr-caldesc", note)):
        if value:
            held.add(key, vText(clean(value)))
    return held


def _whole(held: Calendar, events: Iterable[bytes]) -> bytes:
    """Return a calendar with its events; the time zone stands in it where hours do, or nothing else."""
    found = b"".join(events)
    zone = "\r\n".join(_TIMEZONE).encode() if not found or f"TZID={ZONE}".encode() in found else b""
    end = b"END:VCALENDAR\r\n"
    return bytes(held.to_ical()).removesuffix(end) + zone + found + end


def _published(dated: Dated) -> bytes:
    """Return an event with its id and its reminder; what else it says, many calendars share."""
    entry = dated.entry
    shown = entry._replace(key="", remind=None, perhaps=(), elsewhere=())
    known = Contentline.from_parts("UID", Parameters(), vText(dated.uid)).to_ical()
    event = _plain(dated._replace(entry=shown, uid="")).replace(_NO_ID, b"\r\n" + known + b"\r\n", 1)
    if entry.remind is None:
        return event
    end = b"END:VEVENT\r\n"
    return event.removesuffix(end) + _alarm(entry.title, _before(entry, entry.remind)) + end


@lru_cache(maxsize=4096)
def _plain(dated: Dated) -> bytes:
    return bytes(_event(dated).to_ical())


def _event(dated: Dated, *, cancelled: bool = False) -> Event:
    entry = dated.entry
    event = Event()
    event.add("uid", dated.uid)
    changed = datetime.combine(dated.changed, time(), UTC)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", dated.sequence)
    _when(event, entry)
    event.add("summary", clean(entry.title))
    if entry.where:
        event.add("location", clean(entry.where))
    if entry.notes:
        event.add("description", "\n".join(map(clean, entry.notes)))
    event.add("status", "CANCELLED" if cancelled else "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.meeting else "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", _busy(entry))
    return event


def _busy(entry: Entry) -> str:
    return "FREE" if not entry.meeting else "TENTATIVE" if entry.tentative else "BUSY"


def _when(event: Event, entry: Entry) -> None:
    """Say when it is: from hour to hour where both are known, else whole days, of which the last is not counted."""
    if entry.start is None:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
        return
    event.add("dtstart", datetime.combine(entry.first, entry.start, _LONDON))
    if entry.end is not None:
        midnight = entry.end == time()  # an end at midnight is that of the last day
        event.add("dtend", datetime.combine(entry.last + timedelta(days=midnight), entry.end, _LONDON))


def _before(entry: Entry, remind: date) -> timedelta:
    """Return how long before an entry begins nine in the morning of another day is."""
    begins = datetime.combine(entry.first, entry.start or time())
    return datetime.combine(remind, _MORNING) - begins


@lru_cache(maxsize=4096)
def _alarm(title: str, before: timedelta) -> bytes:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(title))
    alarm.add("trigger", before)
    return bytes(alarm.to_ical())


def _address(name: str, address: str) -> vCalAddress:
    held = vCalAddress(f"mailto:{address}")
    if name:
        held.params["CN"] = vText(clean(name))
    return held
