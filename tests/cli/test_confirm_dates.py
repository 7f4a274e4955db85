"""`confirm --date` of words that are no date: two are offered that work, and what is only misspelt is left to the file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.season import Season, begin


@pytest.fixture
def season(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Season:
    monkeypatch.setenv("PEERCYCLE_BY", "the coordinator")
    return begin(tmp_path, call)


REFUSED = [
    (
        ["confirm", "network-february", "--date", "soon"], 2,
        ("--date: 'soon' is no date\n"
        "Write one as in: --date 'Thursday 4 February 2027', or --date 'February 2027'. TBC puts a meeting off.\n"),
    ),
    (["confirm", "network-february", "--date", "next week"], 2, "--date: 'next week' is no date\nWrite one as in: "),
    (["confirm", "send-notes", "--date", "soon"], 2, "--date: 'soon' is no date\nWrite one as in: --date 'Thursday 12 November 2026'"),
    (["confirm", "network-february", "--date", "submit-self-veiw"], 1, "Nearest: submit-self-view"),
    (["confirm", "network-february", "--date", "hollinsea"], 1, "'hollinsea' is an authority"),
    (["confirm", "network-february", "--date", "after lunch"], 1, "nothing is called 'lunch'"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), REFUSED)
def test_what_is_no_date_changes_neither_file_nor_log(
    season: Season, words: list[str], code: int, said: str
) -> None:
    season.refuses(words, code, said)


@pytest.mark.parametrize("date", ["Thursday 4 February 2027", "February 2027"])
def test_the_dates_offered_for_what_is_none_are_taken(season: Season, date: str) -> None:
    season.run("confirm", "network-february", "--date", "Wednesday 3 February 2027")
    answer = season.run("confirm", "network-february", "--date", date)
    assert (answer.code, answer.out.splitlines()[0]) == (0, "Changed network-february in 2026-27.yaml")
