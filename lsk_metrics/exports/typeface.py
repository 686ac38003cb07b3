"""The house's letters inside a file of its own: Source Sans, so that words are as long as drawings take them to be."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

from lsk_metrics.exports.png import fonts

WEIGHTS = {400: "Regular", 600: "Semibold"}


@cache
def faces() -> str:
    """The rules of a style sheet with the letters themselves in them, some 600 kB; no address is asked for them."""
    return "".join(face(weight, name) for weight, name in WEIGHTS.items())


def face(weight: int, name: str) -> str:
    letters = b64encode((fonts() / f"SourceSansPro-{name}.otf").read_bytes()).decode("ascii")
    heavy = f"{weight} 900" if weight == max(WEIGHTS) else str(weight)
    source = f'url("data:font/otf;base64,{letters}") format("opentype")'
    return f'@font-face{{font-family:"Source Sans";font-weight:{heavy};src:{source}}}'
