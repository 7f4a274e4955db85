"""What is shown after something was written down: not an echo, but what it settles, what it frees and what is still owed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from peercycle.cli.recording import shared_id
from peercycle.cli.screen import Line, beside, flow
from peercycle.cli.screens.dated import counted, plain
from peercycle.model.when import long_date
from peercycle.progress.record import Record
from peercycle.schedule import names
from peercycle.schedule.drafting import Happened
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Plan, Task
from peercycle.schedule.recorded import signatures
from peercycle.schedule.status import Standing, Status
from peercycle.schedule.wording import listed

COLUMN = 13
_MOST = 6


def recorded_lines(
    before: Status,
    after: Status,
    happenings: Sequence[tuple[Step, Happened]],
    said: Mapping[str, Sequence[str]],
    kept: Sequence[Record],
    columns: int,
) -> Iterator[Line]:
    """Yield what was recorded, what is to be remarked of it, and the new standing."""
    for (what, _), group in _alike(after, happenings).items():
        yield from flow([("Recorded", "good"), (_sentence(after, what, group), "")], columns)
    for line, whose in _remarks(after, happenings, said):
        warning = f"{whose}: {line}" if whose else line
        yield from beside("", f"warning: {warning}.", 2, 2, columns, ("", "warning"))
    yield from _standing(before, after, [about for about, _ in happenings], columns)
    yield from taken_back(kept, columns)


def taken_back(kept: Sequence[Record], columns: int) -> Iterator[Line]:
    """Yield how to take back what was recorded."""
    yield from plain(f"To take it back: peercycle record --undo {shared_id(kept)}", columns, style="dim")


def undone_lines(before: Status, after: Status, undone: Sequence[Record], columns: int) -> Iterator[Line]:
    """Yield what was taken back, and the new standing."""
    for record in undone:
        yield from flow([("Taken back", "good"), (f": {told(after.plan, record)}", "")], columns)
    ids = {(record.action, record.authority) for record in undone}
    steps: list[Step] = [
        task for task in after.plan.tasks if {(task.action, task.authority), (task.id, None)} & ids
    ]
    yield from _standing(before, after, steps, columns)


def told(plan: Plan, record: Record) -> str:
    """Return in a few words what a record says: "Bolton, submit-self-view sent on Friday 27 October 2017"."""
    cycle = plan.cycle
    whose = (
        cycle.authorities[record.authority].name
        if record.authority in cycle.authorities
        else record.authority
    )
    what = {"signed": "", "noted": ""}.get(record.what, record.what)
    if record.role and record.what != "chased":
        what = f"{what}{', ' if what else ''}signed by the {names.signatory(cycle, record.role)}"
    if record.finding:
        what = f"noted {record.finding.kind}"
    thing = " ".join(filter(None, (record.action or record.event, what)))
    return f"{', '.join(filter(None, (whose, thing)))} on {long_date(record.date)}"


def _alike(
    status: Status, happenings: Sequence[tuple[Step, Happened]]
) -> dict[tuple[str, Happened], list[Step]]:
    """Return what happened alike to several, together."""
    gathered: dict[tuple[str, Happened], list[Step]] = {}
    for about, happened in happenings:
        key = about.action if isinstance(about, Task) else about.id
        late = _late(status, about, happened)
        gathered.setdefault((f"{key}{_words(status, happened)}{late}", happened), []).append(about)
    return gathered


def _sentence(status: Status, what: str, group: Sequence[Step]) -> str:
    whose = [_whose(status.plan, step) for step in group]
    lead = f" for {_several(whose)}" if all(whose) else ""
    return f"{lead}: {what}."


def _several(whose: Sequence[str]) -> str:
    return listed(whose) if len(whose) <= _MOST else f"{len(whose)} authorities"


def _whose(plan: Plan, step: Step) -> str:
    if isinstance(step, Task) and step.authority:
        return plan.cycle.authorities[step.authority].name
    return ""


def _words(status: Status, happened: Happened) -> str:
    """Return what happened: " sent, signed by the Lead Member, on Monday 23 November 2026"."""
    cycle = status.plan.cycle
    roles = listed([f"the {names.signatory(cycle, role)}" for role in happened.signed])
    parts = [
        *([happened.what] if happened.what != "signed" else []),
        *([f"signed by {roles}"] if roles else []),
    ]
    comma = "," if len(parts) > 1 else ""
    return f" {', '.join(parts)}{comma} on {long_date(happened.date)}"


def _late(status: Status, about: Step, happened: Happened) -> str:
    due = about.due.latest if isinstance(about, Task) else None
    if due is None or happened.date <= due or not status.settled(about):
        return ""
    days = (happened.date - due).days
    return f", {days} day{'' if days == 1 else 's'} late"


def _remarks(
    status: Status, happenings: Sequence[tuple[Step, Happened]], said: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Yield each remark with whom it is of, where that is not plain; the same remark of several once."""
    alike: dict[str, list[str]] = {}
    for about, _ in happenings:
        for line in said[about.id]:
            own = f"/{about.authority}" if isinstance(about, Task) and about.authority else "\0"
            alike.setdefault(line.replace(own, ""), []).append(_whose(status.plan, about))
    for line, whose in alike.items():
        yield line, _several(whose) if len(happenings) > 1 else ""


