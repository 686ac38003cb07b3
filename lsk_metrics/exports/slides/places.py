"""Where things stand on a slide, once for master, layouts and what is put on them; all in points of a 16:9 sheet."""

from __future__ import annotations

from typing import NamedTuple

from lsk_metrics.exports.slides.ink import POINT


class Box(NamedTuple):
    """Points from the left and from the top, and how wide and tall."""

    left: float
    top: float
    wide: float
    tall: float

    def emu(self) -> tuple[int, int, int, int]:
        left, top, wide, tall = (round(each * POINT) for each in self)
        return left, top, wide, tall

    def xfrm(self, tag: str = "a") -> str:
        left, top, wide, tall = self.emu()
        return f'<{tag}:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{tall}"/></{tag}:xfrm>'


WIDE, TALL = 960.0, 540.0
EDGE = 43.0
ROOM = WIDE - 2 * EDGE
TITLE = Box(EDGE, 50, ROOM, 92)
QUESTION = Box(EDGE, 23, ROOM - 130, 24)
BADGE = Box(WIDE - EDGE - 118, 24, 118, 23)
FIGURE = Box(EDGE, 146, ROOM, 288)
FACTS = Box(EDGE, 438, ROOM, 58)
SHORT_TITLE = Box(EDGE, 50, ROOM, 40)
BODY = Box(EDGE, 106, ROOM, 386)
MAP = Box(EDGE, 146, 524, 288)
KEYS = Box(EDGE + 548, 150, ROOM - 548, 284)
RULE = 500.0
FOOTER = Box(EDGE, 505, ROOM - 90, 20)
NUMBER = Box(WIDE - EDGE - 80, 505, 80, 20)
# The opening slide.
COVER_TITLE = Box(EDGE + 22, 150, ROOM - 60, 130)
COVER_MARK = Box(EDGE + 22, 292, 72, 4)
COVER_WORDS = Box(EDGE + 22, 308, ROOM - 60, 90)
COVER_NOTE = Box(EDGE + 22, 408, ROOM - 60, 44)
COVER_FOOT = Box(EDGE + 22, 486, ROOM - 60, 24)
# Sizes of type: what a room must read, and what the last line under a figure may have.
TITLES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0, 15.0, 14.0)
READ, SMALL, LEAST = 14.0, 12.0, 11.0
