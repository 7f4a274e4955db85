"""Files of Word and Excel as packages of parts: what is too much to unpack, and what shows that one is damaged."""

from collections.abc import Sequence
from typing import Final
from zipfile import BadZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - as exceptions are named

OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that are of an old kind or have a password."""
DAMAGE: Final = (BadZipFile, ZlibError, OSError, ValueError, NotImplementedError, EOFError, RuntimeError)
"""What reading a package raises that is damaged, or packed in a way nobody uses."""
MOST_MARKS: Final = 800_000
"""How many `<` the parts read may hold: a bound on their elements, and so on the time they take."""
_MOST_PARTS: Final = 1000


def too_large(entries: Sequence[ZipInfo], most: int) -> bool:
    """Whether a package would by its directory unpack to more than a number of bytes, or to too many parts."""
    return len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > most
