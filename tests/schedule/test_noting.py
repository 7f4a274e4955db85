"""A finding as somebody writes it: what it is in the cycle's own words, or why it cannot be noted so."""

from typing import Any

import pytest

from peercycle.progress.finding import Finding, Kind
from peercycle.schedule.noting import Misnoted, authority_of, checked, kind_of, named
from peercycle.schedule.plan import Plan
from tests.schedule.notes import cycle, noted, progress

PLAN = cycle()
PLAIN = cycle(more="", programme="actions: {a: {do: A, owner: team, due: 6 November 2026}}")
LOG = progress(
    noted("elm", "support-request", "Help", "help-elm"), noted("ash", "support-request", "Help", "help-ash")
)


def finding(kind: Kind, text: str, plan: Plan = PLAN, **more: Any) -> Finding:
    """Return a finding of Ash as it is noted."""
    return checked(plan, LOG, "ash", Finding(kind, text, **more))


@pytest.mark.parametrize(
    ("draft", "made"),
    [
        (Finding("headline", "A\nb  c"), Finding("headline", "A\nb  c")),
        (Finding("focus", "Education"), Finding("focus", "education")),
        (Finding("focus", "SOCIAL-CARE"), Finding("focus", "social care")),
        (Finding("focus", "Education and Social  Care"), Finding("focus", "both")),
        (
            Finding("placement", "fair  to GOOD", judged="Self"),
            Finding("placement", "Fair to good", judged="placement-self"),
        ),
        (
            Finding("placement", "Poor to fair", judged="placement-preliminary", enabler="engaging PARTNERS"),
            Finding("placement", "Poor to fair", judged="placement-preliminary", enabler="Engaging partners"),
        ),
        (
            Finding("immediate-action", "A", owner="Coast Group", shared_with=("ALL", "Elm", "elm", "team")),
            Finding("immediate-action", "A", owner="coast", shared_with=("all", "elm", "team")),
        ),
        (
            Finding("good-practice", "A", answers=" help-elm "),
            Finding("good-practice", "A", answers="help-elm"),
        ),
        (
            Finding("placement", "Fair to good", judged="preliminary", shared_with=("board",)),
            Finding("placement", "Fair to good", judged="placement-preliminary", shared_with=("board",)),
        ),
    ],
)
def test_a_finding_in_the_cycles_own_words(draft: Finding, made: Finding) -> None:
    assert checked(PLAN, LOG, "ash", draft) == made


REFUSED: list[tuple[Finding, str, str]] = [
    (Finding("headline", ""), "the headline has no text", ""),
    (Finding("question", " \u200b\n "), "the question has no text", ""),
    (Finding("focus", "educaton"), "'educaton' is not a focus", "Nearest: education"),
    (Finding("focus", "health"), "'health' is not a focus", "There are: education, social care, both"),
    (
        Finding("placement", "fair to god", judged="self"),
        "'fair to god' is not a stage of the journey",
        "Nearest: Fair to good",
    ),
    (
        Finding("placement", "x" * 100, judged="self"),
        f"'{'x' * 60}...' is not a stage of the journey",
        "There are: Poor to fair, Fair to good, Good to great",
    ),
    (
        Finding("placement", "Fair to good"),
        "a placement is by somebody's judgement",
        "Add --judged self or preliminary.",
    ),
    (
        Finding("placement", "Fair to good", judged="prelim"),
        "--judged: 'prelim' is none of this cycle's placements",
        "Nearest: preliminary",
    ),
    (
        Finding("placement", "Fair to good", judged="self", enabler="Partners"),
        "--enabler: 'Partners' is not an enabler of the journey",
        "Nearest: Engaging partners",
    ),
    (
        Finding("headline", "A", owner="ash"),
        "--owner is no option of a headline",
        "It goes with: immediate action.",
    ),
    (
        Finding("headline", "A", judged="self"),
        "--judged is no option of a headline",
        "It goes with: placement.",
    ),
    (
        Finding("focus", "both", theme="B"),
        "--theme is no option of a focus",
        "It goes with: headline, question, request for support, offer of good practice, immediate action or follow-up.",
    ),
    (
        Finding("headline", "A", answers="help-elm"),
        "--answers is no option of a headline",
        "It goes with: offer of good practice.",
    ),
    (
        Finding("immediate-action", "A", owner=" "),
        "an immediate action has an owner, who takes it forward",
        "Add --owner with an authority, a group or a body.",
    ),
    (
        Finding("immediate-action", "A", owner="bord"),
        "--owner: no authority, group or body is called 'bord'",
        "Nearest: board",
    ),
    (
        Finding("immediate-action", "A", owner="all"),
        "--owner: no authority, group or body is called 'all'",
        "",
    ),
    (
        Finding("headline", "A", shared_with=("elm", "winter-turn")),
        "--shared-with: no authority, group or body is called 'winter-turn'",
        "",
    ),
    (
        Finding("good-practice", "A", answers="help-el"),
        "no request for support has the id 'help-el'",
        "Nearest: help-elm, help-ash",
    ),
    (
        Finding("good-practice", "A", answers="help-ash"),
        "--answers: that request is the authority's own",
        "An offer answers another's request.",
    ),
    (
        Finding("placement", "Fair to good", judged="preliminary", shared_with=("board", "ash")),
        "Ash itself is not shown this (documents/placement-preliminary/shown-to), so no authority can be",
        "Leave --shared-with out, or name a body.",
    ),
]


