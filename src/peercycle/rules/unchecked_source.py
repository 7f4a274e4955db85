"""The source document is not there, so no quotation could be checked against it.

The file quotes a document and names where it lies, and nothing lies there. Everything else is checked as usual.

Wrong::

    source:
      title: The Northmere programme
      file: sources/lost.txt

Right::

    source:
      title: The Northmere programme
      file: sources/2017-18.txt

What is compared
    The file is looked for beside the cycle: its path starts from the folder of
    the cycle file and does not lead out of that folder. It is plain text; copy
    the words of a Word document or a PDF into one.

See also: misquoted-source
"""

from collections.abc import Iterator
from typing import Final

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.rules.examined import Examined, sourced

ID: Final = "unchecked-source"
SEVERITY: Final[Severity] = "info"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield one fault where the file quotes a source document that is not beside it."""
    source = examined.cycle.source
    if source and examined.source_text is None and any(entry.source for _, entry in sourced(examined.cycle)):
        yield Fault(
            f"quotations were not checked: {source.file} is not beside the cycle",
            Mark(("source", "file")),
            "Put the document there as plain text, or correct the path.",
        )
