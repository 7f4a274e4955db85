"""What deadlines lean on: the days of every meeting and task, worked out from those they name (format, section 4)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from peercycle.model.due import Due
from peercycle.model.working_days import WorkingDays
from peercycle.schedule.cast import Cast
from peercycle.schedule.deadline import (
    UNKNOWN,
    Deadline,
    after,
    before,
    beginning,
    either,
    ending,
    extreme,
    moved,
    of_day,
    of_when,
    on,
    spread,
    unsettled,
)
from peercycle.schedule.outlines import Outline, Outlines
from peercycle.schedule.settling import settle
from peercycle.schedule.subject import Subject

_Key = tuple[bool, str | None, str | None]

NONE = Outline("", "", "", Subject(), Subject(), None, ())
"""No meeting or task at all, which has no day."""


class _Register:
    """The outlines of one event or action, found by whom they are for."""

    def __init__(self, outlines: Sequence[Outline], cast: Cast) -> None:
        self.all = tuple(outlines)
        self._rounds = frozenset(cast.cycle.rounds)
        self._authorities = frozenset(cast.authorities)
        self._without_round = frozenset(key for key, row in cast.authorities.items() if row.round is None)
        self._positions: dict[tuple[str, str | None], list[int]] = {}
        self._beginning: dict[str, list[Outline]] = {}
        own: dict[str, list[Outline]] = {}
        for position, outline in enumerate(outlines):
            if outline.subject.authority:
                own.setdefault(outline.subject.authority, []).append(outline)
            for part in (("group", outline.subject.group), ("round", outline.subject.round)):
                self._positions.setdefault(part, []).append(position)
            for prefix in accumulate(outline.id.split("/"), "{}/{}".format):
                self._beginning.setdefault(prefix, []).append(outline)
        self._by_authority = {key: tuple(held) for key, held in own.items()}
        self._found: dict[_Key, tuple[Outline, ...]] = {}
        self._under: dict[tuple[str, str | None, str], tuple[Outline, ...]] = {}

    def agreeing(self, subject: Subject) -> tuple[Outline, ...]:
        """Return what is a subject's own, or all that may be."""
        if subject.authority and (own := self._by_authority.get(subject.authority)):
            return own
        key = (subject.authority is None, subject.group, subject.round)
        if key not in self._found:
            anyone = subject._replace(authority=None)
            found = tuple(
                outline
                for outline in self._near(subject)
                if outline.subject.agrees(anyone) and None in (subject.authority, outline.subject.authority)
            )
            missing = self._may_miss(found) if subject.authority else self._may_be_elsewhere(found, subject)
            self._found[key] = (*found, NONE) if missing else found
        return self._found[key]

    def _near(self, subject: Subject) -> Sequence[Outline]:
        """Return what may agree with a subject by its group, or by its round where that is less to look through."""
        parts = [part for part in (("group", subject.group), ("round", subject.round)) if part[1]]
        if not parts:
            return self.all
        choices: list[list[int]] = [
            [*self._positions.get((kind, None), ()), *self._positions.get((kind, key), ())]
            for kind, key in parts
        ]
        fewest = min(choices, key=len)
        return [self.all[position] for position in sorted(fewest)]

    def _may_miss(self, found: tuple[Outline, ...]) -> bool:
        """Whether lines for authorities not yet named leave it open if one of them is a certain authority's."""
        whose = [outline.subject for outline in found]
        if not whose or not all(subject.unnamed for subject in whose):
            return False
        places = sum(subject.count or 0 for subject in whose)
        everyone = places >= len(self._without_round.difference(self._by_authority))
        every_round = self._rounds <= {subject.round for subject in whose}
        return any(subject.group for subject in whose) or not (everyone or every_round)

    def _may_be_elsewhere(self, found: tuple[Outline, ...], subject: Subject) -> bool:
        """Whether all that a group or round may lean on is of some authorities that may belong to another."""
        if (
            not found
            or not (subject.group or subject.round)
            or self._authorities <= self._by_authority.keys()
        ):
            return False
        whose = [outline.subject for outline in found]
        return all(
            held.authority
            and (subject.group not in (None, held.group) or subject.round not in (None, held.round))
            for held in whose
        )

    def under(self, event: str, group: str | None, round_: str = "") -> tuple[Outline, ...]:
        """Return the meetings whose ids begin with `event`, or else all that may be a group's; in one round, or any."""
        key = (event, group, round_)
        if key not in self._under:
            self._under[key] = tuple(
                outline
                for outline in (self._beginning.get(event, ()) if event else self.all)
                if (event or group in (None, outline.subject.group or group))
                and round_ in ("", outline.subject.round)
            )
        return self._under[key]


