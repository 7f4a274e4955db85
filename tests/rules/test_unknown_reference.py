"""Ids that name nothing: each place that refers to something, with the nearest that there is."""

import pytest

from tests.rules.examples import Found, Marked, every_fault, faults

RULE = "unknown-reference"
FORUM = "phases/challenge/events/forum"


def test_a_misspelt_event_is_shown_with_the_nearest_and_its_day() -> None:
    assert faults(RULE, "issue-questions:\n  due: nwadcs-novmber") == [
        Found(
            "phases/questions/actions/issue-questions/due",
            "nwadcs-novmber",
            "nothing is called 'nwadcs-novmber'",
            "",
            "Nearest: nwadcs-november, the directors' meeting in November of Thursday 23 November 2017.",
            (),
            75,
            14,
        )
    ]


@pytest.mark.parametrize(
    ("fragment", "place", "marked", "message", "note"),
    [
        (
            "cluster-moor: {name: Moor, lead: larkmor}",
            "groups/cluster-moor/lead",
            "larkmor",
            "no authority is called 'larkmor'",
            "did you mean larkmoor?",
        ),
        (
            "pellbridge: {name: Pellbridge, group: cluster-cost, round: january}",
            "authorities/pellbridge/group",
            "cluster-cost",
            "no cluster is called 'cluster-cost'",
            "did you mean cluster-coast?",
        ),
        (
            "pellbridge: {name: Pellbridge, group: cluster-coast, round: janury}",
            "authorities/pellbridge/round",
            "janury",
            "no round is called 'janury'",
            "did you mean january?",
        ),
        (
            "larkmoor:\n  {name: Larkmoor, group: cluster-moor, round: december, challengers: [hollinsea, orinshaw]}",
            "authorities/larkmoor/challengers/1",
            "orinshaw",
            "no authority is called 'orinshaw'",
            "did you mean orrinshaw?",
        ),
        (
            "larkmoor: {name: Larkmoor, group: cluster-moor, round: december, challengers: orinshaw}",
            "authorities/larkmoor/challengers",
            "orinshaw",
            "no authority is called 'orinshaw'",
            "did you mean orrinshaw?",
        ),
        ("forum:\n  held-by: sli-taem", f"{FORUM}/held-by", "sli-taem", "nobody is called 'sli-taem'", "did you mean sli-team?"),
        (
            "forum:\n  for: [clusterr-moor, cluster-coast]",
            f"{FORUM}/for/0",
            "clusterr-moor",
            "nobody is called 'clusterr-moor'",
            "did you mean cluster-moor?",
        ),
        (
            "forum:\n  attends:\n    each authority in cluster-mor: [dcs]",
            f"{FORUM}/attends/each authority in cluster-mor",
            "cluster-mor",
            "no round or cluster is called 'cluster-mor'",
            "did you mean cluster-moor?",
        ),
        (
            "forum:\n  chair: {december: chair of nwadc, january: TBC}",
            f"{FORUM}/chair/december",
            "nwadc",
            "nobody is called 'nwadc'",
            "did you mean nwadcs?",
        ),
        (
            "forum:\n  stand-in: dcs of larkmor",
            f"{FORUM}/stand-in",
            "larkmor",
            "nobody is called 'larkmor'",
            "did you mean larkmoor?",
        ),
        ("forum:\n  facilitator: sli-teem", f"{FORUM}/facilitator", "sli-teem", "nobody is called 'sli-teem'", "did you mean sli-team?"),
        (
            "forum:\n  room: {decmber: A, january: B}",
            f"{FORUM}/room/decmber",
            "decmber",
            "no round is called 'decmber'",
            "did you mean december?",
        ),
        ("forum:\n  needs: [self-view, dta-pack]", f"{FORUM}/needs/1", "dta-pack", "no document is called 'dta-pack'", "did you mean data-pack?"),
        (
            "forum:\n  produces: [good-practise]",
            f"{FORUM}/produces",
            "good-practise",
            "no document is called 'good-practise'",
            "did you mean good-practice?",
        ),
        ("forum:\n  in-order: [january, decmber]", f"{FORUM}/in-order/1", "decmber", "no round is called 'decmber'", "did you mean december?"),
        (
            "forum:\n  agenda: [{item: Data, needs: [dta-pack]}]",
            f"{FORUM}/agenda/0/needs",
            "dta-pack",
            "no document is called 'dta-pack'",
            "did you mean data-pack?",
        ),
        (
            "agendas:\n  day: {items: [{item: One, parts: [{item: Two, lead: coordinator of sli-taem}]}]}",
            "agendas/day/items/0/parts/0/lead",
            "sli-taem",
            "nobody is called 'sli-taem'",
            "did you mean sli-team?",
        ),
        (
            "submit-self-view:\n  owner: each athority",
            "phases/self-evaluation/actions/submit-self-view/owner",
            "athority",
            "no event is called 'athority'",
            "did you mean authority?",
        ),
        (
            "submit-self-view:\n  to: [sli-team, dcs of each authority in dcember]",
            "phases/self-evaluation/actions/submit-self-view/to/1",
            "dcember",
            "no round or cluster is called 'dcember'",
            "did you mean december?",
        ),
        (
            "submit-self-view:\n  due: 5 days after first forum in decembre",
            "phases/self-evaluation/actions/submit-self-view/due",
            "decembre",
            "no round is called 'decembre'",
            "did you mean december?",
        ),
        (
            "submit-self-view:\n  except:\n    hollinse: {excused: true, because: Newly inspected}",
            "phases/self-evaluation/actions/submit-self-view/except/hollinse",
            "hollinse",
            "no authority, cluster or round is called 'hollinse'",
            "did you mean hollinsea?",
        ),
        (
            "self-view: {title: Self-view, per: authority, shown-to: [own authority, nwadc]}",
            "documents/self-view/shown-to/1",
            "nwadc",
            "nobody is called 'nwadc'",
            "did you mean nwadcs?",
        ),
        (
            "nwadcs:\n  members:\n    larkmor: [dcs]",
            "bodies/nwadcs/members/larkmor",
            "larkmor",
            "nobody is called 'larkmor'",
            "did you mean larkmoor?",
        ),
        (
            "made-up-person: {name: Coordinator in post, holds: coordinator of sli-taem}",
            "contacts/made-up-person/holds",
            "sli-taem",
            "nobody is called 'sli-taem'",
            "did you mean sli-team?",
        ),
        (
            "journey: {title: Journey, placements: [self-veiw]}",
            "journey/placements",
            "self-veiw",
            "no document is called 'self-veiw'",
            "did you mean self-view?",
        ),
        (
            "questions:\n  q: {ask: Where?, about: forum rooom}",
            "questions/q/about",
            "rooom",
            "forum has no key 'rooom'",
            "did you mean room?",
        ),
        (
            "questions:\n  q: {ask: Where?, about: [forum place, fourm]}",
            "questions/q/about/1",
            "fourm",
            "nothing is called 'fourm'",
            "did you mean forum?",
        ),
        (
            "questions:\n  q: {ask: Who?, about: authorities grup}",
            "questions/q/about",
            "grup",
            "authorities has no key 'grup'",
            "did you mean group?",
        ),
        (
            "questions:\n  q: {ask: When?, about: next-cycle begin}",
            "questions/q/about",
            "begin",
            "next-cycle has no key 'begin'",
            "did you mean begins?",
        ),
        (
            "questions:\n  q: {ask: Where?, about: forum room, who: The SLI team}",
            "questions/q/who",
            "The SLI team",
            "nobody is called 'The SLI team'",
            "did you mean sli-team?",
        ),
        (
            "waivers:\n  w: {rule: weekend-date, about: forum dat, because: Meant, until: March 2018}",
            "waivers/w/about",
            "dat",
            "forum has no key 'dat'",
            "did you mean date?",
        ),
    ],
)  # fmt: skip
def test_everything_that_refers(fragment: str, place: str, marked: str, message: str, note: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.place, fault.marked, fault.message, fault.note) == (place, marked, message, note)
    assert (fault.hint, fault.related) == ("", ())


