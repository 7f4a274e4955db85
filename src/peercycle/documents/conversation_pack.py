"""The view of a pack list: which papers one authority takes to its Annual Conversation, and how each gets there."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.audience import titles
from peercycle.documents.deadlines import task_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.occasions import CONVERSATION_NOTES, making
from peercycle.documents.on_record import signatures_missing, so_far
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.particulars import particulars
from peercycle.documents.readership import audience_of
from peercycle.documents.wording import capital, cycle_label
from peercycle.model.programme import Action
from peercycle.model.when import long_date
from peercycle.schedule.plan import Meeting, Task


def conversation_pack(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's pack list, put together in the order it is worked through."""
    reader = Addressee(edition, authority)
    held = next(m for m in making(edition.plan, CONVERSATION_NOTES) if m.subject.authority == authority)
    event = edition.plan.event(held)
    documents = edition.cycle.documents
    view: dict[str, Any] = {
        "title": f"{reader.name}: papers for the Annual Conversation, {cycle_label(edition.cycle.cycle)}",
        "audience": _audience(reader, held),
        "facts": particulars(edition, held, reader.words, without=("Purpose", "Chair")),
        "papers": [_paper(reader, held, key) for key in dict.fromkeys(event.needs) if key in documents],
        "notes": _notes(reader),
    }
    keys = {held.event, *(task.action for key in event.needs for task in _makers(reader, key))}
    view["open"] = open_points(edition, concerning(edition, keys, reader.subject), reader.words)
    return view | closing(edition, view, view["audience"], reader.words)


def _audience(reader: Addressee, held: Meeting) -> str:
    party = reader.edition.plan.event(held).held_by
    return f"{reader.name} and {reader.words.party(party)} only" if party else audience_of(reader)


def _makers(reader: Addressee, paper: str) -> list[Task]:
    """Return the authority's own tasks by which a paper of its own comes about."""
    tasks = reader.edition.tasks_touching(reader.authority)
    return [
        task for task in tasks if task.authority == reader.authority and paper in reader.action(task).produces
    ]


def _paper(reader: Addressee, held: Meeting, key: str) -> dict[str, Any]:
    """Return a paper to be ticked: what goes into it, whether all is on record by which it is made, signed and sent."""
    makers, senders = _makers(reader, key), _senders(reader, held, key)
    handing = [task for task in _handing(reader, key) if task not in senders]
    if lacking := _lacking(reader, makers) or _lacking(reader, handing):
        details = [text for task in lacking for text in _missing(reader, task)]
    else:
        days = [day for task in handing or makers if (day := _done(reader, task))]
        details = [f"On record, {long_date(max(days))}."] if makers else []
    details += [text for task in makers if (text := _from(reader, task))]
    return {
        "id": f"paper-{key}",
        "title": reader.edition.cycle.documents[key].title,
        "made": bool(makers) and not _lacking(reader, [*makers, *handing, *senders]),
        "details": [*details, *(_sent(reader, task) for task in senders)],
    }


def _done(reader: Addressee, task: Task) -> date | None:
    return reader.edition.status.accounts.of(task).done


def _lacking(reader: Addressee, tasks: Iterable[Task]) -> list[Task]:
    return [task for task in tasks if not _done(reader, task)]


def _handing(reader: Addressee, paper: str) -> list[Task]:
    """Return the authority's own tasks by which a paper is sent or signed, rather than used for another."""
    return [task for task in reader.all_own if _hands(reader.action(task), paper)]


def _hands(action: Action, paper: str) -> bool:
    on = paper in action.produces or (paper in action.needs and not action.produces)
    return on and bool(action.to or action.sign_off)


def _missing(reader: Addressee, task: Task) -> list[str]:
    """Return how far a task has come, and which signatures are missing; what to do where nothing is recorded."""
    recorded = reader.edition.status.accounts.of(task)
    said = [*so_far(reader, recorded), *signatures_missing(reader, recorded)]
    return said if recorded.last else [_to_come(reader, task)]


def _to_come(reader: Addressee, task: Task) -> str:
    return f"{capital(reader.action(task).do.rstrip('.'))}, {task_when(reader.edition, task, reader.words)}."


def _from(reader: Addressee, task: Task) -> str:
    """Return what a paper is made from."""
    made_of = titles(reader.edition, reader.action(task).needs, reader.words)
    return f"It is made from: {made_of}." if made_of else ""


def _senders(reader: Addressee, held: Meeting, key: str) -> list[Task]:
    """Return the tasks by which the authority sends a paper to whoever holds the conversation."""
    holder = reader.edition.plan.event(held).held_by
    if holder is None:
        return []
    return [
        task
        for task in reader.all_own
        if key in (*reader.action(task).needs, *reader.action(task).produces)
        and any(party.who == holder.who for party in reader.action(task).to)
    ]


def _sent(reader: Addressee, task: Task) -> str:
    recorded = reader.edition.status.accounts.of(task)
    if recorded.done:
        return f"{capital(reader.action(task).do.rstrip('.'))}: done on {long_date(recorded.done)}."
    return _to_come(reader, task)


def _notes(reader: Addressee) -> list[str]:
    """Return what comes of the conversation, and which later cycle takes it up, as sentences."""
    document = reader.edition.cycle.documents.get(CONVERSATION_NOTES)
    if document is None:
        return []
    later = [cycle_label(cycle) for cycle in document.goes_to]
    said = [f"{document.title} are agreed in the meeting."]
    return said + [f"They are evidence for the self-view of {later[0]}." for _ in later[:1]]
