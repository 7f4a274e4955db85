"""A meeting's hours, place, room, chair and facilitator, as far as known."""

from typing import NamedTuple

from peercycle.model.clock import Clock
from peercycle.model.fields import TBC
from peercycle.model.owner import Party
from peercycle.schedule.plan import Meeting, Plan, cell


class Arrangements(NamedTuple):
    """What is arranged for a meeting: None where the file says nothing or TBC; `open` the keys still to be confirmed."""

    time: Clock | None
    place: str | None
    room: str | None
    chair: Party | None
    facilitator: Party | None
    open: tuple[str, ...]

    @property
    def where(self) -> str:
        """Room and place in words, "" where neither is known."""
        return ", ".join(part for part in (self.room, self.place) if part)

    @property
    def hours(self) -> str:
        """The hours in words, "" where they are not known."""
        return self.time.words if self.time else ""


def arrangements(plan: Plan, meeting: Meeting) -> Arrangements:
    """Return what is arranged for one meeting."""
    event = plan.event(meeting)
    grids = {key: getattr(event, key) for key in ("time", "place", "room", "chair", "facilitator")}
    held = {key: cell(grid, meeting.subject) for key, grid in grids.items()}
    unsure = tuple(key for key, value in held.items() if grids[key] is not None and _open(value))
    known = {key: None if key in unsure else value for key, value in held.items()}
    return Arrangements(**known, open=unsure)


def _open(value: Clock | Party | str | None) -> bool:
    """Whether a value is to be confirmed, or stands in a cell of a grid that nobody can choose yet."""
    return value is None or value == TBC or getattr(value, "tbc", False)
