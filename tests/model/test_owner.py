"""Who: every phrase of owners, of attendance and of signatures, and the region's own words in them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.owner import (
    Many,
    Party,
    Seat,
    Signatory,
    in_steps,
    read_party,
    read_seat,
    read_signatory,
)
from peercycle.model.phrase import Misread
from peercycle.model.words import Words

BPN = Words(group="BPN", authority="LA")
ADVICE = "Write an id, each authority, each authority in a round or group, or ROLE of one of these; or TBC."


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("sli-team", "", "sli-team"),
        ("bolton", "", "bolton"),
        ("coordinator of sli-team", "coordinator", "sli-team"),
        ("dcs of bolton", "dcs", "bolton"),
        # An id that a region's word is part of stays as it is
        ("cluster-moor", "", "cluster-moor"),
        ("bpn-trafford", "", "bpn-trafford"),
    ],
)
def test_one_by_its_id(text: str, role: str, who: str) -> None:
    assert read_party(text, BPN) == Party(text, tbc=False, role=role, who=who, many=None)


def test_nobody_yet() -> None:
    assert read_party("TBC", BPN) == Party("TBC", tbc=True, role="", who="", many=None)


MANY = [
    ("each authority", Many("", "authorities")),
    ("each authority in december", Many("", "authorities", within="december")),
    ("each authority in bpn-trafford", Many("", "authorities", within="bpn-trafford")),
    ("each lead authority", Many("", "lead-authorities")),
    ("each group", Many("", "groups")),
    ("each group in each round", Many("", "groups-in-rounds")),
    ("each round", Many("", "rounds")),
    ("each forum", Many("", "events", event="forum")),
    ("each bpn-forum", Many("", "events", event="bpn-forum")),
    ("some authorities", Many("", "some-authorities")),
    ("own authority", Many("", "own-authority")),
    ("own group", Many("", "own-group")),
    ("own lead authority", Many("", "own-lead-authority")),
    ("each authority in own group", Many("", "own-group-authorities")),
    ("each authority challenged", Many("", "challenged-authorities")),
]


@pytest.mark.parametrize(("text", "many"), MANY)
@pytest.mark.parametrize("role", ["", "dcs of ", "lead-challenger of "])
def test_many_by_a_phrase(text: str, many: Many, role: str) -> None:
    expected = Party(role + text, tbc=False, role=role[:-4], who="", many=many._replace(words=text))
    assert read_party(f" {role}  {text} ", BPN) == expected


@pytest.mark.parametrize(("text", "many"), MANY)
@pytest.mark.parametrize(
    "words",
    [BPN, Words("triad", "council"), Words("peer support group", "local authority"), Words("group", "team")],
    ids=lambda words: words.group,
)
def test_the_regions_own_words_mean_the_same(text: str, many: Many, words: Words) -> None:
    own = {"authorities": f"{words.authority}s", "authority": words.authority, "group": words.group}
    said = " ".join(own.get(word, word) for word in text.split())
    party = read_party(said, words)
    assert party.many == many._replace(words=said)


@pytest.mark.parametrize(
    ("text", "message", "hint", "words"),
    [
        ("all authorities", "'all authorities' names nobody that can be found", "Write each LA.", "all authorities"),
        ("Every LA", "'Every LA' names nobody that can be found", "Write each LA.", "Every LA"),
        ("All LAs in December", "'All LAs in December' names nobody that can be found", "Write each LA in december.", "All LAs in December"),
        ("Everybody", "'Everybody' names nobody that can be found", "Write each LA.", "Everybody"),
        ("DCS of each authority", "'DCS' is not the id of a role or post", "Write dcs of each LA.", "DCS"),
        ("the coordinator of the SLI team", "'the coordinator' is not the id of a role or post", "Write coordinator of sli-team.", "the coordinator"),
        ("Lead Member of Bolton", "'Lead Member' is not the id of a role or post", "Write lead-member of bolton.", "Lead Member"),
        ("dcs of Bolton", "'dcs of Bolton' names nobody that can be found", "Write dcs of bolton.", "Bolton"),
        ("St Helens", "'St Helens' names nobody that can be found", "Write st-helens.", "St Helens"),
        ("Blackburn with Darwen", "'Blackburn with Darwen' names nobody that can be found", "Write blackburn-with-darwen.", "Blackburn with Darwen"),
        ("tbc", "'tbc' names nobody that can be found", "Write TBC.", "tbc"),
        ("tba", "'tba' names nobody that can be found", "Write TBC.", "tba"),
        ("me", "'me' names nobody that can be found", ADVICE, "me"),
        ("yes", "'yes' names nobody that can be found", ADVICE, "yes"),
        ("Unknown", "'Unknown' names nobody that can be found", "Write TBC.", "Unknown"),
        ("TBC sli-team", "'TBC sli-team' names nobody that can be found", "Write TBC.", "TBC sli-team"),
        ("each", "'each' names nobody that can be found", "Write each LA.", "each"),
        ("own lead", "'own lead' names nobody that can be found", ADVICE, "own lead"),
        ("each authority in", "'each authority in' names nobody that can be found", ADVICE, "each authority in"),
        ("dcs of dcs of bolton", "'dcs of dcs of bolton' names nobody that can be found", ADVICE, "dcs of bolton"),
        ("dcs of", "'dcs of' names nobody that can be found", ADVICE, "dcs of"),
        ("2017-10-27", "'2017-10-27' names nobody that can be found", ADVICE, "2017-10-27"),
        ("", "'' names nobody that can be found", ADVICE, ""),
    ],
)  # fmt: skip
def test_what_names_nobody(text: str, message: str, hint: str, words: str) -> None:
    with pytest.raises(Misread) as caught:
        read_party(text, BPN)
    misread = caught.value
    assert (misread.rule, misread.message) == ("malformed-owner", message)
    assert (misread.hint, misread.words) == (hint, words)


def test_a_role_at_a_meeting() -> None:
    assert read_seat("dcs") == Seat("dcs", one=False)
    assert read_seat("one ad") == Seat("ad", one=True)


def test_signatures_in_any_order_and_in_steps() -> None:
    assert read_signatory("dcs") == Signatory("dcs", then=False)
    assert read_signatory("then chief-executive") == Signatory("chief-executive", then=True)
    dcs, member, chief = (Signatory(role, then=False) for role in ("dcs", "lead-member", "chief-executive"))
    assert in_steps([dcs, member, chief]) == (("dcs", "lead-member", "chief-executive"),)
    assert in_steps([dcs, member, chief._replace(then=True)]) == (
        ("dcs", "lead-member"),
        ("chief-executive",),
    )
    assert in_steps([dcs._replace(then=True), member._replace(then=True)]) == (("dcs",), ("lead-member",))
    assert in_steps([]) == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Lead Member", "Write lead-member."),
        ("one AD", "Write one ad."),
        ("one ", "Write a role's id, as in dcs, or one ad."),
        ("", "Write a role's id, as in dcs, or one ad."),
        ("...", "Write a role's id, as in dcs, or one ad."),
    ],
)
def test_what_is_no_role_at_a_meeting(text: str, hint: str) -> None:
    with pytest.raises(Misread) as caught:
        read_seat(text)
    assert (caught.value.rule, caught.value.hint, caught.value.words) == ("malformed-owner", hint, text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Then Chief Executive", "Write then chief-executive."),
        ("then Chief Executive", "Write then chief-executive."),
        ("Director of Children's Services", "Write director-of-childrens-services."),
        ("then ", "Write a role's id, as in lead-member."),
    ],
)
def test_what_is_no_signatory(text: str, hint: str) -> None:
    with pytest.raises(Misread) as caught:
        read_signatory(text)
    assert (caught.value.rule, caught.value.hint) == ("malformed-owner", hint)


PIECES = "each own lead some of in LA BPN authority authorities round december forum dcs TBC tbc all the challenged Bolton"


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)))
def test_any_text_is_read_or_refused_with_advice(text: str) -> None:
    try:
        party = read_party(text, BPN)
    except Misread as misread:
        rule, hint = misread.rule, misread.hint
    else:
        assert (party.tbc, bool(party.who), party.many is not None).count(True) == 1
        rule, hint = "malformed-owner", "none"
    assert rule == "malformed-owner"
    assert hint


@pytest.mark.parametrize(
    ("read", "item", "hint"),
    [
        (read_seat, "ones ad", "Write one ad."),
        (read_seat, "One AD", "Write one ad."),
        (read_signatory, "than chief-executive", "Write then chief-executive."),
        (read_signatory, "Lead Member", "Write lead-member."),
    ],
)
def test_a_lead_word_may_be_misspelt(read: Callable[[str], object], item: str, hint: str) -> None:
    with pytest.raises(Misread) as refused:
        read(item)
    assert refused.value.hint == hint
