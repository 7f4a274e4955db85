"""A source document that is quoted and not there."""

from peercycle.rules import unchecked_source
from tests.rules.examples import BASE, Found, faults, found_in


def test_one_information_however_many_quotations() -> None:
    assert faults("unchecked-source", "source:\n  title: The programme\n  file: sources/lost.txt") == [
        Found(
            "source/file",
            "sources/lost.txt",
            "quotations were not checked: sources/lost.txt is not beside the cycle",
            hint="Put the document there as plain text, or correct the path.",
            line=10,
            column=9,
        )
    ]
    assert unchecked_source.SEVERITY == "info"


def test_no_fault_where_the_document_is_there_or_nothing_is_quoted() -> None:
    assert found_in(BASE, (unchecked_source,)) == []
    without = "\n".join(line for line in BASE.splitlines() if "source: " not in line)
    assert found_in(without, (unchecked_source,), source=None) == []
    unnamed = BASE.replace("source:\n  title: The Northmere programme\n  file: sources/2017-18.txt\n", "")
    assert found_in(unnamed, (unchecked_source,), source=None) == []
