"""Two indicators against each other: a point a region, the home region in the accent, names where there is room."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import axes, theme
from lsk_metrics.figures.description import scatter_trace
from lsk_metrics.indicators import indicator, units

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Indicator, Row

HEIGHT, LETTER, LINE = 460, 7.0, 17
Box = tuple[float, float, float, float]
# Where a name may stand by its point: how it is anchored, and how far it is moved, in pixels.
STANDS = (("left", 9, 0), ("right", -9, 0), ("center", 0, 15), ("center", 0, -15), ("left", 7, 13), ("left", 7, -13))


def scatter(answer: Answer, look: Look) -> Description:
    """The first indicator across, the second upwards; nation and Union are hollow."""
    first, second = (indicator(name) for name in answer.parameters.indicators)
    points = [(row, other) for row, other in pairs(answer) if row.value is not None and other.value is not None]
    across, upwards = ([pair[at].value or 0.0 for pair in points] for at in (0, 1))
    (left, right), (low, high) = spread(across, first.unit), spread(upwards, second.unit)
    homes = [answer.role(row.place) == "home" for row, _other in points]
    hollow = [answer.role(row.place) in ("nation", "union") for row, _other in points]
    colours = [colour(answer, row.place, look) for row, _other in points]
    dots = scatter_trace(
        x=across,
        y=upwards,
        mode="markers",
        cliponaxis=False,
        customdata=[row.place for row, _other in points],
        **theme.untouched(look),
        text=[tip(answer, row, other) for row, other in points],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "size": [
                15 if home or row.place in look.chosen else 11
                for home, (row, _other) in zip(homes, points, strict=True)
            ],
            "color": [look.ground if open_ else colour for open_, colour in zip(hollow, colours, strict=True)],
            "line": {"color": colours, "width": 1.8},
            "opacity": 1,
        },
    )
    width = 300 if look.narrow else 860
    at = [
        ((x - left) / (right - left) * width, (y - low) / (high - low) * (HEIGHT - 100))
        for x, y in zip(across, upwards, strict=True)
    ]
    labels = named(answer, points, at, width, look)
    return theme.figure(
        [dots],
        look,
        HEIGHT,
        annotations=[*labels, axes.unit(described(answer, second, look), look)],
        hovermode="closest",
        margin={"l": 8, "r": 16, "t": 58 if look.narrow else 40, "b": 78 if look.narrow else 60},
        yaxis={"range": [low, high], "automargin": True, **axes.decimal(low, high)},
        xaxis={
            "range": [left, right],
            "showgrid": True,
            "gridcolor": look.grid,
            "title": {
                "text": described(answer, first, look),
                "font": {"color": look.muted, "size": 13},
                "standoff": 12,
            },
            **axes.decimal(left, right),
        },
    )


def colour(answer: Answer, code: str, look: Look) -> str:
    role = answer.role(code)
    if role == "home":
        return look.accent
    if code in look.chosen:
        return look.marked
    return look.muted if role in ("nation", "union") else look.peer


def described(answer: Answer, of: Indicator, look: Look) -> str:
    """What an axis shows and in which unit, in lines where room is scarce."""
    return "<br>".join(wrap(f"{answer.series_name(of.id)}, {units.name(of.unit)}", 44 if look.narrow else 120))


def pairs(answer: Answer) -> list[tuple[Row, Row]]:
    """Both rows of each place."""
    found: dict[str, dict[str, Row]] = {}
    for row in answer.rows:
        found.setdefault(row.place, {})[row.series or ""] = row
    first, second = answer.parameters.indicators
    return [(rows[first], rows[second]) for rows in found.values() if first in rows and second in rows]


def spread(values: list[float], unit: str) -> tuple[float, float]:
    """An axis around the points; a scatter compares places, so that it need not begin at zero."""
    if not values:
        return 0.0, 1.0
    least, most = min(values), max(values)
    margin = 0.12 * (most - least or abs(most) or 1.0)
    low = least - margin
    return (max(0.0, low) if least >= 0 and not unit.startswith("index") else low), most + margin


def tip(answer: Answer, row: Row, other: Row) -> str:
    said = [f"<b>{answer.place(row.place)}</b>"]
    for each in (row, other):
        flag = f" ({each.flag})" if each.flag.isalpha() else ""
        said.append(f"{answer.series_name(each.series or '')}, {answer.period(each)}: {answer.value(each)}{flag}")
    return "<br>".join(said)


def named(
    answer: Answer, points: list[tuple[Row, Row]], at: list[tuple[float, float]], width: float, look: Look
) -> list[dict[str, Any]]:
    """Names beside their points, the home region's first; one that fits nowhere is left to the tooltip."""
    own_or_chosen = [answer.role(row.place) == "home" or row.place in look.chosen for row, _other in points]
    first = sorted(range(len(points)), key=lambda each: not own_or_chosen[each])
    taken: list[Box] = [(x - 8, y - 8, x + 8, y + 8) for x, y in at]
    found = []
    for each in first:
        row, other = points[each]
        name = answer.place(row.place).split(" (")[0]
        outstanding = own_or_chosen[each]
        own = [box for other_at, box in enumerate(taken) if other_at != each]
        for anchor, right, up in STANDS:
            box = boxed(at[each], len(name) * LETTER, anchor, right, up)
            if box[0] < 0 or box[2] > width or any(meets(box, other_box) for other_box in own):
                continue
            taken.append(box)
            found.append(
                {
                    "x": row.value, "y": other.value, "text": theme.strong(name, outstanding), "showarrow": False,
                    "xanchor": anchor, "xshift": right, "yshift": up,
                    "font": {"color": colour(answer, row.place, look) if outstanding else look.muted, "size": 13},
                }
            )  # fmt: skip
            break
    return found


def boxed(point: tuple[float, float], length: float, anchor: str, right: float, up: float) -> Box:
    """The room a name takes, in pixels from the lower left."""
    x, y = point[0] + right, point[1] + up
    start = x if anchor == "left" else x - length if anchor == "right" else x - length / 2
    return start, y - LINE / 2, start + length, y + LINE / 2


def meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
