"""What a map shows, described once: surfaces, circles and names; a deck and an SVG are drawn from it alike."""

from __future__ import annotations

from dataclasses import dataclass, field

Position = tuple[float, float]
Rings = tuple[tuple[Position, ...], ...]


@dataclass(frozen=True)
class Surface:
    """A filled outline. Rings in degrees, longitude first; `place` is what is chosen by choosing it, if anything."""

    rings: Rings
    fill: str
    line: str
    width: float = 1.0
    place: str = ""
    words: str = ""


@dataclass(frozen=True)
class Circle:
    """A disc on the ground; radius in metres, so that its area stands for its value."""

    at: Position
    radius: float
    fill: str
    place: str
    words: str
    hatched: bool = False


@dataclass(frozen=True)
class Name:
    """A name below (or, with shift 0, on) a position; shift in metres to the south."""

    at: Position
    text: str
    shift: float = 0.0
    strong: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Key:
    """One line of the legend: a colour, what it stands for, and a figure to go with it."""

    fill: str
    words: str
    figure: str = ""


@dataclass(frozen=True)
class Scene:
    """All of a map, from the ground up. Bounds: west, south, east, north of what must be seen, in degrees."""

    bounds: tuple[float, float, float, float]
    surfaces: list[Surface] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    note: str = ""
