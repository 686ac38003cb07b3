"""The tile map: real neighbours kept together as far as can be, each tile where a reader would look for it."""

import json
import math
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.figures.powiats import hexagon, laid, steps, tiles
from lsk_metrics.figures.theme import DARK, LIGHT, contrast
from lsk_metrics.indicators import answer, ground

NEAR = 0.002  # degrees: the real outlines share their borders, but not always every corner
Position = tuple[float, float]


@pytest.fixture
def powiats(shared: Path) -> dict[str, list[list[Position]]]:
    """Rings of each real powiat by its TERYT code."""
    found = json.loads((shared / "boundaries" / "malopolskie_powiaty.geojson").read_text(encoding="utf-8"))
    return {
        each["properties"]["terc"]: [[(x, y) for x, y in ring] for part in ground.parts(each) for ring in part]
        for each in found["features"]
    }


def corners(rings: list[list[Position]]) -> set[tuple[int, int]]:
    """Where an outline has its corners, on a grid of NEAR."""
    return {(round(x / NEAR), round(y / NEAR)) for ring in rings for x, y in ring}


def neighbours(powiats: dict[str, list[list[Position]]]) -> set[frozenset[str]]:
    """Pairs that share a border: two corners or more, so that powiats that meet in one point are not counted."""
    at = {code: corners(rings) for code, rings in powiats.items()}
    return {frozenset(pair) for pair in combinations(at, 2) if len(at[pair[0]] & at[pair[1]]) > 1}


def around(cell: tuple[int, int]) -> set[tuple[int, int]]:
    """The six cells that touch a cell of a honeycomb whose odd rows stand half a column to the east."""
    column, row = cell
    side = 1 if row % 2 else -1
    return {(column + x, row + y) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1), (side, 1), (side, -1))}


def middle(rings: list[list[Position]]) -> Position:
    xs, ys = zip(*max(rings, key=len), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def inside(at: Position, rings: list[list[Position]]) -> bool:
    """Whether a ray to the east crosses the outline an odd number of times."""
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > at[1]) != (y2 > at[1]) and at[0] < x1 + (at[1] - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1


def away(at: Position, rings: list[list[Position]]) -> float:
    """Degrees from a position to the nearest line of an outline."""
    return min(from_line(at, one, other) for ring in rings for one, other in pairwise(ring))


def from_line(at: Position, one: Position, other: Position) -> float:
    along, off = complex(*other) - complex(*one), complex(*at) - complex(*one)
    part = (off * along.conjugate()).real / (abs(along) ** 2 or 1.0)
    return abs(off - min(1.0, max(0.0, part)) * along)


def test_thirty_six_of_forty_four_real_neighbours_touch(
    powiats: dict[str, list[list[Position]]], snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = ground.tiles(snapshot)
    real = neighbours(powiats)
    apart = [pair for pair in real if cells[min(pair)] not in around(cells[max(pair)])]
    names = answer("powiat_wages")
    with capsys.disabled():
        parted = sorted(" – ".join(names.place(code) for code in sorted(pair)) for pair in apart)
        print(f"\n{len(real) - len(apart)} of {len(real)} real neighbours touch; apart: {'; '.join(parted)}")
    assert len(real) == 44
    assert len(real) - len(apart) >= 36


def test_the_honeycomb_of_the_data_is_the_one_that_is_drawn(snapshot: str) -> None:
    """Cells that touch by their numbers touch on the map: their hexagons share a side."""
    cells = ground.tiles(snapshot)
    drawn = {
        surface.place: {(round(x, 6), round(y, 6)) for x, y in surface.rings[0]}
        for surface in tiles(answer("powiat_wages"), LIGHT).surfaces
    }
    for one, other in combinations(cells, 2):
        assert (cells[other] in around(cells[one])) == (len(drawn[one] & drawn[other]) == 2), (one, other)


def test_each_tile_lies_in_its_real_direction(powiats: dict[str, list[list[Position]]], snapshot: str) -> None:
    """Seen from the middle of the region, no tile stands more than 60 degrees from where its powiat lies."""
    bounds = ground.extent(ground.outlines(snapshot, "home"))
    squeeze = math.cos(math.radians((bounds[1] + bounds[3]) / 2))
    drawn = laid(ground.tiles(snapshot), bounds)
    real = {code: middle(rings) for code, rings in powiats.items()}

    def seen(at: dict[str, Position], code: str) -> complex:
        east = sum(x for x, _y in at.values()) / len(at)
        north = sum(y for _x, y in at.values()) / len(at)
        return complex((at[code][0] - east) * squeeze, at[code][1] - north)

    for code in real:
        place, tile = seen(real, code), seen(drawn, code)
        if min(abs(place), abs(tile)) > 0.25:
            turn = abs(math.degrees(math.atan2((tile / place).imag, (tile / place).real)))
            assert turn < 60, (code, turn)
        assert abs(place - tile) < 0.45, code


def test_there_are_22_tiles_of_one_size_in_22_places(snapshot: str) -> None:
    cells = ground.tiles(snapshot)
    assert len(cells) == len(set(cells.values())) == 22
    widths = {
        round(max(x for x, _y in surface.rings[0]) - min(x for x, _y in surface.rings[0]), 9)
        for surface in tiles(answer("powiat_wages"), LIGHT).surfaces
    }
    assert len(widths) == 1


def test_every_town_lies_in_the_embedded_region(snapshot: str) -> None:
    """The outline is generalised: two towns at the border lie outside of it, Chełmek by 0.032 degrees (2.5 km)."""
    [home] = ground.outlines(snapshot, "home")
    rings = [[(x, y) for x, y in ring] for part in ground.parts(home) for ring in part]
    for name, (x, y) in ground.towns(snapshot).items():
        assert inside((x, y), rings) or away((x, y), rings) < 0.035, name


def test_every_town_lies_in_its_own_powiat(powiats: dict[str, list[list[Position]]], raw: Path) -> None:
    lines = (raw / "geonames" / "towns.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == 50
    for name, teryt, latitude, longitude in (line.split(",") for line in lines):
        assert inside((float(longitude), float(latitude)), powiats[teryt]), name


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["powiat_density", "powiat_unemployment", "powiat_wages"])
def test_each_tile_says_its_name_and_figure_readably(name: str, look: Any, snapshot: str) -> None:
    scene = tiles(answer(name), look)
    fills = {surface.place: surface.fill for surface in scene.surfaces}
    assert set(fills.values()) == {key.fill for key in scene.keys}
    assert len(scene.names) == 44
    for written in scene.names:
        [on] = [each for each in scene.surfaces if inside(written.at, [list(each.rings[0])])]
        assert contrast(written.colour, on.fill) >= 4.5, (written.text, written.colour, on.fill)


def test_classes_hold_about_as_many_powiats_each() -> None:
    bounds = steps([float(value) for value in range(22)])
    sizes = [
        sum(low < value <= high for value in range(22)) for low, high in zip([-1.0, *bounds], bounds, strict=False)
    ]
    assert sum(sizes) == 22
    assert max(sizes) - min(sizes) <= 1


def test_a_hexagon_closes_and_has_equal_sides() -> None:
    ring = hexagon((20.0, 50.0), 0.1, 1.0)
    assert ring[0] == pytest.approx(ring[-1])
    assert [math.dist(one, other) for one, other in pairwise(ring)] == pytest.approx([0.1] * 6)
