"""Each paper on its way from what produces it to what needs it: whose, from which day to which."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from peercycle.model.place import Place
from peercycle.model.programme import AgendaItem, Event
from peercycle.schedule.deadline import Deadline, length
from peercycle.schedule.entries import Entry, entries, within
from peercycle.schedule.origins import due_of
from peercycle.schedule.papers import Step, when
from peercycle.schedule.plan import Meeting, Plan
from peercycle.schedule.subject import Subject
from peercycle.schedule.wording import in_sentence, several


class Listing(NamedTuple):
    """A paper that an event or an action needs or produces, and where in the file it says so."""

    document: str
    entry: Entry
    place: Place
    words: str


class Delivery(NamedTuple):
    """One paper from one step that produces it to one that needs it, each with its days for whomever both concern."""

    document: str
    maker: Step
    made: Deadline
    needer: Step
    needed: Deadline


class Handover(NamedTuple):
    """A paper, and the ids of what produces it and of what needs it."""

    document: str
    makers: tuple[str, ...]
    needers: tuple[str, ...]


def listings(plan: Plan, key: str) -> Iterator[Listing]:
    """Yield each paper that stands under `needs` or `produces` of an entry or of an item of its agenda."""
    for entry in entries(plan.cycle):
        yield from _listings(entry, getattr(entry.held, key), (*entry.place, key))
        agenda = getattr(entry.held, "agenda", None) if entry.kind == "event" else None
        if isinstance(agenda, str) and agenda in plan.cycle.agendas:
            place: Place = ("agendas", agenda, "items")
            yield from _items(entry, plan.cycle.agendas[agenda].items, place, key)
        elif isinstance(agenda, tuple):
            yield from _items(entry, agenda, (*entry.place, "agenda"), key)


def _items(entry: Entry, items: Iterable[AgendaItem], place: Place, key: str) -> Iterator[Listing]:
    for position, item in enumerate(items):
        at = (*place, str(position))
        yield from _listings(entry, getattr(item, key), (*at, key))
        yield from _items(entry, item.parts, (*at, "parts"), key)
        yield from _items(entry, item.breaks, (*at, "breaks"), key)


def _listings(entry: Entry, documents: tuple[str, ...], place: Place) -> Iterator[Listing]:
    for position, document in enumerate(documents):
        mark = within(place, documents, position)
        yield Listing(document, entry, mark.place, mark.words)


def handovers(plan: Plan, *, settled: bool) -> Iterator[Handover]:
    """Yield each paper that may be needed before it is there, with all that produce it and those that may need it so.

    `settled` asks for what is late on the earliest of days, else a day to be confirmed may be the latest. Suggested
    actions produce papers, too.
    """
    makers: dict[str, dict[str, None]] = {}
    needers: dict[str, dict[str, None]] = {}
    for entry in entries(plan.cycle):
        for part in (entry.held, *_agenda(plan, entry)):
            for document in part.produces:
                makers.setdefault(document, {})[entry.id] = None
            for document in part.needs:
                needers.setdefault(document, {})[entry.id] = None
    made_by = {key: _last_made(plan, key, settled=settled) for keys in makers.values() for key in keys}
    needed_by = {key: _first_needed(plan, key, settled=settled) for keys in needers.values() for key in keys}
    for document, keys in makers.items():
        made = last(made_by[key] for key in keys)
        late = tuple(key for key in needers.get(document, ()) if made and (needed_by[key] or made) < made)
        if late and document in plan.cycle.documents:
            yield Handover(document, tuple(keys), late)


def _last_made(plan: Plan, key: str, *, settled: bool) -> date | None:
    days = _days(plan, key)
    return last(day.earliest if settled else day.latest for day in days)


def _first_needed(plan: Plan, key: str, *, settled: bool) -> date | None:
    days = _days(plan, key)
    return first(day for each in days for day in (each.latest, None if settled else each.earliest))


def _days(plan: Plan, key: str) -> Iterable[Deadline]:
    """Return the days of an entry's steps, one that many share once."""
    days = (when(step) for step in _steps(plan, key))
    return {id(day): day for day in days}.values()


def _agenda(plan: Plan, entry: Entry) -> Iterator[AgendaItem]:
    """Yield the items of an entry's agenda, and what they are divided into."""
    agenda = entry.held.agenda if isinstance(entry.held, Event) else None
    if isinstance(agenda, str):
        agenda = plan.cycle.agendas[agenda].items if agenda in plan.cycle.agendas else ()
    ahead = list(agenda or ())
    while ahead:
        item = ahead.pop()
        yield item
        ahead += (*item.parts, *item.breaks)


