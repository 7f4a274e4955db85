"""Titles and instructions as they read inside a sentence."""

import pytest

from peercycle.documents.wording import Wording
from tests.rules.examples import cycle_with


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Data pack", "data pack"),
        ("Regional meeting", "regional meeting"),
        ("Regional Quality Assurance and action meeting", "Regional Quality Assurance and action meeting"),
        ("Strategic Performance and Data group", "Strategic Performance and Data group"),
        ("Notes of the Annual Conversation", "notes of the Annual Conversation"),
        ("Improvement team", "Improvement team"),
        ("Isos grid", "isos grid"),
        ("DCSs meet", "DCSs meet"),
        # the second word has its capital wherever it stands
        ("From January on", "from January on"),
        ("Tell Larkmoor", "tell Larkmoor"),
        ("Ask DCSs, please", "ask DCSs, please"),
        ("Send Self-view and grid", "send Self-view and grid"),
        ("Answer SLI, then wait", "answer SLI, then wait"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_only_a_common_word_is_put_in_small_letters(title: str, text: str) -> None:
    cycle = cycle_with("abbreviations: {SLI: sector-led improvement}")
    assert Wording(cycle).inside(title) == text
