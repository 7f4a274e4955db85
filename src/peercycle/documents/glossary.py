"""What stands last in every document: the words used, and what it was made from."""

import re
from collections.abc import Iterator
from typing import Any

from peercycle.documents.edition import Edition
from peercycle.documents.wording import Wording, capital
from peercycle.model.when import long_date


def provenance(edition: Edition) -> str:
    """Return the sentence that says which state of which file a document was made from, and on which day it holds."""
    return (
        f"Made from cycle file {edition.cycle.cycle}, state {edition.state}, as at {long_date(edition.on)}."
    )


def closing(edition: Edition, view: dict[str, Any], audience: str, words: Wording) -> dict[str, Any]:
    """Return what ends every view: handling, glossary and provenance, and `running`, the lines that stand on every page."""
    handling, made = edition.cycle.handling or "", provenance(edition)
    running = [line for line in (handling, f"For {audience}." if audience else "", made) if line]
    found = glossary(view, words)
    return {"handling": handling, "glossary": found, "provenance": made, "running": running}


def glossary(view: dict[str, Any], words: Wording) -> list[dict[str, str]]:
    """Return what is said of each abbreviation or word of the field in a view, unless the view spells it out itself."""
    text = "\n".join(_texts(view))
    spelt = " ".join(words.said)
    found = {}
    for short, entry in sorted(words.cycle.abbreviations.items(), key=lambda pair: -len(pair[0])):
        meaning = " ".join(part for part in (entry.words, entry.note) if part).rstrip(".")
        word = _word(short)
        if meaning and word.search(text) and not word.search(spelt):
            found[short] = meaning
            text = word.sub("", text)  # "Isos grid" is no use of "Isos"
    return [{"short": capital(short), "meaning": found[short]} for short in sorted(found, key=str.casefold)]


def _word(short: str) -> re.Pattern[str]:
    """Return what finds a word in a text, in the plural too; capitals count only where the word has them."""
    flags = re.IGNORECASE if short == short.lower() or " " in short else re.NOFLAG
    return re.compile(rf"(?<!\w){re.escape(short)}s?(?!\w)", flags)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
