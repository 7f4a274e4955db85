"""A log of the made-up cycle near its end: every authority placed, headlines with themes, requests, offers and actions."""

from datetime import date
from functools import cache
from typing import Final

from peercycle.documents.edition import Edition
from peercycle.progress.record import Record
from peercycle.schedule.status import Status
from tests.cycles.files import MADE_UP, plan
from tests.schedule.notes import closed, noted, progress

POOR, FAIR, GOOD = "Poor to fair", "Fair to good", "Good to great"
HOMES, STAFF, PRACTICE = (
    "Homes for children in care",
    "Keeping social workers",
    "Supervision and quality of practice",
)
EARLY, PLANS, SCHOOL, LEAVERS = (
    "Early help and first contact",
    "Education, health and care plans",
    "School attendance",
    "Care leavers",
)
STANDING: Final = {
    "aldersyke": (FAIR, {SCHOOL: "Persistent absence in secondary schools"}),
    "cobblewick": (FAIR, {HOMES: "Too few foster carers for teenagers"}),
    "hollinsea": (GOOD, {EARLY: "Early help is quicker, its effect not yet shown"}),
    "juniper-bay": (FAIR, {PLANS: "Education, health and care plans late", PRACTICE: "Supervision uneven"}),
    "netherquay": (POOR, {STAFF: "Heavy use of agency social workers", EARLY: "First contacts wait"}),
    "pellbridge": (FAIR, {LEAVERS: "Care leavers wait for a settled home"}),
    "skerriby": (FAIR, {PRACTICE: "Supervision uneven between teams"}),
    "vennside": (GOOD, {SCHOOL: "Absence of children in care"}),
    "brackenholt": (FAIR, {HOMES: "Children in care live far from home"}),
    "dunmarrow": (GOOD, {PRACTICE: "Audit finds faults but does not yet mend them"}),
    "elverthorpe": (FAIR, {STAFF: "New social workers leave early", HOMES: "Few foster carers"}),
    "inglestone": (POOR, {EARLY: "First contacts wait", PRACTICE: "Plans for children drift"}),
    "quillmere": (FAIR, {LEAVERS: "Rural care leavers without work or training"}),
    "tarnwick": (FAIR, {PLANS: "Education, health and care plans late"}),
    "ullerby": (GOOD, {SCHOOL: "Attendance falls after year 9"}),
    "wharrowdale": (GOOD, {STAFF: "Agency use rising in one service"}),
    "fennimore": (FAIR, {PLANS: "Education, health and care plans of uneven quality"}),
    "garthmoor": (POOR, {HOMES: "No local homes for children with complex needs"}),
    "kettlebeck": (GOOD, {EARLY: "Early help hubs not yet known to schools"}),
    "larkmoor": (FAIR, {SCHOOL: "Persistent absence in primary schools"}),
    "mossgarth": (POOR, {PRACTICE: "Management oversight is weak", STAFF: "Agency use is high"}),
    "orrinshaw": (FAIR, {STAFF: "Social workers leave in their second year"}),
    "rushfold": (FAIR, {PLANS: "Education, health and care plans late"}),
    "yarrowfold": (GOOD, {HOMES: "Brothers and sisters placed apart"}),
}
"""Each authority's preliminary place and its headlines by theme, as in the picture of the Board paper."""
ACTIONS: Final = [
    ("netherquay", "Agree one rate for agency social workers", "cluster-coast", "2027-01-29", ""),
    ("garthmoor", "Share one list of homes with places free", "cluster-moor", "2027-02-12", ""),
    ("inglestone", "Lend an audit team to Inglestone", "dunmarrow", "2027-02-26", ""),
    ("larkmoor", "Compare codes of absence across the cluster", "cluster-moor", "2027-04-30", ""),
    ("tarnwick", "Write to health partners together", "cluster-dale", "2027-02-12", "Sent on 9 February."),
]
"""Whose, what, who takes it forward, by when, and the outcome of those that are closed."""
EVERYONE: Final = ("all",)
MARKET: Final = [
    noted("cobblewick", "support-request", "Foster carers for teenagers: a campaign that worked", "s1", theme=HOMES, shared_with=EVERYONE),
    noted("quillmere", "support-request", "Work and training for care leavers in rural places", "s2", theme=LEAVERS, shared_with=EVERYONE),
    noted("inglestone", "support-request", "A visit to a front door that has cleared its waiting list", "s3", theme=EARLY, shared_with=EVERYONE),
    noted("juniper-bay", "support-request", "Help to run a panel.", "s4", theme=PLANS, shared_with=EVERYONE),
    noted("netherquay", "support-request", "Somebody to talk to about our own managers", "s5", theme=STAFF, shared_with=("cluster-coast",)),
    noted("kettlebeck", "good-practice", "One number for all first contacts, answered the same day", "g1", theme=EARLY, shared_with=EVERYONE, answers="s3"),
    noted("vennside", "good-practice", "A weekly panel with health that halved late plans", "g2", theme=PLANS, shared_with=EVERYONE, answers="s4"),
    noted("tarnwick", "good-practice", "A model letter to health partners.", "g3", shared_with=EVERYONE, answers="s4"),
    noted("yarrowfold", "good-practice", "A shared house for brothers and sisters", "g4", theme=HOMES, shared_with=EVERYONE),
    noted("wharrowdale", "good-practice", "A second-year pledge: smaller caseloads, a named mentor", "g5", theme=STAFF, shared_with=EVERYONE, answers="s5"),
    noted("ullerby", "good-practice", "A thing for its own cluster alone", "g6", shared_with=("cluster-dale",)),
]  # fmt: skip
"""Requests and offers: s5 and g6 are not for everyone; g5 answers a request that not everyone may see."""


def _found() -> list[Record]:
    """Return the placements, headlines and immediate actions."""
    records = []
    for key, (stage, headlines) in STANDING.items():
        judged = "placement-preliminary"
        records.append(noted(key, "placement", stage, f"p-{key}", "2026-11-12", judged=judged))
        records += [
            noted(
                key, "headline", text, f"h-{key}-{number}", "2026-11-12", theme=theme, shared_with=("board",)
            )
            for number, (theme, text) in enumerate(headlines.items())
        ]
    for number, (key, text, owner, due, outcome) in enumerate(ACTIONS):
        ident = f"a{number}"
        records.append(
            noted(
                key,
                "immediate-action",
                text,
                ident,
                owner=owner,
                due=date.fromisoformat(due),
                shared_with=("board",),
            )
        )
        records += [closed(ident, outcome, "2027-02-09")] if outcome else []
    return records


def _happened(ident: str, what: str, day: str, **more: str) -> Record:
    at = f"{day}T16:00:00.000+00:00"
    return Record(ident, at, "the coordinator", what, date.fromisoformat(day), **more)  # type: ignore[arg-type]


def records() -> list[Record]:
    """Return the whole log: forums held, findings, and the Network's signature under the programme."""
    forums = [
        _happened(f"held-{number}", "held", str(meeting.date.day), event=meeting.id)
        for number, meeting in enumerate(plan(MADE_UP).meetings_of("forum"))
    ]
    signed = _happened("signed", "signed", "2027-03-03", action="draft-programme", role="network")
    return [*forums, *_found(), *MARKET, signed]


@cache
def rich(on: str, *more: Record) -> Edition:
    """Return what documents of the made-up cycle share on a day with this log and more records."""
    status = Status(plan(MADE_UP), date.fromisoformat(on), progress(*records(), *more, on=on))
    return Edition(status, "abc123")
