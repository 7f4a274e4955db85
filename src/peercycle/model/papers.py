"""The papers of a cycle and the improvement journey (format, section 6)."""

from peercycle.model.fields import Lines, Parties, Per, Refs, Text
from peercycle.model.part import Entry


class Document(Entry):
    """A paper that actions and meetings need and produce."""

    title: Text
    """Its name in documents."""
    per: Per | None = None
    """Whether each authority or each group has its own; left out: one for the cycle."""
    shown_to: Parties = ()
    """Who may see it; left out: its own authority or group and the owner of what produces it, or everyone in the cycle."""
    comes_from: Lines = ()
    """Where it comes from when nothing in this cycle produces it, such as `headlines of 2016-17`."""
    goes_to: Lines = ()
    """The later cycle that takes it up, such as `2018-19`."""
    choices: Lines = ()
    """The values it may take, where it is a choice."""


class Journey(Entry):
    """The improvement journey on which authorities are placed."""

    title: Text
    """Its name in documents."""
    stages: Lines = ()
    """The stages, from the first to the last."""
    enablers: Lines = ()
    """The enablers a placement may be given for."""
    placements: Refs = ()
    """The documents that are placements."""
