"""`status --for`: one screen for each kind of id."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import MADE_UP, REAL, Call

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("cycle", "day", "key"),
    [
        (REAL, "2017-12-01", "bolton"),
        (REAL, "2017-12-01", "bpn-trafford"),
        (REAL, "2017-12-01", "december"),
        (REAL, "2017-12-01", "sli-team"),
        (REAL, "2017-12-01", "lead-member"),
        (REAL, "2017-12-01", "submit-self-view"),
        (REAL, "2017-12-01", "forum"),
        (REAL, "2017-12-01", "forum/december/bpn-trafford"),
        (REAL, "2018-01-11", "bolton"),
        (MADE_UP, "2026-11-23", "orrinshaw"),
        (MADE_UP, "2026-11-23", "cluster-moor"),
        (MADE_UP, "2026-11-23", "january"),
    ],
)
def test_the_screen_of_one_id(call: Call, golden: Golden, cycle: str, day: str, key: str) -> None:
    answer = call("status", "-c", cycle, "--on", day, "--for", key, columns=80)
    assert (answer.code, answer.err) == (0, "")
    golden(f"cli/status-for-{key.replace('/', '-')}-{day}.txt", answer.out)


def test_a_day_outside_the_cycle_is_said_where_no_heading_says_so(call: Call) -> None:
    day, remark = ("-c", REAL, "--on", "2020-05-01"), "lies outside the cycle (summer 2017 to April 2018).\n"
    assert call("status", "--for", "bolton", *day).err == f"warning: Friday 1 May 2020 {remark}"
    whole = call("status", *day)
    assert (whole.err, "Ended: the cycle ran summer 2017 to April 2018" in whole.out) == ("", True)


def test_an_unknown_id_is_answered_with_the_nearest(call: Call) -> None:
    answer = call("status", "-c", REAL, "--for", "bpn-traford")
    assert (answer.code, answer.out) == (2, "")
    first, second = answer.err.splitlines()
    assert first == "peercycle: nothing in this cycle is called 'bpn-traford'"
    assert second.startswith("Nearest: bpn-trafford")


@pytest.mark.parametrize("command", ["status", "timeline", "history"])
def test_of_an_authority_of_another_cycle_it_is_said_which_file_was_read(call: Call, command: str) -> None:
    answer = call(command, "-c", MADE_UP, "--for", "bolton")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "peercycle: nothing in this cycle is called 'bolton'\n"
        f"{MADE_UP}, which was read, has no authority, cluster, round, body, role, action or event of that id or name.\n"
    )


@pytest.mark.parametrize("command", [("status", "--for"), ("timeline", "--for"), ("render", "checklist")])
@pytest.mark.parametrize("written", ["St-Helens", "St Helens", " st  helens ", "ST HELENS", "st-helens/"])
def test_an_authority_in_any_capitals_or_by_its_name(
    call: Call, command: tuple[str, ...], written: str
) -> None:
    asked = ("-c", REAL, "--on", "2017-12-01")
    answer = call(*command, written, *asked)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == call(*command, "st-helens", *asked).out


def test_meetings_without_a_day_stand_behind_those_they_follow(call: Call) -> None:
    out = call("status", "-c", REAL, "--on", "2017-12-01", "--for", "bolton", columns=120).out
    meetings = out[out.index("\nMeetings\n") :]
    names = (
        "Friday 12 January",
        "Ofsted Annual",
        "Follow-up",
        "Thursday 1 February",
        "Thursday 22 March",
        "signs off",
    )
    places = [meetings.index(name) for name in names]
    assert places == sorted(places)


def test_an_empty_id_is_refused(call: Call) -> None:
    assert call("status", "-c", REAL, "--for", "").code == 2


def test_an_authority_of_no_known_round_is_counted_once_for_both(call: Call) -> None:
    out = call("status", "-c", REAL, "--on", "2017-12-01", "--for", "bolton").out
    assert "send-notes, if in the December round" in " ".join(out.split())
    assert "send-notes, if in the January round" in " ".join(out.split())
    assert "12 authorities" not in out
    assert "4 overdue   2 blocked" in out
    assert "3 upcoming" in out


def test_no_authority_sees_another(call: Call) -> None:
    out = call("status", "-c", MADE_UP, "--on", "2026-11-23", "--for", "orrinshaw").out
    assert "Orrinshaw" in out
    for other in ("Tarnwick", "Vennside", "Skerriby", "Juniper Bay"):
        assert other not in out
