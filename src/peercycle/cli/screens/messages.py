"""Whom messages of changed meetings do not reach, and what to do about it."""

from collections.abc import Iterator, Sequence
from typing import Final

from peercycle.cli.screen import Line, wrap
from peercycle.exports.ics import News
from peercycle.model.cycle import Cycle
from peercycle.workspace.messages import Message
from peercycle.workspace.recipients import in_words
from peercycle.workspace.revisions import NAMELESS

_NEWS: Final[dict[News, str]] = {
    "changed": "has changed",
    "cancelled": "is no longer held",
    "withdrawn": "is no longer for some who had it",
}


def message_lines(messages: Sequence[Message], cycle: Cycle, contacts: str, columns: int) -> Iterator[Line]:
    """Yield a warning for each message that not everybody it is for can be sent, or that there is none at all."""
    if not messages:
        yield [("No meeting was changed or cancelled since the last --changes.", "")]
    for message in messages:
        if message.to.without:
            yield from ([(line, "warning")] for line in wrap(_warning(message, cycle, contacts), columns))


def _warning(message: Message, cycle: Cycle, contacts: str) -> str:
    named = [who for who in message.to.without if who not in NAMELESS]
    why = (
        f"{contacts} has no address for {in_words(cycle, named)}"
        if named
        else "the file does not say who comes"
    )
    if message.to_write and not message.to.addresses:
        return (
            f"warning: {message.made.name} is addressed to nobody, since {why}. "
            "Send it to those who have the meeting in their diaries."
        )
    told = "not everybody is told" if message.to.addresses or not message.first else "nobody is told"
    later = " Once it has, the next --changes tells them." if named else ""
    return f"warning: {message.made.title} {_NEWS[message.news]}, and {told}, since {why}.{later}"
