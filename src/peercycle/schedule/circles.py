"""Papers that wait for one another in a circle, so that none of them can ever be there."""

from peercycle.schedule.entries import entries as all_entries
from peercycle.schedule.plan import Plan


def circle_of_papers(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return a circle of entries and for each the paper it needs of the next; None where everything can begin."""
    entries = {entry.id: entry.held for entry in all_entries(plan.cycle)}
    makers: dict[str, list[str]] = {}
    for key, held in entries.items():
        for document in held.produces:
            makers.setdefault(document, []).append(key)
    documents = plan.cycle.documents
    awaited = {
        key: {
            document
            for document in held.needs
            if document in makers and document in documents and not documents[document].comes_from
        }
        for key, held in entries.items()
    }
    ready = [key for key, papers in awaited.items() if not papers]
    waiting: dict[str, list[str]] = {}
    for key, papers in awaited.items():
        for document in papers:
            waiting.setdefault(document, []).append(key)
    there: set[str] = set()
    while ready:
        for document in entries[ready.pop()].produces:
            if document not in there:
                there.add(document)
                for key in waiting.get(document, ()):
                    awaited[key].discard(document)
                    if not awaited[key]:
                        ready.append(key)
    stuck = next((key for key, papers in awaited.items() if papers), None)
    return None if stuck is None else _circle(_trail(awaited, makers, stuck))


def _trail(awaited: dict[str, set[str]], makers: dict[str, list[str]], start: str) -> list[tuple[str, str]]:
    """Return who waits for which paper, each for the next, until one waits for one before it, which ends the list."""
    trail: list[tuple[str, str]] = []
    key, seen = start, set[str]()
    while key not in seen:
        seen.add(key)
        paper = min(awaited[key])
        trail.append((key, paper))
        key = makers[paper][0]
    return [*trail, (key, "")]


def _circle(trail: list[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    *steps, (again, _) = trail
    first = next(position for position, (key, _) in enumerate(steps) if key == again)
    return tuple(key for key, _ in steps[first:]), tuple(paper for _, paper in steps[first:])
