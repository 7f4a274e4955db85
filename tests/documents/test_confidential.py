"""No document says a word of another authority's findings that its reader may not know, whatever the log holds."""

import re
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peercycle.progress.finding import KINDS, Finding
from peercycle.progress.record import Record
from tests.documents.made import markdown
from tests.documents.test_findings import edition
from tests.schedule.notes import closed, noted

# each example lays out whole documents, which a busy machine takes its time over
UNHURRIED = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
AUTHORITIES = ("ash", "birch", "elm", "fir")
PARTIES = (*AUTHORITIES, "coast", "moor", "team", "board", "inspectors")
GROUP = {"ash": "coast", "birch": "coast", "elm": "moor", "fir": "moor"}


@st.composite
def logs(draw: st.DrawFn) -> list[Record]:
    """Return random findings, each with a text of its own, some of them closed with an outcome of its own."""
    found: list[Record] = []
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from([kind for kind in KINDS if kind != "conversation-date"]))
        fields: dict[str, Any] = {
            "theme": draw(st.sampled_from(["", f"theme{number}x"])),
            "shared_with": tuple(draw(st.lists(st.sampled_from((*PARTIES, "all")), max_size=2, unique=True))),
        }
        if kind == "placement":
            judged = ("placement-self", "placement-preliminary", "by-hand", "")
            fields["judged"] = draw(st.sampled_from(judged))
        if kind == "immediate-action":
            fields["owner"] = draw(st.sampled_from((*PARTIES, "all", "")))
            fields["due"] = draw(st.sampled_from((None, date(2026, 12, 18), date(2027, 2, 1))))
        if kind == "good-practice":
            fields["answers"] = draw(st.sampled_from(("", *(each.id for each in found))))
        whose = draw(st.sampled_from((*AUTHORITIES, "elsewhere")))
        found.append(noted(whose, kind, f"text{number}x", f"f{number}", **fields))
    ends = [closed(each.id, f"outcome{each.id[1:]}x") for each in found if draw(st.booleans())]
    return [*found, *ends]


def allowed(finding: Finding, whose: str, reader: str) -> bool:
    """Whether a reader may be shown a finding, said again in the plainest words."""
    if finding.judged in ("placement-preliminary", "by-hand") or whose == "elsewhere":
        return False
    return reader == whose or not {*finding.shared_with, finding.owner}.isdisjoint(
        {reader, GROUP[reader]} | ({"all"} & {*finding.shared_with})
    )


@UNHURRIED
@given(logs())
def test_no_word_of_another_authority_unless_it_is_shared(log: list[Record]) -> None:
    of = edition(log)
    for reader in AUTHORITIES:
        words = set(re.findall(r"(?:text|theme|outcome)\d+x", markdown(of, "checklist", reader)))
        may_stand: set[str] = set()
        must_stand: set[str] = set()
        for record in log:
            if record.finding is None:
                continue
            number = record.id[1:]
            if allowed(record.finding, record.authority or "", reader):
                may_stand |= {f"text{number}x", f"theme{number}x", f"outcome{number}x"}
            # of what is the reader's own nothing is left out but what was replaced
            if record.authority == reader and f"text{number}x" in may_stand and not replaced(log, record):
                must_stand.add(f"text{number}x")
        assert must_stand <= words <= may_stand


def replaced(log: list[Record], record: Record) -> bool:
    """Whether a later finding of its kind stands in the place of this one."""
    first = record.finding
    if first is None or first.kind not in ("focus", "placement"):
        return False
    return any(
        later.id > record.id
        and later.authority == record.authority
        and (later.finding.kind, later.finding.judged) == (first.kind, first.judged)
        for later in log
        if later.finding
    )


@UNHURRIED
@given(logs())
def test_no_agenda_says_what_one_of_those_who_come_may_not_know(log: list[Record]) -> None:
    of = edition(log)
    for meeting, readers in (("market", AUTHORITIES), ("forum/spring-turn/moor", ("elm", "fir"))):
        words = set(re.findall(r"(?:text|theme|outcome)\d+x", markdown(of, "agenda", meeting)))
        for record in log:
            if record.finding and {f"text{record.id[1:]}x", f"theme{record.id[1:]}x"} & words:
                assert all(allowed(record.finding, record.authority or "", reader) for reader in readers)
    outside = markdown(of, "agenda", "board-meeting")
    for record in log:
        if record.finding and "board" not in (*record.finding.shared_with, record.finding.owner):
            assert f"text{record.id[1:]}x" not in outside
