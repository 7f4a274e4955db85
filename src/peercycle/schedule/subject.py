"""Whom a task or a meeting stands for."""

from typing import NamedTuple


class Subject(NamedTuple):
    """An authority, a group, a body, or several authorities not yet named.

    `authority`, `group`, `round` and `body` are ids, None where not known or not meant. `count` is how many authorities
    a line stands for: 1 for one that is named or for a body, more for those not yet named, None where nobody knows.
    """

    authority: str | None = None
    group: str | None = None
    round: str | None = None
    body: str | None = None
    count: int | None = 1

    @property
    def named(self) -> bool:
        """Whether it is one known party."""
        return bool(self.authority or self.group or self.body)

    def agrees(self, other: "Subject") -> bool:
        """Whether both can be the same: no part that both know differs."""
        return (
            (self.authority is None or other.authority is None or self.authority == other.authority)
            and (self.group is None or other.group is None or self.group == other.group)
            and (self.round is None or other.round is None or self.round == other.round)
        )

    def path(self, *, with_round: bool = True) -> tuple[str, ...]:
        """Return the ids that tell it from others of its kind: the authority, else round and group, else the body."""
        if self.authority:
            return (self.authority,)
        parts = (self.round if with_round else None, self.group, self.body)
        return tuple(part for part in parts if part)


ANYONE = Subject(count=None)
