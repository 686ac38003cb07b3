"""A scene as a pydeck map to move about in, without a request to any host."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pydeck

    from lsk_metrics.figures.scene import Name, Scene
    from lsk_metrics.figures.theme import Look

HEIGHT, METRES_A_DEGREE = 430, 111_320
STREETS = "https://basemaps.cartocdn.com/gl/positron-nolabels-gl-style/style.json"


def deck(scene: Scene, look: Look, streets: bool = False) -> pydeck.Deck:
    """Choosable surfaces and circles carry their `place`; streets asks for an online map below, which may not come."""
    import pydeck

    text = pydeck.types.String
    still = [surface for surface in scene.surfaces if not surface.place]
    live = [surface for surface in scene.surfaces if surface.place]
    layers = [
        polygons(pydeck, "ground", still, 90 if streets else 255),
        polygons(pydeck, "surfaces", live, 190 if streets else 255),
        pydeck.Layer(
            "ScatterplotLayer",
            [
                {
                    "at": each.at,
                    "radius": each.radius,
                    "fill": rgb(each.fill, 215 if each.hatched else 245),
                    "place": each.place,
                    "words": each.words,
                }
                for each in scene.circles
            ],
            id="circles",
            get_position="at",
            get_radius="radius",
            get_fill_color="fill",
            radius_min_pixels=2,
            stroked=True,
            get_line_color=rgb(look.ground),
            line_width_min_pixels=0.7,
            line_width_max_pixels=1.2,
            pickable=True,
            auto_highlight=True,
        ),
        *(
            pydeck.Layer(
                "TextLayer",
                [written(name, look) for name in scene.names if name.strong is strong],
                id=f"names-{strong}",
                get_position="at",
                get_text="text",
                get_color="colour",
                get_size="size",
                get_pixel_offset="nudge",
                character_set=text("auto"),
                font_family=text('"Source Sans", sans-serif'),
                font_weight=700 if strong else 400,
                background=True,
                get_background_color="behind",
                background_padding=[3, 0],
            )
            for strong in (False, True)
        ),
    ]
    ground = {"map_provider": "carto", "map_style": STREETS} if streets else {"map_provider": None}
    tooltip = {
        "text": "{words}",
        "style": {
            "backgroundColor": look.ground,
            "color": look.ink,
            "fontSize": "14px",
            "border": f"1px solid {look.border}",
            "whiteSpace": "pre-line",
        },
    }
    return pydeck.Deck(layers, initial_view_state=view(pydeck, scene, look), tooltip=tooltip, **ground)


def polygons(pydeck: Any, name: str, surfaces: list[Any], opacity: int) -> Any:
    data = [
        {
            "rings": surface.rings,
            "fill": rgb(surface.fill, opacity),
            "line": rgb(surface.line),
            "width": surface.width,
            "place": surface.place,
            "words": surface.words,
        }
        for surface in surfaces
    ]
    return pydeck.Layer(
        "PolygonLayer",
        data,
        id=name,
        get_polygon="rings",
        get_fill_color="fill",
        get_line_color="line",
        get_line_width="width",
        line_width_units=pydeck.types.String("pixels"),
        stroked=True,
        pickable=name == "surfaces",
        auto_highlight=name == "surfaces",
    )


def written(name: Name, look: Look) -> dict[str, Any]:
    """A name below its circle, or in the middle of its tile."""
    below = 1 if name.shift else 0
    small = 9.5 if look.narrow else 11.5
    at = (name.at[0], name.at[1] - name.shift / METRES_A_DEGREE)
    return {
        "at": at,
        "text": name.text,
        "nudge": [0, 12 * below],
        "size": 14 if name.strong and not look.narrow else 13 if below else 12 if name.strong else small,
        "colour": rgb(name.colour or look.ink),
        # Lines of the ground do not run through letters.
        "behind": rgb(look.home, 170 * below),
    }


def view(pydeck: Any, scene: Scene, look: Look) -> Any:
    """A view that holds all that must be seen at the map's height, and on a narrow page at its width; Web Mercator."""
    west, south, east, north = scene.bounds
    tall = (north - south) / math.cos(math.radians((north + south) / 2))
    width = 340 if look.narrow else 620
    zoom = min(math.log2((HEIGHT - 30) * 360 / (512 * tall)), math.log2(width * 360 / (512 * (east - west))))
    return pydeck.ViewState(
        latitude=(north + south) / 2, longitude=(west + east) / 2, zoom=zoom, min_zoom=4, max_zoom=12
    )


def rgb(colour: str, opacity: int = 255) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [opacity]
