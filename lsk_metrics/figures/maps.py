"""The region as a map that needs no network: outlines for ground, circles by area for what is in its towns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import bars
from lsk_metrics.indicators import ground

if TYPE_CHECKING:
    import pydeck

    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

HEIGHT = 400
LARGEST_M, NAMED, APART, MARGIN = 12_000, 8, 0.16, 3.0


def circles(answer: Answer, look: Look) -> pydeck.Deck:
    """Each town of the answer as a circle whose area grows with its value; the largest towns are named."""
    import pydeck

    towns = ground.towns(answer.snapshot)
    year = max((row.year for row in answer.rows), default=0)
    rows = sorted(
        (row for row in bars.newest(answer) if row.place in towns and row.year == year),
        key=lambda row: row.value or 0.0,
        reverse=True,
    )
    most = max((row.value or 0.0 for row in rows), default=1.0)
    marks: list[dict[str, Any]] = [
        {
            "position": towns[row.place],
            "radius": LARGEST_M * math.sqrt((row.value or 0.0) / most),
            "name": row.place,
            "words": answer.value(row),
        }
        for row in rows
    ]
    names = [
        {"position": mark["position"], "name": mark["name"], "shift": [0, 10 + mark["radius"] / 400]}
        for mark in apart(marks)[:NAMED]
    ]
    layers = [
        outline(pydeck, answer, "country", look.land, look.border, 1),
        outline(pydeck, answer, "region", look.land, look.border, 1),
        outline(pydeck, answer, "home", look.home, look.accent, 2),
        pydeck.Layer(
            "ScatterplotLayer",
            marks,
            get_position="position",
            get_radius="radius",
            radius_min_pixels=4,
            get_fill_color=rgb(look.accent, 175),
            get_line_color=rgb(look.ground),
            stroked=True,
            line_width_min_pixels=1,
            pickable=True,
        ),
        pydeck.Layer(
            "TextLayer",
            names,
            get_position="position",
            get_text="name",
            get_pixel_offset="shift",
            get_size=13,
            get_color=rgb(look.ink),
            character_set=pydeck.types.String("auto"),
            font_family=pydeck.types.String('"Source Sans", sans-serif'),
            font_weight=600,
            get_alignment_baseline=pydeck.types.String("top"),
        ),
    ]
    return pydeck.Deck(
        layers, initial_view_state=view(pydeck, answer), map_provider=None, tooltip={"text": "{name}\n{words}"}
    )


def apart(marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The largest marks that leave room for a name: none within APART degrees of latitude of a larger one."""
    chosen: list[dict[str, Any]] = []
    for mark in marks:
        east, north = mark["position"]
        if all(abs(north - y) > APART or abs(east - x) > 3 * APART for x, y in (each["position"] for each in chosen)):
            chosen.append(mark)
    return chosen


def outline(pydeck: Any, answer: Answer, layer: str, fill: str, line: str, width: int) -> Any:
    return pydeck.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": ground.around(answer.snapshot, layer, MARGIN)},
        get_fill_color=rgb(fill),
        get_line_color=rgb(line),
        line_width_min_pixels=width,
        get_line_width=0,
    )


def view(pydeck: Any, answer: Answer) -> Any:
    """A view that holds the whole region at the map's height and on a narrow screen; Web Mercator."""
    west, south, east, north = ground.extent(ground.outlines(answer.snapshot, "home"))
    tall = (north - south) / math.cos(math.radians((north + south) / 2))
    zoom = min(math.log2((HEIGHT - 40) * 360 / (512 * tall)), math.log2(350 * 360 / (512 * (east - west))))
    return pydeck.ViewState(latitude=(north + south) / 2, longitude=(west + east) / 2, zoom=zoom)


def rgb(colour: str, opacity: int = 255) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [opacity]
