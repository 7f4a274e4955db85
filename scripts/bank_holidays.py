"""Writes the table of England's bank holidays, `src/peercycle/model/bank_holidays.py`.

Run by `make bank-holidays` in an environment of its own, since the library behind it holds python-dateutil below 3.
With `--check` it writes nothing and leaves with 1 where the table is not what it would write.
"""

import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final

import holidays  # type: ignore[import-not-found]

TABLE: Final = Path(__file__).parent.parent / "src" / "peercycle" / "model" / "bank_holidays.py"
FIRST_YEAR: Final = 2015
LAST_YEAR: Final = 2040
# The last year on https://www.gov.uk/bank-holidays when this was last looked at: raise it by hand, and only then.
LAST_PUBLISHED: Final = 2028
# The library's name of a day, and ours, as it stands in a sentence: "16 April 2027 is ...". An unheard-of name stops
# the script, so that a new kind of bank holiday is noticed.
NAMES: Final = {
    "New Year's Day": "New Year's Day",
    "Good Friday": "Good Friday",
    "Easter Monday": "Easter Monday",
    "May Day": "the early May bank holiday",
    "Spring Bank Holiday": "the spring bank holiday",
    "Late Summer Bank Holiday": "the summer bank holiday",
    "Christmas Day": "Christmas Day",
    "Boxing Day": "Boxing Day",
    "New Year's Day (observed)": "the substitute day for New Year's Day",
    "Christmas Day (observed)": "the substitute day for Christmas Day",
    "Boxing Day (observed)": "the substitute day for Boxing Day",
    "Platinum Jubilee of Elizabeth II": "the Platinum Jubilee bank holiday",
    "State Funeral of Queen Elizabeth II": "the bank holiday for the State Funeral of Queen Elizabeth II",
    "Coronation of Charles III": "the bank holiday for the Coronation of King Charles III",
}
HEAD: Final = '''"""England's bank holidays, {first} to {last}: the days as the government publishes them, so none on a weekend.

Written by scripts/bank_holidays.py from the library holidays {version}: change it there, then `make bank-holidays`.
The days up to {published} are published; those after it are provisional, computed from the rules in force.
"""

from datetime import date
from typing import Final

FIRST_YEAR: Final = {first}
LAST_YEAR: Final = {last}
LAST_PUBLISHED: Final = {published}

ENGLAND: Final = {{
'''


def bank_holidays() -> dict[date, str]:
    """Return England's bank holidays in order, with their names; a name not in `NAMES` raises KeyError."""
    found = holidays.UnitedKingdom(subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return {day: NAMES[name] for day, name in sorted(found.items()) if day.weekday() < 5}


def module() -> str:
    """Return the text of the table's module, formatted as ruff would."""
    head = HEAD.format(
        first=FIRST_YEAR, last=LAST_YEAR, published=LAST_PUBLISHED, version=version("holidays")
    )
    rows = (
        f'    date({day.year}, {day.month}, {day.day}): "{name}",\n' for day, name in bank_holidays().items()
    )
    return head + "".join(rows) + "}\n"


def main() -> int:
    """Write the table, or with `--check` compare it; return the exit code."""
    text = module()
    if sys.argv[1:] != ["--check"]:
        TABLE.write_text(text, encoding="utf-8", newline="\n")
    elif TABLE.read_text(encoding="utf-8") != text:
        print(f"{TABLE.name} is not what {Path(__file__).name} writes: make bank-holidays", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
