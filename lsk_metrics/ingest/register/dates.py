"""Dates as people type them: the year first, or the day first; never one that could be read in two ways."""

import re
from datetime import UTC, date, datetime, timedelta

from lsk_metrics.ingest.register.lists import folded
from lsk_metrics.ingest.register.problems import Refused

YEAR_FIRST = re.compile(r"([12]\d{3})[-./](\d{1,2})[-./](\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
DAY_FIRST = re.compile(r"(\d{1,2}) ?[-./] ?(\d{1,2}) ?[-./] ?([12]\d{3})(?: ?r\.?)?(?: 00:00(?::00)?)?")
SHORT_YEAR = re.compile(r"\d{1,2}[-./ ]+\w+[-./ ]+\d{2}(?: ?r\.?)?")
IN_WORDS = re.compile(r"(\d{1,2})\.? ([^\W\d]+) ([12]\d{3})(?: r)?")
NO_DAY = re.compile(r"(?:[^\W\d]+|\d{1,2}) [12]\d{3}(?: r)?|[12]\d{3} \d{1,2}|[12]\d{3}(?: r)?")
# The nominative, the genitive and what they begin with: maj, maja; Sept. and September.
MONTHS = (
    ("january", "styczen", "stycznia"),
    ("february", "luty", "lutego"),
    ("march", "marzec", "marca"),
    ("april", "kwiecien", "kwietnia"),
    ("may", "maj", "maja"),
    ("june", "czerwiec", "czerwca"),
    ("july", "lipiec", "lipca"),
    ("august", "sierpien", "sierpnia"),
    ("september", "wrzesien", "wrzesnia", "sept"),
    ("october", "pazdziernik", "pazdziernika"),
    ("november", "listopad", "listopada"),
    ("december", "grudzien", "grudnia"),
)
# The roman numerals in which Polish writes months.
NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# Day 1 of a spreadsheet that has lost a date's format is 31 December 1899; these are the years 1950 to 2100.
SERIALS = range(18264, 73416)
LONGEST = 40
DAY_NULL = date(1899, 12, 30)


def read(cell: str | date | int | float) -> date:
    """The day a cell names. Raises Refused: no date, not a whole one, or one of which two readings are possible."""
    if isinstance(cell, datetime):
        if cell.time() != cell.time().min:
            raise Refused("date_with_time", day=cell.date().isoformat())
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and len(cell) > LONGEST:
        raise Refused("not_a_date")
    if isinstance(cell, int | float) or (cell.isdecimal() and len(cell) == 5):
        raise number_for_date(cell)
    if found := YEAR_FIRST.fullmatch(cell):
        return whole(int(found[1]), int(found[2]), int(found[3]))
    if found := DAY_FIRST.fullmatch(cell):
        if int(found[2]) > 12 >= int(found[1]):
            meant = whole(int(found[3]), int(found[1]), int(found[2]))
            raise Refused("date_month_first", meant=meant.isoformat())
        return whole(int(found[3]), int(found[2]), int(found[1]))
    plain = folded(cell)
    if found := IN_WORDS.fullmatch(plain):
        return whole(int(found[3]), month(found[2]), int(found[1]))
    if SHORT_YEAR.fullmatch(cell):
        raise Refused("date_short_year")
    if NO_DAY.fullmatch(plain):
        raise Refused("date_without_day")
    raise Refused("not_a_date")


def today() -> date:
    return datetime.now(UTC).date()


def whole(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as reason:
        raise Refused("no_such_day") from reason


def month(word: str) -> int:
    """The number of a month by its name, Polish or English, at least its first three letters, or by its numeral."""
    if word in NUMERALS:
        return NUMERALS.index(word) + 1
    for number, names in enumerate(MONTHS, 1):
        if word in names or (len(word) == 3 and any(name.startswith(word) for name in names)):
            return number
    raise Refused("not_a_date")


def number_for_date(cell: str | float) -> Refused:
    number = int(float(cell))
    if number in SERIALS and float(cell).is_integer():
        return Refused("date_serial", meant=(DAY_NULL + timedelta(days=number)).isoformat())
    return Refused("date_without_day" if 1900 <= number <= 2100 else "not_a_date")
