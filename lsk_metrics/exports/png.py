"""A drawing as PNG: typst sets the SVG in the typeface that is installed with the program, and in no other."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from lsk_metrics.errors import FigureUnknown
from lsk_metrics.exports.typeface import fonts

# One pixel of the SVG is one point of the page, and a page of 72 points an inch has as many dots.
POINTS = 72
PAGE = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("drawing.svg", width: {width}pt)'
WIDTH = re.compile(r'<svg [^>]*?\bwidth="([\d.]+)"')


def png(svg: str, scale: float = 2.0) -> bytes:
    """The picture with `scale` dots for each pixel of the SVG; equal drawings give equal bytes.

    Raises FigureUnknown for a drawing that does not say its width.
    """
    import typst

    said = WIDTH.match(svg)
    if not said:
        raise FigureUnknown("a drawing without a width")
    with TemporaryDirectory() as folder:
        Path(folder, "drawing.svg").write_text(svg, encoding="utf-8")
        page = Path(folder, "page.typ")
        page.write_text(PAGE.format(width=said[1]), encoding="utf-8")
        return bytes(
            typst.compile(
                page,
                root=Path(folder),
                format="png",
                ppi=POINTS * scale,
                font_paths=[fonts()],
                ignore_system_fonts=True,
            )
        )