def _standing(before: Status, after: Status, about: Sequence[Step], columns: int) -> Iterator[Line]:
    """Yield what is done and freed by it, what is still waited for and still owed, and the counts."""
    was = {standing.task.id: standing for standing in before.standings}
    changed = [s for s in after.standings if s.task.id in was and s.state != was[s.task.id].state]
    done = [s for s in changed if s.state == "done"]
    freed = [s for s in changed if was[s.task.id].state == "blocked" and s.state not in ("done", "blocked")]
    open_again = [s for s in changed if was[s.task.id].state == "done"]
    for label, standings, style in (("Done", done, "good"), ("Open again", open_again, "warning")):
        if standings:
            yield from beside(label, _actions(after, standings), 2, COLUMN, columns, (style, ""))
    if freed:
        yield from beside("Unblocked", _freed(freed), 2, COLUMN, columns, ("good", ""))
    ids = {step.id for step in about}
    waiting = [s for s in after.standings if s.task.id in ids and s.state != "done" and s.recorded.last]
    for standing in waiting[:_MOST]:
        yield from beside("", _waits(after, standing, len(waiting) > 1), 2, 2, columns, ("", ""))
    yield from _owed(after, about, ids, columns)
    yield from counted(after.counts, columns, all_of_them=False)


def _actions(status: Status, standings: Iterable[Standing]) -> str:
    """Return the actions of tasks, each with how many of it where there are several."""
    counts: dict[str, int] = {}
    for standing in standings:
        if status.plan.counted(standing.task):
            counts[standing.task.action] = counts.get(standing.task.action, 0) + 1
    return ", ".join(f"{action} ({count})" if count > 1 else action for action, count in counts.items())


def _freed(freed: Sequence[Standing]) -> str:
    counts: dict[str, list[Standing]] = {}
    for standing in freed:
        counts.setdefault(f"{standing.task.action}, due {standing.task.due.brief}", []).append(standing)
    return "; ".join(f"{text} ({len(held)})" if len(held) > 1 else text for text, held in counts.items())


def _waits(status: Status, standing: Standing, several: bool) -> str:
    recorded = standing.recorded
    since = f", since {long_date(standing.since)}" if standing.since else ""
    late = (
        f", {standing.days_late} day{'' if standing.days_late == 1 else 's'} late"
        if standing.days_late
        else ""
    )
    far = signatures(status.plan.action(standing.task).sign_off, recorded)
    signed = f": {far}" if far else ""
    lead = f"{standing.task.action}: still" if several else "Still"
    whom = f"the {standing.waiting_on}" if recorded.turn else standing.waiting_on
    return f"{lead} waiting on {whom}{since}{signed}{late}"


def _owed(status: Status, about: Sequence[Step], ids: set[str], columns: int) -> Iterator[Line]:
    """Yield what else one authority owes by now."""
    whose = {step.authority for step in about if isinstance(step, Task)}
    if len(whose) != 1 or None in whose:
        return
    key = next(iter(whose)) or ""
    owed = [
        standing.task.action
        for standing in status.standings
        if standing.state == "overdue"
        and standing.task.owner.authority == key
        and standing.task.id not in ids
    ]
    if owed:
        name = status.plan.cycle.authorities[key].name
        yield from beside("", f"Still owed by {name}: {', '.join(dict.fromkeys(owed))}", 2, 2, columns)
