"""Ids that name nothing: each place that refers to something, with the nearest that there is."""

import pytest

from tests.rules.examples import Found, faults

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
