"""Who is meant by the file's phrases: `each authority in december`, `each group in each round` (format, section 5)."""

from collections.abc import Iterable

from peercycle.model.cycle import Cycle
from peercycle.model.fields import TBC
from peercycle.model.owner import Many, Party
from peercycle.schedule.subject import ANYONE, Subject


def known(ref: str | None) -> str | None:
    """Return the id, None where it is left out or to be confirmed."""
    return None if ref is None or ref == TBC else ref


class Cast:
    """The parties of one cycle and what the phrases of its file pick from them."""

    def __init__(self, cycle: Cycle) -> None:
        self.cycle = cycle
        self.authorities = {
            key: Subject(
                authority=key,
                group=row.group
                if row.group in cycle.groups
                else None,  # a misspelt one is not known yet, either
                round=row.round if row.round in cycle.rounds else None,
            )
            for key, row in cycle.authorities.items()
        }
        self._open = sum(subject.round is None for subject in self.authorities.values())
        self._in_round: dict[str, int] = {}
        for subject in self.authorities.values():
            if subject.round:
                self._in_round[subject.round] = self._in_round.get(subject.round, 0) + 1

    def members(self, group: str | None) -> tuple[str, ...]:
        """Return the authorities known to be in a group, in the order of their rows."""
        return tuple(key for key, subject in self.authorities.items() if group and subject.group == group)

    def turn(self, round_: str | None, group: str | None) -> tuple[str, ...]:
        """Return the authorities known to be challenged in a round, of one group if given."""
        rows = self.authorities.items()
        return tuple(
            k for k, s in rows if (not round_ or s.round == round_) and (not group or s.group == group)
        )

    def memberships_known(self) -> bool:
        """Whether every authority has its group and its round, as far as the cycle has groups and rounds."""
        cycle = self.cycle
        return all(
            (subject.group or not cycle.groups) and (subject.round or not cycle.rounds)
            for subject in self.authorities.values()
        )

    def unnamed(self, round_: str) -> int | None:
        """Return how many authorities of a round are not yet named, None where the file gives no number."""
        return dict(self.shares(self._open)).get(round_, 0)

    def shares(self, waiting: int) -> tuple[tuple[str | None, int | None], ...]:
        """Return how a number of authorities whose round is open divides over the rounds, each with its number.

        The number of one round may be left out: it takes the rest. Where more are, theirs is None. Whoever finds no
        room in the numbers the file gives comes last, under no round: nobody is lost.
        """
        rounds = self.cycle.rounds
        found: dict[str | None, int | None] = {}
        left = waiting
        for key, round_ in rounds.items():
            if round_.authorities is None:
                found[key] = None
                continue
            found[key] = min(max(0, round_.authorities - self._in_round.get(key, 0)), left)
            left -= found[key] or 0
        unsized = [key for key, count in found.items() if count is None]
        if len(unsized) == 1:
            found[unsized[0]] = left
        elif left and not unsized:
            found[None] = left
        elif not left:
            found |= dict.fromkeys(unsized, 0)
        return tuple((key, count) for key, count in found.items() if count != 0)

    def lead_challenger(self, about: Subject) -> Subject:
        """Return the authority that leads the challenge of another: the first of its `challengers`."""
        row = self.cycle.authorities.get(about.authority or "")
        first = row.challengers[0] if row and row.challengers else ""
        return self.authorities.get(first, Subject(count=1, unnamed=True))

    def expand(self, parties: Iterable[Party]) -> tuple[Subject, ...]:
        """Return everyone that these phrases of `owner` or `for` mean, each once."""
        subjects = [subject for party in parties for subject in self._party(party)]
        return tuple(dict.fromkeys(subjects))

    def _party(self, party: Party) -> tuple[Subject, ...]:
        if party.many:
            return self._many(party.many)
        if party.tbc:
            return (Subject(),)
        if party.who in self.authorities:
            return (self.authorities[party.who],)
        if party.who in self.cycle.groups:
            return (Subject(group=party.who),)
        if party.who in self.cycle.rounds:
            return (Subject(round=party.who),)
        return (Subject(body=party.who),)

    def _many(self, many: Many) -> tuple[Subject, ...]:
        match many.kind:
            case "authorities":
                return self._authorities(many.within)
            case "lead-authorities":
                return self._leads()
            case "groups":
                return tuple(Subject(group=group) for group in self.cycle.groups)
            case "rounds":
                return tuple(Subject(round=round_) for round_ in self.cycle.rounds)
            case "groups-in-rounds":
                rounds, groups = self.cycle.rounds, self.cycle.groups
                return tuple(Subject(group=group, round=round_) for round_ in rounds for group in groups)
            case _:
                return (ANYONE,)

    def _leads(self) -> tuple[Subject, ...]:
        """Return the lead authorities in the order of their groups, those not yet named in one line."""
        leads = [known(group.lead) for group in self.cycle.groups.values()]
        named = tuple(self.authorities[lead] for lead in leads if lead in self.authorities)
        missing = len(leads) - len(named)
        return (*named, Subject(count=missing, unnamed=True)) if missing else named

    def _authorities(self, within: str) -> tuple[Subject, ...]:
        if not within:
            return tuple(self.authorities.values())
        named = [s for s in self.authorities.values() if within in (s.round, s.group)]
        if within in self.cycle.rounds:
            missing = self.unnamed(within)
            return (
                (*named, Subject(round=within, count=missing, unnamed=True)) if missing != 0 else tuple(named)
            )
        if within in self.cycle.groups and any(not s.group for s in self.authorities.values()):
            return (*named, Subject(group=within, count=None, unnamed=True))
        return tuple(named)
