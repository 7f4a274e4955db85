"""A peer challenge cycle: the whole of one file (format, sections 2 and 6)."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, Self, cast

from pydantic import Field, PrivateAttr, model_validator

from peercycle.model.fields import Id, Length, Lines, Name, Period, Periods, Ref, Text, Yes
from peercycle.model.papers import Document, Journey
from peercycle.model.part import Entry, Part
from peercycle.model.people import Authority, Body, Contact, Group, Role, Round
from peercycle.model.phrase import TBC, split_tbc
from peercycle.model.place import Place
from peercycle.model.programme import Action, Agenda, Event, Phase
from peercycle.model.validator import validator
from peercycle.model.words import Words


class SourceDocument(Part):
    """The document the file quotes."""

    title: Text
    """Its title."""
    file: Text
    """Its path, from the folder of the cycle file."""


class RegionWords(Part):
    """The region's own words."""

    group: Text = "group"
    """What a group is called."""
    authority: Text = "authority"
    """What an authority is called."""


class NextCycle(Entry):
    """The cycle that follows."""

    cycle: Name
    """Its name, as it will be in its file."""
    begins: Period
    """When it begins."""


class Abbreviation(Part):
    """What short letters stand for, or what is known of them where nobody knows the words."""

    words: Text | None = None
    """The words in full."""
    note: Text | None = None
    """What can be said where the words are not known."""

    @model_validator(mode="before")
    @classmethod
    def long_form(cls, value: object) -> object:
        """Return the words alone as the mapping they stand for."""
        return {"words": value} if isinstance(value, str) else value


class Question(Entry):
    """Something the file leaves open."""

    ask: Text
    """The question in words."""
    about: Lines = ()
    """What it is about: an id, or an id and a key such as `forum date`; one or several."""
    who: Ref | None = None
    """Who can answer."""
    by: Text | None = None
    """The day or the event by which an answer is wanted."""
    meanwhile: Text | None = None
    """The reading in force until it is answered."""
    answer: Text | None = None
    """The answer, which closes it."""


class Waiver(Part):
    """A rule set aside for one place."""

    rule: Text
    """The rule's id."""
    about: Text
    """The id, or id and key, of the place."""
    because: Text
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
    cycle: Name
    """The cycle's name, such as `2017-18`: letters, digits, dots and hyphens, since files are named after it."""
    title: Text
    """Its title."""
    region: Text
    """The region's name."""
    runs: Period
    """When the cycle runs."""
    follows: Text | None = None
    """The id of the cycle before."""
    source: SourceDocument | None = None
    """The document the file quotes."""
    words: RegionWords = Field(default_factory=RegionWords.model_construct)
    """The region's own words for group and authority."""
    notice: Length | None = None
    """How long before its deadline a task counts as due; left out: 10 working days."""
    closures: Periods = ()
    """Days that are no working days here."""
    handling: Text | None = None
    """The handling line printed on every document."""
    reminders: tuple[Reminder, ...] = ()
    """The ladder of reminders."""
    month_reminders: Yes = False
    """True where calendars hold a reminder in each month of what has a month and no day yet; else it stands in none."""
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
    abbreviations: dict[Text, Abbreviation] = {}
    """Short letters and their words."""
    questions: dict[Id, Question] = {}
    """What is still open."""
    waivers: dict[Id, Waiver] = {}
    """Rules set aside."""

    _unknowns: tuple[Place, ...] = PrivateAttr(())

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Return the cycle the data of a file states; raises pydantic's ValidationError, whose context names the rules."""
        context = {"words": Words.of(data), "unknowns": _unknowns(data, (), [])}
        return cast("Self", validator(cls).validate_python(data, context=context))

    def model_post_init(self, context: Any, /) -> None:
        """Keep what reading found beside the model."""
        self._unknowns = context["unknowns"] if context else ()

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


def _unknowns(data: object, at: Place, found: list[Place]) -> tuple[Place, ...]:
    """Return the places that hold TBC in data and in all that it holds, after those found before."""
    if isinstance(data, str):
        if data.startswith(TBC) and split_tbc(data)[0]:
            found.append(at)
    elif isinstance(data, dict):
        for key, value in data.items():
            _unknowns(value, (*at, key), found)
    elif isinstance(data, list):
        for position, value in enumerate(data):
            _unknowns(value, (*at, str(position)), found)
    return tuple(found) if not at else ()
