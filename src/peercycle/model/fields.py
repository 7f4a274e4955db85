"""The kinds of value a cycle file holds, as the types of the models' fields."""

from typing import Annotated, Final, NamedTuple

from peercycle.model.clock import read_clock
from peercycle.model.due import Due, read_due
from peercycle.model.grid import Grid
from peercycle.model.kinds import KEY, Faults, each, grid, listed, phrase, several, spoken, text, value
from peercycle.model.owner import Party, Seat, in_steps, read_party, read_seat, read_signatory
from peercycle.model.phrase import TBC, Misread, expect_text
from peercycle.model.values import (
    Quantity,
    read_id,
    read_kind,
    read_length,
    read_line,
    read_name,
    read_number,
    read_number_or_tbc,
    read_title,
    read_yes,
)
from peercycle.model.when import When, read_when
from peercycle.model.words import Words


class Attending(NamedTuple):
    """One line of `attends` or `members`: whose, and which of their roles (no seats: all of them)."""

    party: Party
    seats: tuple[Seat, ...]


_ATTENDANCE: Final = "a mapping of who comes to their roles, or TBC, is wanted here"


def _attendance(given: object, words: Words) -> tuple[Attending, ...]:
    if given == TBC:
        return ()
    if not isinstance(given, dict):
        raise Misread("wrong-type", _ATTENDANCE, "Write it as in: each authority: [dcs].")
    faults, lines = Faults(), []
    for key, roles in given.items():
        party = faults.read(lambda whose: read_party(whose, words), key, key, KEY)
        seats = [] if roles == "all" else each(roles, read_seat, faults, key)
        if party:
            lines.append(Attending(party, tuple(seats)))
    faults.settle()
    return tuple(lines)


def _one(given: object, words: Words) -> Party:
    if isinstance(given, list):
        hint = "Write one id, or one phrase for several, as in each authority; or an entry for each."
        raise Misread("wrong-type", "only one can stand here, not a list", hint)
    return read_party(expect_text(given), words)


Text = Annotated[str, text()]
Name = Annotated[str, value(read_name)]
Ref = Text
Title = Annotated[str, value(read_title)]
Id = Annotated[str, value(read_id)]
Per = Annotated[str, spoken(read_kind)]
Number = Annotated[int, value(read_number)]
NumberOrTbc = Annotated[int | None, value(read_number_or_tbc)]
Yes = Annotated[bool, value(read_yes)]
Length = Annotated[Quantity, value(read_length)]
Period = Annotated[When, phrase(lambda words, _: read_when(words))]
Deadline = Annotated[Due, phrase(lambda words, region: read_due(words, region, deadline=True))]
Start = Annotated[Due, phrase(lambda words, region: read_due(words, region, deadline=False))]
PartyText = Annotated[Party, spoken(_one)]
Lines = Annotated[tuple[str, ...], several(lambda line, _: read_line(line))]
Refs = Annotated[tuple[str, ...], listed(lambda ref, _: read_line(ref))]
Parties = Annotated[tuple[Party, ...], several(read_party, skipped="")]
Periods = Annotated[tuple[When, ...], several(lambda words, _: read_when(words))]
SignOff = Annotated[tuple[tuple[str, ...], ...], several(lambda words, _: read_signatory(words), in_steps)]
Attendance = Annotated[tuple[Attending, ...], spoken(_attendance)]
DueGrid = Annotated[Grid, grid(lambda words, region: read_due(words, region, deadline=True))]
DateGrid = Annotated[Grid, grid(lambda words, region: read_due(words, region, deadline=False))]
ClockGrid = Annotated[Grid, grid(lambda words, _: read_clock(words))]
TextGrid = Annotated[Grid, grid(lambda words, _: words)]
PartyGrid = Annotated[Grid, grid(read_party)]

__all__ = [
    "TBC",
    "Attendance",
    "Attending",
    "ClockGrid",
    "DateGrid",
    "Deadline",
    "DueGrid",
    "Grid",
    "Id",
    "Length",
    "Lines",
    "Name",
    "Number",
    "NumberOrTbc",
    "Parties",
    "PartyGrid",
    "PartyText",
    "Per",
    "Period",
    "Periods",
    "Quantity",
    "Ref",
    "Refs",
    "SignOff",
    "Start",
    "Text",
    "TextGrid",
    "Title",
    "Yes",
]
