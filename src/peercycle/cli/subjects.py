"""What `render` was asked for: which kinds of document about which subjects, in which formats."""

from pathlib import Path
from typing import NoReturn

from peercycle.cli.ending import Ending
from peercycle.documents.kinds import KINDS
from peercycle.schedule.choosing import meant, nearest
from peercycle.schedule.status import Status
from peercycle.workspace.rendering import FORMATS

ALL = "all"


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


def subjects_of(status: Status, kind: str, named: list[str], *, upcoming: bool) -> dict[str, tuple[str, ...]]:
    """Return the subjects asked for by kind of document; ends with 2 where there is no such kind or subject."""
    if kind == ALL:
        if named or upcoming:
            raise Ending(2, "all is every kind for every subject; name a kind to choose subjects")
        return {each: held.subjects(status.plan) for each, held in KINDS.items()}
    if kind not in KINDS:
        close = nearest(kind, [*KINDS, ALL])
        advice = f"Nearest: {close[0]}" if close else f"Kinds: {', '.join([*KINDS, ALL])}"
        raise Ending(2, f"'{kind}' is not a kind of document", advice)
    possible = KINDS[kind].subjects(status.plan)
    if upcoming:
        if not KINDS[kind].repeated or named:
            raise Ending(2, "--next is for one agenda, without naming a meeting")
        return {kind: (_next(status),)}
    found = [subject for name in named for subject in _under(status, kind, name, possible)]
    return {kind: tuple(dict.fromkeys(found)) or possible}


def _under(status: Status, kind: str, name: str, possible: tuple[str, ...]) -> list[str]:
    """Return the subject of this id, or all under it; an id in the wrong case is that id."""
    key = meant(status.plan, name)
    found = [subject for subject in possible if subject == key or subject.startswith(f"{key}/")]
    return found or _nothing(kind, name, possible)


def _nothing(kind: str, name: str, possible: tuple[str, ...]) -> NoReturn:
    close = nearest(name, list(possible))
    advice = f"Nearest: {', '.join(close)}" if close else f"Without a name, all {len(possible)} are made."
    raise Ending(2, f"no {kind} can be made of '{name}'", advice)


def _next(status: Status) -> str:
    ahead = [
        meeting for meeting in status.plan.meetings if meeting.date.day and meeting.date.day >= status.on
    ]
    if not ahead:
        raise Ending(2, "no meeting with a day lies ahead", "Name one: peercycle render agenda EVENT")
    return min(ahead, key=lambda meeting: meeting.date.day or status.on).id
