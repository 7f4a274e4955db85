"""Who takes part: roles, bodies, contacts, groups, rounds and authorities (format, sections 5 and 6)."""

from pydantic import model_validator

from peercycle.model.fields import Attendance, Id, Lines, NumberOrTbc, Period, Ref, Text, Yes
from peercycle.model.part import Entry


class Role(Entry):
    """A post that each authority has, such as its Lead Member."""

    name: Text
    """The role in words, singular."""
    several: Yes = False
    """True where an authority may have more than one holder."""

    @model_validator(mode="before")
    @classmethod
    def long_form(cls, value: object) -> object:
        """Return a name alone as the mapping it stands for."""
        return {"name": value} if isinstance(value, str) else value


class Body(Entry):
    """A team, board or office that owns actions or meets."""

    name: Text
    """Its full name."""
    short: Text | None = None
    """The short name used after the first mention."""
    also: Lines = ()
    """Other names the source document uses for it."""
    posts: dict[Id, Text] = {}
    """Its posts: id and name."""
    members: Attendance = ()
    """Who sits on it: whose, and which roles."""


class Contact(Entry):
    """A person who holds a post or a role."""

    name: Text
    """The person's name."""
    holds: Text
    """What the person holds, such as `coordinator of sli-team`."""


class Group(Entry):
    """Authorities that challenge one another; the region's word for it is in `words`."""

    name: Text
    """Its name in documents."""
    lead: Ref | None = None
    """The authority that leads it, or TBC."""


class Round(Entry):
    """One turn of challenges; every authority is challenged in one round."""

    title: Text
    """Its name in documents."""
    when: Period
    """When its meetings lie; a repeated event's day must lie here."""
    authorities: NumberOrTbc = None
    """How many authorities are challenged in it, or TBC."""


class Authority(Entry):
    """A local authority in the cycle; row order within a group is the order of the day."""

    name: Text
    """The name as the council writes it."""
    gss: Text | None = None
    """Its nine-character code in the register of the Office for National Statistics."""
    group: Ref | None = None
    """The id of its group, or TBC."""
    round: Ref | None = None
    """The id of the round in which it is challenged, or TBC."""
    challengers: Lines = ()
    """The authorities that challenge it, where not simply the rest of its group; the first leads."""
