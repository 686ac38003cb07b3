"""Lines over years: the home region in the accent, its peers in grey, each named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import axes, ends, events, theme
from lsk_metrics.figures.description import scatter_trace
from lsk_metrics.indicators.flags import UNSETTLED
from lsk_metrics.indicators.units import period

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description, Trace
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

HEIGHT, TOP, BOTTOM = 400, 34, 34


def lines(answer: Answer, look: Look) -> Description:
    """One line for each place or series; a break is a gap, unsettled values have hollow marks."""
    by_place = len(answer.places) > 1
    codes: Sequence[str | None] = answer.places if by_place else answer.series or [None]
    groups = {code: [row for row in answer.rows if (row.place if by_place else row.series) == code] for code in codes}
    groups = {code: rows for code, rows in groups.items() if any(row.value is not None for row in rows)}
    values = [row.value for row in answer.rows if row.value is not None]
    low, high = axes.bounds(values, answer.indicator.unit)
    tips: list[ends.End] = []
    traces: list[Any] = []
    for at, (code, rows) in enumerate(groups.items()):
        role = answer.role(code or "") if by_place else "home"
        colour = look.accent if role == "home" and not at else look.muted if role in ("union", "nation") else look.peer
        if (not by_place and at) or not role:  # towns and powiats have no role: each is a line like the others
            colour = look.six[at % len(look.six)]
        name = answer.place(code or "") if by_place else answer.series_name(code) if code else answer.title
        marked = role != "home" and (code or "") in look.chosen
        colour = look.marked if marked else colour
        traces += drawn(answer, rows, name, colour, look, role == "home" or marked)
        traces += absent(answer, rows, name, colour, low) if role == "home" else []
        last = [row for row in rows if row.value is not None][-1]
        tips.append((last, name.split(" (")[0], colour, "chosen" if marked else role))
    traces.reverse()  # the home region comes first in every list and is drawn last, over the others
    years = sorted({row.year for row in answer.rows})
    if answer.indicator.unit == axes.INDEXED:
        traces.insert(0, level(axes.START, years, look))
    if look.narrow and len(tips) > 4:
        tips = ends.foremost(tips)
    longest = max((len(part) for end in tips for part in ends.wrapped(end[1], look).split("<br>")), default=0)
    many = len(groups) > 1
    labels = (
        ends.named(tips, low, high, look.height(HEIGHT) - TOP - BOTTOM, look)
        if many
        else [ends.mark(answer, tips[0][0], look)]
        if tips
        else []
    )
    ticks = axes.ticks(years, look, wide=answer.indicator.years == "academic")
    figure = theme.figure(
        traces,
        look,
        look.height(HEIGHT),
        annotations=[*labels, axes.unit(answer.unit, look)],
        hovermode="closest",
        margin={"l": 8, "r": 16 + min(170, 7 * longest) if many else 64, "t": TOP, "b": BOTTOM},
        yaxis={"range": [low, high], "automargin": True, **axes.decimal(low, high)},
        xaxis={
            "range": axes.reach(years, 0.06),
            "tickvals": ticks,
            "ticktext": [period(year, answer.indicator.years) for year in ticks],
        },
    )
    return events.marked(figure, answer, look)


def level(value: float, years: list[int], look: Look) -> Trace:
    """A fine line across the picture at a value that the others are read against."""
    line = {"color": look.muted, "width": 1, "dash": "dot"}
    return scatter_trace(x=axes.reach(years, 0.06), y=[value, value], mode="lines", line=line, hoverinfo="skip")


def drawn(answer: Answer, rows: list[Row], name: str, colour: str, look: Look, home: bool) -> list[Any]:
    """Strokes between neighbouring years, dashed where years are missing, and marks where they mean something."""
    real = [row for row in rows if row.value is not None]
    solid, dashed = pieces(rows)
    thin = rows[0].kind == "derived"
    line = {
        "color": colour,
        "width": (2.0 if home else 1.0) if thin else (3.0 if home else 1.5),
        "dash": "dot" if rows[0].kind == "illustrative" else "solid",
    }
    strokes = [
        scatter_trace(x=x, y=y, mode="lines", name=name, line=shape, hoverinfo="skip", connectgaps=False)
        for (x, y), shape in ((dashed, {**line, "dash": "dash", "width": 1.2}), (solid, line))
        if x
    ]
    joined = {year for x, y in (solid, dashed) for year, value in zip(x, y, strict=True) if value is not None}
    hollow = [bool(UNSETTLED & set(row.flag)) for row in real]
    every = home and len(real) <= 13
    shown = [
        1.0 if every or open_ or "d" in row.flag or row.year not in joined or (home and row is real[-1]) else 0.0
        for row, open_ in zip(real, hollow, strict=True)
    ]
    dots = scatter_trace(
        x=[row.year for row in real],
        y=[row.value for row in real],
        mode="markers",
        name=name,
        text=[
            f"<b>{name}</b><br>{answer.period(row)}: {answer.value(row)}"
            + (f"<br>{answer.flag_words(row)}" if answer.flag_words(row) else "")
            for row in real
        ],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "size": 8 if home else 6,
            "line": {"color": colour, "width": 1.6},
            "opacity": shown,
            "color": [look.ground if open_ else colour for open_ in hollow],
            "symbol": ["diamond" if "d" in row.flag else "circle" for row in real],
        },
    )
    return [dots, *strokes]


def absent(answer: Answer, rows: list[Row], name: str, colour: str, low: float) -> list[Any]:
    """A cross on the axis for each year without a figure: missing is seen, and never taken for zero."""
    years = [row for row in rows if row.value is None]
    if not years:
        return []
    said = [", ".join(filter(None, (answer.value(row), answer.flag_words(row)))) for row in years]
    cross = {"symbol": "x-thin", "size": 7, "line": {"color": colour, "width": 1.6}}
    return [
        scatter_trace(
            x=[row.year for row in years],
            y=[low] * len(years),
            mode="markers",
            name=name,
            text=[f"<b>{name}</b><br>{answer.period(row)}: {words}" for row, words in zip(years, said, strict=True)],
            hovertemplate="%{text}<extra></extra>",
            marker=cross,
            cliponaxis=False,
        )
    ]


Path = tuple[list[int], list[float | None]]


def pieces(rows: list[Row]) -> tuple[Path, Path]:
    """Solid and dashed stretches of a line, cut at breaks and at missing values.

    Dashed is what spans a longer gap in years, and what leads to a value that is not settled yet.
    """
    solid: Path = ([], [])
    dashed: Path = ([], [])
    for before, row in pairwise(rows):
        if before.value is None or row.value is None or "b" in row.flag:
            continue
        path = dashed if row.year - before.year > 2 or UNSETTLED & set(row.flag) else solid
        path[0].extend((before.year, row.year, row.year))
        path[1].extend((before.value, row.value, None))
    return solid, dashed
