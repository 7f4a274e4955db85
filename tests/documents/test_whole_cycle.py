"""Every document of both cycles on days from first to last: with no log, with little in it, and with everything done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from peercycle.documents.edition import Edition
from peercycle.documents.kinds import KINDS
from peercycle.progress.fold import Progress, fold
from peercycle.progress.record import Record
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, REAL, plan
from tests.documents.made import blocks

DAYS = [
    (REAL, "2017-09-01"), (REAL, "2018-01-05"), (REAL, "2018-02-20"), (REAL, "2018-04-30"),
    (MADE_UP, "2026-09-01"), (MADE_UP, "2026-12-30"), (MADE_UP, "2027-02-10"), (MADE_UP, "2027-04-30"),
]  # fmt: skip


def nothing(_: Plan, __: date) -> Progress:
    """Return what no record comes to."""
    return fold([])


def little(of: Plan, on: date) -> Progress:
    """Return what one record comes to, of a meeting: from then on what is late is said to be overdue."""
    first = of.meetings[0]
    return fold([Record("r0", "2017-08-31T10:00:00+00:00", "the coordinator", "held", on, event=first.id)])


def everything(of: Plan, on: date) -> Progress:
    """Return what it comes to that every task is done."""
    at = "2017-08-31T10:00:00+00:00"
    return fold(
        Record(
            f"r{number}",
            at,
            "the coordinator",
            "done",
            on,
            action=task.action if task.owner.authority else task.id,
            event=task.event if task.owner.authority else None,
            authority=task.owner.authority,
            about=task.about,
        )
        for number, task in enumerate(of.tasks)
    )


@pytest.mark.parametrize("log", [nothing, little, everything])
@pytest.mark.parametrize(("path", "on"), DAYS)
def test_every_document_can_be_laid_out(path: Path, on: str, log: Callable[[Plan, date], Progress]) -> None:
    day = date.fromisoformat(on)
    of = Edition(Status(plan(path), day, log(plan(path), day)), "abc123")
    for kind, held in KINDS.items():
        for subject in held.subjects(of.plan):
            title = blocks(of, kind, subject)[0]
            assert (title["kind"], title["level"]) == ("heading", 1)
