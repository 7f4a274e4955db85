"""Working things out that lean on one another, each once, however long the chain and even where it runs in a circle."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar


class Named(Protocol):
    """Anything with an id of its own."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


Node = TypeVar("Node", bound=Named)
Value = TypeVar("Value")


def settle(
    wanted: Node,
    settled: dict[str, Value],
    leads_to: Callable[[Node], Iterable[Node]],
    conclude: Callable[[Node], Value],
    looped: Callable[[list[Node]], None] | None = None,
) -> Value:
    """Return what `conclude` makes of a node once everything it leads to is settled; all of it stays in `settled`.

    A node that leads back to itself is concluded without the link that closes the circle; `looped` is told the circle,
    from the node it comes back to. Works with a list rather than by recursion: a chain may have thousands of links.
    """
    waiting, path, begun = [wanted], list[Node](), set[str]()
    while waiting:
        node = waiting[-1]
        if node.id in settled:
            waiting.pop()
        elif node.id in begun:
            settled[node.id] = conclude(node)
            path.pop()
            begun.discard(node.id)
        else:
            begun.add(node.id)
            path.append(node)
            for further in leads_to(node):
                if further.id in begun:
                    if looped:
                        looped([*path[[n.id for n in path].index(further.id) :], further])
                elif further.id not in settled:
                    waiting.append(further)
    return settled[wanted.id]
