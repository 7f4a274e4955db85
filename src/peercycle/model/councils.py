"""The children's services authorities of the North West since 2017: their names, codes and days.

Names and codes of 2017 are those of data-to-insight's lookup of Ofsted's providers, cross-checked with mySociety's list of
authorities past and present; the change of 2023 is that of the Cumbria (Structural Changes) Order 2022, SI 2022/331.
"""

from datetime import date
from typing import Final, NamedTuple


class Council(NamedTuple):
    """An authority: `began` and `ended` are None where that was before 2017 or has not come; `instead` are codes."""

    name: str
    gss: str
    began: date | None = None
    ended: date | None = None
    instead: tuple[str, ...] = ()


_CHANGE: Final = date(2023, 4, 1)
_COUNCILS: Final = (
    Council("Blackburn with Darwen", "E06000008"),
    Council("Blackpool", "E06000009"),
    Council("Bolton", "E08000001"),
    Council("Bury", "E08000002"),
    Council("Cheshire East", "E06000049"),
    Council("Cheshire West and Chester", "E06000050"),
    Council("Cumberland", "E06000063", began=_CHANGE, instead=("E10000006",)),
    Council("Cumbria", "E10000006", ended=_CHANGE, instead=("E06000063", "E06000064")),
    Council("Halton", "E06000006"),
    Council("Knowsley", "E08000011"),
    Council("Lancashire", "E10000017"),
    Council("Liverpool", "E08000012"),
    Council("Manchester", "E08000003"),
    Council("Oldham", "E08000004"),
    Council("Rochdale", "E08000005"),
    Council("Salford", "E08000006"),
    Council("Sefton", "E08000014"),
    Council("St Helens", "E08000013"),
    Council("Stockport", "E08000007"),
    Council("Tameside", "E08000008"),
    Council("Trafford", "E08000009"),
    Council("Warrington", "E06000007"),
    Council("Westmorland and Furness", "E06000064", began=_CHANGE, instead=("E10000006",)),
    Council("Wigan", "E08000010"),
    Council("Wirral", "E08000015"),
)
BY_CODE: Final = {council.gss: council for council in _COUNCILS}
_BY_NAME: Final = {council.name.casefold(): council for council in _COUNCILS}
_KINDS: Final = (" council", " county", " borough", " metropolitan", " city")


def council_named(name: str) -> Council | None:
    """Return the authority of a name, with or without what kind of council it is; None for one that is not known."""
    plain = " ".join(name.casefold().replace("&", "and").replace(".", "").split())
    for kind in _KINDS:
        plain = plain.removesuffix(kind)
    return _BY_NAME.get(plain)
