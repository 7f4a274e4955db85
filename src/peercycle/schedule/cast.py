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
            key: Subject(authority=key, group=known(row.group), round=known(row.round))
            for key, row in cycle.authorities.items()
        }

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
        if all(subject.round for subject in self.authorities.values()):
            return 0
        wanted = self.cycle.rounds[round_].authorities if round_ in self.cycle.rounds else None
        return None if wanted is None else max(0, wanted - len(self.turn(round_, None)))

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
                leads = [known(group.lead) for group in self.cycle.groups.values()]
                return tuple(
                    self.authorities[lead] if lead in self.authorities else Subject() for lead in leads
                )
            case "groups":
                return tuple(Subject(group=group) for group in self.cycle.groups)
            case "rounds":
                return tuple(Subject(round=round_) for round_ in self.cycle.rounds)
            case "groups-in-rounds":
                rounds, groups = self.cycle.rounds, self.cycle.groups
                return tuple(Subject(group=group, round=round_) for round_ in rounds for group in groups)
            case _:
                return (ANYONE,)

    def _authorities(self, within: str) -> tuple[Subject, ...]:
        if not within:
            return tuple(self.authorities.values())
        named = [s for s in self.authorities.values() if within in (s.round, s.group)]
        if within in self.cycle.rounds:
            missing = self.unnamed(within)
            return (*named, Subject(round=within, count=missing)) if missing != 0 else tuple(named)
        if any(not subject.group for subject in self.authorities.values()):
            return (*named, Subject(group=within, count=None))
        return tuple(named)
