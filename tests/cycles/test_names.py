"""Real and made-up names keep apart, and nobody is named but the person whom the source document names."""

import re
from pathlib import Path

import pytest

from tests.cycles.files import MADE_UP, REAL, data, reading, scalars

# Every word that stands with a capital beside another such word and is no one's name. A new word here is looked at first.
NO_NAMES = set(
    re.findall(
        r"\w+",
        """
    Annual Conversation Conversations Director Directors Assistant Chief Executive Lead Member Members Peer Challenge
    Forum Forums Process Profile Regional Sector Led Improvement Team Board Strategic Performance Data Quality Assurance
    Schools Commissioner Local Government Association Social Care Services Isos Partnership Ofsted North West Immediate
    From Do Its One The Northmere Network
    Assembly Boat Shed Pavilion Chamber Committee Council County Hall Town Mill Room Harbour Quay Road Street Weir Lane
    Monday Easter January February
    """,
    )
)
REAL_ELSEWHERE = (  # authorities of the region since 2017, and its neighbours; the cycle's own 23 are in its file
    "Cumberland",
    "Derbyshire",
    "Durham",
    "England",
    "Leeds",
    "Merseyside",
    "Northumberland",
    "Shropshire",
    "Staffordshire",
    "Westmorland",
    "Yorkshire",
)


def authorities(path: Path) -> dict[str, str]:
    """Return the names of the authorities of a cycle file by their ids."""
    return {key: row["name"] for key, row in data(path)["authorities"].items()}


def found(names: list[str], text: str) -> list[str]:
    """Return which names stand in a text as whole words."""
    return [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]


def strangers(text: str, known: set[str]) -> set[str]:
    """Return the words that stand with a capital beside another such word, as a name and surname do, and are not known."""
    runs = re.findall(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b", " ".join(text.split()))
    return {word for run in runs for word in run.split()} - known


def test_no_real_authority_stands_in_the_made_up_files() -> None:
    folder = MADE_UP.parent.parent
    for path in (path for path in folder.rglob("*") if path.is_file()):
        names = [*authorities(REAL).values(), *authorities(REAL), *REAL_ELSEWHERE]
        assert found(names, path.read_text(encoding="utf-8")) == [], path


def test_no_made_up_authority_stands_in_the_real_file() -> None:
    assert (
        found([*authorities(MADE_UP).values(), *authorities(MADE_UP), "Northmere"], reading(REAL).text) == []
    )


def test_the_two_files_share_no_authority() -> None:
    assert authorities(REAL).keys() & authorities(MADE_UP).keys() == set()
    assert set(authorities(REAL).values()) & set(authorities(MADE_UP).values()) == set()


def test_no_made_up_authority_has_a_code_of_a_real_one() -> None:
    assert [key for key, row in data(MADE_UP)["authorities"].items() if "gss" in row] == []
    assert re.findall(r"\bE\d{8}\b", reading(MADE_UP).text) == []


def test_the_made_up_file_has_no_contact() -> None:
    assert "contacts" not in data(MADE_UP)


def test_the_one_contact_of_the_real_file_is_the_source_documents_own() -> None:
    assert data(REAL)["contacts"] == {
        "zelda-massey": {"name": "Zelda Massey", "holds": "coordinator of sli-team"}
    }
    named = [place for place, text in scalars(data(REAL)) if "Massey" in text]
    assert {place[-1] for place in named} == {"name", "source"}
    assert sum(place[-1] == "name" for place in named) == 1


@pytest.mark.parametrize(("path", "source_names"), [(MADE_UP, set()), (REAL, {"Zelda", "Massey"})])
def test_nobody_else_is_named(path: Path, source_names: set[str]) -> None:
    places = {word for name in authorities(path).values() for word in name.split()}
    assert strangers(reading(path).text, NO_NAMES | places | source_names) == set()
    assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame)\b", reading(path).text) == []


def test_a_name_is_noticed() -> None:
    assert strangers("Sent to Jane Smith, Lead Member", NO_NAMES) == {"Jane", "Smith"}
    assert found(["Bury"], "Bury sent it, and Canterbury did not") == ["Bury"]
    assert found(["Bury"], "Canterbury") == []
