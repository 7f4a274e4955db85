"""What holds for every cycle: bounds are never wrong, nothing goes back as time passes, nobody is lost or counted twice."""

from bisect import bisect_left
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from peercycle.reading.extent import beyond
from peercycle.schedule.cast import Cast
from peercycle.schedule.deadline import Deadline
from peercycle.schedule.outlines import Outlines
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from peercycle.schedule.timeline import timeline
from tests.schedule.small_cycles import NAMED, OPEN, PARTLY, cycle_of

EVENTS = """
events:
  forum:
    title: Forum
    for: each group in each round
    date:
      winter-turn: {coast: Tuesday 8 December 2026, moor: TBC Wednesday 9 December 2026}
      spring-turn: {coast: Tuesday 9 March 2027, moor: 10 to 11 March 2027}
    needs: [view]
    produces: [list]
  launch: {title: Launch, date: Thursday 1 October 2026, produces: [plan]}
  hearing: {title: Hearing, for: each authority, date: TBC after own forum, needs: [list]}
  visit: {title: Visit, for: each authority, date: {winter-turn: 12 January 2027, spring-turn: April 2027}}
"""
OWNERS = (
    "owner: team",
    "owner: TBC",
    "owner: ash",
    "owner: each authority",
    "owner: lead-member of each authority",
    "owner: each authority in coast",
    "owner: each authority in spring-turn",
    "owner: each lead authority",
    "owner: each group",
    "owner: each group in each round",
    "owner: each round",
    "owner: some authorities",
    "owner: lead-challenger of each authority",
    "owner: team\n    for: each authority",
    "owner: team\n    for: each forum",
    "owner: each authority\n    for: each round",
    "owner: each group\n    for: each authority",
)
LEANS = (
    "forum",
    "own forum",
    "own hearing",
    "own visit",
    "launch",
    "first forum",
    "last forum in spring-turn",
)
WAYS = ("{}", "before {}", "after {}", "10 working days after {}", "2 weeks before {}", "1 month after {}")
DATES = ("TBC", "6 November 2026", "TBC March 2027", "by April 2027", "before 6 May 2027")
DUES = st.one_of(
    st.sampled_from(DATES),
    st.builds(str.format, st.sampled_from(WAYS), st.sampled_from(LEANS)),
    st.sampled_from(["before each forum of own group", "with a0", "a0", "3 days after a1", "before a2"]),
)
GRIDDED = st.one_of(
    DUES,
    st.builds("{{winter-turn: {}, spring-turn: {}}}".format, DUES, DUES),
    st.builds("{{coast: {}, moor: {}}}".format, DUES, DUES),
)
PAPERS = st.lists(st.sampled_from(["view", "plan", "list"]), max_size=2, unique=True)
EXCEPTIONS = st.sampled_from(
    [
        "{}",
        "{fir: {excused: true, because: New.}}",
        "{coast: {due: 1 June 2027, because: Far.}}",
        "{moor: {excused: true, because: New.}}",
        "{winter-turn: {due: before own forum, because: Near.}}",
    ]
)


@st.composite
def programmes(draw: st.DrawFn) -> str:
    """Draw a programme of three actions beside the events above."""
    text = EVENTS + "actions:\n"
    for number in range(3):
        text += f"  a{number}:\n    do: Act\n    {draw(st.sampled_from(OWNERS))}\n    due: {draw(GRIDDED)}\n"
        text += f"    needs: [{', '.join(draw(PAPERS))}]\n    produces: [{', '.join(draw(PAPERS))}]\n"
        text += f"    except: {draw(EXCEPTIONS)}\n    tracked: {draw(st.sampled_from(['true', 'false']))}\n"
    return text


