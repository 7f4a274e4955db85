"""One task as a checklist words it: what to do, by when, with what, for whom, and whose move it is."""

from collections.abc import Iterator
from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.audience import shown_to_authority, titles
from peercycle.documents.deadlines import task_when
from peercycle.documents.people import challenges
from peercycle.documents.timetable import turns, turns_known
from peercycle.documents.wording import capital
from peercycle.model.owner import Party
from peercycle.schedule import names
from peercycle.schedule.plan import Task
from peercycle.schedule.wording import listed

Row = dict[str, Any]


def to_do(reader: Addressee, task: Task) -> Row:
    """Return a task to be ticked: with all the reader needs for it."""
    return {
        "id": ident(reader, task),
        "do": reader.action(task).do.rstrip("."),
        "when": task_when(reader.edition, task, reader.words),
        "details": [*_about(reader, task), *_receivers(reader, task), *_contents(reader, task)],
        "who": who_acts(reader, task),
    }


def ident(reader: Addressee, task: Task) -> str:
    """Return the id of a task's tick: its action, with its meeting or the round in which a group does it."""
    occasion = task.event or (task.subject.round if reader.of_group(task) else None)
    return "-".join(filter(None, (task.action, occasion)))


def in_brief(reader: Addressee, task: Task) -> Row:
    """Return a task as a row of a table."""
    details = [*_about(reader, task), *_receivers(reader, task)]
    do = reader.action(task).do.rstrip(".")
    return {
        "when": capital(task_when(reader.edition, task, reader.words)),
        "lead": "",
        "what": " ".join([f"{do}.", *details]).rstrip(".") if details else do,
        "who": capital(who_acts(reader, task)) or reader.name,
    }


def passed(reader: Addressee, task: Task) -> Row:
    """Return a task whose day has gone by with nothing recorded."""
    return {
        "when": capital(task_when(reader.edition, task, reader.words)),
        "what": reader.action(task).do.rstrip("."),
        "details": [
            *_signatures(reader, task),
            *_about(reader, task),
            *_receivers(reader, task),
            *_shared(reader, task),
        ],
    }


def received(reader: Addressee, task: Task) -> Row:
    """Return what comes back to the reader by somebody else's task, as a row of a table."""
    return {
        "when": capital(when_of(reader, task)),
        "what": capital(papers(reader, task)),
        "who": capital(sender(reader, task)),
    }


def not_received(reader: Addressee, task: Task) -> Row:
    """Return what should have come back to the reader by a day that has gone by."""
    row = received(reader, task)
    return {"when": row["when"], "what": f"{row['what']}, from {sender(reader, task)}", "details": []}


def when_of(reader: Addressee, task: Task) -> str:
    """Return by when somebody else's task is due, and in which round it is the reader's where that is not settled."""
    return task_when(reader.edition, task, reader.words) + _condition(reader, task)


def _condition(reader: Addressee, task: Task) -> str:
    """Return in which round a task is the reader's: " if you are challenged in December", "" where that is settled."""
    round_ = task.subject.round
    if not round_ or reader.subject.round or reader.sent_to_group(task):
        return ""
    return f" if you are challenged in {reader.words.round(round_)}"


def sender(reader: Addressee, task: Task) -> str:
    """Return who does a task for the reader."""
    owner = task.owner
    if owner.body:
        return reader.words.the(owner.body)
    return (
        reader.words.group(owner.group) if owner.group in reader.edition.cycle.groups else "whoever sends it"
    )


def who_acts(reader: Addressee, task: Task) -> str:
    """Return whose move a task is: a role, or those who sign; "" where it is simply the authority's."""
    action = reader.action(task)
    if action.owner.role and task.about is None:
        return reader.words.role(action.owner.role)
    group = _group(reader, task) if reader.of_group(task) else ""
    signed = f"signed by {reader.words.signatories(action.sign_off)}" if action.sign_off else ""
    return "; ".join(filter(None, (group, signed)))


def _group(reader: Addressee, task: Task) -> str:
    """Return the group whose move a task is, with the authority that leads it."""
    cycle = reader.edition.cycle
    held = cycle.groups.get(task.owner.group or "")
    if held is None:
        return f"your {cycle.words.group}"
    led = f", led by {cycle.authorities[held.lead].name}" if held.lead in cycle.authorities else ""
    return f"{reader.words.group(task.owner.group or '')}{led}"


def _shared(reader: Addressee, task: Task) -> Iterator[str]:
    """Yield whose a task is where it is not the reader's alone."""
    if reader.of_group(task):
        yield f"Who: {_group(reader, task)}."


def papers(reader: Addressee, task: Task) -> str:
    """Return the papers that a task brings the reader: those it produces, and those of each authority it passes on."""
    action = reader.action(task)
    documents = reader.edition.cycle.documents
    others = [
        key
        for key in (*action.produces, *action.needs)
        if key in documents and reader.of_others(documents[key], task)
    ]
    if others:
        return f"of those you challenge: {titles(reader.edition, others, reader.words)}"
    own = {key for other in reader.mine for key in reader.action(other).produces}
    passed_on = [key for key in action.needs if key in documents and key not in own]
    if action.produces:
        passed_on = [key for key in passed_on if documents[key].per == "authority"]
    shown = [
        key
        for key in (*action.produces, *passed_on)
        if shown_to_authority(reader.edition, key, reader.subject)
    ]
    return titles(reader.edition, shown, reader.words) or reader.words.inside(action.do)


def _about(reader: Addressee, task: Task) -> Iterator[str]:
    """Yield whom a task is about, or whom the reader challenges at the meeting it prepares for, where that is known."""
    rows = reader.edition.cycle.authorities
    if task.about:
        yield f"This is about {rows[task.about].name}."
    if reader.of_group(task) and task.subject.round:
        yield f"This is about the {reader.words.round(task.subject.round)} round."
    meeting = next((m for m in reader.edition.plan.meetings if m.id == task.event), None)
    if meeting and challenges(meeting) and turns_known(reader.edition):
        others = [rows[key].name for key in turns(reader.edition, meeting) if key != reader.authority]
        yield f"Challenged that day: {listed(others)}." if others else "Nobody else is challenged that day."


def _receivers(reader: Addressee, task: Task) -> Iterator[str]:
    action = reader.action(task)
    parties = [party for party in action.to if party.many is None and not party.tbc]
    found = [_receiver(reader, party) for party in parties if not _said(reader, party, action.do)]
    if found:
        yield f"To: {listed(found)}."


def _receiver(reader: Addressee, party: Party) -> str:
    name = reader.words.party(party)
    return f"the {name}" if party.role else name


def _said(reader: Addressee, party: Party, do: str) -> bool:
    return names.body(reader.edition.cycle, party.who) in do


def _contents(reader: Addressee, task: Task) -> Iterator[str]:
    action = reader.action(task)
    if action.including:
        yield f"It covers: {'; '.join(action.including)}."
    seen = [key for key in action.needs if shown_to_authority(reader.edition, key, reader.subject)]
    if seen:
        yield f"You need: {titles(reader.edition, seen, reader.words)}."


def _signatures(reader: Addressee, task: Task) -> Iterator[str]:
    """Yield who has to sign, unless the task says so itself."""
    action = reader.action(task)
    roles = [names.role(reader.edition.cycle, key) for step in action.sign_off for key in step]
    if not all(role in action.do for role in roles):
        yield f"To be signed by: {reader.words.signatories(action.sign_off)}."
