"""How much a cycle comes to once every `each` is worked out, bounded before anything is expanded."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark
from peercycle.model.cycle import Cycle
from peercycle.model.fields import TBC
from peercycle.model.grid import Grid
from peercycle.model.owner import Kind, Party
from peercycle.model.place import Place
from peercycle.model.programme import Action, Event

_EACH_AUTHORITY: Final[tuple[Kind, ...]] = ("authorities",)
MOST: Final = 100_000
"""The most meetings, tasks and deadlines that are worked out: some two hundred times those of two dozen authorities."""


def undecided(cycle: Cycle, most: int = MOST) -> Fault | None:
    """Return a fault at the authorities if they can be in more than `most` groups and rounds, one counted for each."""
    rows, groups, rounds = cycle.authorities.values(), cycle.groups, cycle.rounds
    in_groups = sum(1 if row.group in groups else len(groups) for row in rows)
    in_rounds = sum(1 if row.round in rounds else len(rounds) for row in rows)
    if in_groups + in_rounds <= most:
        return None
    return Fault(
        f"there are more than {most:,} ways for an authority to be in a group or a round, more than any cycle has",
        Mark(("authorities",), on="key"),
        "Write in each row its group and its round, or check the lists of groups and rounds.",
    )


def beyond(cycle: Cycle, most: int = MOST) -> Fault | None:
    """Return a fault at the event or action with which a cycle comes to more than `most`; None where it does not."""
    extent, total = _Extent(cycle), 0
    for key, event, phase in cycle.events():
        total += extent.meetings(key) * extent.parts(event.date, event.for_)
        if total > most:
            return _fault(("phases", phase, "events", key, "for" if event.for_ else "date"), most)
    for key, action, phase in cycle.actions():
        total += extent.tasks(action)
        if total > most:
            return _fault(("phases", phase, "actions", key, "owner"), most)
    return None


def _fault(place: Place, most: int) -> Fault:
    return Fault(
        f"with this the cycle comes to more than {most:,} meetings, tasks and deadlines, more than any cycle has",
        Mark(place),
        "Check whom it is for and who does it, and what stands before it.",
    )


class _Extent:
    """Counts what phrases come to: never less than is expanded, and as a rule not much more."""

    def __init__(self, cycle: Cycle) -> None:
        self._cycle = cycle
        self._events: dict[str, Event] = {key: event for key, event, _ in cycle.events()}
        self._met: dict[str, int] = {}
        authorities, groups, rounds = len(cycle.authorities), len(cycle.groups), len(cycle.rounds)
        members = Counter("" if row.group == TBC else row.group or "" for row in cycle.authorities.values())
        self._everyone: dict[Kind, int] = {  # one more is for those not yet named
            "authorities": authorities + 1,
            "lead-authorities": groups + 1,
            "groups": groups,
            "rounds": rounds,
            "groups-in-rounds": groups * rounds,
        }
        self._of_one_group: dict[Kind, int] = {  # once for each round where nobody knows the group
            **dict.fromkeys(self._everyone, rounds + 1),
            "authorities": max((rounds + 1, *members.values())),
            "lead-authorities": max(rounds, groups) + 1,
        }

        rows = cycle.authorities.values()
        open_round = any(row.round not in cycle.rounds for row in rows)
        open_group = any(row.group not in cycle.groups for row in rows)
        self._of_a_round: set[Kind] = {"rounds", "groups-in-rounds", *(() if open_round else _EACH_AUTHORITY)}
        self._of_a_group: set[Kind] = {"groups", "groups-in-rounds", *(() if open_group else _EACH_AUTHORITY)}

    def meetings(self, event_id: str) -> int:
        """Return how often an event is held at most."""
        if event_id not in self._met:
            self._met[event_id] = self._held(event_id, self._everyone)
        return self._met[event_id]

    def tasks(self, action: Action) -> int:
        """Return how many tasks an action makes at most, each as often as it may have a deadline of its own."""
        dues = [due for _, due in action.due.leaves()] + [each.due for each in action.except_.values()]
        repeated = {due.each for due in dues if due and due.each}
        occasions = max((self._held(key, self._of_one_group) for key in repeated), default=1)
        about = sum(map(self._about, action.for_)) if action.for_ else 1
        owners = _count(action.owner, self._everyone)
        parts = self.parts(action.due, action.for_ or (action.owner,))
        return owners * about * occasions * (parts + len(action.except_))

    def parts(self, grid: Grid, parties: Sequence[Party]) -> int:
        """Return into how many a grid may part one meeting or task of these, or how many dates it may have for it."""
        leaves = grid.leaves()
        keys = {key for path, _ in leaves for key in path}
        parts = 1
        for ids, settled in ((self._cycle.rounds, self._of_a_round), (self._cycle.groups, self._of_a_group)):
            if not keys.isdisjoint(ids) and not (
                parties and all(self._among(party, settled) for party in parties)
            ):
                parts *= len(ids)
        return max(len(leaves), parts) if parts > 1 else 1

    def _among(self, party: Party, kinds: Collection[Kind]) -> bool:
        """Whether a phrase, or that of the event it goes by, is of one of these kinds."""
        event = self._events.get(_event(party))
        held_for = event.for_ if event else (party,)
        return bool(held_for) and all(each.many is not None and each.many.kind in kinds for each in held_for)

    def _about(self, party: Party) -> int:
        event_id = _event(party)
        return self.meetings(event_id) if event_id else _count(party, self._everyone)

    def _held(self, event_id: str, kinds: Mapping[Kind, int]) -> int:
        """Return for how many an event is held; each event it is held like counts, too, since it must be looked up."""
        total, met, waiting = 0, {event_id}, [event_id]
        while waiting:
            event = self._events.get(waiting.pop())
            total += 1
            for party in event.for_ if event else ():
                if not (further := _event(party)):
                    total += _count(party, kinds)
                elif further not in met:
                    met.add(further)
                    waiting.append(further)
        return total


def _count(party: Party, kinds: Mapping[Kind, int]) -> int:
    return kinds.get(party.many.kind, 1) if party.many else 1


def _event(party: Party) -> str:
    """Return the event of `each EVENT`, "" for any other phrase."""
    return party.many.event if party.many and party.many.kind == "events" else ""