@pytest.mark.parametrize(("draft", "message", "advice"), REFUSED, ids=[message for _, message, _ in REFUSED])
def test_what_does_not_fit_is_refused(draft: Finding, message: str, advice: str) -> None:
    with pytest.raises(Misnoted) as refused:
        checked(PLAN, LOG, "ash", draft)
    assert (refused.value.message, refused.value.advice) == (message, advice)


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        (Finding("placement", "Fair to good"), "this cycle names no stage of the journey"),
        (Finding("placement", "Fair to good", judged="self"), "this cycle names no stage of the journey"),
    ],
)
def test_a_cycle_without_a_journey_places_nobody(draft: Finding, message: str) -> None:
    with pytest.raises(Misnoted) as refused:
        checked(PLAIN, LOG, "ash", draft)
    assert refused.value.message == message
    assert refused.value.advice == "The file has them under journey/stages."


def test_a_journey_without_placements_or_enablers() -> None:
    plan = cycle(more="\njourney: {title: J, stages: [One, Two]}\n")
    assert finding("placement", "two", plan) == Finding("placement", "Two")
    with pytest.raises(Misnoted, match=r"^--judged: this cycle names no placements$"):
        finding("placement", "two", plan, judged="self")
    with pytest.raises(Misnoted, match=r"^--enabler: this cycle names no enabler of the journey$"):
        finding("placement", "two", plan, enabler="Partners")


def test_an_end_that_two_placements_share_names_neither() -> None:
    more = "\njourney: {title: J, stages: [One], placements: [placement-self, view-self]}\n"
    papers = "\ndocuments:\n  view: {title: V}\n  placement-self: {title: P}\n  view-self: {title: S}\n"
    plan = cycle(
        papers=papers, more=more, programme="actions: {a: {do: A, owner: team, due: 6 November 2026}}"
    )
    with pytest.raises(Misnoted) as refused:
        finding("placement", "One", plan, judged="self")
    assert refused.value.advice == "Nearest: view-self"
    assert finding("placement", "One", plan, judged="view-self").judged == "view-self"


@pytest.mark.parametrize("written", ["ash", "ASH", " Ash "])
def test_an_authority_in_any_capitals(written: str) -> None:
    assert authority_of(PLAN, written) == "ash"


@pytest.mark.parametrize(
    ("written", "message", "advice"),
    [
        ("esh", "no authority is called 'esh'", "Nearest: ash"),
        ("coast", "no authority is called 'coast'", ""),
        ("x" * 1_000_000, f"no authority is called '{'x' * 60}...'", ""),
    ],
)
def test_no_authority(written: str, message: str, advice: str) -> None:
    with pytest.raises(Misnoted) as refused:
        authority_of(PLAN, written)
    assert (refused.value.message, refused.value.advice) == (message, advice)


@pytest.mark.parametrize(
    ("written", "kind"), [("headline", "headline"), ("Support Request", "support-request")]
)
def test_a_kind_in_any_capitals(written: str, kind: Kind) -> None:
    assert kind_of(written) == kind


def test_no_kind() -> None:
    with pytest.raises(Misnoted) as refused:
        kind_of("support")
    assert refused.value.message == "'support' is not a kind of finding"
    assert refused.value.advice == "Nearest: support-request"
    with pytest.raises(Misnoted) as refused:
        kind_of("x")
    assert refused.value.advice.startswith("Kinds: headline, question, focus, ")


def test_a_finding_by_its_id() -> None:
    assert named(LOG.findings, " help-elm ").authority == "elm"
    with pytest.raises(Misnoted, match=r"^no finding has the id ''$"):
        named(LOG.findings, "")
