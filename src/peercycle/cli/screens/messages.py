"""Which changes of meetings can be told to nobody, and what to do about it."""

from collections.abc import Iterable, Iterator

from peercycle.cli.screen import Line, wrap
from peercycle.workspace.messages import Message


def message_lines(messages: Iterable[Message], contacts: str, columns: int) -> Iterator[Line]:
    """Yield a warning for each message that reaches nobody, or that there is none at all."""
    found = list(messages)
    if not found:
        yield [("No meeting was changed or cancelled since the last --changes.", "")]
    for message in found:
        if not message.reaches:
            yield from ([(line, "warning")] for line in wrap(_warning(message, contacts), columns))


def _warning(message: Message, contacts: str) -> str:
    name = message.made.name
    if message.complete:
        return (
            f"warning: {name} is addressed to nobody, since no address of anybody who would have come is known. "
            "Send it to those who have the meeting in their diaries."
        )
    return (
        f"warning: {name} was not written: it would be sent to nobody, since no address of anybody who comes is in "
        f"{contacts}. Once there is one, the next --changes tells it."
    )
