"""What a record can be about: the tasks and meetings that words mean, where memberships are known and where not."""

from typing import TYPE_CHECKING

import pytest

from peercycle.schedule.plan import Plan
from peercycle.schedule.recording import Unrecordable, is_event, meetings_meant, tasks_meant
from tests.schedule.small_cycles import FORUM, NAMED, OPEN, cycle_of

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAMME = f"""{FORUM}
  talk: {{title: Talk, for: each authority, date: TBC}}
actions:
  send: {{do: Send, owner: each authority, due: 6 November 2026, except: {{fir: {{excused: true, because: It is new}}}}}}
  write-up:
    do: Write up
    owner: team
    for: each authority
    due: {{winter-turn: 15 December 2026, spring-turn: 16 March 2027}}
  help: {{do: Help, owner: each group, due: 1 May 2027}}
  tell: {{do: Tell, owner: team, due: 30 November 2026}}
"""


def meant(people: str, key: str, *whose: str) -> str:
    """Return the ids meant, or what is said where none are."""
    plan = Plan(cycle_of(PROGRAMME, people))
    try:
        found: Sequence[object] = (meetings_meant if is_event(plan, key) else tasks_meant)(plan, key, whose)
    except Unrecordable as refused:
        return f"{refused.message} | {refused.advice}"
    return ", ".join(item.id for item in found)  # type: ignore[attr-defined]


CASES = [
    (NAMED, ("send", "ash", "BIRCH"), "send/ash, send/birch"),
    (NAMED, ("send", "coast"), "send/ash, send/birch"),
    (NAMED, ("send", "winter-turn"), "send/ash, send/elm"),
    (NAMED, ("send", "all"), "send/ash, send/birch, send/elm"),
    (NAMED, ("send", "ash", "all"), "send/ash, send/birch, send/elm"),
    (NAMED, ("send", "fir"), "Fir is excused from send: It is new | "),
    (NAMED, ("tell",), "tell"),
    (NAMED, ("tell", "team"), "tell"),
    (NAMED, ("tell", "board"), "board has nothing to do with tell | "),
    (NAMED, ("help", "coast"), "help/coast"),
    (NAMED, ("help", "ash"), "Ash has nothing to do with help | Those who have: help/coast, help/moor"),
    (NAMED, ("help",), "help is 2 tasks: whose was it? | One of: help/coast, help/moor"),
    (NAMED, ("write-up", "ash"), "write-up/ash"),
    (NAMED, ("forum", "ash"), "forum/winter-turn/coast"),
    (NAMED, ("forum/winter-turn", "moor"), "forum/winter-turn/moor"),
    (NAMED, ("forum", "moor"), ("forum has 2 meetings that can be of moor: name one | "
        "One of: forum/winter-turn/moor, forum/spring-turn/moor")),
    (NAMED, ("forum", "board"), ("forum has no meeting of board | One of: forum/winter-turn/coast, "
        "forum/winter-turn/moor, forum/spring-turn/coast, forum/spring-turn/moor")),
    (NAMED, ("forum", "nobody"), "no authority is called 'nobody' | "),
    (NAMED, ("talk", "ash", "elm"), "talk/ash, talk/elm"),
    (NAMED, ("talk/ash",), "talk/ash"),
    (NAMED, ("tlak",), "this cycle has no action and no event called 'tlak' | Nearest: talk"),
    (NAMED, ("zzz",), "this cycle has no action and no event called 'zzz' | peercycle timeline names them."),
    # whose group and round is open has no task of its own yet
    (OPEN, ("write-up", "ash"), ("which write-up is Ash's is not known: group and round to be confirmed | "
        "Write it into the file first: peercycle assign ash --group GROUP --round ROUND")),
    (OPEN, ("write-up", "all"), ("write-up stands for 2 authorities, not yet named | "
        "Name the authority, once its group and round are in the cycle file.")),
    (OPEN, ("send", "ash"), "send/ash"),
]  # fmt: skip


@pytest.mark.parametrize(("people", "words", "expected"), CASES)
def test_what_is_meant(people: str, words: tuple[str, ...], expected: str) -> None:
    assert meant(people, *words) == expected
