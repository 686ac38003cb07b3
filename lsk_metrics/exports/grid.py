"""What a spreadsheet's own chart needs: an answer laid out with years or parts down and one column for each line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lsk_metrics.exports.table import exact
from lsk_metrics.figures.bars import colour, newest
from lsk_metrics.figures.chosen import as_course, draw_for
from lsk_metrics.figures.course import fit
from lsk_metrics.figures.scatter import colour as dot
from lsk_metrics.figures.scatter import pairs
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import additivity, indicator, units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.status.course import FIGURE, PATH, PROJECTION
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer, Row

Cells = list[float | int | None]
COURSES = {"lines": "course", "growth": "growth", "columns": "columns", "target": "course"}
# A picture of ranks with their ranges has no fair likeness among a spreadsheet's charts: the longest bar would be last.
WITHOUT = ("ranges", "distances")
OF_TARGETS = {FIGURE: LIGHT.accent, PATH: LIGHT.warning, PROJECTION: LIGHT.accent}


@dataclass
class Line:
    """A column of the grid: its heading, colour and kind; colours of single cells, where they differ, by position.

    label is what stands at a line's end; a line goes on where another one follows after a break. decimals are those of
    its own unit, where columns differ; rows are those that its cells come from, by position.
    """

    name: str
    colour: str
    kind: str
    home: bool = True
    cells: Cells = field(default_factory=list)
    colours: dict[int, str] = field(default_factory=dict)
    label: str = ""
    goes_on: bool = False
    decimals: int | None = None
    rows: dict[int, Row] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """Position of its last value; -1 where it has none."""
        return max((at for at, cell in enumerate(self.cells) if cell is not None), default=-1)


@dataclass(frozen=True)
class Grid:
    """shape: course, growth or columns over years, bars, or points (first line across, second upwards); heads are the
    labels down the left."""

    shape: str
    corner: str
    heads: list[int | str]
    lines: list[Line]


def grid(answer: Answer) -> Grid | None:
    """The grid of an answer; None where a spreadsheet's chart would not help."""
    if draw_for(answer) is None:
        return None
    if not answer.view and as_course(answer):
        return over_years(fit(answer), "course")
    if answer.parameters.view == "pace":
        return paces(answer)
    if not answer.view and answer.indicator.chart in WITHOUT:
        return None
    if not answer.view and answer.indicator.chart == "scatter":
        return points(answer)
    shape = "bars" if answer.view else COURSES.get(answer.indicator.chart, "bars")
    return parts(answer) if shape == "bars" else over_years(answer, shape)


def over_years(answer: Answer, shape: str) -> Grid:
    """Every year from the first to the last down, so that time runs evenly; what has no figure stays empty."""
    years = [row.year for row in answer.rows]
    heads = list(range(min(years), max(years) + 1))
    lines = []
    for at, (code, rows) in enumerate(grouped(answer, shape)):
        for line in pieces(answer, code, rows, heads):
            if len(answer.places) < 2 and shape != "growth":  # after a break a line keeps its colour
                line.colour = OF_TARGETS.get(code, LIGHT.six[at % len(LIGHT.six)])
            lines.append(line)
    return Grid(shape, _("Year"), list(heads), lines)


def grouped(answer: Answer, shape: str) -> list[tuple[str, list[Row]]]:
    """Rows of each line: by place where there are several, else by series; of growth by kind of truth."""
    if shape == "growth":
        return [(kind, [row for row in answer.rows if row.kind == kind]) for kind in reversed(answer.kinds)]
    if len(answer.places) > 1:
        return [(code, [row for row in answer.rows if row.place == code]) for code in answer.places]
    codes = answer.series or [""]
    return [(code, [row for row in answer.rows if (row.series or "") == code]) for code in codes]


def pieces(answer: Answer, code: str, rows: list[Row], heads: list[int]) -> list[Line]:
    """One line, or after each break in the series another one: no chart may join what cannot be compared."""
    name, home, paint = answer.title, True, LIGHT.accent
    if len(answer.places) > 1:
        role = answer.role(code)
        name, home = answer.place(code), role == "home"
        paint = LIGHT.accent if home else LIGHT.muted if role in ("union", "nation") else LIGHT.peer
    elif answer.series:
        name = answer.series_name(code)
    elif len(answer.kinds) > 1:
        name = kind_name(code)
        paint = LIGHT.accent if code == "published" else LIGHT.accent_soft
    found: list[Line] = []
    for row in sorted(rows, key=lambda row: row.year):
        broken = "b" in row.flag and found
        if broken:
            found[-1].goes_on = True
        if broken or not found:
            said = _("{name}, from {year} (break in the series)").format(name=name, year=answer.period(row))
            cells: Cells = [None] * len(heads)
            found.append(Line(said if broken else name, paint, row.kind, home, cells, label=name.split(" (")[0]))
        found[-1].cells[heads.index(row.year)] = exact(row.value)
        found[-1].rows[heads.index(row.year)] = row
    return found


