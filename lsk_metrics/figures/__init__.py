"""Figures: an answer drawn. Every function takes (answer, look) and knows nothing of the screen it will be on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from lsk_metrics.figures.description import Description
from lsk_metrics.figures.drawing import drawn
from lsk_metrics.figures.pictures import picture, standalone
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import Look
from lsk_metrics.indicators import Answer

Figure: TypeAlias = "Description | Scene"
Draw: TypeAlias = "Callable[[Answer, Look], Figure]"

__all__ = ["Answer", "Description", "Draw", "Figure", "Look", "Scene", "drawn", "picture", "standalone"]
