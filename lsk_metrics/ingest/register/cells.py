"""What a cell may be as it comes in, and the one way in which each value is written afterwards."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lsk_metrics.ingest.register import dates, numbers
from lsk_metrics.ingest.register.lists import Codes
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import Field
from lsk_metrics.spreadsheets import meant

# Letters that are drawn as nothing, though Unicode counts them among those that are seen.
BLANK = re.compile(r"[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
# Accents on one letter: no language has more than three, and a hundred of them hide the lines around.
MOST_MARKS = 3
# What keeps a text from being taken as it is.
BLANKS = r" \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD = re.compile(rf"^[{BLANKS}']|[{BLANKS}]{{2}}|[{BLANKS[1:]}]|[ ]$")
SPACES = re.compile(rf"[{BLANKS}]+")


@dataclass(frozen=True)
class Formula:
    """A cell that computes: what it says is known to the spreadsheet alone."""

    text: str


@dataclass(frozen=True)
class Fault:
    """A cell in which the spreadsheet itself shows an error, such as #REF!."""

    text: str


# What a file's reader gives for a cell: text from CSV, what the spreadsheet holds from a workbook, None where empty.
Raw = str | int | float | bool | date | datetime | Formula | Fault | Any


def text(raw: Raw) -> str:
    """A cell as a person sees it, spaces at its ends and doubled ones gone."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return SPACES.sub(" ", meant(raw.strip(" \u00a0"))).strip(" ") if ODD.search(raw) else raw
    if isinstance(raw, Formula | Fault):
        return raw.text
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else repr(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == raw.time().min else raw.isoformat(" ")
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def reader(field: Field, codes: Codes | None) -> Callable[[Raw], str | None]:
    """What turns a cell of this column into the text that is kept; it raises Refused for one that does not fit."""
    by_type = {"string": string, "number": number, "year": year, "date": day}
    read = listed(codes) if codes else by_type[field.type]

    def value(raw: Raw) -> str | None:
        if isinstance(raw, Formula):
            raise Refused("formula")
        if isinstance(raw, Fault):
            raise Refused("spreadsheet_error")
        if not text(raw):
            if field.required:
                raise Refused("required")
            return None
        return read(raw, field)

    return value


def listed(codes: Codes) -> Callable[[Raw, Field], str]:
    def found(raw: Raw, field: Field) -> str:
        cell = text(raw)
        code = codes.find(cell)
        if code is None:
            if near := codes.nearest(cell):
                raise Refused("not_in_list_near", near=near.name, near_pl=near.name_pl)
            raise Refused("not_in_list", known=some(codes, "en"), known_pl=some(codes, "pl"))
        return code

    return found


def some(codes: Codes, language: str) -> str:
    """The values of a list as far as a sentence can hold them."""
    names = [entry.code if codes.ids else entry.label(language) for entry in codes.entries]
    return "; ".join(names[:10]) + (" …" if len(names) > 10 else "")


def string(raw: Raw, field: Field) -> str:
    cell = text(raw)
    if isinstance(raw, date):
        raise Refused("date_for_text", shown=cell)
    if not cell.isprintable() or BLANK.search(cell):
        raise Refused("control_character")
    if heaped(cell):
        raise Refused("marks_heaped", most=MOST_MARKS)
    longest = field.limit("maxLength")
    if longest and len(cell) > longest:
        raise Refused("too_long", length=len(cell), longest=longest)
    pattern = field.limit("pattern")
    if pattern and not re.fullmatch(pattern, cell):
        raise Refused("pattern")
    return cell


def heaped(text: str) -> bool:
    """Whether more accents stand on one letter than can be read."""
    run = 0
    for letter in "" if text.isascii() else unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if run > MOST_MARKS:
            return True
    return False


def number(raw: Raw, field: Field) -> str:
    value = numbers.read(raw if isinstance(raw, int | float) else text(raw))
    decimals = field.given.get("decimals", 0)
    # What a spreadsheet computes is a binary fraction: 1.1 + 2.2 is 3.3000000000000003 and means 3.3.
    rounded = round(value, decimals)
    if rounded != value and (not isinstance(raw, float) or abs(rounded - value) > Decimal("1e-9")):
        raise Refused("too_precise", decimals=decimals)
    least, most = field.limit("minimum"), field.limit("maximum")
    if not Decimal(str(least)) <= rounded <= Decimal(str(most)):
        raise Refused("number_range", least=least, most=most)
    return numbers.written(rounded)


def year(raw: Raw, field: Field) -> str:
    cell = text(raw).removesuffix(" r.").removesuffix(" r").strip()
    if not re.fullmatch(r"[12]\d{3}", cell):
        raise Refused("not_a_year")
    most = field.limit("maximum") if field.ahead else dates.today().year
    if not field.limit("minimum") <= int(cell) <= most:
        raise Refused("year_range", least=field.limit("minimum"), most=most)
    return cell


def day(raw: Raw, field: Field) -> str:
    found = dates.read(raw if isinstance(raw, date | int | float) else text(raw))
    least, most = date.fromisoformat(field.limit("minimum")), date(dates.today().year, 12, 31)
    if not least <= found <= most:
        raise Refused("date_range", least=least.isoformat(), most=most.isoformat())
    return found.isoformat()
