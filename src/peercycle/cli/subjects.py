"""What `render` was asked for: which kinds of document about which subjects, in which formats."""

from pathlib import Path
from typing import NoReturn

from peercycle.cli.ending import Ending, nearest_or, there_is
from peercycle.documents.kinds import KINDS
from peercycle.exports import missing
from peercycle.schedule.choosing import meant, nearest
from peercycle.schedule.diary import readers
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Status
from peercycle.workspace.pack import CALENDAR, OTHERS, TRACKER
from peercycle.workspace.rendering import FORMATS

ALL = "all"
_CALLED_FOR = "docs/templates.md says which papers of a cycle file each kind is made for."


def formats_of(to: str, out: Path | None) -> list[str]:
    """Return the formats asked for, each once; ends with 2 for one that there is not, or that needs a folder."""
    formats = [part.strip().lower().lstrip(".") for part in to.split(",") if part.strip()]
    unknown = [part for part in formats if part not in FORMATS]
    if unknown or not formats:
        raise Ending(
            2, f"--to: '{', '.join(unknown) or to}' is not a format", f"Formats: {', '.join(FORMATS)}"
        )
    if out is None and formats != ["md"]:
        raise Ending(2, f"--to {to} makes files; say where", "Add --out DIR.")
    return list(dict.fromkeys(formats))


def texts_only(kinds: str) -> None:
    """End with 2 where a kind asked for is no text, and so needs a folder to be written into."""
    if kinds == ALL or not KINDS.keys() >= {*_kinds(kinds)}:
        raise Ending(2, f"{kinds} makes files; say where", "Add --out DIR.")


def subjects_of(
    status: Status, kinds: str, named: list[str], *, upcoming: bool
) -> dict[str, tuple[str, ...]]:
    """Return the subjects asked for by kind of document; ends with 2 where there is no such kind or subject.

    `kinds` is one kind, several with commas between them, or `all`.
    """
    if kinds == ALL and (named or upcoming):
        raise Ending(2, "all is every kind for every subject; name a kind to choose subjects")
    wanted = _kinds(kinds)
    if kinds != ALL and TRACKER in wanted and (lacking := missing("xlsx")):
        raise Ending(2, str(lacking))
    possible = {kind: _possible(status.plan, kind) for kind in wanted}
    if upcoming:
        if len(wanted) > 1 or wanted[0] not in KINDS or KINDS[wanted[0]].about != "EVENT" or named:
            raise Ending(2, "--next is for one kind of paper of a meeting, without naming the meeting")
        named = [_next(status, wanted[0])]
    if kinds == ALL:
        return {kind: held for kind, held in possible.items() if held}
    for kind, held in possible.items():
        if not held:
            raise Ending(2, f"nothing in this cycle calls for a document of the kind {kind}", _CALLED_FOR)
    return _chosen(status, possible, named) if named else possible


def _possible(plan: Plan, kind: str) -> tuple[str, ...]:
    """Return all that a kind of paper can be about in a cycle, nothing where it calls for none."""
    if kind == CALENDAR:
        return readers(plan)
    if kind == TRACKER:
        return () if missing("xlsx") else (plan.cycle.cycle,)
    return KINDS[kind].subjects(plan)


def _kinds(written: str) -> list[str]:
    known = [*KINDS, *OTHERS]
    if written == ALL:
        return known
    found = list(dict.fromkeys(part.strip().lower() for part in written.split(",") if part.strip()))
    unknown = next((kind for kind in found or [written] if kind not in known), None)
    if unknown is not None:
        close = nearest(unknown, [*KINDS, ALL])
        advice = f"Nearest: {close[0]}" if close else f"Kinds: {', '.join([*KINDS, ALL])}"
        raise Ending(2, f"'{unknown}' is not a kind of document", advice)
    if len(found) == 1 and found[0] in OTHERS:
        raise Ending(2, f"the {found[0]} has a command of its own", f"See: peercycle {found[0]} --help")
    return found


def _chosen(
    status: Status, possible: dict[str, tuple[str, ...]], named: list[str]
) -> dict[str, tuple[str, ...]]:
    """Return the named subjects by kind; a name has to mean something to one kind at least."""
    found: dict[str, tuple[str, ...]] = {}
    for name in named:
        under = {kind: _under(status, name, held) for kind, held in possible.items()}
        if not any(under.values()):
            _nothing(", ".join(possible), name, tuple(key for held in possible.values() for key in held))
        for kind, keys in under.items():
            found[kind] = tuple(dict.fromkeys((*found.get(kind, ()), *keys)))
    return {kind: keys for kind, keys in found.items() if keys}


def _under(status: Status, name: str, possible: tuple[str, ...]) -> list[str]:
    """Return the subject of this id, or all under it; an id in the wrong case is that id."""
    key = meant(status.plan, name)
    return [subject for subject in possible if subject == key or subject.startswith(f"{key}/")]


def _nothing(kind: str, name: str, possible: tuple[str, ...]) -> NoReturn:
    advice = nearest_or(nearest(name, list(possible)), there_is(possible))
    raise Ending(2, f"no {kind} can be made of '{name}'", advice)


def _next(status: Status, kind: str) -> str:
    ahead = [
        meeting for meeting in status.plan.meetings if meeting.date.day and meeting.date.day >= status.on
    ]
    if not ahead:
        raise Ending(2, "no meeting with a day lies ahead", f"Name one: peercycle render {kind} EVENT")
    return min(ahead, key=lambda meeting: meeting.date.day or status.on).id
