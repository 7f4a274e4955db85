"""Formats: blocks in, bytes out, the same blocks the same bytes. One file a format, one line in `EXPORTS`."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, Final, NamedTuple

LANGUAGE: Final = "en-GB"


class Page(NamedTuple):
    """One document to be exported: its title, the lines that stand on every page of it, and its blocks."""

    title: str
    running: tuple[str, ...]
    blocks: list[dict[str, Any]]


class ExtraMissing(Exception):
    """A format whose library is not installed; its text is a sentence that says how to install it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f'{what} need a part that is not installed: pip install "peercycle[{extra}]"')


Export = Callable[[Sequence[Page], Any], list[bytes]]

EXPORTS: Final[Mapping[str, str]] = {
    "html": "peercycle.exports.html",
    "docx": "peercycle.exports.docx",
    "pdf": "peercycle.exports.pdf",
}
"""The module of each format by its suffix; each has `export`."""
HOUSES: Final[Mapping[str, str]] = {"html": "house.html.j2", "docx": "house.docx", "pdf": "house.typ"}
"""The template that holds the look of each format."""
EXTRAS: Final[Mapping[str, tuple[str, str]]] = {
    "docx": ("Word documents", "word"),
    "pdf": ("PDF documents", "pdf"),
    "xlsx": ("Excel workbooks", "excel"),
}
"""What a format's documents are called, and the extra that they need."""


def exporter(suffix: str) -> Export:
    """Return what turns pages into the bytes of a format; raises ExtraMissing."""
    export: Export = module_of(suffix).export
    return export


def missing(suffix: str) -> ExtraMissing | None:
    """Return what a format lacks, None where the library it stands on is there."""
    try:
        module_of(suffix)
    except ExtraMissing as lacking:
        return lacking
    return None


def module_of(suffix: str) -> ModuleType:
    """Return a format's module; raises ExtraMissing where the library it stands on is not installed."""
    try:
        return import_module(EXPORTS.get(suffix, f"peercycle.exports.{suffix}"))
    except ModuleNotFoundError as error:
        if suffix in EXTRAS and not (error.name or "").startswith("peercycle"):
            raise ExtraMissing(*EXTRAS[suffix]) from None
        raise
