"""Findings on the screen: those of one authority, the immediate actions of all, and both as JSON data."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.dated import COLUMN, heading, long_heading, plain
from peercycle.model.cycle import Cycle
from peercycle.model.when import long_date
from peercycle.progress.finding import Finding
from peercycle.progress.fold import Noted, Progress
from peercycle.schedule import names
from peercycle.schedule.findings import (
    NEVER_CLOSED,
    answers,
    days_late,
    holding,
    immediate,
    is_open,
    of_authority,
    owned_by,
)
from peercycle.schedule.plan import Plan
from peercycle.schedule.sharing import ALL, own_sees, team
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import counted, listed

KIND_COLUMN: Final = 22
NO_DAY: Final = "no day agreed"


def finding_lines(
    plan: Plan, progress: Progress, on: date, columns: int, key: str, *, ids: bool = False
) -> Iterator[Line]:
    """Yield the findings of an authority and the immediate actions it, a group or a body owns; with their ids if asked."""
    found = holding(progress)
    own = of_authority(found, key)
    said = [noted for noted in own if noted.finding.kind != "immediate-action"]
    if said:
        yield from heading("Found and agreed")
    for noted in said:
        yield from _finding(plan, found, noted, columns)
        yield from _more(plan, noted, KIND_COLUMN, columns, ids=ids)
    owner = plan.cast.authorities.get(key) or Subject(group=key, body=key)
    actions = immediate(noted for noted in found if noted in own or owned_by(noted, owner))
    if actions:
        yield from long_heading(_tally(actions, on), columns, "")
    for noted in actions:
        yield from _action(plan, noted, on, columns, named=noted.authority != key)
        yield from _more(plan, noted, COLUMN, columns, ids=ids)


def immediate_lines(plan: Plan, progress: Progress, on: date, columns: int) -> Iterator[Line]:
    """Yield how many immediate actions are open, and those past their day with their owners; nothing without any."""
    actions = immediate(progress.findings)
    late = [noted for noted in actions if days_late(noted, on)]
    if actions:
        yield []
        yield from plain(_tally(actions, on), columns, style="bold late" if late else "bold")
    for noted in late:
        yield from _action(plan, noted, on, columns, named=True)


def _tally(actions: Sequence[Noted], on: date) -> str:
    """Return how many immediate actions are open, and how many of them late."""
    count = sum(map(is_open, actions))
    late = sum(days_late(noted, on) is not None for noted in actions)
    if not count:
        return f"Immediate actions: none open, {len(actions)} closed"
    passed = f", {late} past {'its' if late == 1 else 'their'} day" if late else ""
    return f"Immediate actions: {count} open{passed}"


def _finding(plan: Plan, found: Sequence[Noted], noted: Noted, columns: int) -> Iterator[Line]:
    finding = noted.finding
    yield from beside(finding.kind, said(finding), 2, KIND_COLUMN, columns)
    for offer in answers(found, noted):
        name = whom(plan.cycle, offer.authority)
        yield from beside("", f"offered by {name}: {offer.finding.text}", 2, KIND_COLUMN, columns)


def said(finding: Finding) -> str:
    """Return what was found in words: a day in full, a placement by whose judgement, a text with its theme."""
    if finding.kind == "conversation-date":
        return long_date(date.fromisoformat(finding.text))
    if finding.kind == "placement":
        whole = f", {finding.enabler}" if finding.enabler else ""
        return finding.text + whole + (f" ({finding.judged.rpartition('-')[2]})" if finding.judged else "")
    return finding.text + (f" ({finding.theme})" if finding.theme else "")


def _action(plan: Plan, noted: Noted, on: date, columns: int, *, named: bool) -> Iterator[Line]:
    finding, late = noted.finding, days_late(noted, on)
    label = long_date(finding.due) if finding.due else NO_DAY
    about = (
        f" (for {whom(plan.cycle, noted.authority)})" if named and finding.owner != noted.authority else ""
    )
    passed = f", {counted(late, 'day')} late" if late else ""
    text = f"{whom(plan.cycle, finding.owner)}: {said(finding).removesuffix('.')}{about}{passed}"
    yield from beside(
        label if is_open(noted) else "closed", text, 2, COLUMN, columns, ("late" if late else "", "")
    )


def _more(plan: Plan, noted: Noted, column: int, columns: int, *, ids: bool) -> Iterator[Line]:
    """Yield what stands below a finding: how it was closed, whom else it is shown to, its id."""
    if noted.closed:
        outcome = f": {noted.closed.outcome}" if noted.closed.outcome else ""
        yield from beside(
            "", f"closed {long_date(noted.closed.date)}{outcome}", 2, column, columns, ("", "good")
        )
    if noted.finding.shared_with or not own_sees(plan, noted.authority, noted.finding):
        yield from beside("", f"shown to {audience(plan, noted)}", 2, column, columns, ("", "dim"))
    if ids:
        noted_on = f"{noted.record.id}, {long_date(noted.record.date)}"
        yield from beside("", noted_on, 2, column, columns, ("", "dim"))


def whom(cycle: Cycle, key: str) -> str:
    """Return an authority, a group or a body by its name, the id for what the cycle does not know."""
    return cycle.groups[key].name if key in cycle.groups else names.anyone(cycle, key or None)


def audience(plan: Plan, noted: Noted) -> str:
    """Return who may see a finding: "Bolton and the SLI team only", "Bolton, the SLI team and every authority"."""
    cycle, finding = plan.cycle, noted.finding
    own = own_sees(plan, noted.authority, finding)
    whose = [whom(cycle, noted.authority)] if own else []
    whose += [the(cycle, key) for key in (team(cycle),) if key]
    more = dict.fromkeys(
        key for key in (*finding.shared_with, finding.owner) if key not in ("", noted.authority)
    )
    whose += [the(cycle, key) for key in more]
    unseen = "" if own else f", not {whom(cycle, noted.authority)} itself"
    return listed(dict.fromkeys(whose) or ["nobody"]) + ("" if more else " only") + unseen


def the(cycle: Cycle, key: str) -> str:
    """Return whom an id of `shared-with` means, with an article where it takes one: "the SLI team", "Ofsted", "the Dale cluster", "BPN Trafford"."""
    if key == ALL:
        return f"every {cycle.words.authority}"
    name, body = whom(cycle, key), cycle.bodies.get(key)
    common = body is not None and (" " in name or (name != body.name and name in body.name.split()))
    ends = key in cycle.groups and name.casefold().endswith(cycle.words.group.casefold())
    return f"the {name}" if common or ends else name


def findings_data(plan: Plan, progress: Progress, on: date) -> list[dict[str, Any]]:
    """Return the findings of the cycle as JSON data, in the order they were made; `open` is null where nothing closes it."""
    return [_data(plan, noted, on) for noted in holding(progress)]


def _data(plan: Plan, noted: Noted, on: date) -> dict[str, Any]:
    finding, closed = noted.finding, noted.closed
    return {
        "id": noted.record.id,
        "authority": noted.authority,
        "kind": finding.kind,
        "text": finding.text,
        "date": noted.record.date.isoformat(),
        "theme": finding.theme or None,
        "owner": finding.owner or None,
        "due": finding.due.isoformat() if finding.due else None,
        "days_late": days_late(noted, on),
        "judged": finding.judged or None,
        "enabler": finding.enabler or None,
        "answers": finding.answers or None,
        "shared_with": list(finding.shared_with),
        "shown_to_own": own_sees(plan, noted.authority, finding),
        "open": None if finding.kind in NEVER_CLOSED else is_open(noted),
        "closed": closed.date.isoformat() if closed else None,
        "outcome": (closed.outcome or None) if closed else None,
    }
