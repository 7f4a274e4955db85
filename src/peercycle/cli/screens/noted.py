"""What `note` answers: what was noted or closed, who may see it, what is open now, and how to go on."""

from collections.abc import Iterator
from datetime import date

from peercycle.cli.screen import Line, beside, flow
from peercycle.cli.screens.dated import outside, plain, title
from peercycle.cli.screens.findings import audience, finding_lines, said, the, whom
from peercycle.model.when import long_date
from peercycle.progress.finding import Finding
from peercycle.progress.fold import Noted, Progress
from peercycle.schedule.findings import LATEST_HOLDS, NAMES, NEVER_CLOSED, conversations, holding, open_counts
from peercycle.schedule.plan import Plan
from peercycle.schedule.sharing import beyond, may_see, paper_of
from peercycle.schedule.wording import listed


def noted_lines(
    plan: Plan, before: Progress, progress: Progress, noted: Noted, columns: int
) -> Iterator[Line]:
    """Yield the answer to a finding just noted; `before` is what was on record without it."""
    record, finding, cycle = noted.record, noted.finding, plan.cycle
    what = f"{NAMES[finding.kind][0]} of {whom(cycle, noted.authority)}, {long_date(record.date)}."
    yield from flow([("Noted: ", "good"), (what, "")], columns)
    yield from beside("", said(finding), 2, 2, columns)
    if finding.owner:
        by = f", by {long_date(finding.due)}" if finding.due else ""
        yield from plain(f"Owner: {whom(cycle, finding.owner)}{by}", columns, 2)
    for warning in _warnings(plan, before, noted):
        yield from flow([("warning: ", "warning"), (warning, "")], columns)
    if replaced := _replaced(before, noted):
        yield from plain(
            f"It was: {said(replaced.finding)}, noted {long_date(replaced.record.date)}", columns
        )
    yield from plain(f"Shown to: {audience(plan, noted)}", columns)
    yield from _open(plan, progress, noted.authority, columns)
    if finding.kind not in NEVER_CLOSED:
        yield from plain(
            f"To close it: peercycle note --close {record.id} --outcome TEXT", columns, style="dim"
        )
    if finding.kind == "support-request":
        yield from plain(
            f"To offer help: peercycle note AUTHORITY good-practice TEXT --answers {record.id}",
            columns,
            style="dim",
        )
    yield from _undo(record.id, columns)


def _warnings(plan: Plan, before: Progress, noted: Noted) -> Iterator[str]:
    finding, cycle = noted.finding, plan.cycle
    again = _again(before, noted)
    if again:
        yield f"the same is on record already, as {again.record.id} of {long_date(again.record.date)}."
    if further := beyond(plan, noted.authority, finding):
        document = cycle.documents[paper_of(finding)].title
        yield (
            f"this is shared with {listed([the(cycle, key) for key in further])}, further than the paper '{document}' goes "
            f"(documents/{paper_of(finding)}/shown-to)."
        )
    request = next((each for each in before.findings if each.record.id == finding.answers), None)
    if request and not may_see(plan, noted, plan.cast.authorities[request.authority]):
        name = whom(cycle, request.authority)
        yield f"{name} asked for this and is not shown it; note it with --shared-with {request.authority}."
    if finding.kind == "conversation-date":
        yield from _in_the_file(plan, noted)
    day = date.fromisoformat(finding.text) if finding.kind == "conversation-date" else finding.due
    if day and (said := outside(cycle, day)):
        yield said


def _in_the_file(plan: Plan, noted: Noted) -> Iterator[str]:
    """Yield that the cycle file has another day for a conversation, which goes before what is noted."""
    for meeting in conversations(plan, noted.authority):
        if meeting.date.exact and meeting.date.exact.isoformat() != noted.finding.text:
            yield (
                f"the cycle file says {long_date(meeting.date.exact)}, and that day counts. "
                f"To change it: peercycle confirm {meeting.id} --date {noted.finding.text}"
            )


def _again(before: Progress, noted: Noted) -> Noted | None:
    """Return a finding that says the same of the same authority and holds."""
    finding = noted.finding
    alike = (noted.authority, finding.kind, finding.text, finding.judged, finding.enabler)
    for each in holding(before):
        of: Finding = each.finding
        if each.closed is None and (each.authority, of.kind, of.text, of.judged, of.enabler) == alike:
            return each
    return None


def _replaced(before: Progress, noted: Noted) -> Noted | None:
    """Return the finding that no longer holds because of this one, where it said something else."""
    finding = noted.finding
    if finding.kind not in LATEST_HOLDS:
        return None
    alike = (noted.authority, finding.kind, finding.judged, finding.enabler)
    for each in holding(before):
        of = each.finding
        if (each.authority, of.kind, of.judged, of.enabler) == alike and of.text != finding.text:
            return each
    return None


def closed_lines(plan: Plan, progress: Progress, noted: Noted, columns: int) -> Iterator[Line]:
    """Yield the answer to a finding just closed; `noted` holds the record that closed it."""
    assert noted.closed is not None  # noqa: S101
    closed = noted.closed
    what = f"{NAMES[noted.finding.kind][0]} of {whom(plan.cycle, noted.authority)}, {long_date(closed.date)}."
    yield from flow([("Closed: ", "good"), (what, "")], columns)
    yield from beside("", said(noted.finding), 2, 2, columns)
    if closed.outcome:
        yield from plain(f"Outcome: {closed.outcome}", columns, 2)
    if closed.date < noted.record.date:
        warning = f"this was noted only on {long_date(noted.record.date)}."
        yield from flow([("warning: ", "warning"), (warning, "")], columns)
    yield from _open(plan, progress, noted.authority, columns)
    yield from _undo(closed.id, columns)


def listing_lines(plan: Plan, progress: Progress, on: date, columns: int, authority: str) -> Iterator[Line]:
    """Yield the findings of one authority with their ids, those that are open first."""
    name = whom(plan.cycle, authority)
    yield from title(f"{name}: findings", long_date(on), columns)
    lines = list(finding_lines(plan, progress, on, columns, authority, ids=True))
    if not lines:
        yield from plain(f"Nothing is noted of {name} yet.", columns)
    yield from lines


def _open(plan: Plan, progress: Progress, authority: str, columns: int) -> Iterator[Line]:
    counts = open_counts(holding(progress), authority)
    yield from plain(f"Open for {whom(plan.cycle, authority)}: {listed(counts) or 'nothing'}", columns)


def _undo(record_id: str, columns: int) -> Iterator[Line]:
    yield from plain(f"To take it back: peercycle record --undo {record_id}", columns, style="dim")