def days(first: str, last: str, step: int) -> list[date]:
    """Return every so many days from one to another."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [begin + timedelta(days=n) for n in range(0, (end - begin).days + 1, step)]


STEPS = days("2026-08-20", "2027-08-10", 23)
RANK = {"undated": 0, "upcoming": 1, "due": 2, "blocked": 3, "overdue": 4}


@given(programmes(), st.sampled_from([NAMED, PARTLY, OPEN]))
def test_nothing_goes_back_as_the_date_grows_with_nothing_recorded(programme: str, people: str) -> None:
    plan = Plan(cycle_of(programme, people))
    statuses = [Status(plan, on) for on in STEPS]
    for earlier, later in pairwise(statuses):
        for before, after in zip(earlier.standings, later.standings, strict=True):
            assert RANK[before.state] <= RANK[after.state], before.task.id
            assert (before.days_late or 0) <= (after.days_late or 0)
    assert len({sum(status.counts.values()) for status in statuses}) == 1
    for status in statuses:
        for standing in status.standings:
            assert (standing.days_late is not None) == (standing.state == "overdue")
            assert standing.roots or standing.state != "blocked"


@given(programmes(), st.sampled_from([NAMED, PARTLY, OPEN]))
def test_every_task_has_its_own_id_and_words_and_stands_in_the_timeline_once(
    programme: str, people: str
) -> None:
    plan = Plan(cycle_of(programme, people))
    ids = [*(meeting.id for meeting in plan.meetings), *(task.id for task in plan.tasks)]
    assert len(set(ids)) == len(ids)
    for words in (True, False):
        shown = sorted(key for row in timeline(plan, in_words=words).rows for key in row.ids)
        counted = [task.id for task in plan.tasks if plan.counted(task)]
        assert shown == sorted([*(meeting.id for meeting in plan.meetings), *counted])
    for deadline in (*(held.date for held in plan.meetings), *(task.due for task in plan.tasks)):
        assert deadline.brief
        assert deadline.earliest is None or deadline.latest is None or deadline.earliest <= deadline.latest
        assert deadline.notice is not None or not deadline.known
        for twice in (
            "before before",
            "after before",
            "before after",
            "after after",
            "(to be confirmed) (to",
        ):
            assert twice not in deadline.text


def _within(known: Deadline, bounds: Deadline) -> bool:
    """Whether every day that a deadline can mean is a day that wider bounds allow."""
    early = bounds.earliest is None or (known.earliest is not None and bounds.earliest <= known.earliest)
    late = bounds.latest is None or (known.latest is not None and known.latest <= bounds.latest)
    return early and late


@given(programmes(), st.sampled_from([PARTLY, OPEN]))
def test_bounds_hold_whatever_the_memberships_turn_out_to_be(programme: str, people: str) -> None:
    known = {task.id: task for task in Plan(cycle_of(programme, NAMED)).tasks}
    unknown = Plan(cycle_of(programme, people)).tasks
    own = Plan(cycle_of(programme, NAMED)).cast.authorities.values()
    alike = {key for key, task in known.items() if not task.subject.authority or task.subject in own}
    compared = [task for task in unknown if task.id in alike and not task.subject.unnamed]
    for task in compared:
        assert _within(known[task.id].due, task.due), task
    assume(compared)


@given(programmes())
def test_as_many_authorities_are_counted_whether_they_are_named_or_not(programme: str) -> None:
    assume("owner: each authority in" not in programme)
    assume("each forum of own group" not in programme)
    assume("excused: true" not in programme)
    plans = [Plan(cycle_of(programme, people)) for people in (NAMED, PARTLY, OPEN)]
    totals = {sum(Status(plan, STEPS[0]).counts.values()) for plan in plans}
    assert len(totals) == 1


@given(programmes(), st.sampled_from([NAMED, PARTLY, OPEN]))
def test_a_cycle_never_comes_to_more_than_was_reckoned_before(programme: str, people: str) -> None:
    cycle = cycle_of(programme, people)
    reckoned = bisect_left(range(10_000), True, key=lambda most: beyond(cycle, most) is None)  # noqa: FBT003
    without = cycle_of(EVENTS + "actions: {}", people)
    events = bisect_left(range(10_000), True, key=lambda most: beyond(without, most) is None)  # noqa: FBT003
    outlines = Outlines(cycle, Cast(cycle))
    made = [len(outline.dues) for action in outlines.actions for outline in outlines.tasks(action)]
    held = [len(outline.dues) for event in outlines.events for outline in outlines.meetings(event)]
    assert sum(made) <= reckoned - events
    assert sum(held) <= events
