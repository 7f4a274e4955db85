"""Whom a task or a meeting stands for."""

from typing import NamedTuple


class Subject(NamedTuple):
    """An authority, a group, a round, a body, or several authorities not yet named.

    `authority`, `group`, `round` and `body` are ids, None where not known or not meant. `count` is how many authorities
    a line stands for: 1 for one that is named or for a body, more for those not yet named, None where nobody knows.
    `unnamed` is true of a line for authorities that are not yet named.
    """

    authority: str | None = None
    group: str | None = None
    round: str | None = None
    body: str | None = None
    count: int | None = 1  # type: ignore[assignment]  # nobody asks a subject how often it holds a thing
    unnamed: bool = False

    @property
    def named(self) -> bool:
        """Whether it is one known party."""
        return not self.unnamed and bool(self.authority or self.group or self.body or self.round)

    def agrees(self, other: "Subject") -> bool:
        """Whether both can be the same: no part that both know differs."""
        return (
            (self.authority is None or other.authority is None or self.authority == other.authority)
            and (self.group is None or other.group is None or self.group == other.group)
            and (self.round is None or other.round is None or self.round == other.round)
        )

    def path(self) -> tuple[str, ...]:
        """Return the ids that tell it from others of its kind: the authority, else round, group and body."""
        if self.authority:
            return (self.authority,)
        return tuple(part for part in (self.round, self.group, self.body) if part)


ANYONE = Subject(count=None, unnamed=True)
