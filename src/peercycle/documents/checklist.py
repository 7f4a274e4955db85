"""The view of a checklist: what one authority must do, attend and receive, and by when. Nothing of any other's."""

from collections.abc import Iterable
from typing import Any

from peercycle.documents import entries, on_record
from peercycle.documents.addressee import Addressee
from peercycle.documents.edition import Edition
from peercycle.documents.entries import Row
from peercycle.documents.findings import agreed
from peercycle.documents.glossary import closing
from peercycle.documents.meetings_of_authority import Attended, attended, meeting_entry
from peercycle.documents.open_points import concerning, open_points
from peercycle.documents.opening import Passed, opening
from peercycle.documents.ordering import Placed, in_order, leaned_on
from peercycle.documents.readership import audience_of
from peercycle.documents.waiting import held_up, waits
from peercycle.documents.wording import capital, cycle_label, with_article
from peercycle.model.when import long_date
from peercycle.schedule.plan import Task, cell


def checklist(edition: Edition, authority: str) -> dict[str, Any]:
    """Return the view of one authority's checklist, put together in the order it is read."""
    reader = Addressee(edition, authority)
    going = attended(edition.plan, authority)
    label = cycle_label(edition.cycle.cycle)
    view: dict[str, Any] = {
        "title": f"{reader.name}: peer challenge checklist, {label}",
        "name": reader.name,
        "on": long_date(edition.on),
        "audience": audience_of(reader),
    }
    late = [task for task in reader.mine if reader.missed(task) and not reader.settled_by_another(task)]
    missing = [task for task in reader.owed if reader.missed(task) and reader.wants(task)]
    silent = not edition.status.progress.records
    waiting = [] if silent else [task for task in late if waits(reader, task)]
    overdue = [task for task in late if task not in waiting]
    passed = Passed(len(overdue), len(waiting), len(missing))
    view["opening"] = opening(edition, authority, passed, reader.words)
    view["tell"] = _tell(reader)
    view["overdue"] = [] if silent else on_record.overdue(reader, overdue)
    view["waiting"] = on_record.waiting(reader, waiting)
    view["passed"] = in_order(
        [_placed(reader, task, entries.passed(reader, task)) for task in late if silent]
    )
    view["missing"] = in_order([_placed(reader, task, _not_received(reader, task)) for task in missing])
    view["notice"] = f"{edition.notice}, to {long_date(edition.status.notice_ends)}"
    view["soon"] = _soon(reader, going)
    view["later"] = _later(reader, going)
    view["received"] = _received(reader)
    view["agreed"] = agreed(reader)
    view["done"] = on_record.done(reader)
    view["open"] = open_points(
        edition, concerning(edition, _ids(reader, going), reader.subject), reader.words
    )
    return view | closing(edition, view, view["audience"], reader.words)


def _tell(reader: Addressee) -> str:
    """Return whom to tell that something was done: the post that papers are sent to, by name where it is known."""
    phrase = reader.edition.coordinator
    if phrase is None:
        return "Say on which day each was done or will be."
    party = next(p for a in reader.edition.actions.values() for p in a.to if p.words == phrase)
    comma = "," if reader.words.holder(phrase) else ""
    return f"Tell the {reader.words.party(party)}{comma} on which day each was done or will be."


def _soon(reader: Addressee, going: Iterable[Attended]) -> list[Row]:
    """Return what falls within the notice period, tasks and meetings in the order of their days."""
    rows = [
        _placed(reader, task, entries.to_do(reader, task)) for task in reader.mine if reader.near(task.due)
    ]
    rows += [
        _held(reader, held, _to_go_to(reader, held))
        for held in going
        if _ahead(reader, held) and reader.near(held.first.date)
    ]
    return in_order(rows)


