"""Figures: an answer drawn. Every function takes (answer, look) and knows nothing of the screen it will be on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import Look
from lsk_metrics.indicators import Answer

if TYPE_CHECKING:
    import plotly.graph_objects as go

Figure: TypeAlias = "go.Figure | Scene"
Draw: TypeAlias = "Callable[[Answer, Look], Figure]"

__all__ = ["Answer", "Draw", "Figure", "Look", "Scene"]
