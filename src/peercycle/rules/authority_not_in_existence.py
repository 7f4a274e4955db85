"""An authority does not exist while the cycle runs, or its code is not its own.

Councils are founded and wound up. A list copied from another year then names one that has not come into being yet or is
gone, and whoever is written to does not exist. A code slips into the row of a neighbour, and figures are then another's.

Wrong::

    authorities:
      pellbridge: {name: Cumberland, group: cluster-coast, round: january}

Right::

    authorities:
      pellbridge: {name: Cumbria, group: cluster-coast, round: january}

What is compared
    The code (`gss`), else the name, with the changes of the North West's upper-tier authorities since 2017, and the days on
    which they existed with `runs`. One that existed for a part of the cycle is well. A code is a letter and eight digits;
    where both a name and a code are those of North West authorities, they must be of the same one. Other names and codes
    are not known here and are not compared.
Where it is from
    The Cumbria (Structural Changes) Order 2022, SI 2022/331: Cumbria County Council was wound up on 1 April 2023, and
    Cumberland Council and Westmorland and Furness Council took its place. The codes are those of the Office for National
    Statistics, by way of data-to-insight's lookup of Ofsted's providers and mySociety's list of authorities past and present.

See also: unknown-reference
"""

from collections.abc import Iterator

from peercycle.diagnostics.fault import Fault, Mark, Severity
from peercycle.model.councils import BY_CODE, Council, council_named
from peercycle.model.place import Place
from peercycle.model.when import When, long_date, long_when
from peercycle.rules.examined import Examined
from peercycle.schedule.wording import listed

ID = "authority-not-in-existence"
SEVERITY: Severity = "error"


def check(examined: Examined) -> Iterator[Fault]:
    """Yield a fault for each authority outside its time, and each code that is malformed or another's."""
    runs = examined.cycle.runs
    for key, row in examined.cycle.authorities.items():
        place = ("authorities", key)
        gss = None if row.gss == "TBC" else row.gss
        if gss is not None and not _is_code(gss):
            yield _malformed(gss, Mark((*place, "gss")))
            continue
        named, coded = council_named(row.name), BY_CODE.get(gss or "")
        council = coded if gss else named
        fault = council and _outside(council, runs, Mark((*place, "gss" if gss else "name")))
        if named and coded and not fault:
            fault = _another(named, coded, place)
        if fault:
            yield fault


def _is_code(text: str) -> bool:
    return text.isascii() and len(text) == 9 and "A" <= text[0] <= "Z" and text[1:].isdigit()


def _malformed(gss: str, mark: Mark) -> Fault:
    tidy = gss.replace(" ", "").upper().replace("O", "0")
    hint = f"Write {tidy}." if _is_code(tidy) else "Write it as in: E08000001, or leave it out."
    return Fault(f"'{gss}' is not the code of an authority: a letter and eight digits", mark, hint)


def _outside(council: Council, runs: When, mark: Mark) -> Fault | None:
    if council.began and runs.latest and runs.latest < council.began:
        what = f"{council.name} came into being on {long_date(council.began)}, after this cycle"
        lead = "Until then there was"
    elif council.ended and runs.earliest and runs.earliest >= council.ended:
        what = f"{council.name} was wound up on {long_date(council.ended)}, before this cycle"
        lead = "In its place there are"
    else:
        return None
    others = [f"{BY_CODE[code].name} (gss: {code})" for code in council.instead]
    related = (Mark(("runs",), f"the cycle runs {long_when(runs)}"),)
    return Fault(what, mark, f"{lead} {listed(others)}.", related)


def _another(named: Council, coded: Council, place: Place) -> Fault | None:
    """Return the fault of a code that is not that of the name."""
    if named is coded:
        return None
    return Fault(
        f"{coded.gss} is the code of {coded.name}, not of {named.name}",
        Mark((*place, "gss"), f"did you mean {named.gss}?"),
        f"Correct the code, or the name if the row is meant for {coded.name}.",
        (Mark((*place, "name"), "whose row this is"),),
    )
