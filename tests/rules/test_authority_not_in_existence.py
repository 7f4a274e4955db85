"""Authorities outside their time, by code and by name, and codes that are none."""

import pytest

from tests.rules.examples import Found, Marked, faults

RULE = "authority-not-in-existence"


def row(name: str, gss: str = "") -> str:
    code = f", gss: {gss}" if gss else ""
    return f"pellbridge: {{name: {name}{code}, group: cluster-coast, round: january}}\n"


def test_a_council_that_has_yet_to_come() -> None:
    assert faults(RULE, row("Cumberland", "E06000063")) == [
        Found(
            "authorities/pellbridge/gss",
            "E06000063",
            "Cumberland came into being on Saturday 1 April 2023, after this cycle",
            "",
            "Until then there was Cumbria (gss: E10000006).",
            (Marked("summer 2017 to April 2018", "the cycle runs summer 2017 to April 2018"),),
            36,
            39,
        )
    ]


@pytest.mark.parametrize(
    ("text", "marked", "message", "hint"),
    [
        (
            row("Westmorland & Furness Council"),
            "Westmorland & Furness Council",
            "Westmorland and Furness came into being on Saturday 1 April 2023, after this cycle",
            "Until then there was Cumbria (gss: E10000006).",
        ),
        (
            "runs: September 2023 to April 2024\n" + row("Cumbria County Council"),
            "Cumbria County Council",
            "Cumbria was wound up on Saturday 1 April 2023, before this cycle",
            "In its place there are Cumberland (gss: E06000063) and Westmorland and Furness (gss: E06000064).",
        ),
        (
            row("Bolton", "e0800 0001"),
            "e0800 0001",
            "'e0800 0001' is not the code of an authority: a letter and eight digits",
            "Write E08000001.",
        ),
        (
            row("Bolton", "E0800001"),
            "E0800001",
            "'E0800001' is not the code of an authority: a letter and eight digits",
            "Write it as in: E08000001, or leave it out.",
        ),
    ],
)
def test_by_name_by_period_and_by_form(text: str, marked: str, message: str, hint: str) -> None:
    (fault,) = faults(RULE, text)
    assert (fault.marked, fault.message, fault.hint) == (marked, message, hint)


@pytest.mark.parametrize(
    "fragment",
    [
        row("Cumbria", "E10000006"),
        row("Cumbria"),
        row("Bolton", "E08000001"),
        row("Bolton", "TBC"),
        "runs: September 2022 to April 2023\n" + row("Cumbria"),
        "runs: September 2022 to April 2023\n" + row("Cumberland"),
        "runs: September 2024 to April 2025\n" + row("Cumberland", "E06000063"),
        "runs: TBC\n" + row("Cumberland"),
        row("Cumberland Gap"),
    ],
)
def test_no_fault(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_the_code_of_another_authority() -> None:
    assert faults(RULE, row("Bolton Council", "E08000014")) == [
        Found(
            "authorities/pellbridge/gss",
            "E08000014",
            "E08000014 is the code of Sefton, not of Bolton",
            "did you mean E08000001?",
            "Correct the code, or the name if the row is meant for Sefton.",
            (Marked("Bolton Council", "whose row this is"),),
            36,
            43,
        )
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        row("Pellbridge", "E08000014"),  # a name that is not in the table
        row("Bolton", "E08009999"),  # a code that is not
        row("St. Helens Council", "E08000013"),
        row("Bolton Metropolitan Borough Council", "E08000001"),
        row("Cheshire West & Chester", "E06000050"),
        row("Liverpool City Council", "E08000012"),
        row("Lancashire County Council", "E10000017"),
    ],
)
def test_only_what_is_known_is_compared(fragment: str) -> None:
    assert faults(RULE, fragment) == []


def test_out_of_its_time_is_said_before_whose_code_it_is() -> None:
    (fault,) = faults(RULE, row("Cumbria", "E06000063"))
    assert fault.message == "Cumberland came into being on Saturday 1 April 2023, after this cycle"
