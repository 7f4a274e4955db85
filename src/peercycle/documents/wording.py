"""How documents name things: abbreviations spelt out at first use, lists in words, dates as the style wants them."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from peercycle.model.cycle import Cycle
from peercycle.model.owner import Party, Seat
from peercycle.model.points import MONTHS, WEEKDAYS
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.wording import listed

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def cycle_label(cycle: str) -> str:
    """Return a cycle's id as people write it: 2017-18 as 2017/18."""
    first, dash, second = cycle.partition("-")
    return f"{first}/{second}" if dash and first.isdigit() and second.isdigit() else cycle


def capital(text: str) -> str:
    """Return a text with its first letter in capitals."""
    return text[:1].upper() + text[1:]


def number(count: int) -> str:
    """Return a small number in words, from ten on in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def days(of: Sequence[date], word: str = "or") -> str:
    """Return several days in words, month and year said once for each month: "Tuesday 12 or Wednesday 13 December 2017"."""
    parts = []
    for _, group in groupby(sorted(set(of)), key=lambda day: (day.year, day.month)):
        month = list(group)
        parts.append(listed([*(f"{day:%A} {day.day}" for day in month[:-1]), long_date(month[-1])], word))
    return f" {word} ".join(parts)


def in_passing(place: str) -> str:
    """Return a place as it reads inside a sentence: "the authority's own offices", but "The Pavilion"."""
    article, _, rest = place.partition(" ")
    return f"the {rest}" if article == "The" and rest[:1].islower() else place


def with_article(title: str) -> str:
    """Return a title with an article, as it reads inside a sentence: "the forum day", and "the end" where it has its own."""
    article, _, rest = title.partition(" ")
    return (
        f"{article.lower()} {rest}" if article.casefold() in {"a", "an", "the"} and rest else f"the {title}"
    )


def possessive(name: str) -> str:
    """Return whose something is: "Bolton's", "St Helens'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


class Wording:
    """The names of one document: each is spelt out where it first stands and short from then on."""

    def __init__(self, cycle: Cycle) -> None:
        self.cycle = cycle
        self.said: set[str] = set()
        self._short = {entry.words: short for short, entry in cycle.abbreviations.items() if entry.words}
        self._names = (
            *(part for body in cycle.bodies.values() for part in (body.name, body.short) if part),
            *(role.name for role in cycle.roles.values()),
            *(row.name for row in cycle.authorities.values()),
            *(group.name for group in cycle.groups.values()),
            *(self.round(key) for key in cycle.rounds),
            *MONTHS,
            *WEEKDAYS,
        )

    def inside(self, title: str) -> str:
        """Return a title or an instruction as it reads inside a sentence: "the data pack", "the Isos grid"."""
        word, _, rest = title.partition(" ")
        first = word.rstrip(",.;:")
        named = title.startswith(self._names) or (rest[:1].isupper() and not self._begins_with_a_name(rest))
        kept = named or first in self.cycle.abbreviations or not first[1:].islower()
        return title if kept and len(first) > 1 else title[:1].lower() + title[1:]

    def _begins_with_a_name(self, text: str) -> bool:
        """Whether a text begins with something that has its capital wherever it stands, as in "Tell Bolton"."""
        first = text.partition(" ")[0].rstrip(",.;:")
        papers = tuple(document.title for document in self.cycle.documents.values())
        return (
            not first[1:].islower()
            or first in self.cycle.abbreviations
            or text.startswith(self._names + papers)
        )

    def name(self, full: str, short: str | None = None, *, plural: bool = False) -> str:
        """Return a name: in full with its short form in brackets the first time, the short form after that."""
        ending = "s" if plural else ""
        if short is None:
            return full + ending
        if short in self.said:
            return short + ending
        self.said.add(short)
        return f"{full}{ending} ({short}{ending})"

    def role(self, key: str, *, plural: bool = False) -> str:
        """Return a role's name; it is shortened only where the file itself calls the role by its letters."""
        full = names.role(self.cycle, key)
        short = self._short.get(full, "")
        if short.casefold() == key.casefold():
            return self.name(full, short, plural=plural)
        return f"{full}s" if plural else full

    def signatories(self, steps: Sequence[Sequence[str]]) -> str:
        """Return who signs, step by step: "DCS and Lead Member, then Chief Executive"."""
        return ", then ".join(listed([self._signatory(key) for key in step]) for step in steps)

    def _signatory(self, key: str) -> str:
        return self.body(key) if key in self.cycle.bodies else self.role(key)

    def seats(self, seats: Sequence[Seat]) -> str:
        """Return who comes: "Director of Children's Services (DCS) and one Assistant Director (AD)"."""
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

    def the(self, key: str) -> str:
        """Return a body's name with the article it takes: "the SLI team", "Ofsted", "the Board"."""
        name = self.body(key)
        held = self.cycle.bodies.get(key)
        common = " " in name or bool(held and name != held.name and name in held.name.split())
        return f"the {name}" if common else name

    def group(self, key: str) -> str:
        """Return a group's name with the article it takes: "BPN Trafford", "the Dale cluster"."""
        name = self.cycle.groups[key].name
        return f"the {name}" if name.casefold().endswith(self.cycle.words.group.casefold()) else name

    def round(self, key: str) -> str:
        """Return a round by the name of its id: "December"."""
        return names.round_name(key)

    def authorities(self, count: int | None) -> str:
        """Return a number of authorities in the region's word."""
        return names.authorities(self.cycle, count)

    def who(self, key: str) -> str:
        """Return the body, post or authority that an id stands for, with its article."""
        if key in self.cycle.bodies:
            return self.the(key)
        return self.cycle.authorities[key].name if key in self.cycle.authorities else key

    def party(self, party: Party) -> str:
        """Return who is meant by a phrase of the file, with the holder's name where a contact is known."""
        if party.who in self.cycle.bodies:
            body = self.the(party.who)
            return f"{self.post(party)} of {body}{self.holder(party.words)}" if party.role else body
        if party.who in self.cycle.authorities:
            authority = self.cycle.authorities[party.who].name
            return f"{self.role(party.role)} of {authority}" if party.role else authority
        if party.who in self.cycle.groups:
            return self.group(party.who)
        whose = party.many.words if party.many else party.words
        return f"{self.role(party.role)} of {whose}" if party.role else whose

    def post(self, party: Party) -> str:
        """Return the name of a post of a body, or of a role."""
        held = self.cycle.bodies.get(party.who)
        return held.posts[party.role] if held and party.role in held.posts else self.role(party.role)

    def holder(self, phrase: str) -> str:
        """Return ", NAME" where a contact of the file holds the post that a phrase names, else ""."""
        held = [contact.name for contact in self.cycle.contacts.values() if contact.holds == phrase]
        return f", {held[0]}" if held else ""
