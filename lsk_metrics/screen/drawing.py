"""A figure drawn on the server and put onto the page with its words as it is: read at once, pointed at, clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from lsk_metrics.screen.heard import heard

# Streamlit's own ways to show an SVG strip it or shut it off from the page's fonts. The text in it is escaped.
# A mark says what it stands for beside the pointer; of points the nearest is meant, as in an interactive chart. What
# stands above and below is in the same element: there are fewer to send and to place, and all of it changes at once.
_drawing = st.components.v2.component(
    "drawing", js=Path(__file__).with_name("drawing.js").read_text(encoding="utf-8"), isolate_styles=False
)


@dataclass(frozen=True)
class Drawn:
    """A picture as SVG, of a kind, chart or map, that says how it is laid out; and HTML of ours above and below it.

    All are made by this program. `chosen` is called with the code of the mark that was clicked, before the page runs
    again, and so is `enter` with the name of the door.
    """

    svg: str = ""
    head: str = ""
    kind: str = "chart"
    below: str = ""
    chosen: Callable[[str], None] | None = None
    enter: Callable[[str], None] | None = None

    def told(self) -> dict[str, str | bool]:
        """What the browser is told of it."""
        clicks = self.chosen is not None
        return {"head": self.head, "svg": self.svg, "kind": self.kind, "below": self.below, "clicks": clicks}


def place(drawn: Drawn, key: str) -> str:
    """Put it onto the page; the door below it that a reader has entered just now, or nothing."""

    def clicked() -> None:
        if drawn.chosen and (code := heard(key, "chosen")):
            drawn.chosen(code)

    def entered() -> None:
        if drawn.enter and (door := heard(key, "door")):
            drawn.enter(door)

    told = _drawing(
        data=drawn.told(),
        key=key,
        on_chosen_change=clicked,
        on_door_change=entered,
    )
    return str(told.door or "")
