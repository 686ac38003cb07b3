"""Units as a reader says them: 95 members, 2.4%, €207m, and in Polish with the right plural."""

from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number

SIGNS = {">": ">\N{NO-BREAK SPACE}", "<": "<\N{NO-BREAK SPACE}", "~": "~\N{NO-BREAK SPACE}"}


def names() -> dict[str, str]:
    """Every unit key and what stands on the axis and in the table's head."""
    return {
        "members": _("members"),
        "companies": _("start-ups"),
        "institutions": _("institutions"),
        "investments": _("investments"),
        "participations": _("participations"),
        "projects": _("projects"),
        "persons": _("persons"),
        "students": _("students"),
        "fte": _("full-time equivalents"),
        "eur_m": _("EUR million, current prices"),
        "pct_members": _("% of members"),
        "pct_gdp": _("% of GDP"),
        "pct_aged_25_64": _("% of population aged 25–64"),
        "pct_aged_20_64": _("% of population aged 20–64"),
        "pct_population": _("% of population"),
        "pct_employment": _("% of employment"),
        "pct_labour_force": _("% of labour force"),
        "pct_registered": _("% (registered unemployment)"),
        "pct_national": _("% of the national mean"),
        "pps_per_head": _("PPS per inhabitant"),
        "per_million": _("applications per million inhabitants"),
        "per_km2": _("persons per km²"),
        "index": _("index"),
        "points": _("percentage points"),
        "deviations": _("standard deviations"),
        "rank": _("rank"),
        "start_100": _("index, start = 100"),
        "per_head_eur": _("EUR per inhabitant, current prices"),
        "own": _("each in its own unit"),
    }


YEARLY = "_a_year"
PER_THOUSAND, PER_MILLION = "_per_1000", "_per_1000000"


def name(unit: str) -> str:
    """The unit as it stands on the axis, that of a yearly change included."""
    if unit.endswith(YEARLY):
        return _("{unit} a year").format(unit=name(unit.removesuffix(YEARLY)))
    if unit.endswith(PER_THOUSAND):
        return _("{unit} per 1,000 inhabitants").format(unit=names()[unit.removesuffix(PER_THOUSAND)])
    if unit.endswith(PER_MILLION):
        return _("{unit} per million inhabitants").format(unit=names()[unit.removesuffix(PER_MILLION)])
    return names()[unit]


def per_head(unit: str) -> str:
    """The unit of a total by population: euro for each inhabitant, persons for 1,000, all else for a million."""
    if unit == "eur_m":
        return "per_head_eur"
    return unit + (PER_THOUSAND if unit in ("persons", "students", "fte") else PER_MILLION)


def difference(unit: str) -> str:
    """The unit of the difference of two values: of percentages it is percentage points."""
    return "points" if unit.startswith("pct") else unit


def plain(value: float) -> str:
    """A weight as it is written: 1, 0.5."""
    return number(value, 0 if value == int(value) else 2 if value * 10 % 1 else 1)


def signed(value: float, unit: str, decimals: int = 0) -> str:
    """A change with its sign, short: +0.45, −120, 0.0."""
    text = figure(value, unit, decimals)
    return "+" + text if round(value, decimals) > 0 else text


def quantity(value: float | None, unit: str, decimals: int = 0, flag: str = "") -> str:
    """A value with its unit, short, as it stands in a sentence; missing is said, never zero."""
    if value is None:
        return _("no figure")
    amount = worded(phrase(unit, round(abs(value))), value, decimals)
    match flag:
        case ">":
            return _("over {amount}").format(amount=amount)
        case "<":
            return _("almost {amount}").format(amount=amount)
        case "~":
            return _("about {amount}").format(amount=amount)
    return amount


def figure(value: float, unit: str, decimals: int = 0, flag: str = "") -> str:
    """A value as it stands large or in a cell: a sign for the qualifier, a unit only where it is short."""
    short = phrase(unit, 0) if unit.startswith(("pct", "eur")) else "{n}"
    return SIGNS.get(flag, "") + worded(short, value, decimals)


def worded(words: str, value: float, decimals: int) -> str:
    """A number among its words, its minus before all of them: −€3.3m."""
    text = number(value, decimals)
    bare = number(abs(value), decimals)
    return text.removesuffix(bare) + words.format(n=bare)


def phrase(unit: str, count: int) -> str:
    """The words around a number; a count takes the plural its language asks for."""
    if unit.endswith(YEARLY):
        return _("{amount} a year").format(amount=phrase(unit.removesuffix(YEARLY), count))
    if unit.startswith("pct"):
        return _("{n}%")
    if unit.endswith(PER_THOUSAND):
        return _("{n} per 1,000 inhabitants")
    if unit.endswith(PER_MILLION):
        return _("{n} per million inhabitants")
    match unit:
        case "per_head_eur":
            return _("€{n} per inhabitant")
        case "points":
            return _("{n} percentage points")
        case "members":
            return ngettext("{n} member", "{n} members", count)
        case "companies":
            return ngettext("{n} start-up", "{n} start-ups", count)
        case "institutions":
            return ngettext("{n} institution", "{n} institutions", count)
        case "investments":
            return ngettext("{n} investment", "{n} investments", count)
        case "participations":
            return ngettext("{n} participation", "{n} participations", count)
        case "projects":
            return ngettext("{n} project", "{n} projects", count)
        case "persons":
            return ngettext("{n} person", "{n} persons", count)
        case "students":
            return ngettext("{n} student", "{n} students", count)
        case "fte":
            return _("{n} FTE")
        case "eur_m":
            return _("€{n}m")
        case "pps_per_head":
            return _("{n} PPS")
        case "per_million":
            return _("{n} per million inhabitants")
        case "per_km2":
            return _("{n} per km²")
    return "{n}"


def period(year: int, style: str = "calendar") -> str:
    """2018, or 2023/24 for an academic year."""
    return f"{year}/{(year + 1) % 100:02d}" if style == "academic" else str(year)
