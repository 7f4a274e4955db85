"""Messages of changed meetings: who is told of what, by what the file says of who comes and whose address is known."""

import pytest

from peercycle.workspace.recipients import in_words
from peercycle.workspace.revisions import Revisions
from tests.schedule.small_cycles import NAMED, OPEN, cycle_of
from tests.workspace.seasons import ALL, BODIES, FORUMS, HELD, SENDING, Season, attending, later


@pytest.mark.parametrize(
    ("attends", "reached", "without"),
    [
        ("{each authority: [dcs]}", ["dcs@ash", "dcs@birch"], ["dcs of elm", "dcs of fir"]),
        ("{each authority in coast: all}", ["dcs@ash", "lead-member@ash", "dcs@birch"], []),
        ("{ash: [lead-member], birch: all}", ["lead-member@ash", "dcs@birch"], []),
        ("{ash: [one lead-member], elm: all}", ["lead-member@ash"], ["elm"]),
        ("{team: all}", ["dcs@team"], []),
        ("{board: [chair]}", ["chair@board"], []),
        ("{chair of board: all}", ["chair@board"], []),
        ("{board: all}", ["chair@board", "dcs@board"], []),
        ("{panel: all}", ["dcs@ash", "chair@board", "analyst@panel"], ["dcs of elm"]),
        ("{panel: [analyst], office: all}", ["analyst@panel"], ["office"]),
        ("{elm: all}", [], ["elm"]),
        ("TBC", [], [""]),
    ],
)  # fmt: skip
def test_whoever_comes_and_has_an_address_is_asked(
    season: Season, attends: str, reached: list[str], without: list[str]
) -> None:
    programme = attending(attends)
    assert season.run(programme) == {}
    assert season.run(later(programme), "2026-11-09") == ({"changed-talk": reached} if reached else {})
    assert season.without == without
    assert season.run(later(programme), "2026-11-16") == {}
    assert [list(message.to.without) for message in season.last] == ([without] if without else [])


def test_those_without_an_address_are_told_once_they_have_one_and_nobody_twice(season: Season) -> None:
    programme = attending("{each authority in coast: [dcs, lead-member]}")
    season.run(programme)
    moved = later(programme)
    assert season.run(moved, "2026-11-09") == {"changed-talk": ["dcs@ash", "lead-member@ash", "dcs@birch"]}
    assert season.without == ["lead-member of birch"]
    held = (*HELD, "lead-member@birch")
    assert season.run(moved, "2026-11-16", held=held) == {"changed-talk": ["lead-member@birch"]}
    assert season.run(moved, "2026-11-23", held=held) == {}
    assert season.last == []


def test_who_leaves_a_meeting_is_told_so_and_who_joins_is_asked(season: Season) -> None:
    season.run(FORUMS, held=ALL)
    moved = NAMED.replace("birch: {name: Birch, group: coast", "birch: {name: Birch, group: moor")
    assert season.run(FORUMS, "2026-11-09", moved, ALL) == {
        "withdrawn-forum-winter-turn-coast": ["dcs@birch"],
        "changed-forum-winter-turn-moor": ["dcs@birch"],
        "withdrawn-forum-spring-turn-coast": ["dcs@birch"],
        "changed-forum-spring-turn-moor": ["dcs@birch"],
    }
    assert b"METHOD:CANCEL" in season.last[0].made.content
    assert b"SEQUENCE:1" in season.last[0].made.content
    assert b"METHOD:REQUEST" in season.last[1].made.content
    assert season.run(FORUMS, "2026-11-16", moved, ALL) == {}
    assert season.run(FORUMS, "2026-11-23", NAMED, ALL) == {
        "changed-forum-winter-turn-coast": ["dcs@birch"],
        "withdrawn-forum-winter-turn-moor": ["dcs@birch"],
        "changed-forum-spring-turn-coast": ["dcs@birch"],
        "withdrawn-forum-spring-turn-moor": ["dcs@birch"],
    }


