"""Ids, numbers, yes or no, lengths of time, and what a paper is one per."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peercycle.model.ids import is_id, slugged
from peercycle.model.phrase import Misread
from peercycle.model.values import (
    Quantity,
    read_id,
    read_kind,
    read_length,
    read_line,
    read_name,
    read_number,
    read_number_or_tbc,
    read_title,
    read_yes,
)
from peercycle.model.words import Words

BPN = Words(group="BPN", authority="LA")


@pytest.mark.parametrize("text", ["bolton", "bpn-trafford", "2017-18", "a1", "18", "tbc-forum", "with-care"])
def test_an_id(text: str) -> None:
    assert is_id(text)
    assert read_id(text) == text


SHAPE = "cannot be an id: small letters, digits and single hyphens only"


@pytest.mark.parametrize(
    ("text", "why", "hint"),
    [
        ("Bolton", SHAPE, "Write bolton."),
        ("st helens", SHAPE, "Write st-helens."),
        ("King's Lynn", SHAPE, "Write kings-lynn."),
        ("São Bento", SHAPE, "Write sao-bento."),
        ("lead_member", SHAPE, "Write lead-member."),
        ("-a", SHAPE, "Write a."),
        ("a--b", SHAPE, "Write a-b."),
        ("../../x", SHAPE, "Write x."),
        ("\N{SUPERSCRIPT TWO}", SHAPE, "Write 2."),
        ("", SHAPE, "Write it as in: submit-self-view."),
        ("\N{CJK UNIFIED IDEOGRAPH-4E00}", SHAPE, "Write it as in: submit-self-view."),
        ("With", SHAPE, "Write it as in: submit-self-view."),
        ("tbc", "cannot be an id: it has a meaning of its own", "Add a word to it."),
        ("own", "cannot be an id: it has a meaning of its own", "Add a word to it."),
        ("tba", "cannot be an id: it has a meaning of its own", "Add a word to it."),
        ("yes", "cannot be an id: it has a meaning of its own", "Add a word to it."),
        ("2017-10-27", "cannot be an id: it is a date", "Name it in words."),
        ("12-01-2027", "cannot be an id: it is a date", "Name it in words."),
        ("1-1-27", "cannot be an id: it is a date", "Name it in words."),
    ],
)
def test_what_cannot_be_an_id(text: str, why: str, hint: str) -> None:
    assert not is_id(text)
    assert _refused(read_id, text) == ("malformed-id", f"'{text}' {why}", hint)


@given(st.text())
def test_a_slug_is_an_id_or_a_word_that_none_can_be(text: str) -> None:
    slug = slugged(text)
    assert slugged(slug) == slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("0", 0), ("007", 7), ("999999", 999_999)])
def test_a_number(text: str, number: int) -> None:
    assert read_number(text) == read_number_or_tbc(text) == number


def test_a_number_not_known() -> None:
    assert read_number_or_tbc("TBC") is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("twelve", "Write 12."),
        ("Twenty", "Write 20."),
        ("12 authorities", "Write 12."),
        ("1,000", "Write 1000."),
        ("-1", "Write it in figures, as in 12."),
        ("1.5", "Write it in figures, as in 12."),
        ("1234567", "Write it in figures, as in 12."),
        ("\N{SUPERSCRIPT TWO}", "Write it in figures, as in 12."),
        ("TBC", "Write it in figures, as in 12."),
        ("", "Write it in figures, as in 12."),
    ],
)
def test_what_is_no_number(text: str, hint: str) -> None:
    expected = ("malformed-quantity", f"a whole number is wanted here, not '{text}'", hint)
    assert _refused(read_number, text) == expected


def test_yes_and_no() -> None:
    assert read_yes("true") is True
    assert read_yes("false") is False


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("yes", "Write true."),
        ("True", "Write true."),
        ("No", "Write false."),
        ("off", "Write false."),
        ("1", "Write true or false."),
        ("", "Write true or false."),
    ],
)
def test_nothing_else_is_yes_or_no(text: str, hint: str) -> None:
    expected = ("malformed-quantity", f"true or false is wanted here, not '{text}'", hint)
    assert _refused(read_yes, text) == expected


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("10 working days", Quantity(10, "working day")),
        ("1 working day", Quantity(1, "working day")),
        ("3  days", Quantity(3, "day")),
        ("2 weeks", Quantity(2, "week")),
        ("1 month", Quantity(1, "month")),
        ("0 days", Quantity(0, "day")),
    ],
)
def test_a_length_of_time(text: str, quantity: Quantity) -> None:
    assert read_length(text) == quantity


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ten working days", "Write 10 working days."),
        ("10 workdays", "Write 10 working days."),
        ("a week", "Write 1 week."),
        ("Two Months", "Write 2 months."),
        ("10", "Write 10 working days, 10 days, 10 weeks or 10 months."),
        ("soon", "Write it as in: 10 working days."),
        ("10 days before", "Write it as in: 10 working days."),
        ("-1 days", "Write it as in: 10 working days."),
        ("99999 days", "Write it as in: 10 working days."),
        ("", "Write it as in: 10 working days."),
    ],
)
def test_what_is_no_length_of_time(text: str, hint: str) -> None:
    expected = ("malformed-quantity", f"'{text}' is not a length of time", hint)
    assert _refused(read_length, text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [("authority", "authority"), ("LA", "authority"), ("group", "group"), ("BPN", "group"), ("bpn", "group")],
)
def test_what_a_paper_is_one_per(text: str, kind: str) -> None:
    assert read_kind(text, BPN) == kind


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("each BPN", "Write BPN."),
        ("per authority", "Write LA."),
        ("person", "Write LA or BPN, or leave the key out for one paper of the whole cycle."),
    ],
)
def test_a_paper_is_one_per_nothing_else(text: str, hint: str) -> None:
    expected = ("wrong-type", f"'{text}' is neither LA nor BPN", hint)
    assert _refused(lambda given: read_kind(given, BPN), text) == expected


@pytest.mark.parametrize("text", ["2017-18", "9.0", "2026-27b", "North-West.2", "x"])
def test_a_cycle_has_a_plain_name(text: str) -> None:
    assert read_name(f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2017/18", "Write 2017-18."),
        ("../../x", "Write x."),
        ("<script>", "Write script."),
        ("cycle 1", "Write cycle-1."),
        ("-a", "Write a."),
        ("..", "Write it as in: 2017-18."),
        ("\N{CJK UNIFIED IDEOGRAPH-4E00}", "Write it as in: 2017-18."),
    ],
)
def test_what_cannot_name_a_cycle(text: str, hint: str) -> None:
    message = f"'{text}' cannot name a cycle: letters, digits, dots and hyphens only"
    assert _refused(read_name, text) == ("malformed-id", message, hint)


def test_a_title_must_be_known() -> None:
    assert read_title("  Peer challenge forum ") == "Peer challenge forum"
    hint = "Say what it is, and write TBC for its day or its owner."
    assert _refused(read_title, "TBC") == ("wrong-type", "TBC cannot stand here", hint)


@pytest.mark.parametrize("reader", [read_title, read_line, read_name])
def test_a_text_must_say_something(reader: Callable[[object], str]) -> None:
    expected = ("wrong-type", "a text is wanted here, not an empty one", "")
    assert _refused(reader, "") == _refused(reader, " \n ") == expected


@pytest.mark.parametrize("reader", [read_id, read_number, read_yes, read_length, read_title, read_line])
@pytest.mark.parametrize(("value", "held"), [(["x"], "a list"), ({"x": "y"}, "a mapping")])
def test_a_list_or_a_mapping_is_no_text(reader: Callable[[object], object], value: object, held: str) -> None:
    assert _refused(reader, value) == ("wrong-type", f"a text is wanted here, not {held}", "")


def test_words_are_replaced_whole() -> None:
    cluster = Words(group="cluster", authority="council")
    assert (
        cluster.neutral("each Cluster in own clusters of cluster-moor")
        == "each group in own group of cluster-moor"
    )
    assert cluster.neutral("some councils") == cluster.neutral("some authorities") == "some authority"
    assert cluster.own("each group of own authority") == "each cluster of own council"
    long = Words(group="peer support group", authority="local authority")
    assert long.neutral("each peer support group in each Local Authority") == "each group in each authority"
    assert long.neutral("some local authorities") == long.neutral("some local authoritys") == "some authority"
    assert long.neutral("own peer support") == "own peer support"


def _refused(reader: Callable[[Any], object], value: object) -> tuple[str, str, str]:
    with pytest.raises(Misread) as caught:
        reader(value)
    return caught.value.rule, caught.value.message, caught.value.hint