@pytest.mark.parametrize(
    ("fragment", "message", "hint"),
    [
        (
            "issue-questions:\n  due: before own forumm",
            "no event is called 'forumm'",
            "Nearest: forum, the peer challenge forum.",
        ),
        (
            "issue-questions:\n  for: each fourum",
            "no event is called 'fourum'",
            "Nearest: forum, the peer challenge forum.",
        ),
        (
            "issue-questions:\n  due: with submit-self-veiw",
            "no action is called 'submit-self-veiw'",
            "",
        ),
        (
            "issue-questions:\n  due: 2 days after submit-self-veiw",
            "nothing is called 'submit-self-veiw'",
            "Nearest: submit-self-view, the action 'Send the self-view, signed off by the Lead Member'.",
        ),
        ("issue-questions:\n  due: before each fourum of own cluster", "no event is called 'fourum'", "Nearest: forum, the peer challenge forum."),
        ("issue-questions:\n  from: nwadcs-novmber", "nothing is called 'nwadcs-novmber'", "Nearest: nwadcs-november, the directors' meeting in November of Thursday 23 November 2017."),
        (
            "issue-questions:\n  except:\n    larkmoor: {due: own forumm, because: Away}",
            "no event is called 'forumm'",
            "Nearest: forum, the peer challenge forum.",
        ),
        ("forum:\n  agenda: forum-day", "no agenda is called 'forum-day'", "This file has no agendas."),
        (
            "pellbridge: {name: Pellbridge, group: cluster-coast, round: spring}",
            "no round is called 'spring'",
            "There are: december, january.",
        ),
        (
            "pellbridge: {name: Pellbridge, group: pellbridge, round: january}",
            "'pellbridge' is an authority, not a cluster",
            "There are: cluster-coast, cluster-moor.",
        ),
        ("forum:\n  held-by: forum", "'forum' is an event, not an authority, a body, a cluster or a round", ""),
        ("forum:\n  held-by: xyzzy", "nobody is called 'xyzzy'", "If it is a body, add it under bodies, as in xyzzy: {name: ...}."),
        ("questions:\n  q: {ask: Where?, about: forum, who: Who knows}", "nobody is called 'Who knows'", ""),
        ("forum:\n  held-by: lead-member", "'lead-member' is a role, not an authority, a body, a cluster or a round", "Write lead-member of each authority."),
        ("forum:\n  attends:\n    dcs: [dcs]", "'dcs' is a role, not an authority, a body, a cluster or a round", "Write whose: each authority: [dcs]."),
        ("forum:\n  held-by: coordinator", "nobody is called 'coordinator'", "Write coordinator of sli-team."),
        ("forum:\n  held-by: made-up-person", "'made-up-person' is a contact, not an authority, a body, a cluster or a round", "Write what Coordinator in post holds: coordinator of sli-team."),
        (
            "forum:\n  for: each bpn",
            "no event is called 'bpn'",
            "In this file the word for a group is cluster: each cluster. There are events: forum, nwadcs-february, nwadcs-november.",
        ),
        (
            "pellbridge: {name: Pellbridge, group: moor, round: january}\ngroups:\n  moors: {name: Moors}",
            "no cluster is called 'moor'",
            "did you mean moors?",
        ),
        ("questions:\n  q: {ask: Where?, about: forum, by: grup}", "no event is called 'grup'", "There are: forum, nwadcs-february, nwadcs-november."),
        ("questions:\n  q: {ask: Where?, about: forum xyz}", "forum has no key 'xyz'", "Write an id, or an id and one key of it, as in: forum date."),
        ("questions:\n  q: {ask: Where?, about: events xyz}", "events has no key 'xyz'", "Write an id, or an id and one key of it, as in: forum date."),
        ("questions:\n  q: {ask: Where?, about: xyz}", "nothing is called 'xyz'", ""),
        ("questions:\n  q: {ask: Where?, about: forum, by: forumm}", "no event is called 'forumm'", "Nearest: forum, the peer challenge forum."),
        (
            "questions:\n  q: {ask: Where?, about: forum, by: 30 Novmber 2017}",
            "'30 Novmber 2017' is neither a date nor the id of an event",
            "There are: forum, nwadcs-february, nwadcs-november.",
        ),
    ],
)  # fmt: skip
def test_what_is_said_where_no_id_is_near_or_more_can_be_said(fragment: str, message: str, hint: str) -> None:
    (fault,) = faults(RULE, fragment)
    assert (fault.message, fault.hint or fault.note.replace("did you mean submit-self-view?", "")) == (
        message,
        hint,
    )


