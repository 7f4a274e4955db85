"""How messages speak of a cycle: its kinds of thing in the region's words, titles inside a sentence, ids much alike."""

from collections.abc import Collection, Iterable
from typing import Final

from peercycle.model.cycle import Cycle

_LONGEST: Final = 80
"""Longer ids are compared with nothing: comparing takes time with the square of the length."""
_ENDS: Final = frozenset(("of", "for", "from", "on", "at", "in", "to", "as", "by", "with", "and"))


def noun(cycle: Cycle, kind: str) -> str:
    """Return a kind of thing in the region's words: "BPN" for group."""
    return {"group": cycle.words.group, "authority": cycle.words.authority}.get(kind, kind)


def several(word: str) -> str:
    """Return a noun in the plural: "bodies"."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word if word.endswith("s") else word + "s"


def one(word: str) -> str:
    """Return a noun after its article: "an authority", "a BPN"."""
    return f"{'an' if word[:1].lower() in tuple('aeiou') else 'a'} {word}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Return words as a list in a sentence: "a, b and c"; "" for none."""
    *first, last = words or ("",)
    return f"{', '.join(first)} {joint} {last}" if first else last


def counted(number: int, word: str) -> str:
    """Return a number of things: "1 authority", "12 authorities"."""
    return f"{number} {word if number == 1 else several(word)}"


def duration(minutes: int) -> str:
    """Return a length of time in words: "6 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    return " ".join(parts + ([counted(rest, "minute")] if rest or not parts else []))


def in_sentence(cycle: Cycle, title: str) -> str:
    """Return a title as it reads inside a sentence: "the data pack", "the Isos grid"."""
    first, _, rest = title.partition(" ")
    names = {*cycle.abbreviations, *(body.name for body in cycle.bodies.values())}
    proper = first in names or title in names or not first[1:].islower() or rest[:1].isupper()
    return title if proper and len(first) > 1 else title[:1].lower() + title[1:]


def is_several(title: str) -> bool:
    """Whether a title is in the plural: "Notes of the forum" is, "Data pack" and "Actions agreed" as their nouns are."""
    head: list[str] = []
    for word in title.split():
        if word.lower() in _ENDS and word.lower() != "and":
            break
        head.append(word.rstrip(",:;"))
        if word.endswith((",", ":", ";")):
            break
    while len(head) > 1 and head[-1].endswith("ed"):
        head.pop()
    return bool(head) and head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))


def alike(key: str, ids: Collection[str], closeness: float = 0.6) -> str:
    """Return the id most like another, "" where none is like it."""
    if len(key) > _LONGEST:
        return ""
    from difflib import get_close_matches

    near = [each for each in ids if 2 * abs(len(each) - len(key)) < len(each) + len(key)]
    return next(iter(get_close_matches(key.lower(), near, 1, closeness)), "")


class Likeness:
    """Finds ids much alike, as long as few enough have been compared that a file full of faults is still read quickly."""

    def __init__(self, compared: int = 30_000) -> None:
        self._left = compared

    @property
    def spent(self) -> bool:
        """Whether nothing more is looked for."""
        return self._left <= 0

    def nearest(self, key: str, ids: Collection[str], closeness: float = 0.6) -> str:
        """Return the id most like another, "" where none is or nothing more is looked for."""
        if self.spent:
            return ""
        self._left -= len(ids)
        return alike(key, ids, closeness)
