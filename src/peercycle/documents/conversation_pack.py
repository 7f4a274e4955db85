"""The view of a pack list: which papers one authority takes to its Annual Conversation, and how each gets there."""

from typing import Any

from peercycle.documents.addressee import Addressee
from peercycle.documents.audience import titles
from peercycle.documents.deadlines import task_when
from peercycle.documents.edition import Edition
from peercycle.documents.glossary import closing
from peercycle.documents.occasions import CONVERSATION_NOTES, making
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.particulars import particulars
from peercycle.documents.readership import audience_of
from peercycle.documents.wording import capital, cycle_label
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
    """Return a paper to be ticked: what goes into it, whether it is on record as made, and by which task it is sent."""
    makers = _makers(reader, key)
    done = [day for task in makers if (day := reader.edition.status.accounts.of(task).done)]
    made = bool(makers) and len(done) == len(makers)
    details = [f"On record, {long_date(max(done))}."] if made else [_to_come(reader, task) for task in makers]
    details += [text for task in makers if (text := _from(reader, task))]
    return {
        "id": f"paper-{key}",
        "title": reader.edition.cycle.documents[key].title,
        "made": made,
        "details": [*details, *(_sent(reader, task) for task in _senders(reader, held, key))],
    }


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
        for task in reader.edition.tasks_touching(reader.authority)
        if task.owner.authority == reader.authority
        and key in (*reader.action(task).needs, *reader.action(task).produces)
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
