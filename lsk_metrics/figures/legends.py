"""What the colours and sizes of a map stand for, as HTML: for pages, the show and frames in other sites."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsk_metrics.figures.scene import Scene


def html(drawn: Scene) -> str:
    """A list with a patch of each colour, and the map's note below it; texts are escaped."""
    listed = "".join(
        f'<li><span class="swatch" style="background:{key.fill}"></span>{escape(key.words)}'
        f"{f' <b>{escape(key.figure)}</b>' if key.figure else ''}</li>"
        for key in drawn.keys
    )
    note = f'<p class="scale">{escape(drawn.note)}</p>' if drawn.note else ""
    return f'<ul class="legend">{listed}</ul>{note}'
