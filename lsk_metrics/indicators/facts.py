"""What the rows say, as the words of one sentence: first and last, change, the largest part, rank and leader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING

from lsk_metrics.indicators import additivity, flags, groups, units
from lsk_metrics.indicators.parameters import Parameters
from lsk_metrics.indicators.standing import parts, standing
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing, number

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.rows import Row

# Which kind the sentence rests on where there are several: the cluster's own records reach furthest, a sample never
# speaks for a published figure. (A badge names the weakest: that is another order.)
SPEAKING_FIRST = ("register", "published", "derived", "illustrative")

COUNTED = ("members", "companies", "participations", "projects")


def plain() -> tuple[str, ...]:
    """For where no variant of a passport can be filled: one place, one year, a choice without the home region."""
    return (
        _("{title}, {where}: {first} in {first_year}, {last} in {last_year}."),
        _("{title}, {where}: {last} in {last_year}."),
        _("{title} in {part_year}: highest in {top} ({top_value}), lowest in {bottom} ({bottom_value})."),
        _("{title} in {part_year}: {top}, {top_value}."),
    )


def sentence(answer: Answer) -> str:
    """The passport's first variant that can be filled from the rows, else a plain one; says when there is nothing."""
    known, turn = facts(answer)
    title = f"{answer.title}, {groups.counted(answer)}" if groups.narrowing(answer) else ""
    tried = (f"{turn}_narrowed", "narrowed") if title else (turn, f"{turn}_first", "text")
    variants = [f"{{title}}: {_(text)}" if title else _(text) for text in texts(answer, tried)]
    if title and answer.indicator.unit in COUNTED and answer.rows and not any(row.value for row in answer.rows):
        variants.insert(0, none_of_them("change" in known))
    known = {**known, "title": title} if title and known else known
    for variant in [*variants, *plain()]:
        if placeholders(variant) <= set(known):
            said = variant.format(**known)
            if "break_year" in known and "break_year" not in placeholders(variant):
                said += " " + _("Years before {break_year} are not comparable.").format(**known)
            if "last_flags" in known and "last_year" in placeholders(variant):
                said += " " + _("The value for {last_year}: {last_flags}.").format(**known)
            return said
    if title:
        return _("{title}: there are no figures for this choice.").format(title=title)
    narrowed = answer.rows or answer.parameters != Parameters()
    return _("There are no figures for this choice.") if narrowed else _("There are no figures yet.")


def none_of_them(over_years: bool) -> str:
    """Of what is counted, where a narrowed choice has not one: in several years, or in one."""
    if over_years:
        return _("{title}: not one from {first_year} to {last_year}.")
    return _("{title}: not one in {last_year}.")


def texts(answer: Answer, names: Sequence[str]) -> list[str]:
    """The passport's variants of these names, those it has."""
    return [answer.indicator.sentence[name] for name in names if name in answer.indicator.sentence]


def placeholders(text: str) -> set[str]:
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name}


def facts(answer: Answer) -> tuple[dict[str, str], str]:
    """Words by placeholder name, and the turn of the series: up, down, flat, all (one part is the whole) or text."""
    rows = [row for row in answer.rows if row.value is not None]
    if not rows:
        return {}, "text"
    kinds = {row.kind for row in rows}
    kind = next(kind for kind in SPEAKING_FIRST if kind in kinds)
    rows = [row for row in rows if row.kind == kind or {row.kind, kind} == {"published", "derived"}]
    known = {"title": answer.title}
    if answer.indicator.places not in (None, "regions"):
        return known, parts(answer, rows, known, by="place")
    standing(answer, rows, known)
    own = line_of_one(answer, rows)
    if not own:
        parts(answer, rows, known, by="place")
        return known, "text"
    if len(answer.series) > 1:
        parts(answer, own, known, by="series")
        if not additivity.may_add(answer.indicator, "group"):
            return known, "text"
    known["where"] = answer.place(own[0].place)
    # A change is taken on one side of a break already: those on either side stand beside each other.
    broken = None if answer.parameters.measure == "change" else last_break(answer, own)
    return known, course(answer, yearly(answer, own), known, broken)


def line_of_one(answer: Answer, rows: Sequence[Row]) -> list[Row]:
    """Rows of the home region, or of the only place there is; several others make no line."""
    home = [row for row in rows if answer.role(row.place) in ("home", "")]
    return home or (list(rows) if len({row.place for row in rows}) == 1 else [])


def last_break(answer: Answer, line: Sequence[Row]) -> int | None:
    """The year of the last break in a line, also where the value of that year is missing."""
    first, last = min(row.year for row in line), max(row.year for row in line)
    own = [row for row in answer.rows if row.place == line[0].place]
    return max((row.year for row in own if "b" in row.flag and first < row.year <= last), default=None)


def yearly(answer: Answer, rows: Sequence[Row]) -> list[Row]:
    """One row a year: the series of a year added up."""
    if len({row.year for row in rows}) == len(rows):
        return list(rows)
    sums = additivity.totals(rows, answer.indicator, "year")
    first = {row.year: row for row in reversed(rows)}
    return [replace(first[year], value=value) for year, value in sums.items()]


def course(answer: Answer, rows: Sequence[Row], known: dict[str, str], broken: int | None) -> str:
    """First and last value since the last break, the change between them, the peak and the sum."""
    line = sorted(rows, key=lambda row: row.year)
    if broken:
        line = [row for row in line if row.year >= broken]
        known["break_year"] = units.period(broken, answer.indicator.years)
    first, last = line[0], line[-1]
    peak = max(line, key=lambda row: row.value or 0.0)
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    known |= {
        "last": answer.value(last),
        "last_n": number(last.value or 0.0, decimals),
        "last_year": answer.period(last),
        "peak": answer.value(peak),
        "peak_year": listing([answer.period(row) for row in line if row.value == peak.value]),
        "first_year": answer.period(first),
        "peak_n": number(peak.value or 0.0, decimals),
    }
    if additivity.may_add(answer.indicator, "time"):
        total = additivity.total(line, answer.indicator)
        known |= {"total": units.quantity(total, unit, decimals), "total_n": number(total, decimals)}
    if flags.SAID & set(last.flag):
        known["last_flags"] = flags.words("".join(letter for letter in last.flag if letter in flags.SAID))
    if len(line) < 2 or first.value is None or last.value is None:
        return "text"
    change = last.value - first.value
    known |= {
        "first": answer.value(first),
        "first_n": number(first.value, decimals),
        "change": units.quantity(abs(change), unit, decimals),
        "change_n": number(abs(change), decimals),
    }
    if first.value > 0:
        times = round(last.value / first.value, 1)
        known |= {"times": number(times, 0 if times == int(times) else 1)}
    shown = round(change, decimals)
    return "up" if shown > 0 else "down" if shown < 0 else "flat"
