"""The region's own words for group and authority (format, section 1)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple, Self

_NEUTRAL: Final = {
    "group": "group",
    "groups": "group",
    "authority": "authority",
    "authoritys": "authority",
    "authorities": "authority",
}


class Words(NamedTuple):
    """What a region calls a group and an authority."""

    group: str = "group"
    authority: str = "authority"

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the words that the data of a file gives, the neutral ones for those it leaves out."""
        given = data.get("words")
        held = given if isinstance(given, dict) else {}
        return cls(*(str(held.get(key, key)) for key in ("group", "authority")))

    def neutral(self, text: str) -> str:
        """Return a phrase with the region's words, whole ones only, replaced by the neutral ones: never inside an id."""
        return _neutral(self, text)

    def own(self, neutral: str) -> str:
        """Return a neutral phrase in the region's words."""
        said = {"group": self.group, "authority": self.authority}
        return " ".join(said.get(word, word) for word in neutral.split())


@lru_cache(maxsize=1024)  # the same phrases come again and again: each authority, own group
def _neutral(words: Words, text: str) -> str:
    found = text.split()
    for own, meaning in ((words.group, "group"), (words.authority, "authority")):
        if own.casefold() not in _NEUTRAL:
            found = _replaced(found, own.casefold().split(), meaning)
    return " ".join(_NEUTRAL.get(word.casefold(), word) for word in found)


def _replaced(words: list[str], own: list[str], meaning: str) -> list[str]:
    """Return words with each run of them that is a region's word, its plural too, replaced by its meaning."""
    last = own[-1]
    plurals = [[*own[:-1], f"{last}s"], [*own[:-1], f"{last[:-1]}ies" if last.endswith("y") else last]]
    found, at = [], 0
    while at < len(words):
        run = [word.casefold() for word in words[at : at + len(own)]]
        known = run in (own, *plurals)
        found.append(meaning if known else words[at])
        at += len(own) if known else 1
    return found