@pytest.mark.parametrize(
    ("fragment", "message", "advice"),
    [
        ("room: {december: A, january: B, february: C}", "no round is called 'february'", "Each round has its row: take this one out."),
        ("room: {cluster-moor: A, cluster-cost: B}", "no cluster is called 'cluster-cost'", "did you mean cluster-coast?"),
        ("room: {december: {cluster-moor: A, cluster-coast: B, cluster-hollinsea: C}, january: D}", "no cluster is called 'cluster-hollinsea'", "Each cluster has its row: take this one out."),
        ("room: {cluster-moor: {decembr: A, january: B}, cluster-coast: C}", "no round is called 'decembr'", "did you mean december?"),
        ("room: {decembr: A}", "no round or cluster is called 'decembr'", "did you mean december?"),
        ("room: {larkmor: A}", "no round or cluster is called 'larkmor'", "There are: december, january, cluster-coast, cluster-moor."),
        ("for: each authority\n  room: {larkmor: A}", "no round, cluster or authority is called 'larkmor'", "did you mean larkmoor?"),
        ("for: each authority\n  room: {larkmoor: A, orrinshw: B}", "no authority is called 'orrinshw'", "did you mean orrinshaw?"),
        ("room: {december: A, january: B, dcs: C}", "'dcs' is a role, not a round", "Each round has its row: take this one out."),
    ],
)  # fmt: skip
def test_a_row_of_a_grid_is_one_of_those_it_can_have(fragment: str, message: str, advice: str) -> None:
    (fault,) = faults(RULE, f"forum:\n  date: TBC\n  {fragment}")
    assert (fault.message, fault.note or fault.hint) == (message, advice)


