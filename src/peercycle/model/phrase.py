"""What the phrases of a cycle file share: being text, being unknown, being misread."""

from typing import Final

TBC: Final = "TBC"
"""The one spelling of not knowing."""

GUESSED: Final = 200
"""How many characters of a phrase at most are looked at for what they may mean: nobody writes longer dates."""


class Misread(ValueError):
    """A text outside the grammar of its field.

    `rule` is the id of the form fault, `words` the part of the text at fault ("" for all of it), `hint` what to write.
    """

    def __init__(self, rule: str, message: str, hint: str = "", words: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.words = words


def expect_text(value: object) -> str:
    """Return the value if it is text; raises Misread with the rule wrong-type."""
    if isinstance(value, str):
        return value
    held = "a list" if isinstance(value, list) else "a mapping"
    raise Misread("wrong-type", f"a text is wanted here, not {held}")


def split_tbc(text: str) -> tuple[bool, str]:
    """Return whether a phrase is to be confirmed, and the rest of it: "TBC 5pm" -> (True, "5pm")."""
    words = " ".join(text.split())
    if words == TBC:
        return True, ""
    return (True, words[len(TBC) + 1 :]) if words.startswith(TBC + " ") else (False, words)