def test_those_of_whom_it_is_known_that_a_meeting_is_not_theirs_are_told_alone(season: Season) -> None:
    season.run(FORUMS, people=OPEN, held=ALL)
    assert season.run(FORUMS, "2026-11-09", held=ALL) == {
        f"withdrawn-forum-{turn}-{group}": leaving
        for turn in ("winter-turn", "spring-turn")
        for group, leaving in (("coast", ["dcs@elm", "dcs@fir"]), ("moor", ["dcs@ash", "dcs@birch"]))
    }


def test_whoever_else_is_known_of_a_body_is_told_once_they_are(season: Season) -> None:
    programme = attending("{board: all}")
    season.run(programme)
    held = ("chair@board", "dcs@team")
    assert season.run(later(programme), "2026-11-09", held=held) == {"changed-talk": ["chair@board"]}
    season.run(later(programme), "2026-11-10", held=held)
    assert season.last == []
    assert season.run(later(programme), "2026-11-16", held=(*held, "dcs@board")) == {
        "changed-talk": ["dcs@board"]
    }


def test_who_leaves_without_an_address_is_told_once_they_have_one(season: Season) -> None:
    season.run(attending("{ash: [dcs], elm: [dcs]}"))
    left = attending("{ash: [dcs]}")
    assert season.run(left, "2026-11-09") == {}
    assert season.without == ["dcs of elm"]
    assert season.run(left, "2026-11-16", held=ALL) == {"withdrawn-talk": ["dcs@elm"]}
    assert season.run(later(left), "2026-11-23", held=ALL) == {"changed-talk": ["dcs@ash"]}


def test_who_stays_under_another_post_is_not_told_to_leave(season: Season) -> None:
    held = ("dcs@ash:one@ash", "chair@board:one@ash", "dcs@team")
    season.run(attending("{ash: [dcs], board: [chair]}"), held=held)
    assert season.run(attending("{ash: [dcs]}"), "2026-11-09", held=held) == {}
    assert season.run(attending("{ash: [dcs]}"), "2026-11-16", held=held) == {}
    assert season.last == []


def test_while_nobody_says_who_comes_nobody_is_told_to_leave_and_who_is_named_is_asked(
    season: Season,
) -> None:
    season.run(attending("TBC"))
    named = attending("{ash: [dcs]}")
    assert season.run(named, "2026-11-09") == {"changed-talk": ["dcs@ash"]}
    assert season.without == []
    assert season.run(attending("TBC"), "2026-11-16") == {}
    assert season.run(later(attending("TBC")), "2026-11-23") == {"changed-talk": ["dcs@ash"]}


def test_who_joined_and_was_never_asked_is_not_told_of_the_end(season: Season) -> None:
    season.run(attending("{ash: [dcs]}"))
    season.run(attending("{ash: [dcs], elm: [dcs]}"), "2026-11-09")
    ended = attending("{ash: [dcs], elm: [dcs]}").replace("date: Thursday 21 January 2027", "date: TBC")
    assert season.run(ended, "2026-11-16", held=ALL) == {"cancelled-talk": ["dcs@ash"]}


def test_a_meeting_that_ends_and_comes_back_is_told_to_those_who_come_then(season: Season) -> None:
    both = attending("{ash: [dcs], birch: [dcs]}")
    season.run(both)
    ended = both.replace("date: Thursday 21 January 2027", "date: TBC")
    assert season.run(ended, "2026-11-09") == {"cancelled-talk": ["dcs@ash", "dcs@birch"]}
    assert season.last[0].outdated == "changes/2026-27-changed-talk.ics"
    assert season.run(attending("{ash: [dcs]}"), "2026-11-16") == {"changed-talk": ["dcs@ash"]}
    assert season.last[0].outdated == "changes/2026-27-cancelled-talk.ics"


@pytest.mark.parametrize(
    ("attends", "held", "first", "second"),
    [
        ("{ash: [dcs], elm: [dcs]}", ALL, ["dcs@ash"], ["dcs@elm"]),
        ("{elm: [dcs]}", ALL, [], ["dcs@elm"]),
        ("TBC", ALL, [], None),
    ],
    ids=["some", "none", "nobody named"],
)
def test_the_end_of_a_meeting_taken_out_of_the_file_is_told_to_those_it_asked(
    season: Season, attends: str, held: tuple[str, ...], first: list[str], second: list[str] | None
) -> None:
    season.run(attending(attends))
    gone = attending("{ash: [dcs]}").replace("talk:", "walk:")
    assert season.run(gone, "2026-11-09") == {"cancelled-talk": first}
    assert season.run(gone, "2026-11-16", held=held) == ({} if second is None else {"cancelled-talk": second})


