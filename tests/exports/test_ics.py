"""Calendar files parsed back by two other libraries: the instants, the days, and that no text breaks out of its line."""

import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]

from peercycle.documents.escaping import clean
from peercycle.exports.ics import Dated, Invited, News, calendar, invitation
from peercycle.schedule.diary import Entry
from tests.hostile import PAYLOADS

ROOT = Path(__file__).parents[2]
ICAL_JS = ROOT / "node_modules" / "ical.js" / "dist" / "ical.es5.cjs"
PROGRAM = """
const ICAL = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
const whole = new ICAL.Component(ICAL.parse(text));
for (const zone of whole.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = whole.getAllSubcomponents("vevent").map(each => {
  const event = new ICAL.Event(each);
  const told = time => time.isDate ? time.toString() : time.toJSDate().toISOString();
  return {uid: event.uid, summary: event.summary, start: told(event.startDate), end: told(event.endDate),
          location: event.location, description: event.description, sequence: event.sequence,
          alarms: each.getAllSubcomponents("valarm").length};
});
console.log(JSON.stringify({method: whole.getFirstPropertyValue("method"), events: events}));
"""
DAY = date(2026, 12, 8)
FORUM = Entry(
    "forum", "Forum", DAY, DAY, time(9, 30), time(16), "Mill Hall", meeting=True, notes=("One.", "Two; three")
)


def dated(*entries: Entry, sequence: int = 0) -> list[Dated]:
    """Return entries as published on one day."""
    return [Dated(entry, f"{entry.key}@x.peercycle", sequence, date(2026, 11, 23)) for entry in entries]


def published(*entries: Entry) -> bytes:
    """Return a calendar of entries."""
    return calendar("Name", "Note", dated(*entries))


def by_vobject(raw: bytes) -> list[Any]:
    """Return the events of a calendar as vobject reads them."""
    return list(vobject.readOne(raw.decode()).contents.get("vevent", []))


def by_ical_js(raw: bytes) -> dict[str, Any]:
    """Return a calendar as ical.js reads it."""
    node = shutil.which("node")
    if not ICAL_JS.exists() or node is None:
        pytest.skip("needs node and ical.js in node_modules, where .ci/run puts it")
    done = subprocess.run([node, "-e", PROGRAM, str(ICAL_JS)], input=raw, capture_output=True, check=True)
    return dict(json.loads(done.stdout))


INSTANTS = [
    (date(2026, 12, 8), time(9, 30), time(16), "2026-12-08T09:30Z", "2026-12-08T16:00Z"),
    (date(2027, 6, 15), time(9, 30), time(16), "2027-06-15T08:30Z", "2027-06-15T15:00Z"),
    (date(2029, 1, 17), time(13), time(14), "2029-01-17T13:00Z", "2029-01-17T14:00Z"),
    (date(2029, 7, 18), time(13), time(14), "2029-07-18T12:00Z", "2029-07-18T13:00Z"),
    (date(2027, 3, 27), time(18), time(0), "2027-03-27T18:00Z", "2027-03-28T00:00Z"),
    (date(2027, 3, 28), time(18), None, "2027-03-28T17:00Z", "2027-03-28T17:00Z"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "start", "end", "begins", "ends"), INSTANTS)
def test_hours_are_those_of_london_to_others_too(
    day: date, start: time, end: time | None, begins: str, ends: str
) -> None:
    raw = published(Entry("x", "X", day, day, start, end, meeting=True))
    wanted = [datetime.fromisoformat(moment) for moment in (begins, ends)]
    (event,) = by_vobject(raw)
    read = [event.dtstart.value, event.dtend.value if end else event.dtstart.value]
    assert [moment.astimezone(UTC) for moment in read] == wanted
    (other,) = by_ical_js(raw)["events"]
    assert [datetime.fromisoformat(other[key]) for key in ("start", "end")] == wanted


def test_a_meeting_until_midnight_ends_with_its_last_day() -> None:
    raw = published(Entry("x", "X", date(2027, 1, 11), date(2027, 1, 13), time(18), time(0), meeting=True))
    (event,) = by_vobject(raw)
    assert event.dtend.value.astimezone(UTC) == datetime(2027, 1, 14, tzinfo=UTC)
    assert by_ical_js(raw)["events"][0]["end"] == "2027-01-14T00:00:00.000Z"


@pytest.mark.parametrize("length", [0, 2])
def test_whole_days_end_before_their_end(length: int) -> None:
    last = DAY + timedelta(days=length)
    raw = published(Entry("x", "X", DAY, last))
    (event,) = by_vobject(raw)
    assert (event.dtstart.value, event.dtend.value) == (DAY, last + timedelta(days=1))
    (other,) = by_ical_js(raw)["events"]
    assert (other["start"], other["end"]) == ("2026-12-08", (last + timedelta(days=1)).isoformat())
    assert b"VTIMEZONE" not in raw


