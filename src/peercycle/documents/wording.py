"""How documents name things: abbreviations spelt out at first use, lists in words, dates as the style wants them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from peercycle.model.cycle import Cycle
from peercycle.model.owner import Party, Seat
from peercycle.model.when import long_date
from peercycle.schedule import names


def listed(items: Sequence[str], word: str = "and") -> str:
    """Return items as a list in a sentence: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def cycle_label(cycle: str) -> str:
    """Return a cycle's id as people write it: 2017-18 as 2017/18."""
    first, dash, second = cycle.partition("-")
    return f"{first}/{second}" if dash and first.isdigit() and second.isdigit() else cycle


def capital(text: str) -> str:
    """Return a text with its first letter in capitals."""
    return text[:1].upper() + text[1:]


def days(of: Sequence[date], word: str = "or") -> str:
    """Return several days in words, month and year said once for each month: "Tuesday 12 or Wednesday 13 December 2017"."""
    parts = []
    for _, group in groupby(sorted(set(of)), key=lambda day: (day.year, day.month)):
        month = list(group)
        parts.append(listed([*(f"{day:%A} {day.day}" for day in month[:-1]), long_date(month[-1])], word))
    return f" {word} ".join(parts)


class Wording:
    """The names of one document: each is spelt out where it first stands and short from then on."""

    def __init__(self, cycle: Cycle) -> None:
        self.cycle = cycle
        self._said: set[str] = set()
        self._short = {entry.words: short for short, entry in cycle.abbreviations.items() if entry.words}

    def name(self, full: str, short: str | None = None, *, plural: bool = False) -> str:
        """Return a name: in full with its short form in brackets the first time, the short form after that."""
        short = short or self._short.get(full)
        ending = "s" if plural else ""
        if short is None:
            return full + ending
        if short in self._said:
            return short + ending
        self._said.add(short)
        return f"{full}{ending} ({short}{ending})"

    def role(self, key: str, *, plural: bool = False) -> str:
        """Return a role's name."""
        return self.name(names.role(self.cycle, key), plural=plural)

    def roles(self, keys: Sequence[str]) -> str:
        """Return several roles as a list: "DCS, Lead Member and Chief Executive"."""
        return listed([self.role(key) for key in keys])

    def seats(self, seats: Sequence[Seat]) -> str:
        """Return who comes: "the Director of Children's Services (DCS) and one Assistant Director (AD)"."""
        return listed([self._seat(seat) for seat in seats])

    def _seat(self, seat: Seat) -> str:
        if seat.one:
            return f"one {self.role(seat.role)}"
        held = self.cycle.roles.get(seat.role)
        return self.role(seat.role, plural=bool(held and held.several))

    def body(self, key: str) -> str:
        """Return a body's name."""
        held = self.cycle.bodies.get(key)
        return self.name(held.name, held.short) if held else key

    def party(self, party: Party) -> str:
        """Return who is meant by a phrase of the file, with the holder's name where a contact is known."""
        if party.tbc:
            return "to be confirmed"
        if party.who in self.cycle.bodies:
            body = self.body(party.who)
            return (
                f"{names.post(self.cycle, party.who, party.role)} of the {body}{self._holder(party)}"
                if party.role
                else body
            )
        if party.who in self.cycle.authorities:
            authority = self.cycle.authorities[party.who].name
            return f"{self.role(party.role)} of {authority}" if party.role else authority
        if party.who in self.cycle.groups:
            return self.cycle.groups[party.who].name
        return party.words

    def _holder(self, party: Party) -> str:
        held = [contact.name for contact in self.cycle.contacts.values() if contact.holds == party.words]
        return f", {held[0]}" if held else ""

    def used(self, text: str) -> list[dict[str, str]]:
        """Return the glossary: what is said of each abbreviation that stands in a text, in order of the alphabet."""
        words = set("".join(c if c.isalnum() or c in "-'" else " " for c in text).split())
        found = []
        for short, entry in sorted(self.cycle.abbreviations.items()):
            if short in words or f"{short}s" in words or (" " in short and short in text):
                meaning = " ".join(part for part in (entry.words, entry.note) if part)
                found.append({"short": short, "meaning": meaning})
        return found
