"""Authorities counted: how many of each group, and of the region, there are of something."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from peercycle.documents.edition import Edition
from peercycle.model.cycle import Cycle
from peercycle.progress.fold import Noted

REGION: Final = "Region"
NONE: Final = "None on record"


class Column(NamedTuple):
    """A column of counts: a group or the region, and its authorities."""

    name: str
    authorities: Collection[str]


def columns(edition: Edition) -> list[Column]:
    """Return the groups and the region; the region alone while it is not known of every authority in which group it is."""
    cycle, cast = edition.cycle, edition.plan.cast
    known = all(subject.group for subject in cast.authorities.values())
    groups = [Column(short_group(cycle, key), cast.members(key)) for key in cycle.groups] if known else []
    return [*groups, Column(REGION, tuple(cycle.authorities))]


def short_group(cycle: Cycle, key: str) -> str:
    """Return a group's name without the word for a group: "Coast" for "Coast cluster", "Trafford" for "BPN Trafford"."""
    name, word = cycle.groups[key].name, cycle.words.group
    length = len(word) + 1
    if name[-length:].casefold() == f" {word}".casefold():
        return name[:-length]
    return name[length:] if name[:length].casefold() == f"{word} ".casefold() else name


def tally(rows: Mapping[str, Collection[str]], across: Sequence[Column]) -> dict[str, Any]:
    """Return a table of how many of each column's authorities are in each row."""
    return {
        "columns": [column.name for column in across],
        "rows": [
            {"name": name, "counts": [len({*of} & {*column.authorities}) for column in across]}
            for name, of in rows.items()
        ],
    }


def at_stages(edition: Edition, stages: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the authorities at each stage, in the journey's order; those with none on record come last."""
    journey = edition.cycle.journey
    found: dict[str, list[str]] = {stage: [] for stage in (journey.stages if journey else ())}
    for authority in edition.cycle.authorities:
        if authority in stages:
            found.setdefault(stages[authority], []).append(authority)
    missing = [key for key in edition.cycle.authorities if key not in stages]
    return found | ({NONE: missing} if missing else {})


def on_themes(findings: Iterable[Noted]) -> dict[str, list[str]]:
    """Return the authorities with a finding on each theme, most common first; themes are told apart by their words."""
    named: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for noted in findings:
        theme = " ".join(noted.finding.theme.split())
        if theme:
            name = named.setdefault(theme.casefold(), theme)
            found.setdefault(name, []).append(noted.authority)
    order = sorted(found, key=lambda name: (-len(set(found[name])), name.casefold()))
    return {name: found[name] for name in order}