def _steps(plan: Plan, key: str) -> tuple[Step, ...]:
    return plan.meetings_of(key) if key in plan.events else plan.tasks_of(key)


def failing(
    plan: Plan, handover: Handover, fails: Callable[[Delivery], bool]
) -> Iterator[tuple[Step, list[Delivery]]]:
    """Yield each step that gets a paper by deliveries that all fail, with these.

    A paper of each authority, or of each group, is looked at one by one. Of those whose group or round is still open,
    it can be anybody's: then all must fail.
    """
    per = plan.cycle.documents[handover.document].per
    makers: dict[str | None, list[Step]] = {}
    for maker in (step for key in handover.makers for step in _steps(plan, key)):
        makers.setdefault(getattr(maker.subject, per) if per else None, []).append(maker)
    everyones = makers.pop(None, [])
    in_group: dict[str | None, list[str | None]] = {}
    for owner, steps in makers.items():
        in_group.setdefault(steps[0].subject.group, []).append(owner)
    for needer in (step for key in handover.needers for step in _steps(plan, key)):
        group = needer.subject.group
        owners = [*in_group.get(group, ()), *in_group.get(None, ())] if group else list(makers)
        if whose := getattr(needer.subject, per) if per else None:
            owners = [whose]
        sure: list[list[Delivery]] = []
        open_: list[list[Delivery]] = []
        for owner in owners or [None]:
            mine = [step for step in (*makers.get(owner, ()), *everyones) if _concerns(step, needer, per)]
            if found := [_delivery(plan, handover.document, maker, needer) for maker in mine]:
                certain = whose or all(_certain(maker.subject, needer.subject) for maker in mine)
                (sure if certain else open_).append(found if all(map(fails, found)) else [])
        if late := [each for each in sure if each] or (open_ if all(open_) else []):
            yield needer, [delivery for each in late for delivery in each]


def _concerns(maker: Step, needer: Step, per: str | None) -> bool:
    return maker.id != needer.id and (per is None or maker.subject.agrees(needer.subject))


def _certain(one: Subject, other: Subject) -> bool:
    """Whether it is known that both concern the same."""
    return not ((other.group and not one.group) or (other.round and not one.round))


def _delivery(plan: Plan, document: str, maker: Step, needer: Step) -> Delivery:
    return Delivery(
        document, maker, _day(plan, maker, needer.subject), needer, _day(plan, needer, maker.subject)
    )


def _day(plan: Plan, step: Step, other: Subject) -> Deadline:
    """Return the day of a step when its authority's group and round are those of the other's meeting."""
    own = step.subject
    if (
        isinstance(step, Meeting)
        or not own.authority
        or (own.group and own.round)
        or not (other.group or other.round)
    ):
        return when(step)
    joined = own._replace(group=own.group or other.group, round=own.round or other.round)
    due = due_of(plan, step, joined)
    return plan.resolve(due, joined, step.event) if due and not due.each else when(step)


def last(days: Iterable[date | None]) -> date | None:
    """Return the last of the days that are known."""
    return max((day for day in days if day), default=None)


def first(days: Iterable[date | None]) -> date | None:
    """Return the first of the days that are known."""
    return min((day for day in days if day), default=None)


def needing(plan: Plan, keys: list[str], *, plural: bool) -> str:
    """Return in words what needs a paper: "the forums that need it"."""
    paper = "them" if plural else "it"
    chief = [key for key in keys if key in plan.events] or keys
    if len(chief) > 1:
        return f"what needs {paper}"
    (key,) = chief
    if key in plan.actions:
        return f"the action that needs {paper}"
    event = plan.events[key][0]
    if not event.for_:
        return f"the meeting that needs {paper}"
    name = key if "-" not in key else in_sentence(plan.cycle, event.title)
    return f"the {several(name)} that need {paper}"


def earlier(plan: Plan, delivery: Delivery) -> str:
    """Return how much earlier a paper is needed than it is there: "2 working days earlier", "" where that is not known."""
    needed, made = delivery.needed.latest, delivery.made.earliest
    if needed is None or made is None:
        return ""
    days = plan.calendar.count(needed, made)
    return f"{length(days, 'working day') if days else length((made - needed).days, 'day')} earlier"
