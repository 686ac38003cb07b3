"""A scene as a pydeck map to move about in, without a request to any host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.sight import lettering, sight

if TYPE_CHECKING:
    import pydeck

    from lsk_metrics.figures.scene import Name, Scene
    from lsk_metrics.figures.theme import Look

STREETS = "https://basemaps.cartocdn.com/gl/positron-nolabels-gl-style/style.json"
# Its style names tiles, letters and signs on hosts below the same name.
STREET_HOSTS = ("https://basemaps.cartocdn.com", "https://*.basemaps.cartocdn.com")


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
    found = lettering(name, look)
    return {
        "at": found.at,
        "text": name.text,
        "nudge": [0, found.below],
        "size": found.size,
        "colour": rgb(found.colour),
        "behind": rgb(look.home, found.opacity),
    }


def view(pydeck: Any, scene: Scene, look: Look) -> Any:
    """The view of the drawing that stands in the map's place until the map is ready."""
    opens = sight(scene, look)
    return pydeck.ViewState(
        latitude=opens.latitude, longitude=opens.longitude, zoom=opens.zoom, min_zoom=4, max_zoom=12
    )


def rgb(colour: str, opacity: int = 255) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [opacity]
