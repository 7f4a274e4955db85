"""An id refers to something that is not in the file.

Whatever the file leans on must be there: an authority's group and round, whoever owns or attends, papers, the meeting or
action a deadline counts from, what a question is about. Most often the id is misspelt, and the nearest is shown. The same
misspelling in several places is reported once.

Wrong::

    issue-questions:
      due: nwadcs-novmber

Right::

    issue-questions:
      due: nwadcs-november

What is compared
    Every id with the ids of the kind that is wanted there; a row of a grid with rounds or groups. In a question or a waiver, the key after the id must be one
    that the entry can have. What `comes-from` and `goes-to` name lies in other cycles and is not looked for. Who leads an
    item of an agenda may be said in words.

See also: duplicate-id, unknown-role, incomplete-grid
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Severity
from peercycle.model.cycle import Cycle
from peercycle.model.ids import is_id
from peercycle.rules.examined import Examined
from peercycle.schedule.abouts import Keys, abouts
from peercycle.schedule.entries import PARTIES, SECTIONS, Ids, Kind, ids_of, named
from peercycle.schedule.mentions import Mention, strays
from peercycle.schedule.wording import Likeness, in_sentence, listed, noun, one, several

ID = "unknown-reference"
SEVERITY: Severity = "error"

_SHOWN = 5
_FEW = 6
_WORDS = ("authority", "group", "round")
_LIKELY, _CERTAIN = 0.6, 0.8


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each id that names nothing."""
    cycle = examined.cycle
    ids = ids_of(cycle)
    posts = {"chair", *cycle.roles, *(post for body in cycle.bodies.values() for post in body.posts)}
    missing: dict[tuple[str, tuple[Kind, ...]], list[Mention]] = {}
    for mention in strays(cycle, ids):
        missing.setdefault((mention.id, mention.kinds), []).append(mention)
    lost = _lost_kinds(examined)
    likeness = Likeness()
    for (key, kinds), found in missing.items():
        if key in examined.lost_ids or not lost.isdisjoint(kinds) or (found[0].perhaps and key in posts):
            continue
        candidates = None if likeness.spent else _candidates(ids, found[0])
        if fault := _fault(cycle, ids, found, candidates, likeness):
            yield fault
    yield from _abouts(examined, likeness)


def _lost_kinds(examined: Examined) -> set[str]:
    """Return the kinds of thing of which some may have been in a part that could not be read."""
    lost: set[str] = {kind for section, kind in SECTIONS.items() if (section,) in examined.lost}
    if any(place[0] == "phases" and len(place) < 4 for place in examined.lost):
        lost |= {"event", "action"}
    return lost


def _candidates(ids: Ids, mention: Mention) -> list[str]:
    """Return the ids that can stand where a mention does, kind by kind."""
    return [each for kind in mention.kinds for each in sorted(ids[kind]) if each not in mention.taken]


def _fault(
    cycle: Cycle, ids: Ids, found: list[Mention], candidates: list[str] | None, likeness: Likeness
) -> Fault | None:
    first = found[0]
    known = any(
        first.id in each for each in ids.values()
    )  # spelt right, and only very like another by chance
    near = likeness.nearest(first.id, candidates or (), _CERTAIN if first.perhaps or known else _LIKELY)
    if first.perhaps and not near:
        return None
    if not near and first.each:
        near = likeness.nearest(first.id, [*_WORDS, cycle.words.group, cycle.words.authority])
    note, hint = _advice(cycle, first, near, candidates)
    related = tuple(each.mark._replace(message="and here") for each in found[1:_SHOWN])
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        related = (*related[:-1], related[-1]._replace(message=f"and here, and in {more} more places"))
    return Fault(_message(cycle, ids, first), first.mark._replace(message=note), hint, related)


def _message(cycle: Cycle, ids: Ids, mention: Mention) -> str:
    wanted = [noun(cycle, kind) for kind in mention.kinds]
    if held := [kind for kind, each in ids.items() if mention.id in each]:
        is_one = one(noun(cycle, held[0]))
        return f"'{mention.id}' is {is_one}, not {listed([one(word) for word in wanted], 'or')}"
    if mention.kinds == ("event",) and " " in mention.id:
        return f"'{mention.id}' is neither a date nor the id of an event"
    if mention.kinds == PARTIES:
        return f"nobody is called '{mention.id}'"
    if mention.kinds == ("event", "action"):
        return f"nothing is called '{mention.id}'"
    return f"no {listed(wanted, 'or')} is called '{mention.id}'"