class Leaning:
    """Works out the days of meetings and tasks, each once; `loops` are the ids of deadlines that lean in a circle.

    `happened` are the days on which tasks were done and meetings held, by id: what comes after them counts from there.
    `agreed` are the days agreed for meetings outside the file, by id.
    """

    def __init__(
        self,
        outlines: Outlines,
        calendar: WorkingDays,
        happened: Mapping[str, date],
        agreed: Mapping[str, date],
    ) -> None:
        self.outlines = outlines
        self.calendar = calendar
        self.happened = happened
        self.loops: list[tuple[str, ...]] = []
        self._days: dict[str, Deadline] = {key: of_day(day) for key, day in agreed.items()}
        self._registers: dict[str, _Register] = {}
        self._worked_out: dict[tuple[int, int], Deadline] = {}
        self._kept: list[object] = []

    def of(self, outline: Outline) -> Deadline:
        """Return the days a meeting can be held or a task can be due."""
        if outline.id not in self._days:
            if all(self._settled(due, subject, outline.event) for due, subject in outline.dues):
                self._days[outline.id] = self._conclude(outline)
            else:
                settle(outline, self._days, self._leads_to, self._conclude, self._looped)
        return self._days[outline.id]

    def resolve(self, due: Due, subject: Subject, event: str | None = None) -> Deadline:
        """Return the days a deadline of the file means for one subject."""
        targets = self._targets(due, subject, event)
        for outline in targets:
            self.of(outline)
        return self._resolve(due, targets)

    def _leads_to(self, outline: Outline) -> Iterable[Outline]:
        for due, subject in outline.dues:
            yield from self._targets(due, subject, outline.event)

    def _settled(self, due: Due, subject: Subject, event: str | None) -> bool:
        """Whether all that a deadline leans on has its days; where it was resolved before, nothing is gone through."""
        targets = self._targets(due, subject, event)
        return (id(due), id(targets)) in self._worked_out or all(t.id in self._days for t in targets)

    def _conclude(self, outline: Outline) -> Deadline:
        options = [
            self._resolve(due, self._targets(due, subject, outline.event)) for due, subject in outline.dues
        ]
        return options[0] if len(options) == 1 else either(options)

    def _looped(self, circle: list[Outline]) -> None:
        """Keep a circle of ids, from the one that stands first in the file and back to it; each circle once."""
        ids = tuple(dict.fromkeys(outline.of for outline in circle))
        if any(set(ids) == set(known) for known in self.loops):
            return
        order = list(dict.fromkeys((*self.outlines.events, *self.outlines.actions)))
        start = ids.index(min(ids, key=order.index))
        self.loops.append((*ids[start:], *ids[: start + 1]))

    def _register(self, key: str) -> _Register:
        if key not in self._registers:
            in_actions = key in self.outlines.actions
            found = self.outlines.tasks(key) if in_actions else self.outlines.meetings(key)
            self._registers[key] = _Register(found, self.outlines.cast)
        return self._registers[key]

    def _targets(self, due: Due, subject: Subject, event: str | None) -> tuple[Outline, ...]:
        """Return the meetings or tasks a deadline leans on for a subject, whose meeting is `event` if it has one."""
        if due.with_action or due.anchor is None:
            if due.each:
                return self._register(due.each).under(event or "", subject.group)
            return self._likely(due.with_action, subject, event)
        anchor = due.anchor
        if anchor.which in ("first", "last"):
            return self._register(anchor.ref).under("", None, anchor.round)
        if event and event.partition("/")[0] == anchor.ref:
            return self._register(anchor.ref).under(event, subject.group)
        return self._likely(anchor.ref, subject, event)

    def _likely(self, key: str, subject: Subject, event: str | None) -> tuple[Outline, ...]:
        """Return what of an event or action is a subject's own, for the same meeting where it repeats over meetings.

        What one owner does once for all is everybody's to lean on.
        """
        if not key:
            return ()
        register = self._register(key)
        found = register.agreeing(subject)
        if not found and key in self.outlines.actions and len(register.all) == 1:
            return register.all if not register.all[0].subject.unnamed else ()
        if event is None or len(found) < 2:
            return found
        return tuple(outline for outline in found if outline.event == event) or found

    def _resolve(self, due: Due, targets: tuple[Outline, ...]) -> Deadline:
        """Return the days of a deadline whose targets are settled; the same where deadline and targets are the same."""
        key = (id(due), id(targets))
        if key not in self._worked_out:
            self._kept.append((due, targets))  # so that neither id is given to anything else
            self._worked_out[key] = self._related(due, [self._leant_on(due, target) for target in targets])
        return self._worked_out[key]

    def _leant_on(self, due: Due, target: Outline) -> Deadline:
        """Return the days that a deadline leans on: for what comes after something, the day it happened if it has."""
        day = self.happened.get(target.id) if due.relation == "after" else None
        return of_day(day) if day else self._days.get(target.id, UNKNOWN)

    def _related(self, due: Due, options: list[Deadline]) -> Deadline:
        if due.when:
            return of_when(due.when)
        if due.with_action:
            return spread(options, due.words)
        name = self._named(due)
        if due.relation != "on":
            options = [(beginning if due.relation == "before" else ending)(option) for option in options]
        which = due.anchor.which if due.anchor else "the"
        base = extreme(options, name, which) if which in ("first", "last") else spread(options, name)
        if due.amount:
            amount = -due.amount if due.relation == "before" else due.amount
            found = moved(base, (amount, due.unit), self.calendar, due.words, name)
        elif due.relation != "on":
            found = (before if due.relation == "before" else after)(base, due.words, name)
        elif due.anchor and due.anchor.ref in self.outlines.actions:
            found = base._replace(words=due.words)
        else:
            found = on(base, due.words, name)
        return unsettled(found, due.words) if due.tbc else found

    def _named(self, due: Due) -> str:
        """Return what a deadline leans on in words a reader knows: a title for an id of several words."""
        group = self.outlines.cycle.words.group
        if due.each:
            return f"the {self._title(due.each, due.each)} of own {group}"
        if due.anchor is None:
            return UNKNOWN.words
        anchor = due.anchor
        if anchor.ref in self.outlines.actions and "-" in anchor.ref:
            action = self.outlines.actions[anchor.ref][0]
            return f'"{action.title or action.do}"'
        lead = (
            "the "
            if anchor.which == "the" and "-" in anchor.ref and anchor.ref in self.outlines.events
            else ""
        )
        return lead + anchor.words.replace(anchor.ref, self._title(anchor.ref, anchor.ref), 1)

    def _title(self, event_id: str, otherwise: str) -> str:
        known = "-" in event_id and event_id in self.outlines.events
        return self.outlines.events[event_id][0].title if known else otherwise
