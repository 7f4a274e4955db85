"""An authority does not exist while the cycle runs, or its code is none.

Councils are founded and wound up. A list copied from another year then names one that has not come into being yet or is
gone, and whoever is written to does not exist.

Wrong::

    authorities:
      pellbridge: {name: Cumberland, group: cluster-coast, round: january}

Right::

    authorities:
      pellbridge: {name: Cumbria, group: cluster-coast, round: january}

What is compared
    The code (`gss`), else the name, with the changes of the North West's upper-tier authorities since 2017, and the days on
    which they existed with `runs`. One that existed for a part of the cycle is well. A code is a letter and eight digits.
Where it is from
    The Cumbria (Structural Changes) Order 2022, SI 2022/331: Cumbria County Council was wound up on 1 April 2023, and
    Cumberland Council and Westmorland and Furness Council took its place. The codes are those of the Office for National
    Statistics, by way of mySociety's list of authorities past and present.

See also: unknown-reference
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.people import Authority
from peercycle.model.when import When, long_date, long_when
from peercycle.rules.examined import Examined
from peercycle.schedule.wording import listed

ID = "authority-not-in-existence"
SEVERITY: Severity = "error"


class _Council(NamedTuple):
    name: str
    gss: str
    began: date | None
    ended: date | None
    instead: tuple[str, ...]


_CHANGE = date(2023, 4, 1)
_CHANGED = (
    _Council("Cumbria", "E10000006", None, _CHANGE, ("E06000063", "E06000064")),
    _Council("Cumberland", "E06000063", _CHANGE, None, ("E10000006",)),
    _Council("Westmorland and Furness", "E06000064", _CHANGE, None, ("E10000006",)),
)
_BY_CODE = {council.gss: council for council in _CHANGED}
_BY_NAME = {council.name.casefold(): council for council in _CHANGED}


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each authority outside its time, and each malformed code."""
    runs = examined.cycle.runs
    for key, row in examined.cycle.authorities.items():
        place = ("authorities", key)
        gss = None if row.gss == "TBC" else row.gss
        if gss is not None and not _is_code(gss):
            yield _malformed(gss, Mark((*place, "gss")))
            continue
        council = _BY_CODE.get(gss) if gss else _BY_NAME.get(_plain(row))
        fault = council and _outside(council, runs, Mark((*place, "gss" if gss else "name")))
        if fault:
            yield fault


def _is_code(text: str) -> bool:
    return text.isascii() and len(text) == 9 and "A" <= text[0] <= "Z" and text[1:].isdigit()


def _plain(row: Authority) -> str:
    name = " ".join(row.name.casefold().replace("&", "and").split())
    return name.removesuffix(" council").removesuffix(" county")


def _malformed(gss: str, mark: Mark) -> Fault:
    tidy = gss.replace(" ", "").upper().replace("O", "0")
    hint = f"Write {tidy}." if _is_code(tidy) else "Write it as in: E08000001, or leave it out."
    return Fault(f"'{gss}' is not the code of an authority: a letter and eight digits", mark, hint)


def _outside(council: _Council, runs: When, mark: Mark) -> Fault | None:
    if council.began and runs.latest and runs.latest < council.began:
        what = f"{council.name} came into being on {long_date(council.began)}, after this cycle"
        lead = "Until then there was"
    elif council.ended and runs.earliest and runs.earliest >= council.ended:
        what = f"{council.name} was wound up on {long_date(council.ended)}, before this cycle"
        lead = "In its place there are"
    else:
        return None
    others = [f"{_BY_CODE[code].name} (gss: {code})" for code in council.instead]
    related = (Mark(("runs",), f"the cycle runs {long_when(runs)}"),)
    return Fault(what, mark, f"{lead} {listed(others)}.", related)