def _placed(reader: Addressee, task: Task, row: Row) -> Placed:
    """Place a task's row; what follows something has a day to hold to, though that is to be confirmed."""
    due = reader.edition.due_of(task)
    if due is None:
        return Placed(task.due, row, (task.id,))
    held = due.tbc or due.relation == "before"
    days = task.due if held else task.due._replace(tbc=False)
    return Placed(days, row, (task.id,), leaned_on(reader.edition.plan, due, task.subject))


def _held(reader: Addressee, held: Attended, row: Row) -> Placed:
    plan, first = reader.edition.plan, held.first
    due = cell(plan.event(first).date, first.subject)
    ids = tuple(meeting.id for meeting in held.meetings)
    return Placed(first.date, row, ids, leaned_on(plan, due, first.subject) if due else ())


def _ahead(reader: Addressee, held: Attended) -> bool:
    status = reader.edition.status
    return not all(reader.past(meeting.date) or status.settled(meeting) for meeting in held.meetings)


def _to_go_to(reader: Addressee, held: Attended) -> Row:
    entry = meeting_entry(reader.edition, held, reader.authority, reader.words)
    name = reader.words.inside(entry["name"])
    where = f", {entry['where']}" if entry["where"] else ""
    return {
        "id": f"go-to-{entry['id']}",
        "do": f"Go to {name}" if entry["own"] else f"Go to {with_article(name)}",
        "when": f"{entry['when']}{where}",
        "details": [f"{note}." for note in entry["notes"]],
        "who": entry["who"],
    }


def _later(reader: Addressee, going: Iterable[Attended]) -> list[Row]:
    rows = [
        _placed(reader, task, entries.in_brief(reader, task))
        for task in reader.mine
        if not reader.past(task.due) and not reader.near(task.due)
    ]
    rows += [
        _held(reader, held, _to_go_to_later(reader, held))
        for held in going
        if _ahead(reader, held) and not reader.near(held.first.date)
    ]
    return in_order(rows)


def _to_go_to_later(reader: Addressee, held: Attended) -> Row:
    entry = meeting_entry(reader.edition, held, reader.authority, reader.words)
    name = "" if entry["own"] else entry["name"]
    place = ", ".join(filter(None, (name, entry["where"])))
    return {
        "when": capital(entry["when"]),
        "lead": entry["name"] if entry["own"] else "",
        "what": ". ".join(filter(None, (place, *entry["notes"]))),
        "who": capital(entry["who"]),
    }


def _received(reader: Addressee) -> list[Row]:
    """Return what is still to come back to the authority; what differs by round stands in one row."""
    gathered: dict[tuple[str, str, str], list[Task]] = {}
    for task in reader.owed:
        if not reader.past(task.due):
            kind = (task.action, entries.papers(reader, task), held_up(reader, task))
            gathered.setdefault(kind, []).append(task)
    return in_order([_placed(reader, tasks[0], _alternatives(reader, tasks)) for tasks in gathered.values()])


def _alternatives(reader: Addressee, tasks: list[Task]) -> Row:
    rows = [entries.received(reader, task) for task in tasks]
    whens = dict.fromkeys(reader.words.inside(row["when"]) for row in rows)
    what = ". ".join(filter(None, (rows[0]["what"], held_up(reader, tasks[0]).rstrip("."))))
    return rows[0] | {"when": capital("; ".join(whens)), "what": what}


def _not_received(reader: Addressee, task: Task) -> Row:
    held = held_up(reader, task)
    return entries.not_received(reader, task) | {"details": [held] if held else []}


def _ids(reader: Addressee, going: Iterable[Attended]) -> set[str]:
    """Return what an open question has to be about to matter to the reader: what is ahead, and membership."""
    ahead = [task.action for task in (*reader.mine, *reader.owed) if not reader.past(task.due)]
    meetings = [held.first.event for held in going if _ahead(reader, held)]
    group = (reader.subject.group,) if reader.subject.group else tuple(reader.edition.cycle.groups)
    return {*ahead, *meetings, *group, reader.authority}
