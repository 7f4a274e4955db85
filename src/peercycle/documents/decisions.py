"""What a body is asked to do at its meeting: what it signs and decides first, then what it takes note of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peercycle.documents.audience import titles
from peercycle.documents.edition import Edition
from peercycle.documents.occasions import HEADLINES, IMMEDIATE_ACTIONS, placement_at
from peercycle.documents.timetable import order_of
from peercycle.documents.wording import Wording
from peercycle.model.programme import Action, AgendaItem
from peercycle.model.when import long_date
from peercycle.schedule.plan import Meeting

SEPARATE = " (separate paper)"


class Signature(NamedTuple):
    """A paper that a body signs: its id, the action that brings it, and that action's id."""

    paper: str
    key: str
    action: Action


def asked(edition: Edition, meeting: Meeting, late: int, words: Wording) -> list[str]:
    """Return what the paper's readers are asked to do, as sentences; `late` immediate actions are past their day."""
    bodies = bodies_at(edition, meeting)
    signed = list(_signatures(edition, meeting, bodies))
    said = [_sign(edition, signature, bodies, words) for signature in signed]
    items = [slot.item for slot in order_of(edition, meeting).slots if slot.item.item]
    others = [item for item in items if not {each.paper for each in signed} & {*item.needs}]
    said += [f"Decide: {_plain(item, words)}{SEPARATE}." for item in others if item.produces]
    said.append(_note(edition))
    if late and IMMEDIATE_ACTIONS in edition.plan.event(meeting).needs:
        which = (
            "one immediate action that is past its date"
            if late == 1
            else f"{late} immediate actions that are past their date"
        )
        said.append(f"Unblock the {which}.")
    ours = {HEADLINES, IMMEDIATE_ACTIONS, placement_at(edition.plan, meeting)}
    said += [
        f"Consider: {_plain(item, words)}{SEPARATE}."
        for item in others
        if not item.produces and {*item.needs} - ours
    ]
    return said


def bodies_at(edition: Edition, meeting: Meeting) -> list[str]:
    """Return the ids of the bodies that come to a meeting."""
    parties = [line.party.who for line in edition.plan.event(meeting).attends]
    return [who for who in parties if who in edition.cycle.bodies]


def _plain(item: AgendaItem, words: Wording) -> str:
    return words.inside((item.item or "").rstrip("."))


def _signatures(edition: Edition, meeting: Meeting, bodies: Iterable[str]) -> Iterator[Signature]:
    """Yield the papers of a meeting that the bodies which come have to sign."""
    wanted = {*bodies}
    for key, action in edition.actions.items():
        signing = {signatory for step in action.sign_off for signatory in step}
        if signing & wanted:
            for paper in action.produces:
                if paper in edition.plan.event(meeting).needs:
                    yield Signature(paper, key, action)


def _sign(edition: Edition, signature: Signature, bodies: list[str], words: Wording) -> str:
    paper = titles(edition, [signature.paper], words)
    sentences = [f"Sign off the {paper}{SEPARATE}."]
    for step in signature.action.sign_off:
        if {*step} & {*bodies}:
            break
        sentences += [_earlier(edition, signature.key, key, words) for key in step]
    return " ".join(sentences)


def _earlier(edition: Edition, key: str, signatory: str, words: Wording) -> str:
    """Return whether somebody who signs before the body has done so."""
    who = words.the(signatory) if signatory in edition.cycle.bodies else words.role(signatory)
    name = who[:1].upper() + who[1:]
    records = [
        r for r in edition.status.progress.of_task(key, None) if r.role == signatory and r.what != "done"
    ]
    if not records:
        return f"{name} signs it first, which is not on record yet."
    return f"{name} signed it off on {long_date(records[-1].date)}."


def _note(edition: Edition) -> str:
    count = len(edition.cycle.authorities)
    return f"Note where the {Wording(edition.cycle).authorities(count)} stand, and their headlines."
