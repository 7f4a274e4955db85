"""The reminders of a day on the screen: to whom, on which step, of what; and what only the coordinator can do."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from peercycle.cli.recording import shared_id
from peercycle.cli.screen import Line, beside
from peercycle.cli.screens.dated import heading, plain
from peercycle.cli.screens.overdue import so_far
from peercycle.model.cycle import Cycle
from peercycle.model.when import long_date
from peercycle.progress.record import Record
from peercycle.schedule import names
from peercycle.schedule.addressees import ALL, Addressees
from peercycle.schedule.chasing import Chase, Letter
from peercycle.schedule.plan import Plan
from peercycle.schedule.status import Standing, Status

if TYPE_CHECKING:
    from peercycle.workspace.chasing import Draft
    from peercycle.workspace.contacts import Contacts

COLUMN = 17
_ORDINALS = ("first", "second", "third")
_MOST = 8


def letter_lines(made: "Mapping[Letter, Draft]") -> Iterator[Line]:
    """Yield the text of each letter, as whoever gets it reads it."""
    for draft in made.values():
        yield []
        yield [(f"To: {draft.to.name}", "dim")]
        yield [(f"Subject: {draft.subject}", "dim")]
        yield []
        yield from ([(line, "")] for line in draft.text.rstrip().splitlines())


def chase_lines(
    status: Status,
    found: Chase,
    made: "Mapping[Letter, Draft]",
    written: tuple[str, list[str]] | None,
    columns: int,
) -> Iterator[Line]:
    """Yield the letters with whom each is for, what is left to the coordinator, and where the drafts are."""
    if not found.letters:
        yield from plain(f"Nobody is to be reminded on {long_date(status.on)}.", columns)
    for letter in found.letters:
        yield from _letter(status, letter, made[letter], columns)
    yield from _left(status, "Reminded on every step: telephone", found.past_last, columns)
    yield from _left(status, "Your own", found.own, columns)
    yield from _left(status, "Overdue, and not yet time for a reminder", found.waiting, columns)
    if found.letters and not status.plan.cycle.reminders:
        yield []
        yield from plain(
            "The cycle file has no ladder of reminders, so there is one step only.", columns, style="dim"
        )
    if found.letters:
        yield []
    if written:
        folder, older = written
        drafts = f"{len(made)} draft{'' if len(made) == 1 else 's'}"
        yield from plain(f"{drafts} and index.html written to {folder}. Nothing was sent.", columns)
        if older:
            there = f"{len(older)} older draft{'' if len(older) == 1 else 's'} still there: {', '.join(older[:_MOST])}"
            yield from plain(there, columns, style="warning")
        # the day is named, since on another day others would be due
        again = f"Once you have sent them: peercycle chase --sent --on {status.on.isoformat()}"
        yield from plain(again, columns, style="dim")
    elif found.letters:
        yield from plain("Write them as drafts: peercycle chase --out outbox", columns, style="dim")


def _letter(status: Status, letter: Letter, draft: "Draft", columns: int) -> Iterator[Line]:
    cycle = status.plan.cycle
    owner = names.anyone(cycle, letter.owner)
    to = "" if letter.to == letter.owner else f" to the {names.signatory(cycle, letter.to)}"
    copy = f", copied to the {names.signatory(cycle, letter.copied)}" if letter.copied else ""
    address = "" if draft.to.address else "; no address"
    step = _ORDINALS[letter.step - 1] if letter.step <= len(_ORDINALS) else f"{letter.step}th"
    yield from beside(owner, f"{step} reminder{to}{copy}{address}", 0, COLUMN, columns, ("bold", ""))
    for standing in letter.owed:
        yield from beside("", f"{standing.task.action}: {so_far(status, standing)}", 0, COLUMN, columns)


def _left(status: Status, label: str, held: Mapping[str, Sequence[Standing]], columns: int) -> Iterator[Line]:
    if not held:
        return
    yield from heading(label)
    for owner, owed in held.items():
        actions: dict[str, int] = {}
        for standing in owed:
            actions[standing.task.action] = actions.get(standing.task.action, 0) + 1
        text = ", ".join(f"{action} ({n})" if n > 1 else action for action, n in actions.items())
        yield from beside(names.anyone(status.plan.cycle, owner), text, 2, COLUMN + 2, columns)


def sent_lines(plan: Plan, letters: Sequence[Letter], kept: Sequence[Record], columns: int) -> Iterator[Line]:
    """Yield which reminders are on record now."""
    for letter in letters:
        step = _ORDINALS[letter.step - 1] if letter.step <= len(_ORDINALS) else f"{letter.step}th"
        actions = ", ".join(standing.task.action for standing in letter.owed)
        text = f"Recorded: {names.anyone(plan.cycle, letter.owner)}, {step} reminder sent: {actions}"
        yield from plain(text, columns)
    yield from plain(f"To take it back: peercycle record --undo {shared_id(kept)}", columns, style="dim")


def missing_lines(cycle: Cycle, book: "Contacts", wanted: Addressees, columns: int) -> Iterator[Line]:
    """Yield how many authorities have an address for each role, and which have none; then of which bodies there is none."""
    total = len(cycle.authorities)
    for role in wanted.roles:
        without = [key for key in cycle.authorities if not book.of(key, role).address]
        said = f"{total - len(without)} of {total} have an address of the {names.signatory(cycle, role)}"
        more = f" and {len(without) - _MOST} more" if len(without) > _MOST else ""
        missing = f"; missing: {', '.join(without[:_MOST])}{more}" if without else ""
        yield from plain(said + missing, columns)
    posts = [(key, post) for key, held in wanted.bodies.items() for post in held]
    if none := [(key, post) for key, post in posts if not book.of(key, key if post == ALL else post).address]:
        named = [
            names.body(cycle, key)
            if post == ALL
            else f"{names.post(cycle, key, post)} of {names.body(cycle, key)}"
            for key, post in none
        ]
        yield from plain(f"No address of: {', '.join(named)}", columns)
