"""Every meeting and task in outline: whose, for which meeting, by which deadline of the file. No days yet."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peercycle.model.cycle import Cycle
from peercycle.model.due import Due, read_due
from peercycle.model.fields import Grid
from peercycle.model.owner import Party
from peercycle.model.programme import Action, Exemption
from peercycle.model.words import Words
from peercycle.schedule.cast import Cast
from peercycle.schedule.subject import ANYONE, Subject

LEAD_CHALLENGER = "lead-challenger"
UNPLACED = "in-no-round"
NOT_NAMED = "not-named"
"""What stands in ids for a round, or a challenger, that nobody can name."""

NO_DAY = read_due("TBC", Words(), deadline=True)


class Outline(NamedTuple):
    """One meeting or task before its days are worked out.

    `of` is the id of its event or action, `event` the meeting a task is for. `dues` are the deadlines of the file that
    may be its own, each with the subject it would then have: one, unless a grid is asked for a group or round that is
    not known. `excused` is true of a task that need not be done, though others may lean on the day it would have had.
    """

    id: str
    of: str
    phase: str
    owner: Subject
    subject: Subject
    event: str | None
    dues: tuple[tuple[Due, Subject], ...]
    start: Due | None = None
    excused: bool = False


class Assignment(NamedTuple):
    """An owner, whom it is about, the meeting if there is one, and the ids that tell the task from its like."""

    owner: Subject
    subject: Subject
    event: str | None
    path: tuple[str, ...]


class Outlines:
    """The meetings and tasks of a cycle, expanded once: one action for each owner, each thing it is for, each meeting."""

    def __init__(self, cycle: Cycle, cast: Cast) -> None:
        self.cycle = cycle
        self.cast = cast
        self.events = {key: (event, phase) for key, event, phase in cycle.events()}
        self.actions = {key: (action, phase) for key, action, phase in cycle.actions()}
        self._meetings: dict[str, tuple[Outline, ...]] = {}
        self._tasks: dict[str, tuple[Outline, ...]] = {}

    def meetings(self, event_id: str) -> tuple[Outline, ...]:
        """Return the holdings of an event, none for an id that is no event's."""
        if event_id not in self._meetings:
            self._meetings[event_id] = tuple(self._hold(event_id)) if event_id in self.events else ()
        return self._meetings[event_id]

    def tasks(self, action_id: str) -> tuple[Outline, ...]:
        """Return the tasks of an action, the excused ones too; none for an id that is no action's."""
        if action_id not in self._tasks:
            found = self._expand(action_id) if action_id in self.actions else ()
            self._tasks[action_id] = tuple(_told_apart(found))
        return self._tasks[action_id]

    def _hold(self, event_id: str) -> Iterator[Outline]:
        event, phase = self.events[event_id]
        for subject in self._held_for(event_id):
            dues = tuple(self._options(event.date, subject))
            key = "/".join((event_id, *(subject.path() if event.for_ else ())))
            yield Outline(key, event_id, phase, subject, subject, None, dues)

    def _held_for(self, event_id: str) -> tuple[Subject, ...]:
        """Return whom an event is held for; `each forum` means whom that event is held for."""
        if not self.events[event_id][0].for_:
            return (Subject(),)
        found: list[Subject] = []
        met = {event_id}
        waiting = list(reversed(self.events[event_id][0].for_))
        while waiting:
            party = waiting.pop()
            if party.many is None or party.many.kind != "events":
                found.extend(self.cast.expand((party,)))
            elif party.many.event not in met:
                met.add(party.many.event)
                parties = self.events[party.many.event][0].for_ if party.many.event in self.events else ()
                waiting.extend(reversed(parties))
        return tuple(dict.fromkeys(found)) or (ANYONE,)

    def _expand(self, action_id: str) -> Iterator[Outline]:
        action, phase = self.actions[action_id]
        for owner, subject, event, path in self._parted(action):
            exemption = _exemption(action, subject, owner)
            dues = tuple(self._options(action.due, subject))
            if exemption and exemption.due:
                dues = ((exemption.due, subject),)
            if action.except_:
                dues = (*dues, *self._possible(action, subject, owner))
            key = "/".join((action_id, *path))
            excused = bool(exemption and exemption.excused)
            made = Outline(key, action_id, phase, owner, subject, event, dues, action.from_, excused=excused)
            yield from self._occasions(made)

    def _possible(self, action: Action, subject: Subject, owner: Subject) -> Iterator[tuple[Due, Subject]]:
        """Yield the deadlines of the exceptions that are an authority's if it proves to be in their group or round.

        Who may turn out to be excused has no last day that it could be late after.
        """
        if not {subject.authority, owner.authority}.isdisjoint(action.except_):
            return
        for key, exemption in action.except_.items():
            in_group = key in self.cycle.groups and subject.group is None
            in_round = key in self.cycle.rounds and subject.round is None
            if (in_group or in_round) and (subject.authority or subject.unnamed):
                fitting = subject._replace(group=key) if in_group else subject._replace(round=key)
                if exemption.due or exemption.excused:
                    yield (NO_DAY if exemption.excused else exemption.due) or NO_DAY, fitting

    def _occasions(self, made: Outline) -> Iterator[Outline]:
        """Yield a task once for each meeting of `each forum of own group`, or for each round of them it may be."""
        if not made.dues or not made.dues[0][0].each:
            yield made
            return
        event_id = made.dues[0][0].each
        held = [m for m in self.meetings(event_id) if m.subject.agrees(Subject(group=made.subject.group))]
        held = [m for m in held if m.subject.group == made.subject.group] or held
        rounds: dict[str | None, list[Outline]] = {}
        for meeting in held:
            rounds.setdefault(meeting.subject.round, []).append(meeting)
        for round_, meetings in rounds.items():
            known = made.subject.group is not None or len(meetings) == 1
            together = "/".join(filter(None, (event_id, round_)))
            for event in [meeting.id for meeting in meetings] if known else [together]:
                yield made._replace(id=f"{made.id}/{event}", event=event)
        if not rounds:
            yield made

    def _assignments(self, action: Action) -> Iterator[Assignment]:
        owners = tuple(self._owners(action.owner))
        for owner, subject in owners:
            if not action.for_:
                counted = Subject() if owner.body else subject
                yield Assignment(owner, counted, None, _path(owner, counted))
        for about, event in self._abouts(action.for_):
            tail = (event,) if event else about.path()
            for owner, subject in owners:
                if action.owner.many:
                    both = _merged(subject, about)
                    yield Assignment(owner, both, event, (*_path(owner, subject), *tail))
                else:
                    yield Assignment(owner, about, event, about.path())

    def _owners(self, party: Party) -> Iterator[tuple[Subject, Subject]]:
        """Yield each owner with whom its task is about: itself, but for one authority that challenges another."""
        for subject in self.cast.expand((party,)):
            leads = party.role == LEAD_CHALLENGER
            yield (self.cast.lead_challenger(subject) if leads else subject), subject

    def _abouts(self, parties: Iterable[Party]) -> Iterator[tuple[Subject, str | None]]:
        for party in parties:
            if party.many and party.many.kind == "events":
                held = self.meetings(party.many.event)
                yield from ((meeting.subject, meeting.id) for meeting in held)
                if not held:
                    yield ANYONE, None
            else:
                yield from ((subject, None) for subject in self.cast.expand((party,)))

    def _parted(self, action: Action) -> Iterator[Assignment]:
        """Yield the assignments, those with a deadline for each round parted by round.

        Authorities whose round is open become one line for each round, with its number, where they are all of those; a
        choice of them stays as it is, with bounds for a deadline. What a body or a group does is done in each round.
        """
        rounds = _mentioned(action.due, self.cycle.rounds)
        groups = _mentioned(action.due, self.cycle.groups)
        waiting: dict[tuple[Subject | None, str | None, tuple[str, ...]], list[Assignment]] = {}
        for given in self._assignments(action):
            owner, subject = given.owner, given.subject
            if rounds and subject.authority and not subject.round and not _exemption(action, subject, owner):
                tail = tuple(part for part in given.path if part != subject.authority)
                waiting.setdefault((None if owner == subject else owner, given.event, tail), []).append(given)
            elif subject.authority:
                yield given
            else:
                yield from _in_each(given, rounds, groups)
        for (shared, event, tail), held in waiting.items():
            if len(held) < len(self._without_round(action)):
                yield from held
                continue
            for round_, count in self.cast.shares(len(held)):
                part = Subject(round=round_, count=count, unnamed=True)
                yield Assignment(shared or part, part, event, (round_ or UNPLACED, *tail))

    def _without_round(self, action: Action) -> list[Subject]:
        rows = self.cast.authorities.values()
        return [row for row in rows if not row.round and not _exemption(action, row, row)]

    def _options(self, grid: Grid, subject: Subject) -> Iterator[tuple[Due, Subject]]:
        """Yield the cells of a grid that may be a subject's, each with the group and round it would then be in."""
        exact = grid.value if grid.cells is None else grid.at(*ids(subject))
        if exact is not None:
            yield exact, subject
            return
        for path, due in grid.leaves():
            fitting = self._fitted(path, subject)
            if fitting and due is not None:
                yield due, fitting

    def _fitted(self, path: tuple[str, ...], subject: Subject) -> Subject | None:
        for key in path:
            if key in self.cycle.rounds and subject.round in (None, key):
                subject = subject._replace(round=key)
            elif key in self.cycle.groups and subject.group in (None, key):
                subject = subject._replace(group=key)
            elif key != subject.authority:
                return None
        return subject


