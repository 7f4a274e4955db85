"""What stands last in every document: the words used, and what it was made from."""

import re
from collections.abc import Iterator
from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, capital
from peercycle.model.when import long_date
from peercycle.schedule.wording import counted


def provenance(edition: Edition) -> str:
    """Return the sentence that says which state of which file a document was made from, and on which day it holds."""
    return (
        f"Made from cycle file {edition.cycle.cycle}, state {edition.state}, as at {long_date(edition.on)}."
    )


def closing(
    edition: Edition, view: dict[str, Any], audience: str, words: Wording, *, confidential: str = ""
) -> dict[str, Any]:
    """Return what ends every view: handling, glossary and provenance, and `running`, the lines that stand on every page.

    `audience` is for whom alone a document is, "" where it is for all; `confidential` is what they must not do with it.
    `readers` is what an index says of both.
    """
    handling, made = edition.cycle.handling or "", f"{_draft(view)}{provenance(edition)}"
    readers = f"For {words.inside(audience)}" if audience else ""
    whose = ". ".join(filter(None, (readers, f"Confidential: {confidential}" if confidential else "")))
    running = [line for line in (handling, f"{whose}." if whose else "", made) if line]
    return {
        "handling": handling,
        "glossary": glossary(view, words),
        "provenance": made,
        "running": running,
        "readers": f"{readers}, confidential" if confidential else readers,
    }


def _draft(view: dict[str, Any]) -> str:
    """Return that a document is a draft while questions stand in it, or are counted in it, "" where none does."""
    count = len(view.get("settle", ())) + sum(len(group["points"]) for group in view.get("open", ()))
    count += view.get("open_elsewhere", 0)
    return f"Draft: {counted(count, 'question')} open. " if count else ""


def glossary(view: dict[str, Any], words: Wording) -> list[dict[str, str]]:
    """Return what is said of each abbreviation or word of the field in a view, unless the view spells it out itself."""
    used, spelt = _Used("\n".join(_texts(view))), _Used(" ".join(words.said))
    entries = words.cycle.abbreviations
    found = {}
    for short in sorted(entries, key=lambda key: (" " not in key, -len(key))):
        meaning = " ".join(part for part in (entries[short].words, entries[short].note) if part).rstrip(".")
        if meaning and used.take(short) and not spelt.take(short):
            found[short] = meaning
    return [{"short": capital(short), "meaning": found[short]} for short in sorted(found, key=str.casefold)]


class _Used:
    """The words that stand in a text; capitals count only for an abbreviation that has them, a plural is no other word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: set[str] | None = None

    def take(self, short: str) -> bool:
        """Whether it is used; several words are taken out, so that "Isos grid" is no use of "Isos". Ask for these first."""
        if " " in short:
            if short.casefold() not in self.text.casefold():
                return False
            self.text, count = re.subn(
                rf"(?<!\w){re.escape(short)}s?(?!\w)", "", self.text, flags=re.IGNORECASE
            )
            return count > 0
        if self._words is None:
            found = set(re.findall(r"[\w-]+", self.text))
            self._words = found | {word.casefold() for word in found}
        return short in self._words or f"{short}s" in self._words


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
