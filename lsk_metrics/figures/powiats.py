"""Powiat figures on the map: hexagons of equal size, or true areas once boundaries have been imported."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from lsk_metrics.figures import bars, theme
from lsk_metrics.figures.lettering import roomiest
from lsk_metrics.figures.scene import Key, Name, Scene, Surface
from lsk_metrics.figures.towns import base
from lsk_metrics.indicators import ground
from lsk_metrics.indicators.units import figure

if TYPE_CHECKING:
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

# How far each class is on the way from the ground to the accent: on all of them a name can be read, light or dark.
CLASSES = (0.0, 0.2, 0.4, 0.62, 1.0)
# Half the width of a letter and half the height of a line on the map as it opens, in degrees.
LETTER, LINE = 0.0083, 0.02


def tiles(answer: Answer, look: Look) -> Scene:
    """Every powiat as a hexagon of the same size, near its true place, with its name and figure on it."""
    rows = {row.place: row for row in bars.newest(answer)}
    cells = ground.tiles(answer.snapshot)
    bounds = ground.extent(ground.outlines(answer.snapshot, "home"))
    middles = laid(cells, bounds)
    classes = steps([row.value or 0.0 for row in rows.values()])
    surfaces, names = [], []
    size, squeeze = side(bounds, len(cells)), math.cos(math.radians((bounds[1] + bounds[3]) / 2))
    for code, at in middles.items():
        row = rows.get(code)
        fill = shade(row, classes, look)
        surfaces.append(Surface((hexagon(at, size, squeeze),), fill, look.ground, 2.0, code, said(answer, code, row)))
        ink = readable(fill, look)
        names.append(Name((at[0], at[1] + 0.2 * size), answer.place(code).removeprefix("powiat "), colour=ink))
        names.append(Name((at[0], at[1] - 0.22 * size), written(answer, row), strong=True, colour=ink))
    bounds = ground.box([surface.rings for surface in surfaces])
    return Scene(bounds, surfaces, [], names, legend(answer, classes, look))


def areas(answer: Answer, look: Look) -> Scene:
    """Every powiat in its true outline, named where there is room; none where no boundaries have been imported."""
    rows = {row.place: row for row in bars.newest(answer)}
    classes = steps([row.value or 0.0 for row in rows.values()])
    # The home region's own outline is coarser than its powiats' and would show behind them.
    surfaces, names = base(answer.snapshot, look, home=False), []
    for feature in ground.outlines(answer.snapshot, "powiat"):
        code = feature["properties"]["code"]
        row = rows.get(code)
        fill = shade(row, classes, look)
        at, room = space(answer.snapshot, code)
        name, ink = answer.place(code).removeprefix("powiat "), readable(fill, look)
        if room >= LETTER * len(name):
            names.append(Name((at[0], at[1] + LINE), name, colour=ink))
            names.append(Name((at[0], at[1] - LINE), written(answer, row), strong=True, colour=ink))
        for part in ground.parts(feature):
            surfaces.append(
                Surface(
                    part, fill, look.border if look.name == "light" else look.ground, 1.0, code, said(answer, code, row)
                )
            )
    bounds = ground.extent(ground.outlines(answer.snapshot, "home"))
    return Scene(bounds, surfaces, [], names, legend(answer, classes, look))


@lru_cache(maxsize=256)
def space(snapshot: str, code: str) -> tuple[tuple[float, float], float]:
    """Where in a powiat its name has most room, and how much, in degrees."""
    [feature] = [each for each in ground.outlines(snapshot, "powiat") if each["properties"]["code"] == code]
    return max((roomiest(part) for part in ground.parts(feature)), key=lambda found: found[1])


def said(answer: Answer, code: str, row: Row | None) -> str:
    return f"{answer.place(code)}\n{answer.period(row)}: {answer.value(row)}" if row else answer.place(code)


def written(answer: Answer, row: Row | None) -> str:
    return figure(row.value, answer.indicator.unit, answer.indicator.decimals) if row and row.value is not None else "–"


def steps(values: list[float]) -> list[float]:
    """Upper bounds of five classes that hold about as many powiats each."""
    ranked = sorted(values)
    return [
        ranked[min(len(ranked) - 1, math.ceil(len(ranked) * at / len(CLASSES)) - 1)]
        for at in range(1, len(CLASSES) + 1)
    ]


def shade(row: Row | None, classes: list[float], look: Look) -> str:
    """The colour of a value's class, from the ground's own to the accent; no figure, no colour."""
    if row is None or row.value is None:
        return look.land
    place = next(at for at, bound in enumerate(classes) if row.value <= bound)
    return theme.blend(look.home, look.accent, CLASSES[place])


def readable(fill: str, look: Look) -> str:
    """Ink or ground, whichever stands out more from a fill."""
    return max((look.ink, look.ground), key=lambda ink: theme.contrast(ink, fill))


def legend(answer: Answer, classes: list[float], look: Look) -> list[Key]:
    """One line a class, from its lowest to its highest value."""
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    values = sorted(row.value for row in bars.newest(answer) if row.value is not None)
    keys, below = [], -math.inf
    for place, bound in enumerate(classes):
        inside = [value for value in values if below < value <= bound]
        if inside:
            words = f"{figure(inside[0], unit, decimals)} – {figure(inside[-1], unit, decimals)}"
            keys.append(Key(theme.blend(look.home, look.accent, CLASSES[place]), words))
        below = bound
    return keys


def side(bounds: ground.Box, count: int) -> float:
    """Half the height of a hexagon, in degrees of latitude, so that all of them cover about what the region covers."""
    west, south, east, north = bounds
    area = (north - south) * (east - west) * math.cos(math.radians((north + south) / 2)) * 0.62
    return math.sqrt(area / count / (1.5 * math.sqrt(3)))


def laid(cells: dict[str, tuple[int, int]], bounds: ground.Box) -> dict[str, tuple[float, float]]:
    """Middles of hexagons in degrees: columns and rows of a honeycomb, odd rows half a column to the east."""
    west, south, east, north = bounds
    size = side(bounds, len(cells))
    squeeze = math.cos(math.radians((north + south) / 2))
    flat = {
        code: ((column + 0.5 * (row % 2)) * math.sqrt(3) * size, -1.5 * size * row)
        for code, (column, row) in cells.items()
    }
    middle_x = sum(x for x, _y in flat.values()) / len(flat)
    middle_y = sum(y for _x, y in flat.values()) / len(flat)
    return {
        code: ((west + east) / 2 + (x - middle_x) / squeeze, (south + north) / 2 + y - middle_y)
        for code, (x, y) in flat.items()
    }


def hexagon(at: tuple[float, float], size: float, squeeze: float) -> tuple[tuple[float, float], ...]:
    """The closed ring of a hexagon standing on a corner, in degrees; squeeze: how short a degree to the east is."""
    corners = [math.radians(60 * step + 30) for step in range(7)]
    return tuple((at[0] + size * math.cos(corner) / squeeze, at[1] + size * math.sin(corner)) for corner in corners)