def parts(answer: Answer) -> Grid:
    """The newest value of each part down, the largest first where there is no other order."""
    rows = [row for row in answer.rows if row.value is not None] if answer.view else newest(answer)
    if answer.series and len(answer.places) > 1 and not answer.view:
        return stacked(answer, rows)
    by_series = bool(answer.series) and not answer.view
    listed = by_series and (answer.indicator.series or answer.indicator.names)
    if not listed and not answer.view:
        rows.sort(key=lambda row: row.value or 0.0, reverse=True)
    names = [answer.series_name(row.series or "") if by_series else answer.place(row.place) for row in rows]
    line = Line(answer.unit[:1].upper() + answer.unit[1:], LIGHT.accent, weakest(rows), True)
    for at, row in enumerate(rows):
        line.cells.append(exact(row.value))
        line.colours[at] = colour(answer, row, LIGHT)
        line.rows[at] = row
    return Grid("bars", answer.group if by_series else _("Place"), list(names), [line])


def stacked(answer: Answer, rows: list[Row]) -> Grid:
    """Places down, a column for each group; where groups make a sum the place with the largest comes first."""
    heads = list(dict.fromkeys(row.place for row in rows))
    if additivity.may_add(answer.indicator, "group"):
        sums = additivity.totals(rows, answer.indicator, "place")
        heads.sort(key=lambda place: sums[place], reverse=True)
    lines = []
    for at, code in enumerate(answer.series):
        own = {row.place: row for row in rows if row.series == code}
        position = answer.position(code) - 1 if answer.indicator.series == "areas" else at
        line = Line(answer.series_name(code), LIGHT.six[position % len(LIGHT.six)], weakest(list(own.values())))
        line.cells = [exact(own[place].value) if place in own else None for place in heads]
        line.rows = {at: own[place] for at, place in enumerate(heads) if place in own}
        lines.append(line)
    return Grid("bars", _("Place"), [answer.place(place) for place in heads], lines)


def points(answer: Answer) -> Grid:
    """A place a row, the home region first, with its value of either indicator; who lacks one is in the rows alone."""
    both = [pair for pair in pairs(answer) if None not in (pair[0].value, pair[1].value)]
    both.sort(key=lambda pair: answer.role(pair[0].place) != "home")
    lines = []
    for at, name in enumerate(answer.parameters.indicators):
        of = indicator(name)
        said = f"{answer.series_name(name)}, {units.name(of.unit)}"
        line = Line(said, LIGHT.peer, weakest([pair[at] for pair in both]), decimals=of.decimals)
        line.cells = [exact(pair[at].value) for pair in both]
        line.rows = {row: pair[at] for row, pair in enumerate(both)}
        line.colours = {row: dot(answer, pair[0].place, LIGHT) for row, pair in enumerate(both)}
        lines.append(line)
    return Grid("points", _("Place"), [answer.place(first.place) for first, _second in both], lines)


def paces(answer: Answer) -> Grid:
    """The pace that is needed first, then those that were; what no region has kept up so long has no bar."""
    rows = [row for row in answer.rows if row.value is not None]
    line = Line(answer.unit[:1].upper() + answer.unit[1:], LIGHT.peer, weakest(rows))
    heads: list[int | str] = []
    for at, row in enumerate(rows):
        needed = (row.series or "").startswith("needed")
        said = answer.series_name(row.series or "")
        heads.append(said[:1].upper() + said[1:] if needed else f"{answer.place(row.place)}, {said}")
        line.cells.append(exact(row.value))
        line.colours[at] = LIGHT.warning if needed else colour(answer, row, LIGHT)
        line.rows[at] = row
    return Grid("bars", _("Place"), heads, [line])


def weakest(rows: list[Row]) -> str:
    """Illustrative as soon as one row is."""
    return "illustrative" if any(row.kind == "illustrative" for row in rows) else rows[0].kind if rows else "published"
