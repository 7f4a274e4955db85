"""Templates as values: their text, the name a person knows them by, and whether they are a user's own."""

from pathlib import Path
from typing import Final, NamedTuple

LARGEST: Final = 512 * 1024
"""The most characters a template may have."""
NOTHING: Final = "this template puts out nothing"


class Template(NamedTuple):
    """A template's text; `own` is true of a file that differs from the one peercycle ships."""

    name: str
    source: str
    own: bool = False


class Specimen(NamedTuple):
    """A house template that is no text, such as a Word file of styles; `own` is true of a user's own."""

    name: str
    content: bytes
    own: bool = False


class TemplateTrouble(Exception):
    """A template that cannot be laid out: which, at which line (None where no line is to blame), and why in a sentence."""

    def __init__(self, name: str, line: int | None, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}" if line else f"{name}: {message}")
        self.name = name
        self.line = line
        self.message = message


def bundled() -> Path:
    """Return the folder of the shipped templates: in the installed package, else in the checkout.

    `importlib.resources` would say the same and takes longer to import than a checklist takes to make.
    """
    installed = Path(__file__).parents[1] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def shipped(file_name: str) -> Template:
    """Return a template that peercycle ships."""
    return Template(file_name, (bundled() / file_name).read_text(encoding="utf-8"))


def shipped_specimen(file_name: str) -> Specimen:
    """Return a house template of peercycle's own that is no text."""
    return Specimen(file_name, (bundled() / file_name).read_bytes())
