"""What comes of an exception made for one authority is told to it and the team, and hides nothing else."""

import pytest

from peercycle.schedule.diary import EVERYONE, diary
from tests.schedule.small_cycles import NAMED, plan_of

MONTHS = f"month-reminders: true\n{NAMED}"
EARLY = """
actions:
  view:
    do: Send the view
    owner: each authority
    due: Friday 30 October 2026
    except:
      elm: {due: Friday 6 November 2026, because: It asked.}
  reply: {do: Reply, owner: team, for: each authority, due: 5 working days after view}
"""
BY_GROUP = """
actions:
  view: {do: View, owner: each authority, due: {coast: Friday 30 October 2026, moor: Friday 13 November 2026}}
  other:
    do: Other
    owner: each authority
    due: Friday 4 December 2026
    except:
      elm: {due: Monday 7 December 2026, because: It asked.}
      fir: {due: Monday 7 December 2026, because: It asked.}
"""
ALIKE = EARLY.replace("each authority\n    due: Friday 30", "each authority\n    due: Friday 6").replace(
    "October", "November"
)
IN_A_MONTH = EARLY.replace("Friday 6 November", "November")
OF_A_GROUP = EARLY.replace("elm:", "moor:")

TOLD = [
    ("first of two", EARLY, NAMED, "moor", ["view/fir 30 Oct", "reply/fir 06 Nov"]),
    ("everyone", EARLY, NAMED, EVERYONE, ["view 30 Oct", "reply 06 Nov"]),
    ("its own", EARLY, NAMED, "elm", ["view/elm 06 Nov", "reply/elm 13 Nov"]),
    ("the team", EARLY, NAMED, "team", ["reply 06 Nov", "reply/elm 13 Nov"]),
    ("of another action", BY_GROUP, NAMED, EVERYONE, ["view 30 Oct", "view/elm+ 13 Nov", "other 04 Dec"]),
    ("all of a group", BY_GROUP, NAMED, "moor", ["view 13 Nov"]),
    ("the same day", ALIKE, NAMED, "moor", ["view 06 Nov", "reply 13 Nov"]),
    ("a month", IN_A_MONTH, MONTHS, EVERYONE, ["view 30 Oct", "reply 06 Nov"]),
    ("a month, its group", IN_A_MONTH, MONTHS, "moor", ["view/fir 30 Oct", "reply/fir 06 Nov"]),
    ("a month, its own", IN_A_MONTH, MONTHS, "elm", ["month/2026-11 01 Nov"]),
    ("of a group", OF_A_GROUP, NAMED, EVERYONE, ["view 30 Oct", "view/elm+ 06 Nov", "reply 06 Nov", "reply/elm+ 13 Nov"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("programme", "cast", "reader", "expected"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD]
)
def test_an_exception_is_told_to_nobody_else(
    programme: str, cast: str, reader: str, expected: list[str]
) -> None:
    found = diary(plan_of(programme, cast), reader)
    assert sorted(f"{entry.key} {entry.first:%d %b}" for entry in found) == sorted(expected)
    if reader == EVERYONE and "elm:" in programme:
        assert not any("Elm" in entry.title for entry in found)


def test_each_group_has_its_own_day_for_everyone() -> None:
    found = {entry.key: (entry.title, entry.notes) for entry in diary(plan_of(BY_GROUP))}
    assert found["view"] == ("Deadline: View (2 authorities)", ("For Ash and Birch.",))
    assert found["view/elm+"] == ("Deadline: View (2 authorities)", ("For Elm and Fir.",))
