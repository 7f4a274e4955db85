"""What a late task of an authority waits for and from whom, and what waits for it; who else is late, none is told."""

from collections.abc import Iterator

from peercycle.documents.addressee import Addressee
from peercycle.documents.audience import shown_to_authority, titles
from peercycle.documents.entries import sender
from peercycle.documents.wording import with_article
from peercycle.model.when import long_date
from peercycle.schedule.attendance import seats
from peercycle.schedule.papers import Step
from peercycle.schedule.plan import Meeting, Task

NOT_HELD = "not recorded as held"


def waits(reader: Addressee, task: Task) -> bool:
    """Whether a task is late only because of somebody else's step.

    One that stands for a task of each group, while the reader's is open, has to wait itself and not only as the first's.
    """
    return bool(reader.edition.roots(task) and reader.edition.status.missing(task))


def awaited(reader: Addressee, task: Task) -> str:
    """Return what a task waits for and from whom, as a sentence."""
    found: dict[tuple[str, str], list[Step]] = {}
    for needing, source in _sources(reader, task):
        kind = source.event if isinstance(source, Meeting) else _whose(reader, source)
        found.setdefault((_papers(reader, needing, source), kind), []).append(source)
    said = dict.fromkeys(_said(reader, papers, steps) for (papers, _), steps in found.items())
    return f"It waits for: {'; '.join(said)}."


def held_up(reader: Addressee, task: Task) -> str:
    """Return which late tasks of the authority hold up what it is sent by another's, as a sentence; "" where none does.

    As in its list of what is overdue, the task that settles one stands for it. Without a log nothing is called late.
    """
    if not reader.edition.status.progress.records:
        return ""
    roots = set(reader.edition.roots(task))
    own = [mine for mine in reader.mine if mine.owner.authority and mine.id in roots]
    late = [reader.action(reader.settling(mine) or mine) for mine in own]
    steps = dict.fromkeys(reader.words.inside((action.title or action.do).rstrip(".")) for action in late)
    return f"This cannot be sent before you have done what is overdue: {'; '.join(steps)}." if steps else ""


def _sources(reader: Addressee, late: Step) -> Iterator[tuple[Step, Step]]:
    """Yield the steps that a step waits for, each after one that needs it; the reader's own are followed to their causes."""
    mine = {task.id for task in reader.mine}
    missing, seen, needing = reader.edition.status.missing, {late.id}, [late]
    for step in needing:
        for source in missing(step):
            if source.id in seen:
                continue
            seen.add(source.id)
            if source.id in mine and missing(source):
                needing.append(source)
            else:
                yield step, source


def _papers(reader: Addressee, needing: Step, source: Step) -> str:
    """Return what a step would bring the one that needs it, of the papers that the reader is shown."""
    papers = reader.edition.status.papers
    needed = [key for key in papers.needs(needing) if key in papers.produces(source)]
    shown = [key for key in needed if shown_to_authority(reader.edition, key, reader.subject)]
    return titles(reader.edition, shown, reader.words)


def _said(reader: Addressee, papers: str, steps: list[Step]) -> str:
    first = steps[0]
    whose = _meeting(reader, steps) if isinstance(first, Meeting) else _whose(reader, first)
    return f"{papers}, from {whose}" if papers else f"something from {whose}"


def _whose(reader: Addressee, task: Task) -> str:
    """Return whose step a task is; of another authority, none is told that it is late."""
    if task.owner.authority:
        own = task.owner.authority == reader.authority
        return "you" if own else f"another {reader.edition.cycle.words.authority}"
    return sender(reader, task)


def _meeting(reader: Addressee, steps: list[Step]) -> str:
    """Return a meeting that is not recorded as held; by its title where the reader goes to it, its day where it is the only one."""
    meetings = [step for step in steps if isinstance(step, Meeting)]
    plan, first = reader.edition.plan, meetings[0]
    if all(seats(plan, meeting, reader.authority) is None for meeting in meetings):
        return f"a meeting that is {NOT_HELD}"
    settled = len(meetings) == 1 and first.subject.group in (None, reader.subject.group)
    day = first.date.day if settled else None
    on = f" on {long_date(day)}" if day else ""
    return f"{with_article(reader.words.inside(plan.event(first).title))}{on}, which is {NOT_HELD}"
