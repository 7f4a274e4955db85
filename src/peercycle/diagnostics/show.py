"""The one function through which everything printed goes: nothing in a file can steer or deceive a terminal."""

import unicodedata

_BLANK_LETTERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")  # count as letters and print as nothing
_SPACES = frozenset("\t\n\r")


def show(text: str) -> str:
    r"""Return a text fit to print on one line: what is invisible becomes a visible escape such as \x1b or \u202e.

    Line ends and tabs become spaces; letters, accents and signs stay as they are.
    """
    if text.isprintable() and (text.isascii() or _BLANK_LETTERS.isdisjoint(text)):
        return text
    return "".join(map(shown, text))


def shown(character: str) -> str:
    """Return one character as `show` prints it."""
    if character.isprintable() and character not in _BLANK_LETTERS:
        return character
    if character in _SPACES:
        return " "
    if unicodedata.category(character) == "Zs":
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