def test_a_row_that_names_nothing_is_not_faulted_for_its_day_too() -> None:
    fragment = """
    forum:
      date:
        december:
          cluster-moor: Tuesday 12 December 2017
          cluster-coast: Wednesday 13 December 2017
        january:
          cluster-moor: Wednesday 10 January 2018
          cluster-coast: Thursday 11 January 2018
        february:
          cluster-moor: Friday 12 December 2017
          cluster-coast: Thursday 11 January 2029
    """
    assert every_fault(fragment) == ["unknown-reference"]


@pytest.mark.parametrize(
    "row", ["group: cluster-cost, round: january", "group: cluster-coast, round: janury"]
)
def test_an_authority_of_an_unknown_group_or_round_is_not_faulted_for_its_meeting_too(row: str) -> None:
    assert every_fault(f"pellbridge: {{name: Pellbridge, {row}}}") == ["unknown-reference"]


def test_the_same_misspelling_is_reported_once() -> None:
    rows = "\n".join(
        f"{key}: {{name: {key.capitalize()}, group: cluster-mor, round: {round_}}}"
        for key, round_ in (("larkmoor", "december"), ("orrinshaw", "january"), ("hollinsea", "december"))
    )
    (fault,) = faults(RULE, rows)
    assert fault.place == "authorities/larkmoor/group"
    assert fault.related == (Marked("cluster-mor", "and here"),) * 2


def test_of_many_places_only_some_are_shown() -> None:
    needs = ", ".join(["dta-pack"] * 8)
    (fault,) = faults(RULE, f"forum:\n  needs: [{needs}]")
    assert [mark.message for mark in fault.related] == ["and here"] * 3 + ["and here, and in 3 more places"]


@pytest.mark.parametrize(
    "fragment",
    [
        "forum:\n  chair: TBC\n  facilitator: TBC\n  held-by: TBC",
        "cluster-moor: {name: Moor, lead: TBC}",
        "pellbridge: {name: Pellbridge, group: TBC, round: TBC, challengers: [TBC]}",
        "questions:\n  q: {ask: Where?, about: [forum, forum date, authorities round, authorities larkmoor, events date], who: dcs, by: 2017-11-23}",
        "questions:\n  q: {ask: Where?, about: [roles dcs, runs, next-cycle, journey, challenge when], who: TBC, by: forum}",
        "questions:\n  q: {ask: Where?, about: sli-team posts, who: coordinator of sli-team, by: TBC}",
        "agendas:\n  day: {items: [{item: One, lead: chair}, {item: Two, lead: the sector}, {item: Three, lead: vice-chair}, {item: Four, lead: dcs}]}",
        "good-practice: {title: Good practice, per: group, comes-from: nothing of anywhere, goes-to: never}",
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_a_part_that_could_not_be_read_is_not_called_unknown() -> None:
    assert every_fault("december: {title: December, authorities: 2}") == ["missing-key"]
    assert every_fault("forum:\n  title: []") == ["wrong-type"]
    assert every_fault("data-pack: {title: []}") == ["wrong-type"]


@pytest.mark.parametrize("section", ["rounds", "groups", "documents", "bodies"])
def test_a_section_that_could_not_be_read_makes_nothing_unknown(section: str) -> None:
    assert every_fault(f"{section}: none") == ["wrong-type"]


def test_in_a_file_full_of_unknown_ids_no_nearest_is_looked_for_after_a_while() -> None:
    groups = "groups:\n" + "".join(f"  group-{n}: {{name: G}}\n" for n in range(300))
    rows = "".join(f"  a-{n}: {{name: A, group: group-{n}x}}\n" for n in range(300))
    found = faults(RULE, f"{groups}authorities:\n{rows}")
    notes = [bool(fault.note) for fault in found]
    assert notes == [True] * 100 + [False] * 200
    assert {fault.hint for fault in found} == {""}