@pytest.mark.parametrize(
    ("programme", "people", "risen"),
    [
        (
            attending("{each authority: [dcs]}"),
            f"closures: Tuesday 19 January 2027\n{NAMED}",
            {"talk"},
        ),
        (
            FORUMS,
            NAMED.replace("group: coast, round: winter-turn", "group: coast, round: TBC"),
            {"forum/winter-turn/coast", "forum/spring-turn/coast"},
        ),
    ],
    ids=["the day of a reminder", "who is challenged"],
)
def test_what_no_message_shows_raises_the_number_and_is_told_to_nobody(
    season: Season, programme: str, people: str, risen: set[str]
) -> None:
    season.run(programme, held=ALL)
    assert season.run(programme, "2026-11-09", people, ALL) == {}
    assert season.last == []
    assert {name for name, held in Revisions(season.path).held.items() if held.sequence} == risen
    shown = season.run(programme.replace("title: ", "title: New "), "2026-11-16", people, ALL)
    assert set(shown) >= {f"changed-{name.replace('/', '-')}" for name in risen}


def test_messages_of_two_meetings_have_two_files_and_keep_them(season: Season) -> None:
    programme = f"""
events:
  forum: {{title: Forum, for: each group, date: {{coast: Thursday 21 January 2027, moor: TBC}}, attends: {{ash: [dcs]}}}}
  forum-coast: {{title: Other, date: Wednesday 20 January 2027, attends: {{birch: [dcs]}}}}
{SENDING}"""
    season.run(programme)
    moved = programme.replace("Wednesday 20", "Tuesday 19")
    assert season.run(moved, "2026-11-09") == {"changed-forum-coast": ["dcs@birch"]}
    both = moved.replace("Thursday 21", "Friday 22").replace("Tuesday 19", "Monday 18")
    assert season.run(both, "2026-11-16") == {
        "changed-forum-coast": ["dcs@birch"],
        "changed-forum-coast-2": ["dcs@ash"],
    }


def test_again_is_told_what_was_told_before_as_it_is_now(season: Season) -> None:
    programme = attending("{ash: [dcs], birch: [dcs], elm: [dcs]}").replace(
        "\nactions:", "  walk: {title: Walk, date: Friday 29 January 2027, attends: {ash: [dcs]}}\nactions:"
    )
    season.run(programme)
    assert season.run(programme, "2026-11-02", again=True) == {}
    left = later(programme).replace("birch: [dcs], ", "")
    told = {"changed-talk": ["dcs@ash"], "withdrawn-talk": ["dcs@birch"]}
    assert season.run(left, "2026-11-09") == told
    contents = [message.made.content for message in season.last]
    assert season.run(left, "2026-11-16") == {}
    assert season.run(left, "2026-11-16", again=True) == told
    assert [message.made.content for message in season.last] == contents
    assert season.without == ["dcs of elm"]


def test_a_meeting_that_is_over_is_told_of_no_more(season: Season) -> None:
    programme = attending("{ash: [dcs]}")
    season.run(programme)
    assert season.run(later(programme), "2027-01-23") == {}
    assert season.run(later(programme), "2027-01-22") == {"changed-talk": ["dcs@ash"]}


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (["dcs of ash", "lead-member of ash", "dcs of elm"], "Director of Ash and Elm; Lead Member of Ash"),
        (["chair of board", "office", "gone"], "Chair of Improvement board; Office and gone"),
        ([f"dcs of {key}" for key in ("ash", "birch", "elm", "fir")], "Director of each authority"),
    ],
)
def test_who_has_no_address_is_named_by_post(who: list[str], said: str) -> None:
    assert in_words(cycle_of(SENDING, f"{BODIES}{NAMED}", papers=""), who) == said