def ids(subject: Subject) -> tuple[str, ...]:
    """Return the ids by which grids and exceptions may name a subject: its round, its group, itself."""
    return tuple(filter(None, (subject.round, subject.group, subject.authority)))


def _path(owner: Subject, subject: Subject) -> tuple[str, ...]:
    """Return the ids of a task: its subject's, and the owner's where one authority has it about another."""
    if owner.authority and subject.authority and owner.authority != subject.authority:
        return (owner.authority, subject.authority)
    return (NOT_NAMED, *subject.path()) if owner.unnamed and not subject.unnamed else subject.path()


def _merged(owner: Subject, about: Subject) -> Subject:
    """Return an owner seen in the group and round that its task is about; an authority it is about stands for itself."""
    if about.authority:
        return about
    counted = owner if owner.authority or owner.unnamed else about
    return Subject(
        authority=owner.authority,
        group=about.group or owner.group,
        round=about.round or owner.round,
        count=counted.count,
        unnamed=counted.unnamed,
    )


def _exemption(action: Action, subject: Subject, owner: Subject) -> Exemption | None:
    if not action.except_:
        return None
    keys = (*reversed(ids(subject)), owner.authority)
    return next((action.except_[key] for key in keys if key in action.except_), None)


def _mentioned(grid: Grid, of: Iterable[str]) -> tuple[str, ...]:
    """Return all these rounds, or all these groups, if a grid has a cell for any of them."""
    if grid.cells is None:
        return ()
    keys = {key for path, _ in grid.leaves() for key in path}
    found = tuple(of)
    return found if keys.intersection(found) else ()


def _in_each(given: Assignment, rounds: tuple[str, ...], groups: tuple[str, ...]) -> Iterator[Assignment]:
    """Yield what a body or a group does once for each round, and what a body does once for each group, of a grid."""
    subject = given.subject
    for round_ in (subject.round,) if subject.round or not rounds else rounds:
        for group in (subject.group,) if subject.group or subject.unnamed or not groups else groups:
            part = subject._replace(round=round_, group=group)
            owner = part if given.owner == subject else given.owner
            own_path = given.path == subject.path()
            more = tuple(key for key in part.path() if key not in subject.path())
            yield Assignment(owner, part, given.event, part.path() if own_path else (*given.path, *more))


def _told_apart(outlines: Iterable[Outline]) -> Iterator[Outline]:
    """Yield the outlines, a number behind the id of any that has the same as one before it."""
    met: dict[str, int] = {}
    for outline in outlines:
        met[outline.id] = met.get(outline.id, 0) + 1
        again = met[outline.id]
        yield outline if again == 1 else outline._replace(id=f"{outline.id}/{again}")
