"""The view of a checklist: what one authority must do, attend and receive, and by when. Nothing of any other's."""

from collections.abc import Iterator
from typing import Any

from peercycle.documents import meetings_of_authority as its
from peercycle.documents.glossary import provenance
from peercycle.documents.open_points import open_points
from peercycle.documents.wording import Wording, capital, cycle_label, listed
from peercycle.model.owner import Party
from peercycle.model.when import long_date
from peercycle.schedule.plan import Task
from peercycle.schedule.status import Standing, Status
from peercycle.schedule.subject import Subject


def checklist(status: Status, authority: str, state: str) -> dict[str, Any]:
    """Return the view of one authority's checklist on a day."""
    words = Wording(status.plan.cycle)
    cycle, row = status.plan.cycle, status.plan.cycle.authorities[authority]
    mine = _mine(status, authority)
    view: dict[str, Any] = {
        "title": f"{row.name}: peer challenge checklist, {cycle_label(cycle.cycle)}",
        "name": row.name,
        "on": long_date(status.on),
        "audience": f"{row.name} and the {words.body(its.team(status.plan))} only"
        if its.team(status.plan)
        else row.name,
        "opening": its.opening(status, authority, words),
        "notice": long_date(status.notice_ends),
    }
    view["now"] = [
        _item(status, standing, words)
        for standing in mine
        if standing.state == "due" and not status.past(standing.task)
    ]
    view["passed"] = [_passed(status, standing, words) for standing in mine if status.past(standing.task)]
    view["passed"] += [
        _received(status, standing, words)
        for standing in _owed(status, authority)
        if status.past(standing.task)
    ]
    view["later"] = _later(status, authority, mine, words)
    view["open"] = open_points(status.plan, its.touching(status.plan, authority), words)
    view["handling"] = cycle.handling
    view["provenance"] = provenance(status, state)
    return view


def _mine(status: Status, authority: str) -> list[Standing]:
    """Return the authority's own tasks, and those of authorities not yet named that may be its own."""
    subject = status.plan.cast.authorities[authority]
    return [
        s
        for s in status.standings
        if status.plan.action(s.task).suggested is None and _may_be(s.task.owner, subject)
    ]


def _may_be(owner: Subject, subject: Subject) -> bool:
    if owner.authority:
        return owner.authority == subject.authority
    return owner.body is None and owner.group is None and owner.round is not None and owner.agrees(subject)


def _owed(status: Status, authority: str) -> list[Standing]:
    """Return the tasks that others do for this authority: what comes back to it."""
    subject = status.plan.cast.authorities[authority]
    return [
        s
        for s in status.standings
        if status.plan.counted(s.task)
        and not _may_be(s.task.owner, subject)
        and s.task.subject not in (Subject(), s.task.owner)
        and s.task.subject.group is None
        and s.task.subject.agrees(subject)
    ]


def _item(status: Status, standing: Standing, words: Wording) -> dict[str, Any]:
    task, action = standing.task, status.plan.action(standing.task)
    return {
        "id": task.action if task.event is None else f"{task.action}-{task.event.replace('/', '-')}",
        "do": action.do,
        "when": f"{_due_word(task)} {task.due.text}".strip(),
        "sum": task.due.sum,
        "details": list(_details(status, task, words)),
    }


def _due_word(task: Task) -> str:
    text = task.due.brief
    return "" if text.startswith(("before", "after", "by ", "to be")) or not task.due.day else "by"


def _details(status: Status, task: Task, words: Wording) -> Iterator[str]:
    action = status.plan.action(task)
    if action.to:
        yield f"Send it to the {listed([words.party(party) for party in action.to])}."
    if action.sign_off:
        yield f"Signed off by: {_signatories(action.sign_off, words)}."
    if action.including:
        yield f"It covers: {'; '.join(action.including)}."
    if action.needs:
        yield f"Have ready: {listed([its.paper(status.plan, key) for key in action.needs])}."


def _signatories(steps: tuple[tuple[str, ...], ...], words: Wording) -> str:
    return ", then ".join(words.roles(step) for step in steps)


def _passed(status: Status, standing: Standing, words: Wording) -> dict[str, Any]:
    item = _item(status, standing, words)
    signed = [detail for detail in item["details"] if detail.startswith("Signed")]
    return {"when": capital(item["when"]), "what": item["do"], "details": signed}


def _received(status: Status, standing: Standing, words: Wording) -> dict[str, Any]:
    action = status.plan.action(standing.task)
    papers = listed([its.paper(status.plan, key) for key in action.produces]) or action.do
    sender = Party(action.owner.words, tbc=False, role="", who=standing.task.owner.body or "", many=None)
    return {
        "when": capital(f"{_due_word(standing.task)} {standing.task.due.text}".strip()),
        "what": f"{capital(papers)}, received from the {words.party(sender)}",
        "details": [],
    }


def _later(status: Status, authority: str, mine: list[Standing], words: Wording) -> list[dict[str, str]]:
    rows = [
        (standing.task.due, {"when": capital(_item(status, standing, words)["when"]), "what": status.plan.action(standing.task).do,
                             "who": its.who_acts(status.plan, standing.task, words)})
        for standing in mine
        if not status.past(standing.task) and standing.state != "due"
    ]  # fmt: skip
    rows += [
        (
            standing.task.due,
            {
                "when": (received := _received(status, standing, words))["when"],
                "what": received["what"],
                "who": "",
            },
        )
        for standing in _owed(status, authority)
        if not status.past(standing.task)
    ]
    rows += its.meeting_rows(status, authority, words)
    rows.sort(
        key=lambda row: (
            row[0].earliest is None and row[0].latest is None,
            row[0].earliest or row[0].latest or status.on,
        )
    )
    return [row for _, row in rows]
