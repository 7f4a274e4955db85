"""The view of a reminder: the request and its day first, the missed date second, and no word of anybody else."""

from collections.abc import Sequence
from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.owed import deed, due, infinitive, is_sent, paper, post_of, short_name
from peercycle.documents.wording import Wording, capital, number, possessive
from peercycle.model.when import long_date
from peercycle.schedule import names
from peercycle.schedule.chasing import Letter
from peercycle.schedule.status import Standing
from peercycle.schedule.wording import listed


def letter(
    edition: Edition, about: Letter, holder: str = "", written: Sequence[Letter] = ()
) -> dict[str, Any]:
    """Return the view of one letter; `holder` is the name of whoever holds the role written to, where it is known.

    `written` are all the letters of the day, of which it names those to the same owner.
    """
    words = Wording(edition.cycle)
    closing = [_missed(edition, about, words), _asking(edition, about), _else(edition, about, written)]
    made = f"Made from cycle file {edition.cycle.cycle}, state {edition.state}, on {long_date(edition.on)}."
    return {
        "title": subject(edition, about),
        "dear": holder or role_of(edition, about.to),
        "request": _request(edition, about),
        "lines": _lines(edition, about),
        "closing": [text for text in closing if text],
        "signed": ", ".join(_signed(edition)),
        "provenance": " ".join(filter(None, (made, edition.cycle.handling))),
    }


def _request(edition: Edition, about: Letter) -> str:
    """Return what is asked for and by when, in one paragraph."""
    day, first = long_date(about.answer_by), about.owed[0]
    if len(about.owed) > 1:
        return f"Please {'sign' if _asked_to_sign(about) else 'do'} the following by {day}."
    thing, missing = paper(edition, first), first.recorded.unsigned
    if _asked_to_sign(about):
        total = _signatures(first)
        yours = f" Yours is the last of {number(total)} signatures." if len(missing) == 1 < total else ""
        asked = f"sign the {thing} by {day}" if thing else f"sign this off by {day}: {deed(edition, first)}"
        return f"Please {asked}.{yours}"
    if first.recorded.last and missing:
        whose = listed([f"your {role_of(edition, role)}" for role in missing])
        if thing:
            return f"Please have the {thing} signed by {whose} and return it to me by {day}. {due(first)}"
        return f"Please have this signed off by {whose} by {day}: {deed(edition, first)}. {due(first)}"
    return f"Please {deed(edition, first, about.to)} by {day}. {due(first)}"


def _lines(edition: Edition, about: Letter) -> list[str]:
    """Return a line for each thing where there are several, else for each signature once any is there."""
    if len(about.owed) == 1:
        return _signature_lines(edition, about.owed[0])
    lines = []
    for standing in about.owed:
        signatures = _signature_lines(edition, standing)
        far = f" {'; '.join(signatures)}." if signatures else ""
        lines.append(f"{capital(deed(edition, standing, about.to))}. {due(standing)}{far}")
    return lines


def _signature_lines(edition: Edition, standing: Standing) -> list[str]:
    recorded = standing.recorded
    steps = [role for step in edition.plan.action(standing.task).sign_off for role in step]
    came = [f"It came on {long_date(recorded.sent)}"] if recorded.sent else []
    if not recorded.last:
        return []
    signed = dict(recorded.signed)
    return came + [
        f"{role_of(edition, role)}: {f'signed on {long_date(signed[role])}' if role in signed else 'to sign'}"
        for role in steps
    ]


def _missed(edition: Edition, about: Letter, words: Wording) -> str:
    """Return what went before: the day it was due where that is not said yet, the reminder before, what lies ahead."""
    day = due(about.owed[0]) if _asked_to_sign(about) and len(about.owed) == 1 else ""
    return " ".join(filter(None, (day, _before(edition, about), _ahead(edition, about, words))))


def _asking(edition: Edition, about: Letter) -> str:
    if about.before:
        return "If something stands in the way, please reply and we will agree another date."
    ending = "reply to this email and I will put the record right."
    them = "it" if len(about.owed) == 1 else "them"
    if is_sent(edition, about.owed):
        return f"If you have sent {them} already, or need more time, {ending}"
    if any(post_of(edition, standing) not in ("", about.to) for standing in about.owed):
        return f"If this is done already, or more time is needed, {ending}"
    return f"If you have done {'this' if them == 'it' else them} already, or need more time, {ending}"


def owner_name(edition: Edition, about: Letter) -> str:
    """Return the name of the authority or the body that is written to."""
    held = edition.cycle.authorities.get(about.owner)
    return held.name if held else names.body(edition.cycle, about.owner, full=True)


