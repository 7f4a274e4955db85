"""One line of the progress log: what happened to what, when, and who wrote it down (design, section 4)."""

from datetime import date as Day  # noqa: N812 - a record calls its day that
from itertools import accumulate
from typing import Final, Literal, NamedTuple, get_args

from peercycle.progress.finding import Finding

What = Literal[
    "sent", "signed", "done", "held", "noted", "closed", "chased", "moved", "confirmed", "postponed", "answered", "undone"
]  # fmt: skip
WHATS: Final[tuple[What, ...]] = get_args(What)
DOING: Final = frozenset(("sent", "signed", "done"))
"""What can be recorded of an action."""
CHANGING: Final = frozenset(("moved", "confirmed", "postponed", "answered"))
"""What goes with a change of the cycle file."""


class Change(NamedTuple):
    """One value of the cycle file that was changed: its place with slashes, and what stood and stands there.

    `was` is "" where there was no such key before.
    """

    place: str
    was: str
    now: str


class Record(NamedTuple):
    """What happened: `date` is when it happened, `at` when it was written down (an ISO time with its offset).

    `action` is an action's id, together with the `authority` whose task it is; or the id of a whole task that is no
    single authority's, such as `take-actions-forward/december/cluster-coast`. `event` is the id of a meeting: the one
    that was held, or the one a task is for. `about` is the authority challenged, where an authority has a task about
    another. `role` is the role, or the body, that signed or was written to. `undoes` and `closes` are ids of records.
    `tasks` and `step` say what was chased and on which step of the ladder, from 1. `line` counts from 1.
    """

    id: str
    at: str
    by: str
    what: What
    date: Day
    action: str | None = None
    event: str | None = None
    authority: str | None = None
    about: str | None = None
    role: str | None = None
    note: str = ""
    ref: str = ""
    undoes: str = ""
    closes: str = ""
    outcome: str = ""
    tasks: tuple[str, ...] = ()
    step: int = 0
    changes: tuple[Change, ...] = ()
    finding: Finding | None = None
    line: int = 0

    @property
    def order(self) -> tuple[Day, str, str]:
        """The key by which records are in order, wherever their lines stand; `at` is compared as the instant it is."""
        return self.date, _instant(self.at), self.id

    @property
    def names(self) -> frozenset[str]:
        """Every id that it names: authority, role, action and event, their parts and all they stand under."""
        paths = [self.action, self.event, *self.tasks, *(change.place for change in self.changes)]
        parts = [
            part
            for path in paths
            if path
            for part in (*path.split("/"), *accumulate(path.split("/"), _joined))
        ]
        owner = self.finding.owner if self.finding else ""
        return frozenset(filter(None, (self.authority, self.about, self.role, owner, *parts)))


def _joined(first: str, further: str) -> str:
    return f"{first}/{further}"


def _instant(at: str) -> str:
    """Return a time as text that sorts as the instants do: in UTC, without its offset."""
    if at.endswith("+00:00"):
        return at[:-6]
    from datetime import UTC, datetime

    return datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="milliseconds")[:-6]
