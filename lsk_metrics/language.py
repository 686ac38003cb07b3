"""The two languages of every reader: gettext messages, and numbers and dates as each language writes them."""

import io
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from lsk_metrics.paths import PACKAGE

LANGUAGES = {"en": "English", "pl": "Polski"}
LOCALES = {"en": "en_GB", "pl": "pl_PL"}
NBSP = "\N{NO-BREAK SPACE}"

_current: ContextVar[str] = ContextVar("language", default="en")


@cache
def catalogue(lang: str) -> NullTranslations:
    """The messages of one language, read from its .po file; English is its own message id."""
    path = PACKAGE / "locale" / lang / "LC_MESSAGES" / "lsk_metrics.po"
    if not path.is_file():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return GNUTranslations(compiled)


def use(lang: str) -> None:
    """Speak this language from here on, in this thread of work alone."""
    _current.set(lang)


def spoken() -> str:
    return _current.get()


def gettext(message: str) -> str:
    return catalogue(spoken()).gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    return catalogue(spoken()).ngettext(one, many, count)


def number(value: float, decimals: int = 0) -> str:
    """1,234.5 in English, 1 234,5 in Polish; never "-0", and a true minus sign before negatives."""
    return written(round(value, decimals) or 0.0, decimals, spoken())


@lru_cache(maxsize=4096)
def written(rounded: float, decimals: int, lang: str) -> str:
    return format_decimal(rounded, format=pattern(decimals), locale=locale(lang)).replace("-", "\N{MINUS SIGN}")


@cache
def pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


@cache
def locale(lang: str) -> Locale:
    """What Babel knows of a language; of its name alone it would look it up at each number."""
    return Locale.parse(LOCALES[lang])


def day(iso: str) -> str:
    """An ISO date as a reader says it, as precise as it is: 2018, May 2018, 7 May 2018; other text stays."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return iso
    if len(parts) == 1:
        return iso
    try:
        moment = date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    except ValueError:
        return iso
    return dated(moment, len(parts) == 3, spoken())


@lru_cache(maxsize=4096)
def dated(moment: date, to_the_day: bool, lang: str) -> str:
    known = locale(lang)
    text = format_date(moment, "long", known) if to_the_day else format_skeleton("yMMMM", moment, locale=known)
    return text.replace(" ", NBSP)


def moment(utc: datetime) -> str:
    """A time in UTC as a reader says it: 21 November 2026, 06:04 UTC."""
    words = gettext("{date}, {time} UTC").replace(" UTC", f"{NBSP}UTC")
    return words.format(date=day(utc.date().isoformat()), time=f"{utc:%H:%M}")


def listing(words: Sequence[str]) -> str:
    """2011, 2014 and 2016; no line ends with the one letter that joins the last two in Polish."""
    said = format_list(list(words), locale=locale(spoken()))
    before, joint, last = said.rpartition(" i ")
    return f"{before} i{NBSP}{last}" if joint and spoken() == "pl" else said


def pick(english: str, polish: str | None) -> str:
    """The text of a row that carries both languages."""
    return polish if spoken() == "pl" and polish else english
