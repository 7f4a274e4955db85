"""What all documents of one run share, worked out once: the status, the open questions and the state of the file."""

from functools import cached_property
from heapq import merge

from peercycle.model.due import Due
from peercycle.model.programme import Action
from peercycle.progress.fold import Noted
from peercycle.schedule.findings import holding
from peercycle.schedule.plan import Meeting, Task, cell
from peercycle.schedule.questions import OpenQuestion, open_questions
from peercycle.schedule.sharing import team
from peercycle.schedule.status import NOTICE, Status


class Edition:
    """The documents made of one cycle file on one day; `state` is the short hash of the file."""

    def __init__(self, status: Status, state: str) -> None:
        self.status = status
        self.state = state
        self.plan = status.plan
        self.cycle = status.plan.cycle
        self.on = status.on

    @cached_property
    def questions(self) -> tuple[OpenQuestion, ...]:
        """Every open question of the cycle."""
        return open_questions(self.plan)

    @cached_property
    def team(self) -> str | None:
        """The body that most papers of authorities are sent to, None where no action says."""
        return team(self.cycle)

    @cached_property
    def findings(self) -> tuple[Noted, ...]:
        """The findings that hold, whoever may see them: a document shows of them only what its readers may."""
        return holding(self.status.progress)

    @cached_property
    def coordinator(self) -> str | None:
        """The phrase of the file for the post of the team that papers are sent to, None where there is none."""
        posts = [p.words for a in self.actions.values() for p in a.to if p.who == self.team and p.role]
        return posts[0] if posts else None

    @cached_property
    def actions(self) -> dict[str, Action]:
        """The actions of the file's own, by id; what is only suggested stands in no document."""
        return {key: action for key, (action, _) in self.plan.actions.items() if action.suggested is None}

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks of the file's own actions, in its order."""
        return tuple(task for task in self.plan.tasks if task.action in self.actions)

    def over(self, meeting: Meeting) -> bool:
        """Whether a meeting was held, or its day has gone by and it is not put off."""
        return self.status.meeting_state(meeting) in ("held", "past")

    def tasks_touching(self, authority: str) -> tuple[Task, ...]:
        """Return the tasks that are not another authority's, in the file's order."""
        whose, common = self._by_authority
        merged = merge(common, whose.get(authority, ()), key=lambda pair: pair[0])
        return tuple(task for _, task in merged)

    @cached_property
    def _by_authority(self) -> tuple[dict[str, list[tuple[int, Task]]], list[tuple[int, Task]]]:
        whose: dict[str, list[tuple[int, Task]]] = {}
        common: list[tuple[int, Task]] = []
        for position, task in enumerate(self.tasks):
            named = {task.owner.authority, task.subject.authority} - {None}
            for authority in named:
                whose.setdefault(authority or "", []).append((position, task))
            if not named:
                common.append((position, task))
        return whose, common

    @cached_property
    def settled(self) -> frozenset[str]:
        """The ids of the tasks that are done."""
        return frozenset(s.task.id for s in self.status.standings if s.state == "done")

    def roots(self, task: Task) -> tuple[str, ...]:
        """Return the ids of the first causes that a task waits for, none where it is its owner's own move."""
        return self._roots[task.id]

    @cached_property
    def _roots(self) -> dict[str, tuple[str, ...]]:
        return {standing.task.id: standing.roots for standing in self.status.standings}

    @cached_property
    def notice(self) -> str:
        """The length of the notice period in words."""
        held = self.cycle.notice
        amount, unit = (held.amount, held.unit) if held else NOTICE
        return f"{amount} {unit}{'' if amount == 1 else 's'}"

    def due_of(self, task: Task) -> Due | None:
        """Return the deadline of the file behind a task's, its exception's where it has one."""
        action = self.plan.action(task)
        who = task.subject
        for key in (who.authority, who.group, who.round):
            exemption = action.except_.get(key or "")
            if exemption and exemption.due:
                return exemption.due
        found: Due | None = cell(action.due, who)
        return found
