"""What holds of every status with a log, whatever is recorded and whatever the day."""

from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from peercycle.progress.fold import Progress, fold
from peercycle.progress.lines import read_log
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, plan

FIRST = date(2026, 9, 1)
DAYS = st.integers(0, 240).map(lambda days: FIRST + timedelta(days))


@cache
def records() -> tuple[Record, ...]:
    log = MADE_UP.with_suffix(".progress.jsonl")
    return read_log("log", log.read_bytes()).records


def made_up() -> Plan:
    return plan(MADE_UP)


SOME = st.lists(st.sampled_from(range(130)), max_size=60, unique=True)


def some(chosen: list[int], on: date) -> Progress:
    return fold([records()[position] for position in chosen], on)


@settings(max_examples=30)
@given(SOME, DAYS)
def test_every_task_is_in_one_state_and_counted_once(chosen: list[int], on: date) -> None:
    status = Status(made_up(), on, some(chosen, on))
    total = sum(Status(made_up(), on).counts.values())
    assert sum(status.counts.values()) == total
    for standing in status.standings:
        assert (standing.state == "done") == (standing.recorded.done is not None)
        assert (standing.days_late is not None) == (standing.state == "overdue")
        assert bool(standing.waiting_on) == (standing.state != "done")
        if standing.state == "blocked":
            assert standing.roots
            assert standing.task.id not in standing.roots


@settings(max_examples=30)
@given(SOME, DAYS, st.integers(0, 60))
def test_what_is_done_stays_done_as_the_days_go_by(chosen: list[int], on: date, later: int) -> None:
    then = on + timedelta(later)
    first, second = (Status(made_up(), day, some(chosen, day)) for day in (on, then))
    done = {standing.task.id for standing in first.standings if standing.state == "done"}
    assert done <= {standing.task.id for standing in second.standings if standing.state == "done"}


@settings(max_examples=30)
@given(SOME, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_is_no_matter(chosen: list[int], shuffle: object) -> None:
    on = date(2026, 11, 23)
    mixed = list(chosen)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert (
        Status(made_up(), on, some(mixed, on)).standings == Status(made_up(), on, some(chosen, on)).standings
    )


def test_a_status_with_nothing_recorded_is_the_one_without_a_log() -> None:
    on = date(2026, 11, 23)
    assert Status(made_up(), on, fold((), on)).standings == Status(made_up(), on).standings
