"""The sentences that open a checklist: the one question that unlocks the rest, or what comes next."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from peercycle.documents.edition import Edition
from peercycle.documents.meetings_of_authority import Attended, attended, name_of, part_in
from peercycle.documents.wording import Wording, capital, days, number
from peercycle.model.when import long_date
from peercycle.schedule.deadline import TO_BE_CONFIRMED
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import listed


class Passed(NamedTuple):
    """How many dates have gone by: of the authority's own tasks, those that wait for others, and what should have come."""

    own: int
    waiting: int
    owed: int


def opening(edition: Edition, authority: str, passed: Passed, words: Wording) -> dict[str, str]:
    """Return what the reader should not miss: `first` in bold, and `then` what makes it plain."""
    ahead = [
        m for m in edition.plan.meetings if _turn_at(m) and m.date.latest and m.date.latest >= edition.on
    ]
    subject = edition.plan.cast.authorities[authority]
    unknown = (edition.cycle.groups and not subject.group) or (edition.cycle.rounds and not subject.round)
    possible = [m for m in ahead if m.subject.agrees(subject._replace(authority=None))]
    if unknown and len(possible) > 1:
        then = (_leading(edition, authority, words), _meanwhile(edition, possible, words))
        return {"first": _ask(edition, authority, words), "then": " ".join(filter(None, then))}
    return {"first": _next(edition, authority, words), "then": _passed(edition, passed)}


def _turn_at(meeting: Meeting) -> bool:
    return bool((meeting.subject.group or meeting.subject.round) and not meeting.subject.authority)


def _ask(edition: Edition, authority: str, words: Wording) -> str:
    subject = edition.plan.cast.authorities[authority]
    name = edition.cycle.authorities[authority].name
    asked = []
    led = _led(edition, authority, words)
    if edition.cycle.groups and not subject.group and not led:
        asked.append(f"which {edition.cycle.words.group} {name} is in")
    if edition.cycle.rounds and not subject.round:
        rounds = [words.round(key) for key in edition.cycle.rounds]
        asked.append(f"in which round {name} is challenged: {' or '.join(rounds)}")
    if led and not asked:
        asked.append(f"whether {name} is also challenged in {led}, which it leads")
    whom = words.the(edition.team) if edition.team else "whoever keeps the programme"
    return f"First, ask {whom} {', and '.join(asked)}."


def _led(edition: Edition, authority: str, words: Wording) -> str:
    """Return the groups that an authority leads."""
    groups = edition.cycle.groups.items()
    return listed([words.group(key) for key, group in groups if group.lead == authority])


def _leading(edition: Edition, authority: str, words: Wording) -> str:
    """Return what a lead authority that stands in no group yet is told, "" for any other."""
    subject = edition.plan.cast.authorities[authority]
    led = _led(edition, authority, words)
    if not led or subject.group or (edition.cycle.rounds and subject.round):
        return ""
    name = edition.cycle.authorities[authority].name
    return f"{name} leads {led}; whether it is also challenged there is {TO_BE_CONFIRMED}."


def _meanwhile(edition: Edition, possible: list[Meeting], words: Wording) -> str:
    """Return when the authority's own meeting can be, round by round, and what to do about it until that is known."""
    title = words.inside(edition.plan.event(possible[0]).title)
    choices = []
    for round_, held in groupby(possible, key=lambda meeting: meeting.subject.round):
        meetings = list(held)
        text = days([m.date.day for m in meetings if m.date.day]) or TO_BE_CONFIRMED
        unsure = (
            f" ({TO_BE_CONFIRMED})" if text != TO_BE_CONFIRMED and all(m.date.tbc for m in meetings) else ""
        )
        condition = (
            f" if you are challenged in {words.round(round_)}"
            if round_ and len(edition.cycle.rounds) > 1
            else ""
        )
        choices.append(f"{text}{unsure}{condition}")
    first = min((m.date.day for m in possible if m.date.day), default=None)
    return f"Your own {title} is on {', or on '.join(choices)}.{_keep_free(edition, first, len(possible))}"


def _keep_free(edition: Edition, first: date | None, count: int) -> str:
    if first is None:
        return ""
    away = edition.plan.calendar.count(edition.on, first)
    when = (
        "today" if first == edition.on else f"{number(away)} working day{'' if away == 1 else 's'} from today"
    )
    return f" The first of these days is {when}. Until you know, keep all {number(count)} free."


def _next(edition: Edition, authority: str, words: Wording) -> str:
    coming = [
        (meeting.date.day, going)
        for going in attended(edition.plan, authority)
        for meeting in going.meetings
        if meeting.date.day and meeting.date.day >= edition.on and not edition.status.settled(meeting)
    ]
    if not coming:
        return "No meeting with a day lies ahead."
    day, going = min(coming, key=lambda pair: pair[0])
    return f"Next: {_named(edition, going, authority, words)}, {long_date(day)}.{_part(edition, going, authority)}"


def _named(edition: Edition, going: Attended, authority: str, words: Wording) -> str:
    return words.inside(name_of(edition, going, authority, words))


def _part(edition: Edition, going: Attended, authority: str) -> str:
    said = part_in(edition, going, authority)
    return f" {said}." if said else ""


def _passed(edition: Edition, passed: Passed) -> str:
    """Return how many dates have gone by: with a log, what the authority's own record lacks is overdue."""
    if edition.status.progress.records:
        parts = [
            *_things(passed.own, "is", "are", "overdue"),
            *_things(passed.waiting, "waits", "wait", "for somebody else"),
            *_things(passed.owed, "should", "should", "have come to you"),
        ]
        return f"{capital(listed(parts))}: see below." if parts else ""
    count = sum(passed)
    if not count:
        return ""
    if count == 1:
        return "One date has passed with nothing recorded: see below."
    return f"{capital(number(count))} dates have passed with nothing recorded: see below."


def _things(count: int, one: str, several: str, rest: str) -> Iterator[str]:
    """Yield what is true of a number of things, nothing of none: "two things are overdue"."""
    if count:
        yield f"one thing {one} {rest}" if count == 1 else f"{number(count)} things {several} {rest}"
