"""Towns on the map: circles by area, ringed by group, over the ground of outlines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lsk_metrics.figures.scene import Circle, Key, Name, Position, Scene, Surface
from lsk_metrics.figures.theme import blend
from lsk_metrics.indicators import additivity, ground, units
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing

if TYPE_CHECKING:
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

LARGEST_M, SMALLEST_M, HATCHED_M, NAMED, APART, MARGIN = 12_500, 1_300, 3_000, 9, 0.16, 3.0
METRES_A_DEGREE, GOLDEN = 111_320, math.pi * (3 - math.sqrt(5))
FEW_DOTS, MOST_DOTS = 40, 300
LISTED = 8
COUNTED = ("members", "companies")


def towns(answer: Answer, look: Look, year: int | None = None) -> Scene:
    """The answer's towns in one year (the last, where none is given): each a disc, its rings the answer's series."""
    shown = year or max((row.year for row in answer.rows), default=0)
    coordinates = ground.towns(answer.snapshot)
    here = [row for row in answer.rows if row.year == shown and row.place in coordinates and row.value]
    sums = additivity.totals(here, answer.indicator, "place")
    # The scale holds for all years, so that circles grow with their values while the years go by.
    most = max(largest(answer), 1e-9)
    ranked = sorted(sums, key=lambda place: sums[place], reverse=True)
    circles = [ring for place in ranked for ring in discs(answer, here, place, coordinates[place], most, look)]
    return Scene(
        bounds=ground.extent(ground.outlines(answer.snapshot, "home")),
        surfaces=base(answer.snapshot, look),
        circles=circles,
        names=names(ranked, sums, coordinates, most),
        keys=legend(answer, here, look),
        note=" ".join(filter(None, [scale(answer, most), off_the_map(answer, shown, set(coordinates))])),
    )


def largest(answer: Answer) -> float:
    """The largest sum any town reaches in any year."""
    return max(additivity.totals(answer.rows, answer.indicator, "place", "year").values(), default=0.0)


def radius(value: float, most: float) -> float:
    """Metres: the area of the circle, not its radius, grows with the value; the smallest stay visible."""
    return max(SMALLEST_M, LARGEST_M * math.sqrt(value / most))


def discs(answer: Answer, rows: list[Row], place: str, at: Position, most: float, look: Look) -> list[Circle]:
    """A town's members or start-ups as a dot each, while they can be told apart; all else as rings."""
    own = sorted((row for row in rows if row.place == place), key=lambda row: row.value or 0.0)
    total = additivity.total(own, answer.indicator)
    words = f"{place}: {units.quantity(total, answer.indicator.unit, answer.indicator.decimals, flag(own))}"
    if answer.indicator.unit in COUNTED and most <= MOST_DOTS:
        return dots(answer, own, at, most, words, look)
    return rings(answer, own, at, radius(total, most), words, look)


def dots(answer: Answer, rows: list[Row], at: Position, most: float, words: str, look: Look) -> list[Circle]:
    """One dot for each, group by group, laid like the seeds of a sunflower: their area grows with their number."""
    apart = LARGEST_M / math.sqrt(max(most, FEW_DOTS))
    east = METRES_A_DEGREE * math.cos(math.radians(at[1]))
    circles: list[Circle] = []
    alone = additivity.total(rows, answer.indicator)
    for row in rows:
        for _each in range(round(row.value or 0.0)):
            seed = len(circles) + (0.5 if alone > 1 else 0.0)
            distance, turn = apart * math.sqrt(seed), len(circles) * GOLDEN
            spot = (at[0] + distance * math.cos(turn) / east, at[1] + distance * math.sin(turn) / METRES_A_DEGREE)
            circles.append(
                Circle(spot, 0.86 * apart, colour(answer, row.series, look), row.place, said(answer, row, words))
            )
    return circles


def rings(answer: Answer, rows: list[Row], at: Position, outer: float, words: str, look: Look) -> list[Circle]:
    """Discs on one another, the widest first: the area of each ring stands for its group."""
    circles, total = [], additivity.total(rows, answer.indicator)
    for inside in range(len(rows), 0, -1):
        row, wide = rows[inside - 1], outer * math.sqrt(additivity.total(rows[:inside], answer.indicator) / total)
        circles.append(
            Circle(
                at,
                wide,
                colour(answer, row.series, look),
                row.place,
                said(answer, row, words),
                hatched=row.kind == "illustrative" and wide > HATCHED_M,
            )
        )
    return circles