def test_everything_of_an_entry_is_read_back() -> None:
    entry = FORUM._replace(remind=date(2026, 12, 4), where="The Hall; Weir Lane, Wharrowdale")
    raw = published(entry)
    read = by_ical_js(raw)
    assert read == {
        "method": "PUBLISH",
        "events": [
            {
                "uid": "forum@x.peercycle", "summary": "Forum", "start": "2026-12-08T09:30:00.000Z",
                "end": "2026-12-08T16:00:00.000Z", "location": "The Hall; Weir Lane, Wharrowdale",
                "description": "One.\nTwo; three", "sequence": 0, "alarms": 1,
            }
        ],
    }  # fmt: skip
    (event,) = by_vobject(raw)
    assert (event.status.value, event.transp.value, event.dtstamp.value) == (
        "CONFIRMED", "OPAQUE", datetime(2026, 11, 23, tzinfo=UTC),
    )  # fmt: skip
    assert event.valarm.trigger.value == datetime(2026, 12, 4, 9) - datetime(2026, 12, 8, 9, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("entry", "status", "transparent", "busy"),
    [
        (FORUM, "CONFIRMED", "OPAQUE", "BUSY"),
        (FORUM._replace(tentative=True), "TENTATIVE", "OPAQUE", "TENTATIVE"),
        (FORUM._replace(meeting=False), "CONFIRMED", "TRANSPARENT", "FREE"),
    ],
)
def test_deadlines_keep_nobody_busy_and_open_days_are_tentative(
    entry: Entry, status: str, transparent: str, busy: str
) -> None:
    (event,) = by_vobject(published(entry))
    found = (event.status.value, event.transp.value, event.contents["x-microsoft-cdo-busystatus"][0].value)
    assert found == (status, transparent, busy)


@pytest.mark.parametrize(
    ("news", "method", "status"),
    [
        ("changed", "REQUEST", ["CONFIRMED"]),
        ("cancelled", "CANCEL", ["CANCELLED"]),
        ("withdrawn", "CANCEL", []),
    ],
)
def test_a_changed_meeting_is_one_message(news: News, method: str, status: list[str]) -> None:
    invited = Invited(("The, coordinator", "c@a.example"), (("", "d@b.example"), ("Director", "e@b.example")))
    raw = invitation(dated(FORUM._replace(remind=DAY), sequence=3)[0], invited, news)
    read = by_ical_js(raw)
    assert (read["method"], [event["sequence"] for event in read["events"]]) == (method, [3])
    (event,) = by_vobject(raw)
    assert [each.value for each in event.contents.get("status", ())] == status
    assert event.organizer.value == "mailto:c@a.example"
    assert event.organizer.params["CN"] == ["The, coordinator"]
    assert [each.value for each in event.contents["attendee"]] == ["mailto:d@b.example", "mailto:e@b.example"]
    assert "valarm" not in event.contents


def test_lines_are_folded_and_end_as_they_have_to() -> None:
    raw = published(FORUM._replace(title="é" * 100))
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert all(b"\n" not in each and len(each) <= 75 for each in lines)
    assert by_vobject(raw)[0].summary.value == "é" * 100


def test_the_zone_is_a_rule_without_an_end() -> None:
    zone = re.search(rb"BEGIN:VTIMEZONE.*END:VTIMEZONE", published(FORUM), re.DOTALL)
    assert zone
    assert zone[0].decode().split("\r\n") == [
        "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:DAYLIGHT", "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZNAME:BST", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19701025T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZNAME:GMT",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip


def test_a_calendar_in_which_nothing_stands_has_the_one_component_it_must_have() -> None:
    raw = published()
    (part,) = icalendar.Calendar.from_ical(raw).subcomponents
    assert part.name == "VTIMEZONE"
    assert b"METHOD:" not in raw  # to publish is to publish an event
    assert by_ical_js(raw) == {"method": None, "events": []}


@pytest.mark.parametrize("payload", PAYLOADS, ids=[each[:16] for each in PAYLOADS])
def test_no_text_breaks_out_of_its_line(payload: str) -> None:
    entry = FORUM._replace(title=payload, where=payload, notes=(payload, payload), remind=DAY)
    raw = calendar(payload, payload, dated(entry))
    plain = published(FORUM._replace(remind=DAY))
    assert names(raw) == names(plain)
    (event,) = by_vobject(raw)
    said = clean(payload)
    assert (event.summary.value, event.location.value) == (said, said)
    assert event.description.value == f"{said}\n{said}"
    invited = Invited((payload, "c@a.example"), ((payload, "d@b.example"),))
    message = invitation(dated(entry)[0], invited, "changed")
    assert [each for each in names(message) if each in ("ORGANIZER", "ATTENDEE", "ATTACH")] == [
        "ATTENDEE",
        "ORGANIZER",
    ]


def test_every_text_is_read_back_by_another_library_too() -> None:
    entries = [
        FORUM._replace(key=str(number), title=payload, where=payload, notes=(payload,), remind=DAY)
        for number, payload in enumerate(PAYLOADS)
    ]
    raw = calendar("Name", "Note", dated(*entries))
    read = [(each["summary"], each["location"], each["description"]) for each in by_ical_js(raw)["events"]]
    assert read == [(clean(payload),) * 3 for payload in PAYLOADS]
    assert {event.valarm.action.value for event in by_vobject(raw)} == {"DISPLAY"}


def names(raw: bytes) -> list[str]:
    """Return the name of each line of a calendar, folded lines joined."""
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    return [re.split("[:;]", line)[0] for line in lines if line]
