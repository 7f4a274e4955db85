"""The region's own words for group and authority (format, section 1)."""

from typing import NamedTuple


class Words(NamedTuple):
    """What a region calls a group and an authority."""

    group: str = "group"
    authority: str = "authority"

    def neutral(self, text: str) -> str:
        """Return a phrase with the region's words, whole ones only, replaced by the neutral ones: never inside an id."""
        own = {
            self.group.casefold(): "group",
            self.authority.casefold(): "authority",
            "authorities": "authority",
        }
        own |= {f"{word}s": meaning for word, meaning in list(own.items())}
        return " ".join(own.get(word.casefold(), word) for word in text.split())
