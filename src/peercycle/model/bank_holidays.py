"""placeholder"""

from datetime import date

FIRST_YEAR, LAST_YEAR = 2015, 2040
ENGLAND = {
    date(2017, 12, 25): "Christmas Day",
    date(2017, 12, 26): "Boxing Day",
    date(2018, 1, 1): "New Year's Day",
    date(2018, 3, 30): "Good Friday",
    date(2018, 4, 2): "Easter Monday",
}
