"""England's bank holidays: days known from elsewhere, and that the table is what its script writes."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from peercycle.model.bank_holidays import ENGLAND, FIRST_YEAR, LAST_PUBLISHED, LAST_YEAR

ROOT = Path(__file__).parent.parent.parent
# make puts the environment of the script here; on Windows it would lie in Scripts
PYTHON = ROOT / ".venv" / "bank-holidays" / "bin" / "python"

# As https://www.gov.uk/bank-holidays had them, year by year; and the extra days by their proclamations.
KNOWN = [
    # Every one within the real cycle, and none more: see the test below.
    ("2017-08-28", "the summer bank holiday"),
    ("2017-12-25", "Christmas Day"),
    ("2017-12-26", "Boxing Day"),
    ("2018-01-01", "New Year's Day"),
    ("2018-03-30", "Good Friday"),
    ("2018-04-02", "Easter Monday"),
    ("2018-05-07", "the early May bank holiday"),
    ("2018-05-28", "the spring bank holiday"),
    ("2018-08-27", "the summer bank holiday"),
    # Moved to a Friday for the anniversary of VE Day
    ("2020-05-08", "the early May bank holiday"),
    # Moved to a Thursday for the Jubilee, which had the Friday
    ("2022-06-02", "the spring bank holiday"),
    ("2022-06-03", "the Platinum Jubilee bank holiday"),
    ("2022-09-19", "the bank holiday for the State Funeral of Queen Elizabeth II"),
    ("2023-05-08", "the bank holiday for the Coronation of King Charles III"),
    # Christmas Day on a Friday, a Saturday, a Sunday and a Monday
    ("2020-12-25", "Christmas Day"),
    ("2020-12-28", "the substitute day for Boxing Day"),
    ("2021-12-27", "the substitute day for Christmas Day"),
    ("2021-12-28", "the substitute day for Boxing Day"),
    ("2022-12-26", "Boxing Day"),
    ("2022-12-27", "the substitute day for Christmas Day"),
    ("2023-12-25", "Christmas Day"),
    ("2023-12-26", "Boxing Day"),
    # New Year's Day on a Saturday and on a Sunday
    ("2022-01-03", "the substitute day for New Year's Day"),
    ("2023-01-02", "the substitute day for New Year's Day"),
]
WORKED = ["2020-05-04", "2022-05-30", "2021-12-25", "2022-12-25", "2022-01-01", "2017-11-23", "2018-12-27"]


@pytest.mark.parametrize(("day", "name"), KNOWN)
def test_a_day_known_from_elsewhere(day: str, name: str) -> None:
    assert ENGLAND[date.fromisoformat(day)] == name


@pytest.mark.parametrize("day", WORKED)
def test_a_day_that_is_no_bank_holiday(day: str) -> None:
    assert date.fromisoformat(day) not in ENGLAND


def test_the_real_cycle_has_no_others() -> None:
    expected = [date.fromisoformat(day) for day, _ in KNOWN if day < "2019"]
    assert [day for day in ENGLAND if date(2017, 6, 1) <= day <= date(2018, 8, 31)] == expected


def test_every_year_has_eight_but_two() -> None:
    counts = {year: sum(day.year == year for day in ENGLAND) for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    assert {year: count for year, count in counts.items() if count != 8} == {2022: 10, 2023: 9}


def test_the_days_stand_in_order_and_on_weekdays() -> None:
    assert list(ENGLAND) == sorted(ENGLAND)
    assert [day for day in ENGLAND if day.weekday() > 4] == []
    assert FIRST_YEAR < LAST_PUBLISHED < LAST_YEAR


@pytest.mark.skipif(not PYTHON.exists(), reason="needs .venv/bank-holidays: make bank-holidays")
def test_the_table_is_what_the_script_writes() -> None:
    done = subprocess.run(
        [PYTHON, "scripts/bank_holidays.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
