"""The order of a meeting as a table: whichever columns there is something to put in."""

from typing import Any, Final

from peercycle.documents.audience import each_its_own, shown_at, titles
from peercycle.documents.edition import Edition
from peercycle.documents.people import authorities_come, chairs_turn, challenges, stand_in
from peercycle.documents.timetable import Order, Slot, minutes_in_all, order_of, possible_turns
from peercycle.documents.wording import Wording, capital, number
from peercycle.model.owner import read_party
from peercycle.model.phrase import Misread
from peercycle.schedule.overrunning import overrun
from peercycle.schedule.plan import Meeting
from peercycle.schedule.wording import duration, listed

Cell = dict[str, Any]
NOTHING: Final = ("None", "None named")


def programme(edition: Edition, meeting: Meeting, words: Wording) -> dict[str, Any]:
    """Return the table of a meeting's items, with the sentences that belong under it."""
    order = order_of(edition, meeting)
    rows = [_cells(edition, meeting, slot, position, words) for position, slot in enumerate(order.slots, 1)]
    names = _columns(order, rows)
    return {
        "suggested": order.suggested or "",
        "caption": _caption(names, order),
        "columns": [{"name": name, "right": name == "Length"} for name in names],
        "rows": [[row[name] for name in names] for row in rows],
        "overrun": _overrun(edition, meeting),
        "parts": _parts(edition, order, words),
        "breaks": _breaks(order, words),
        "total": _total(order, edition, words),
        "papers": _papers(edition, meeting, names, words),
    }


def _columns(order: Order, rows: list[dict[str, Cell]]) -> list[str]:
    """Return the columns that have something to say, from the left."""
    timed = bool(order.slots) and all(slot.times for slot in order.slots)
    measured = any(slot.item.minutes for slot in order.slots)
    subject = "Item" if timed or measured else "Subject"
    wanted = ["Time"] if timed else [] if measured else ["Item"]
    wanted.append("What" if subject == "Item" else "Subject")
    lead = "Lead" if subject == "Item" else "Presented by"
    wanted += [name for name in (lead, "Papers") if any(row[name]["text"] not in NOTHING for row in rows)]
    return wanted + (["Length"] if measured and not timed else [])


def _caption(names: list[str], order: Order) -> str:
    if "Time" in names:
        return "Items in order, with their times"
    if "Length" in names:
        return "Items in order, with their length"
    missing = "times are" if any(slot.item.lead for slot in order.slots) else "times and speakers are"
    return f"Items in order; {missing} to be confirmed"


def _cells(edition: Edition, meeting: Meeting, slot: Slot, position: int, words: Wording) -> dict[str, Cell]:
    what, bold = _what(edition, slot, words)
    lead = _lead(edition, meeting, slot, words) or ("None" if slot.between else "None named")
    minutes = slot.item.minutes
    each = " each" if slot.every else ""
    return {
        "Time": _cell(slot.times),
        "Item": _cell(str(position)),
        "What": _cell(what, bold=bold),
        "Subject": _cell(what, bold=bold),
        "Lead": _cell(lead),
        "Presented by": _cell(lead),
        "Papers": _cell(_item_papers(edition, meeting, slot.item.needs, words)),
        "Length": _cell(f"{minutes} minutes{each}" if minutes else "To be confirmed"),
    }


def _cell(text: str, *, bold: bool = False) -> Cell:
    return {"text": text, "bold": bold}


def _what(edition: Edition, slot: Slot, words: Wording) -> tuple[str, bool]:
    if slot.authority:
        return edition.cycle.authorities[slot.authority].name, True
    if slot.every:
        return f"Each {edition.cycle.words.authority} challenged, in turn. Names to be confirmed", False
    return slot.item.item or f"Each {words.inside(slot.item.each or '')}", False


def _lead(edition: Edition, meeting: Meeting, slot: Slot, words: Wording) -> str:
    """Return who leads an item; while the chair's own authority is challenged, the stand-in does."""
    lead = (slot.item.lead or "").strip()
    if lead == "chair":
        return (
            capital(stand_in(edition, meeting, words).removeprefix("the "))
            if chairs_turn(edition, meeting, slot.authority)
            else "Chair"
        )
    try:
        party = read_party(lead, edition.cycle.region_words) if lead else None
    except Misread:
        party = None
    if party and (party.who in edition.cycle.bodies or party.who in edition.cycle.authorities):
        return capital(words.party(party).removeprefix("the "))
    return capital(words.role(lead)) if lead in edition.cycle.roles else capital(lead)


