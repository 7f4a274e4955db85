"""Authorities by milestones: which actions each authority has one task of, which have begun, and how each stands."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from peercycle.schedule.plan import Meeting
from peercycle.schedule.status import Standing, Status


class Milestone(NamedTuple):
    """An action with the standing of each authority that has exactly one task of it; `done` of them are."""

    action: str
    standings: dict[str, Standing]

    @property
    def done(self) -> int:
        """How many authorities have done it."""
        return sum(standing.state == "done" for standing in self.standings.values())

    @property
    def begun(self) -> bool:
        """Whether anything of it is recorded, due or late."""
        return any(
            standing.recorded.last or standing.state in ("done", "overdue", "blocked", "due")
            for standing in self.standings.values()
        )

    @property
    def finished(self) -> bool:
        """Whether every authority has done it."""
        return self.done == len(self.standings)


class Milestones:
    """The milestones of a cycle on a day, in the file's order."""

    def __init__(self, status: Status) -> None:
        self.status = status

    @cached_property
    def all(self) -> tuple[Milestone, ...]:
        """Every counted action of which authorities have a task each, but for what doing another of them settles."""
        found: dict[str, dict[str, list[Standing]]] = {}
        for standing in self.status.standings:
            task = standing.task
            if task.authority and task.about is None and self.status.plan.counted(task):
                found.setdefault(task.action, {}).setdefault(task.authority, []).append(standing)
        single = {
            action: {key: held[0] for key, held in by.items()}
            for action, by in found.items()
            if all(len(held) == 1 for held in by.values())
        }
        return tuple(
            Milestone(action, by) for action, by in single.items() if not self._settled(action, single)
        )

    def _settled(self, action: str, among: dict[str, dict[str, Standing]]) -> bool:
        """Whether another milestone due on the same days needs what this one produces: doing that one does this one."""
        actions = self.status.plan.actions
        made = set(actions[action][0].produces)
        return any(
            other != action and made & set(actions[other][0].needs) and _same_days(among[action], by)
            for other, by in among.items()
        )

    def others(self) -> Iterator[tuple[str, list[Standing]]]:
        """Yield the counted actions that are no milestone, each with its standings, but for what another settles."""
        shown = {milestone.action for milestone in self.all}
        settled = {task.action for task in self.status.plan.tasks if task.authority}
        found: dict[str, list[Standing]] = {}
        for standing in self.status.standings:
            if self.status.plan.counted(standing.task) and standing.task.action not in shown | settled:
                found.setdefault(standing.task.action, []).append(standing)
        yield from found.items()

    @cached_property
    def meetings(self) -> dict[str, dict[str, Meeting]]:
        """The own meetings of authorities, by event, where each has one and a day of one is known."""
        plan = self.status.plan
        found: dict[str, dict[str, Meeting]] = {}
        for event, (held, _) in plan.events.items():
            if not held.for_:
                continue
            own = {key: plan.own(event, subject) for key, subject in plan.cast.authorities.items()}
            one = {key: meetings[0] for key, meetings in own.items() if len(meetings) == 1}
            if any(meeting.date.day or self.status.settled(meeting) for meeting in one.values()):
                found[event] = one
        return found


def _same_days(one: dict[str, Standing], other: dict[str, Standing]) -> bool:
    return one.keys() == other.keys() and all(
        standing.task.due.latest == other[key].task.due.latest for key, standing in one.items()
    )
