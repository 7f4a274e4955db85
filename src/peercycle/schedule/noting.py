"""A finding as somebody writes it, held against the cycle and what is on record before it is noted."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from peercycle.progress.finding import FOCUSES, KINDS, Finding, Kind
from peercycle.progress.fold import Noted, Progress
from peercycle.schedule.choosing import meant, nearest
from peercycle.schedule.findings import NAMES
from peercycle.schedule.plan import Plan
from peercycle.schedule.sharing import ALL, own_sees, paper_of
from peercycle.schedule.wording import listed, noun, one

TAKES: Final[Mapping[str, tuple[Kind, ...]]] = {
    "owner": ("immediate-action",),
    "due": ("immediate-action",),
    "judged": ("placement",),
    "enabler": ("placement",),
    "answers": ("good-practice",),
    "theme": (
        "headline", "question", "support-request", "good-practice", "immediate-action", "follow-up",
    ),
}  # fmt: skip
"""The kinds of finding that take each further option; every kind can be shared."""
_PARTIES: Final = ("authority", "group", "body")
_EVERYONE: Final = ("everybody", "everyone", "every authority", "each authority", "authorities", "region")
_SHOWN: Final = 60


class Misnoted(ValueError):
    """What cannot be noted so: the sentence that says why, and what to write instead."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def quoted(text: str) -> str:
    """Return a text in quotation marks, cut where it is long."""
    return f"'{text[:_SHOWN]}...'" if len(text) > _SHOWN else f"'{text}'"


def authority_of(plan: Plan, written: str) -> str:
    """Return the id of an authority, written in any capitals or by its name; raises Misnoted."""
    return _party(plan, written, ("authority",))


def kind_of(written: str) -> Kind:
    """Return a kind of finding; raises Misnoted."""
    plain = "-".join(written.lower().split())
    found = next((kind for kind in KINDS if kind == plain), None)
    if found is None:
        raise Misnoted(f"{quoted(written)} is not a kind of finding", _near(plain, KINDS, "Kinds"))
    return found


def checked(plan: Plan, progress: Progress, authority: str, draft: Finding) -> Finding:
    """Return a finding with every id and choice as the cycle has it; raises Misnoted where one does not fit.

    The text of a conversation date is an ISO date already.
    """
    _options_fit(draft)
    if not any(character.isprintable() and not character.isspace() for character in draft.text):
        raise Misnoted(f"the {NAMES[draft.kind][0]} has no text")
    finding = draft._replace(
        text=_TEXTS.get(draft.kind, _as_written)(plan, draft.text),
        owner=_owner(plan, draft.owner) if draft.kind == "immediate-action" else "",
        judged=_judged(plan, draft.judged) if draft.kind == "placement" else "",
        enabler=_enabler(plan, draft.enabler) if draft.enabler else "",
        shared_with=_shared(plan, draft.shared_with),
        answers=_answered(progress, authority, draft.answers).record.id if draft.answers else "",
    )
    _shareable(plan, authority, finding)
    return finding


def named(found: Iterable[Noted], written: str, wanted: str = "finding") -> Noted:
    """Return the finding of this record id; raises Misnoted with the nearest ids."""
    by_id = {noted.record.id: noted for noted in found}
    key = written.strip()
    if key not in by_id:
        raise Misnoted(f"no {wanted} has the id {quoted(key)}", _near(key, by_id))
    return by_id[key]


def _options_fit(draft: Finding) -> None:
    for option, kinds in TAKES.items():
        if getattr(draft, option) and draft.kind not in kinds:
            said = listed([NAMES[kind][0] for kind in kinds], "or")
            raise Misnoted(f"--{option} is no option of a {draft.kind}", f"It goes with: {said}.")


def _as_written(_: Plan, text: str) -> str:
    return text


def _stage(plan: Plan, text: str) -> str:
    stages = plan.cycle.journey.stages if plan.cycle.journey else ()
    return _choice(text, stages, "stage of the journey", "journey/stages")


def _focus(_: Plan, text: str) -> str:
    plain = " ".join(text.replace("-", " ").split()).lower()
    both = plain in ("education and social care", "social care and education")
    return _choice("both" if both else plain, FOCUSES, "focus")


_TEXTS: Final[Mapping[Kind, Callable[[Plan, str], str]]] = {"placement": _stage, "focus": _focus}