def _advice(cycle: Cycle, mention: Mention, near: str, candidates: list[str] | None) -> tuple[str, str]:
    """Return what to say beside the caret and what below it."""
    if near and "event" in mention.kinds and (described := _described(cycle, near)):
        return "", f"Nearest: {near}, {described}."
    if near:
        return f"did you mean {near}?", ""
    if mention.kinds == PARTIES and (said := _party(cycle, mention)):
        return "", said
    return "", "" if candidates is None else _choice(cycle, mention, candidates)


def _party(cycle: Cycle, mention: Mention) -> str:
    """Return how to name whoever is meant by something that is nobody by itself: a role, a post, a contact."""
    key, owned = mention.id, f"{mention.id} of each {cycle.words.authority}"
    if key in cycle.contacts:
        return f"Write what {cycle.contacts[key].name} holds: {cycle.contacts[key].holds}."
    if key in cycle.roles:
        return (
            f"Write whose: each {cycle.words.authority}: [{key}]."
            if mention.mark.on == "key"
            else f"Write {owned}."
        )
    if bodies := [body for body, held in cycle.bodies.items() if key in held.posts]:
        return f"Write {listed([f'{key} of {body}' for body in bodies], 'or')}."
    known = any(other == key for other, _, _ in named(cycle))
    return (
        ""
        if known or not is_id(key)
        else f"If it is a body, add it under bodies, as in {key}: {{name: ...}}."
    )


def _choice(cycle: Cycle, mention: Mention, candidates: list[str]) -> str:
    """Return the ids that can stand there, as far as they are few."""
    kinds = listed([several(noun(cycle, kind)) for kind in mention.kinds], "or")
    word = cycle.words.group
    lead = (
        f"In this file the word for a group is {word}: each {word}. " if mention.each and cycle.groups else ""
    )
    if not candidates and mention.taken:
        kinds = listed([noun(cycle, kind) for kind in mention.kinds], "or")
        return f"Each {kinds} has its row: take this one out."
    if not candidates:
        return f"{lead}This file has no {kinds}."
    if len(candidates) <= _FEW:
        of = " events" if mention.each else ""
        return f"{lead}There {'is' if len(candidates) == 1 else 'are'}{of}: {', '.join(candidates)}."
    return lead.rstrip()


def _described(cycle: Cycle, key: str) -> str:
    """Return an event or action in words: "the NWADCS meeting of Thursday 23 November 2017"."""
    for event_id, event, _ in cycle.events():
        if event_id == key:
            title = in_sentence(cycle, event.title.partition(",")[0])
            when = event.date.value.when if event.date.value else None
            return f"the {title} of {when.words}" if when and when.day else f"the {title}"
    for action_id, action, _ in cycle.actions():
        if action_id == key:
            return f"the action '{action.title or action.do}'"
    return ""


def _abouts(examined: Examined, likeness: Likeness) -> Iterator[Fault]:
    """Yield a fault for each question and waiver about an id, or a key of it, that there is not."""
    cycle = examined.cycle
    keys = Keys(cycle)
    for about in abouts(cycle):
        if about.entry in examined.lost_ids or about.key in examined.lost_ids:
            continue
        if not keys.knows(about.entry):
            near = "" if likeness.spent else likeness.nearest(about.entry, keys.first_words())
            note = f"did you mean {near}?" if near else ""
            mark = about.mark._replace(message=note, words=about.entry)
            yield Fault(f"nothing is called '{about.entry}'", mark)
        elif about.key and about.key not in (after := keys.after(about.entry)) and after:
            near = likeness.nearest(about.key, after)
            mark = about.mark._replace(message=f"did you mean {near}?" if near else "", words=about.key)
            hint = "" if near else "Write an id, or an id and one key of it, as in: forum date."
            yield Fault(f"{about.entry} has no key '{about.key}'", mark, hint)
