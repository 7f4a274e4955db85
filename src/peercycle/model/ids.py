"""Ids: what they look like, and which one a name would have (format, section 1)."""

import re
from typing import Final

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d|\d\d?-\d\d?-(?:\d\d|\d{4})")
# What a phrase is made of cannot be a name in it as well, nor can a word that names nobody in particular.
RESERVED: Final = frozenset(
    (
        *("after", "authorities", "authority", "before", "by", "each", "from", "group"),
        *("in", "of", "or", "own", "round", "tbc", "to", "with"),
        *("me", "no", "tba", "tbd", "us", "yes"),
    )
)


def is_id(word: str) -> bool:
    """Whether a word can be an id: small letters, digits and single hyphens between them; no date, no word of a phrase."""
    return (
        _ID.fullmatch(word) is not None
        and word not in RESERVED
        and not (word[0] < "a" and _DATE.fullmatch(word))
    )


def slugged(text: str) -> str:
    """Return the id a name would have, "" where it has no letter or digit: "King's Lynn" -> "kings-lynn"."""
    from unicodedata import normalize

    plain = (
        normalize("NFKD", text.replace("\u2013", "-"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
        .replace("'", "")
    )
    return "-".join(re.findall("[a-z0-9]+", plain))