def _enabler(plan: Plan, written: str) -> str:
    enablers = plan.cycle.journey.enablers if plan.cycle.journey else ()
    return _choice(written, enablers, "enabler of the journey", "journey/enablers", "--enabler: ")


def _choice(written: str, choices: Collection[str], wanted: str, place: str = "", option: str = "") -> str:
    """Return the choice that a text is, in any capitals."""
    if not choices:
        raise Misnoted(f"{option}this cycle names no {wanted}", f"The file has them under {place}.")
    plain = " ".join(written.split()).lower()
    by_text = {" ".join(choice.split()).lower(): choice for choice in choices}
    if plain not in by_text:
        close = [by_text[found] for found in nearest(plain, list(by_text))] if len(plain) <= _SHOWN else []
        advice = f"Nearest: {', '.join(close)}" if close else f"There are: {', '.join(choices)}"
        raise Misnoted(f"{option}{quoted(written)} is not {one(wanted)}", advice)
    return by_text[plain]


def _judged(plan: Plan, written: str) -> str:
    """Return the document that is a placement by its id, or by what its id ends with: "self"."""
    placements = plan.cycle.journey.placements if plan.cycle.journey else ()
    ends = [key.rpartition("-")[2] for key in placements]
    short = {end: key for end, key in zip(ends, placements, strict=True) if ends.count(end) == 1}
    if not placements and written:
        raise Misnoted(
            "--judged: this cycle names no placements", "The file has them under journey/placements."
        )
    if not written:
        if not placements:
            return ""
        raise Misnoted(
            "a placement is by somebody's judgement", f"Add --judged {' or '.join(short or placements)}."
        )
    key = "-".join(written.lower().split())
    if key not in (*short, *placements):
        near = _near(key, [*short, *placements], "There are")
        raise Misnoted(f"--judged: {quoted(written)} is none of this cycle's placements", near)
    return short.get(key, key)


def _owner(plan: Plan, written: str) -> str:
    if not written.strip():
        wanted = [one(noun(plan.cycle, kind)) for kind in _PARTIES]
        message = "an immediate action has an owner, who takes it forward"
        raise Misnoted(message, f"Add --owner with {listed(wanted, 'or')}.")
    return _party(plan, written, _PARTIES, "--owner: ")


def _shared(plan: Plan, written: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_party(plan, each, _PARTIES, "--shared-with: ", (ALL,)) for each in written))


def _party(
    plan: Plan, written: str, kinds: Collection[str], option: str = "", besides: Collection[str] = ()
) -> str:
    """Return the id a person means: of an authority, a group or a body as far as wanted, or one of those besides."""
    cycle = plan.cycle
    held: dict[str, Collection[str]] = {
        "authority": cycle.authorities,
        "group": cycle.groups,
        "body": cycle.bodies,
    }
    ids = [*besides, *(key for kind in kinds for key in held[kind])]
    key = meant(plan, written)
    if key not in ids:
        wanted = listed([noun(cycle, kind) for kind in kinds], "or")
        advice = "For every authority, write all." if besides and key in _EVERYONE else _near(key, ids)
        raise Misnoted(f"{option}no {wanted} is called {quoted(written)}", advice)
    return key


def _answered(progress: Progress, authority: str, written: str) -> Noted:
    requests = [noted for noted in progress.findings if noted.finding.kind == "support-request"]
    request = named(requests, written, "request for support")
    if request.authority == authority:
        raise Misnoted(
            "--answers: that request is the authority's own", "An offer answers another's request."
        )
    return request


def _shareable(plan: Plan, authority: str, finding: Finding) -> None:
    """Refuse to share with authorities what the cycle keeps from the authority itself."""
    wide = [key for key in (*finding.shared_with, finding.owner) if key and key not in plan.cycle.bodies]
    if wide and not own_sees(plan, authority, finding):
        name = plan.cycle.authorities[authority].name
        raise Misnoted(
            f"{name} itself is not shown this (documents/{paper_of(finding)}/shown-to), so no authority can be",
            "Leave --shared-with out, or name a body.",
        )


def _near(key: str, ids: Collection[str], otherwise: str = "") -> str:
    close = nearest(key, list(ids)) if len(key) <= _SHOWN else ()
    if close:
        return f"Nearest: {', '.join(close)}"
    return f"{otherwise}: {', '.join(ids)}" if otherwise else ""
