"""What happens: phases, events, actions and agendas (format, sections 4 to 7)."""

from typing import Annotated

from pydantic import Discriminator, Tag, model_validator

from peercycle.model.fields import (
    Attendance,
    ClockGrid,
    DateGrid,
    Deadline,
    DueGrid,
    Id,
    Lines,
    NumberOrTbc,
    Parties,
    PartyGrid,
    PartyText,
    Period,
    Ref,
    Refs,
    SignOff,
    Start,
    Text,
    TextGrid,
    Title,
    Yes,
)
from peercycle.model.part import Entry, Part


class AgendaItem(Part):
    """One item of an agenda, or the slot repeated for each authority challenged."""

    item: Text | None = None
    """What the item is; for a slot, left out."""
    each: Text | None = None
    """Whom the slot is repeated for: `authority challenged`."""
    minutes: NumberOrTbc = None
    """How long it lasts, in minutes."""
    lead: Text | None = None
    """Who leads it: `chair`, an id, or words."""
    needs: Refs = ()
    """The papers the item needs."""
    produces: Refs = ()
    """The papers the item produces."""
    parts: tuple["AgendaItem", ...] = ()
    """What the time is divided into."""
    breaks: tuple["AgendaItem", ...] = ()
    """What stands between the slots, as many as are needed."""
    note: Text | None = None
    """A remark for whoever reads the file."""

    @model_validator(mode="before")
    @classmethod
    def long_form(cls, value: object) -> object:
        """Return a text alone as the item it stands for."""
        return {"item": value} if isinstance(value, str) else value


class Agenda(Entry):
    """A format of agenda that several meetings share."""

    title: Title | None = None
    """Its name in documents."""
    items: tuple[AgendaItem, ...]
    """The items in order."""


# a tag stands in pydantic's error paths; NUL cannot stand in a file, so it is told from the file's own keys
ID_TAG, ITEMS_TAG = "\0id", "\0items"
AgendaText = Annotated[
    Annotated[Ref, Tag(ID_TAG)] | Annotated[tuple[AgendaItem, ...], Tag(ITEMS_TAG)],
    Discriminator(lambda value: ITEMS_TAG if isinstance(value, (list, tuple)) else ID_TAG),
]


class Event(Entry):
    """A meeting, held once or repeated for groups, rounds or authorities."""

    title: Title
    """Its name in documents."""
    for_: Parties = ()
    """What it is repeated for, such as `each group in each round`."""
    date: DateGrid
    """Its day: a date, a deadline that leans, or a grid of them."""
    time: ClockGrid | None = None
    """Its hours: `afternoon`, `9:30am to 4pm`, TBC, or a grid of them."""
    place: TextGrid | None = None
    """Where it is held; may be a grid."""
    room: TextGrid | None = None
    """The building or room; may be a grid."""
    held_by: PartyText | None = None
    """Who holds it."""
    chair: PartyGrid | None = None
    """Who takes the chair; may be a grid."""
    stand_in: PartyGrid | None = None
    """Who takes the chair while the chair's own authority is challenged; may be a grid."""
    facilitator: PartyGrid | None = None
    """Who facilitates; may be a grid."""
    attends: Attendance = ()
    """Who comes: whose, and which roles."""
    needs: Refs = ()
    """The papers it needs."""
    produces: Refs = ()
    """The papers it produces."""
    agenda: AgendaText | None = None
    """The id of a shared agenda, or the items themselves."""
    in_order: Refs = ()
    """The rounds whose authorities come first, in order."""


class Exemption(Part):
    """How one authority, group or round is treated otherwise, and why."""

    because: Text
    """The reason."""
    due: Deadline | None = None
    """Its own deadline."""
    excused: Yes = False
    """True where it need not be done at all."""


class Action(Entry):
    """Something to be done, by one owner or by each of many."""

    do: Title
    """What is to be done, as an instruction."""
    title: Title | None = None
    """A short name for tables and screens."""
    owner: PartyText
    """Who does it."""
    for_: Parties = ()
    """About whom or what, where that is not the owner."""
    from_: Start | None = None
    """The day it may begin."""
    due: DueGrid
    """The day by which it is done: a date, a deadline that leans, or a grid of them."""
    time: ClockGrid | None = None
    """The hour by which it is done."""
    to: Parties = ()
    """Who receives it."""
    including: Lines = ()
    """What it must cover."""
    needs: Refs = ()
    """The papers it needs."""
    produces: Refs = ()
    """The papers it produces."""
    sign_off: SignOff = ()
    """The roles that sign, in any order save where `then` makes one."""
    tracked: Yes = True
    """False for what is on the checklist and in calendars but never counted or chased."""
    except_: dict[Id, Exemption] = {}
    """Those treated otherwise, each with a reason."""


class Phase(Entry):
    """A stretch of the cycle with its events and actions."""

    title: Title
    """Its name in documents."""
    when: Period
    """When it lies."""
    events: dict[Id, Event] = {}
    """Its meetings by id."""
    actions: dict[Id, Action] = {}
    """Its actions by id."""
