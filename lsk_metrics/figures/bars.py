"""Bars lying down: the parts of a whole, or a ranking, each with its name above it and its value at its end."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import axes, theme
from lsk_metrics.figures.description import bar_trace
from lsk_metrics.indicators.flags import UNSETTLED
from lsk_metrics.indicators.units import figure as written

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

ROW, DENSE_ROW, MANY = 52, 27, 9
BESIDE, BESIDE_NARROW = 45, 30


def bars(answer: Answer, look: Look) -> Description:
    """The latest year of each part: series in their list's order, places by value."""
    latest = newest(answer)
    if not answer.series or unlisted(answer):
        latest.sort(key=lambda row: row.value or 0.0, reverse=True)
    names = [
        shortened(answer.series_name(row.series) if row.series else answer.place(row.place), look) for row in latest
    ]
    colours = [colour(answer, row, look) for row in latest]
    return laid(answer, latest, names, colours, look)


def unlisted(answer: Answer) -> bool:
    """Series that stand in no list, such as organisations: their only order is by value."""
    return not answer.indicator.series and not answer.indicator.names


def shortened(name: str, look: Look) -> str:
    """A name no longer than its line; the table has it whole. Its letters are never taken for marks."""
    longest = 36 if look.narrow else 72
    return escape(name if len(name) <= longest else name[: longest - 1].rstrip() + "…", quote=False)


def newest(answer: Answer) -> list[Row]:
    """Each part's row of the latest year; places keep the latest year each of them has."""
    found: dict[tuple[str, str | None], Row] = {}
    for row in answer.rows:
        if row.value is not None and row.year >= found.get((row.place, row.series), row).year:
            found[row.place, row.series] = row
    if answer.series:
        last = max((row.year for row in found.values()), default=0)
        return [row for row in found.values() if row.year == last]
    return list(found.values())


def colour(answer: Answer, row: Row, look: Look) -> str:
    """The accent for the home region and for plain parts; an area keeps its own colour everywhere. Where parts are
    chosen, the others turn grey; a region that is chosen stands out beside the home region."""
    code = row.series or row.place
    if answer.indicator.places == "regions":
        return look.accent if answer.role(row.place) == "home" else look.marked if code in look.chosen else look.peer
    if look.passed_over(code):
        return look.peer
    if row.series in ("not_stated", "none"):
        return look.muted if look.chosen else look.peer
    if answer.indicator.series == "areas":
        return look.six[(answer.position(row.series or "") - 1) % len(look.six)]
    return look.accent


def laid(answer: Answer, rows: list[Row], names: list[str], colours: list[str], look: Look) -> Description:
    # Names stand beside their bars where there are many rows, and above them where a name is too long for that.
    longest = max((len(plain(name)) for name in names), default=0)
    dense = len(rows) >= MANY and longest <= (BESIDE_NARROW if look.narrow else BESIDE)
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    values = [answer.sign(row.value, row.flag) + written(row.value or 0.0, unit, decimals, row.flag) for row in rows]
    codes = [row.series or row.place for row in rows]
    order = list(range(len(rows)))[::-1]
    marks = bar_trace(
        y=order,
        x=[row.value for row in rows],
        orientation="h",
        width=0.62 if dense else 0.4,
        hoverinfo="text",
        hovertext=[
            f"<b>{name}</b><br>{answer.period(row)}: {answer.value(row)}"
            + (f"<br>{answer.flag_words(row)}" if answer.flag_words(row) else "")
            for name, row in zip(names, rows, strict=True)
        ],
        customdata=codes,
        **theme.untouched(look),
        text=[
            (value if look.passed_over(code) else f"<b>{value}</b>")
            + (f" ({row.flag})" if answer.flag_words(row) else "")
            for value, row, code in zip(values, rows, codes, strict=True)
        ],
        textposition="outside",
        cliponaxis=False,
        textfont={"color": look.ink, "size": 13 if dense else 16},
        marker={
            "color": [look.ground if hollow(row) else shade for row, shade in zip(rows, colours, strict=True)],
            "line": {"color": colours, "width": [1.5 if hollow(row) else 0 for row in rows]},
            "pattern": patterns(rows, look),
        },
    )
    # The narrowest place a figure stands in, less the longest label, is what is left for the longest bar.
    place, letter = (290, 8.0 if dense else 9.5) if look.narrow else (430, 7.5 if dense else 9.0)
    if dense:
        place -= 7 * max((len(plain(name)) for name in names), default=0)
    label = letter * max((len(value) for value in values), default=0)
    low, high = reach(rows, place / max(place - label, 0.3 * place))
    base: dict[str, Any] = {"range": [-0.7, len(rows) - (0.4 if dense else 0.2)], "showgrid": False, "zeroline": False}
    if dense:
        base |= {
            "tickvals": order,
            "ticktext": [
                theme.strong(plain(name), code in look.chosen) for name, code in zip(names, codes, strict=True)
            ],
            "automargin": True,
            "tickfont": {"size": 13, "color": look.ink},
        }
        above = []
    else:
        base |= {"showticklabels": False}
        above = [
            {
                "x": low,
                "xref": "x",
                "xanchor": "left",
                "y": at,
                "yshift": 21,
                "xshift": -3,
                "text": theme.strong(name, code in look.chosen),
                "showarrow": False,
                "font": {"size": 14, "color": look.ink},
            }
            for at, name, code in zip(order, names, codes, strict=True)
        ]
    return theme.figure(
        [marks],
        look,
        24 + len(rows) * (DENSE_ROW if dense else ROW),
        annotations=above,
        yaxis=base,
        xaxis={
            "range": [low, high],
            "showticklabels": False,
            **({"zeroline": True, "zerolinecolor": look.border} if low else {}),
        },
        margin={"l": 8, "r": 8, "t": 8, "b": 4},
    )


def reach(rows: list[Row], room: float) -> tuple[float, float]:
    """How far the axis reaches on either side of zero, with room for a number at the end of the longest bar."""
    low, high = axes.from_zero(row.value or 0.0 for row in rows)
    beyond = (high - low) * (room - 1)
    return low - beyond if low else 0.0, high + beyond


def hollow(row: Row) -> bool:
    """Whether the value is not settled yet, which the bar shows by being an outline."""
    return bool(UNSETTLED & set(row.flag))


def plain(name: str) -> str:
    """A name short enough for an axis: without the partner it stands for, which the table and the tooltip say."""
    return name.split(" (")[0] + "  "


def patterns(rows: list[Row], look: Look) -> dict[str, Any]:
    each = [theme.hatch(row.kind, look) for row in rows]
    return {"shape": [fill["shape"] for fill in each], "size": 6, "solidity": 0.35, "fgcolor": look.ground}