def role_of(edition: Edition, key: str) -> str:
    """Return a role in words, or a body's name."""
    return names.signatory(edition.cycle, key)


def subject(edition: Edition, about: Letter) -> str:
    """Return the subject line."""
    name = owner_name(edition, about)
    if len(about.owed) > 1:
        asked = "sign" if _asked_to_sign(about) else "send" if is_sent(edition, about.owed) else "do"
        return f"{name}: {len(about.owed)} things to {asked}"
    thing = short_name(edition, about.owed[0])
    if _asked_to_sign(about):
        return f"Your signature: {name}, {thing}"
    recorded = about.owed[0].recorded
    gaps = len(recorded.unsigned) if recorded.last else 0
    missing = f", {number(gaps)} signature{'' if gaps == 1 else 's'} missing" if gaps else ""
    return f"{name}: {thing}{missing}"


def _asked_to_sign(about: Letter) -> bool:
    """Whether the letter goes to somebody whose signature each of its tasks waits for, once it is on its way."""
    return all(about.to in standing.recorded.turn and standing.recorded.last for standing in about.owed)


def _signatures(standing: Standing) -> int:
    return len(standing.recorded.signed) + len(standing.recorded.unsigned)


def _before(edition: Edition, about: Letter) -> str:
    """Return the sentence that names the reminder before this one, "" for the first."""
    if about.before is None:
        return ""
    whom = "you" if about.before.role == about.to else f"your {role_of(edition, about.before.role or '')}"
    return f"I wrote to {whom} on {long_date(about.before.date)}."


def _ahead(edition: Edition, about: Letter, words: Wording) -> str:
    """Return from the second letter on what lies ahead for the authority: its own next meeting in a group and round."""
    who = edition.plan.cast.authorities.get(about.owner)
    if about.step == 1 or who is None:
        return ""
    for event in edition.plan.events:
        own = edition.plan.own(event, who)
        if len(own) == 1 and own[0].subject.group and own[0].date.day and own[0].date.day > edition.on:
            title = words.inside(edition.plan.event(own[0]).title)
            return f"{possessive(owner_name(edition, about))} own {title} is on {long_date(own[0].date.day)}."
    return ""


def _thanks(edition: Edition, about: Letter) -> str:
    """Return thanks for the papers that came from the authority itself, "" where none did."""
    came = [
        (standing.recorded.sent, thing)
        for standing in edition.status.standings
        if standing.task.owner.authority == about.owner
        and standing.state == "done"
        and standing.recorded.sent
        and (thing := paper(edition, standing))
    ]
    if not came:
        return ""
    said = listed([f"the {thing}, which came on {long_date(day)}" for day, thing in sorted(came)])
    return f"Thank you for {said}."


def _else(edition: Edition, about: Letter, written: Sequence[Letter]) -> str:
    """Return what the other letters to the same owner ask for, or that nothing else is due, and thanks for what came."""
    apart = [
        standing
        for other in written
        if other.owner == about.owner and other != about
        for standing in other.owed
    ]
    name, said = owner_name(edition, about), ""
    if apart:
        deeds = list(dict.fromkeys(infinitive(edition, standing) for standing in apart))
        named = "; ".join(deeds) if any("," in each for each in deeds) else listed(deeds)
        said = f"I write separately about what else is asked of {name}: {named}."
    elif not _held_back(edition, about):
        said = f"Nothing else is due from {name}."
    return " ".join(filter(None, (said, _thanks(edition, about))))


def _held_back(edition: Edition, about: Letter) -> bool:
    """Whether more of the owner's is overdue, such as what waits for others, or for its own day of a reminder."""
    told = {standing.task.id for standing in about.owed}
    settled = {each for s in about.owed for each in edition.plan.action(s.task).needs}
    return any(
        standing.state == "overdue"
        and about.owner in (standing.task.owner.authority, standing.task.owner.body)
        and standing.task.id not in told
        and not settled & set(edition.plan.action(standing.task).produces)
        for standing in edition.status.standings
    )


def _signed(edition: Edition) -> list[str]:
    """Return who writes: the post that papers are sent to and its body, by name where the file knows it."""
    team = names.body(edition.cycle, edition.team, full=True) if edition.team else ""
    phrase = edition.coordinator
    if phrase is None:
        return [team] if team else []
    party = next(p for action in edition.actions.values() for p in action.to if p.words == phrase)
    words = Wording(edition.cycle)
    holder = words.holder(phrase).removeprefix(", ")
    return [line for line in (holder, words.post(party), team) if line]
