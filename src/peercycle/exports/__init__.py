"""Formats: blocks in, bytes out, the same blocks the same bytes. One file a format, one line in `EXPORTS`."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple

from peercycle.documents.templates import Template


class Page(NamedTuple):
    """One document to be exported: its title, the lines that stand on every page of it, and its blocks."""

    title: str
    running: tuple[str, ...]
    blocks: list[dict[str, Any]]


Export = Callable[[Sequence[Page], Template], list[bytes]]

EXPORTS: Final[Mapping[str, str]] = {
    "html": "peercycle.exports.html",
}
"""The module of each format by its suffix; each has `HOUSE`, the template that holds its look, and `export`."""


def house(suffix: str) -> str:
    """Return the file name of a format's house template."""
    return str(import_module(EXPORTS[suffix]).HOUSE)


def exporter(suffix: str) -> Export:
    """Return what turns pages into the bytes of a format."""
    export: Export = import_module(EXPORTS[suffix]).export
    return export
