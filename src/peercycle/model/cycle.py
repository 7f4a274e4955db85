"""A peer challenge cycle: the whole of one file (format, sections 2 and 6)."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Self

from pydantic import Field, PrivateAttr, model_validator

from peercycle.model.fields import TBC, Id, Length, Lines, Period, Ref
from peercycle.model.part import Entry, Part
from peercycle.model.papers import Document, Journey
from peercycle.model.people import Authority, Body, Contact, Group, Role, Round
from peercycle.model.place import Place
from peercycle.model.programme import Action, Agenda, Event, Phase
from peercycle.model.words import Words


class SourceDocument(Part):
    """The document the file quotes."""

    title: str
    """Its title."""
    file: str
    """Its path, from the folder of the cycle file."""


class RegionWords(Part):
    """The region's own words."""

    group: str = "group"
    """What a group is called."""
    authority: str = "authority"
    """What an authority is called."""


class NextCycle(Entry):
    """The cycle that follows."""

    cycle: str
    """Its id."""
    begins: Period
    """When it begins."""


class Abbreviation(Part):
    """What short letters stand for, or what is known of them where nobody knows the words."""

    words: str | None = None
    """The words in full."""
    note: str | None = None
    """What can be said where the words are not known."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        return {"words": value} if isinstance(value, str) else value


class Question(Entry):
    """Something the file leaves open."""

    ask: str
    """The question in words."""
    about: Lines = ()
    """What it is about: an id, or an id and a key such as `forum date`; one or several."""
    who: Ref | None = None
    """Who can answer."""
    by: str | None = None
    """The day or the event by which an answer is wanted."""
    meanwhile: str | None = None
    """The reading in force until it is answered."""
    answer: str | None = None
    """The answer, which closes it."""


class Waiver(Part):
    """A rule set aside for one place."""

    rule: str
    """The rule's id."""
    about: str
    """The id, or id and key, of the place."""
    because: str
    """The reason."""
    until: Period
    """The day after which it no longer holds."""


class Reminder(Part):
    """One step of the ladder of reminders."""

    after: Length
    """How long after the deadline."""
    to: Ref
    """The role to write to; `signatory` is whoever's signature is missing."""


class Cycle(Part):
    """One peer challenge cycle, as its file states it."""

    format: Literal["1"]
    """The version of this format: 1."""
    cycle: str = Field(min_length=1)
    """The cycle's id, such as `2017-18`."""
    title: str
    """Its title."""
    region: str
    """The region's name."""
    runs: Period
    """When the cycle runs."""
    follows: str | None = None
    """The id of the cycle before."""
    source: SourceDocument | None = None
    """The document the file quotes."""
    words: RegionWords = RegionWords()
    """The region's own words for group and authority."""
    notice: Length | None = None
    """How long before its deadline a task counts as due; left out: 10 working days."""
    closures: tuple[Period, ...] = ()
    """Days that are no working days here."""
    handling: str | None = None
    """The handling line printed on every document."""
    reminders: tuple[Reminder, ...] = ()
    """The ladder of reminders."""
    roles: dict[Id, Role]
    """The posts that each authority has."""
    bodies: dict[Id, Body] = {}
    """Teams, boards and offices."""
    contacts: dict[Id, Contact] = {}
    """People, by the posts they hold."""
    groups: dict[Id, Group] = {}
    """The groups of authorities that challenge one another."""
    rounds: dict[Id, Round] = {}
    """The rounds of challenges."""
    authorities: dict[Id, Authority]
    """The authorities, one row each."""
    documents: dict[Id, Document] = {}
    """The papers."""
    journey: Journey | None = None
    """The improvement journey."""
    phases: dict[Id, Phase]
    """The phases in order."""
    next_cycle: NextCycle | None = None
    """The cycle that follows."""
    agendas: dict[Id, Agenda] = {}
    """Agendas that several meetings share."""
    abbreviations: dict[str, Abbreviation] = {}
    """Short letters and their words."""
    questions: dict[Id, Question] = {}
    """What is still open."""
    waivers: dict[Id, Waiver] = {}
    """Rules set aside."""

    _unknowns: tuple[Place, ...] = PrivateAttr(())

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the cycle the data of a file states; raises pydantic's ValidationError, whose context names the rules."""
        words = data.get("words")
        held = (
            {key: words[key] for key in ("group", "authority") if isinstance(words.get(key), str)}
            if isinstance(words, dict)
            else {}
        )
        cycle = cls.model_validate(data, context={"words": Words(**held)})
        cycle._unknowns = tuple(_unknowns(data, ()))
        return cycle

    @property
    def unknowns(self) -> tuple[Place, ...]:
        """The places in the file that hold TBC, in its order."""
        return self._unknowns

    @property
    def region_words(self) -> Words:
        """The region's words, ready to use."""
        return Words(group=self.words.group, authority=self.words.authority)

    def events(self) -> Iterator[tuple[str, Event, str]]:
        """Yield each event's id, the event and its phase's id, in the file's order."""
        for phase_id, phase in self.phases.items():
            for event_id, event in phase.events.items():
                yield event_id, event, phase_id

    def actions(self) -> Iterator[tuple[str, Action, str]]:
        """Yield each action's id, the action and its phase's id, in the file's order."""
        for phase_id, phase in self.phases.items():
            for action_id, action in phase.actions.items():
                yield action_id, action, phase_id


def _unknowns(data: object, at: Place) -> Iterator[Place]:
    if isinstance(data, str):
        if data == TBC or data.startswith(TBC + " "):
            yield at
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _unknowns(value, (*at, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _unknowns(value, (*at, str(position)))