def _shown(edition: Edition, meeting: Meeting, keys: tuple[str, ...]) -> list[str]:
    """Return the papers that somebody who comes is shown."""
    parties = [line.party for line in edition.plan.event(meeting).attends]
    return [key for key in dict.fromkeys(keys) if shown_at(edition, key, parties)]


def _item_papers(edition: Edition, meeting: Meeting, keys: tuple[str, ...], words: Wording) -> str:
    """Return the papers of an item: those for all, then those of which each authority has its own."""
    documents = edition.cycle.documents
    shown = _shown(edition, meeting, keys)
    many = [key for key in shown if documents[key].per == "authority" and not meeting.subject.authority]
    common = titles(edition, [key for key in shown if key not in many], words)
    own = titles(edition, many, words)
    private = authorities_come(edition.plan.event(meeting)) and any(
        each_its_own(documents[key]) for key in many
    )
    word = edition.cycle.words.authority
    whose = f"to each {word} its own" if private else f"of each {word}"
    parts = [common, f"{whose}: {own}" if own else ""]
    return capital("; ".join(filter(None, parts))) or "None"


def _overrun(edition: Edition, meeting: Meeting) -> str:
    """Return by how much the items take more than the hours at the head of the agenda, "" where they do not."""
    by = overrun(edition.plan, meeting)
    if by is None or by.clock.tbc:  # such hours do not stand there
        return ""
    least = "" if by.timed and by.counted else "at least "
    return f"The items take {least}{duration(by.needed - by.available)} more than the meeting's time."


def _papers(edition: Edition, meeting: Meeting, names: list[str], words: Wording) -> dict[str, str]:
    """Return the papers of the whole meeting and whose they are, nothing where its items have theirs in a column."""
    documents = edition.cycle.documents
    keys = [] if "Papers" in names else _shown(edition, meeting, edition.plan.event(meeting).needs)
    own = [words.inside(documents[key].title) for key in keys if each_its_own(documents[key])]
    others = [words.inside(documents[key].title) for key in keys if not each_its_own(documents[key])]
    if not own and not others:
        return {}
    whose = f", for each {edition.cycle.words.authority} challenged" if own and challenges(meeting) else ""
    return {"whose": f"Papers{whose}", "titles": "; ".join(filter(None, (listed(own), listed(others))))}


def _parts(edition: Edition, order: Order, words: Wording) -> str:
    """Return what a turn is divided into."""
    turn = order.turn
    if turn is None or not turn.parts:
        return ""
    parts = [
        f"{words.inside(part.item or '')} ({part.minutes})" if part.minutes else words.inside(part.item or "")
        for part in turn.parts
    ]
    has = f" has {turn.minutes} minutes" if turn.minutes else " has its turn"
    return f"Each {edition.cycle.words.authority} challenged{has}: {'; '.join(parts)}."


def _breaks(order: Order, words: Wording) -> str:
    """Return what stands between the turns while their number is open."""
    turn = order.turn
    if turn is None or not turn.breaks or not any(slot.every for slot in order.slots):
        return ""
    held = [
        f"{words.inside(item.item or 'break')} of {item.minutes} minutes"
        if item.minutes
        else words.inside(item.item or "break")
        for item in turn.breaks
    ]
    return f"Between them, as needed: {listed(held)}."


def _total(order: Order, edition: Edition, words: Wording) -> str:
    """Return how long the day is for each number of turns there can be, while that is open."""
    if not any(slot.every for slot in order.slots):
        return ""
    counted = [(count, minutes_in_all(order, count)) for count in possible_turns(edition)]
    totals = [(count, duration(total)) for count, total in counted if total is not None]
    if not totals:
        return ""
    (first, longest), *others = totals
    _, _, noun = words.authorities(first).partition(" ")
    said = [
        f"{number(first)} {noun} would take {longest} in all",
        *(f"{number(count)} {total}" for count, total in others),
    ]
    return capital(f"{', '.join(said)}.")