def said(answer: Answer, row: Row, words: str) -> str:
    return f"{words}\n{answer.series_name(row.series)}: {answer.value(row)}" if row.series else words


def flag(rows: list[Row]) -> str:
    """The qualifier of a sum of one; sums of several have none."""
    return rows[0].flag if len(rows) == 1 else ""


def colour(answer: Answer, series: str | None, look: Look) -> str:
    """An area keeps its own colour everywhere; other series take the palette in their order."""
    if series is None:
        return look.accent
    if answer.indicator.series == "areas":
        return look.six[(answer.position(series) - 1) % len(look.six)]
    return look.six[answer.series.index(series) % len(look.six)]


def names(
    ranked: list[str], sums: dict[str, float], coordinates: dict[str, tuple[float, float]], most: float
) -> list[Name]:
    """Names of the largest towns, none so near to a larger one that they would meet."""
    chosen: list[str] = []
    for place in ranked:
        east, north = coordinates[place]
        placed = [coordinates[other] for other in chosen]
        if all(abs(north - y) > APART or abs(east - x) > 3.5 * APART for x, y in placed):
            chosen.append(place)
    return [
        Name(coordinates[place], place, radius(sums[place], most), strong=not at)
        for at, place in enumerate(chosen[:NAMED])
    ]


def legend(answer: Answer, rows: list[Row], look: Look) -> list[Key]:
    """Each group with its colour and its sum; without groups, what a circle stands for."""
    unit, decimals = answer.indicator.unit, answer.indicator.decimals
    if not answer.series:
        return [Key(look.accent, answer.title)]
    by_group = additivity.totals(rows, answer.indicator, "series")
    sums = {code: by_group.get(code, 0.0) for code in answer.series}
    return [
        Key(colour(answer, code, look), answer.series_name(code), units.quantity(total, unit, decimals))
        for code, total in sums.items()
        if total
    ]


def scale(answer: Answer, most: float) -> str:
    """What the size of a circle says."""
    if answer.indicator.unit in COUNTED and most <= MOST_DOTS:
        return {"members": _("Each dot is one member."), "companies": _("Each dot is one start-up.")}[
            answer.indicator.unit
        ]
    value = units.quantity(most, answer.indicator.unit, answer.indicator.decimals)
    return _("The area of a circle stands for its value; the largest: {value}.").format(value=value)


def off_the_map(answer: Answer, year: int, known: set[str]) -> str:
    """Places that have a value but no coordinates: said, so that nobody takes the circles for all there is."""
    rows = [row for row in answer.rows if row.year == year and row.place not in known and row.value]
    if not rows:
        return ""
    value = units.quantity(additivity.total(rows, answer.indicator), answer.indicator.unit, answer.indicator.decimals)
    places = list(dict.fromkeys(row.place or _("no town given") for row in rows))
    listed = listing(places[:LISTED]) + (" …" if len(places) > LISTED else "")
    return _("Not on the map: {value} in {places}.").format(value=value, places=listed)


def base(snapshot: str, look: Look, home: bool = True) -> list[Surface]:
    """The ground: countries, regions, and the home region on top, unless its parts will be drawn over it."""
    abroad = blend(look.land, look.ground, 0.55)
    # Countries are outlined more coarsely than regions: where the two meet, only the finer line is drawn.
    layers: tuple[tuple[str, str, str, float], ...] = (
        ("country", abroad, abroad, 0.0),
        ("region", look.land, look.border, 1.0),
        ("home", look.home, look.accent, 2.0),
        ("nuts3", look.home, look.border, 1.0),
    )
    if not home:
        layers = layers[:2]
    west, south, east, north = ground.extent(ground.outlines(snapshot, "home"))
    far = 3 * MARGIN
    corners = [
        (west - far, south - far),
        (east + far, south - far),
        (east + far, north + far),
        (west - far, north + far),
    ]
    # Generalised outlines of different layers part at their borders; land below all of them closes the gaps.
    return [Surface(((*corners, corners[0]),), abroad, abroad, 0.0)] + [
        Surface(feature["geometry"]["coordinates"], fill, line, width)
        for layer, fill, line, width in layers
        for feature in ground.around(snapshot, layer, MARGIN)
    ]
