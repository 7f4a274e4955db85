"""Ids: what they look like, and which one a name would have (format, section 1)."""

import re
from typing import Final

_ID: Final = re.compile(r"(?!tbc$|\d{4}-\d\d-\d\d$)[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(word: str) -> bool:
    """Whether a word can be an id: small letters, digits and single hyphens between them; no date, and not tbc."""
    return _ID.fullmatch(word) is not None


def slugged(text: str) -> str:
    """Return the id a name would have, "" where it has no letter or digit: "King's Lynn" -> "kings-lynn"."""
    from unicodedata import normalize

    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall("[a-z0-9]+", plain))
