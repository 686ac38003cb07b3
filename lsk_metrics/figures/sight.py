"""The map as it opens: its middle, its zoom and its letters, the same for the deck and for the drawing before it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsk_metrics.figures.scene import Name, Position, Scene
    from lsk_metrics.figures.theme import Look

HEIGHT, METRES_A_DEGREE = 430, 111_320
TILE = 512  # pixels the whole world is wide at zoom 0


@dataclass(frozen=True)
class Sight:
    """Where a map opens, in degrees and as the zoom of web maps; positions in pixels from its middle."""

    longitude: float
    latitude: float
    zoom: float

    @property
    def scale(self) -> float:
        """Pixels a degree of longitude."""
        return float(TILE * 2**self.zoom / 360)

    def at(self, position: Position) -> tuple[float, float]:
        east, north = position
        return (east - self.longitude) * self.scale, (mercator(self.latitude) - mercator(north)) * self.scale

    def length(self, metres: float, latitude: float) -> float:
        """Pixels."""
        return metres / METRES_A_DEGREE / math.cos(math.radians(latitude)) * self.scale


@dataclass(frozen=True)
class Lettering:
    """How a name is written: its middle, pixels below that, its size in pixels and how opaque the ground behind it."""

    at: Position
    below: int
    size: float
    colour: str
    opacity: int


def sight(scene: Scene, look: Look) -> Sight:
    """What holds all that must be seen at the map's height, and on a narrow page at its width; Web Mercator."""
    west, south, east, north = scene.bounds
    tall = (north - south) / math.cos(math.radians((north + south) / 2))
    width = 340 if look.narrow else 620
    zoom = min(math.log2((HEIGHT - 30) * 360 / (TILE * tall)), math.log2(width * 360 / (TILE * (east - west))))
    return Sight((west + east) / 2, (north + south) / 2, zoom)


def lettering(name: Name, look: Look) -> Lettering:
    """A name below its circle, or in the middle of its tile. Lines of the ground do not run through letters."""
    below = 1 if name.shift else 0
    small = 9.5 if look.narrow else 11.5
    size = 14 if name.strong and not look.narrow else 13 if below else 12 if name.strong else small
    at = (name.at[0], name.at[1] - name.shift / METRES_A_DEGREE)
    return Lettering(at, 12 * below, size, name.colour or look.ink, 170 * below)


@lru_cache(maxsize=16384)  # the same borders are drawn again and again
def mercator(latitude: float) -> float:
    """Degrees to the north on a Web Mercator sheet whose degrees to the east are 1."""
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))
