"""The house's letters, Source Sans: where they are, which there are, and how a file of its own carries them."""

from __future__ import annotations

import struct
from base64 import b64encode
from functools import cache
from pathlib import Path

FAMILY = "Source Sans Pro"
LACKING = "?"
WEIGHTS = {400: "Regular", 600: "Semibold"}
# The table of letters that reaches beyond the first 65,536 of Unicode.
WHOLE = 12


@cache
def fonts() -> Path:
    """The folder of Source Sans, which the wheel carries under the SIL Open Font Licence."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.__file__).parent / "files"


@cache
def letters() -> frozenset[str]:
    """Every letter of the regular weight, as its own table (cmap) lists them in runs of code points."""
    held = Path(fonts(), "SourceSansPro-Regular.ttf").read_bytes()
    tables = struct.unpack_from(">H", held, 4)[0]
    [start] = [place for tag, _sum, place, _long in struct.iter_unpack(">4sIII", held[12 : 12 + 16 * tables])
               if tag == b"cmap"]  # fmt: skip
    ways = struct.unpack_from(">H", held, start + 2)[0]
    listed = struct.iter_unpack(">HHI", held[start + 4 : start + 4 + 8 * ways])
    places = [start + off for _platform, _code, off in listed]
    at = next(place for place in places if struct.unpack_from(">H", held, place)[0] == WHOLE)
    runs = struct.unpack_from(">I", held, at + 12)[0]
    found = struct.iter_unpack(">III", held[at + 16 : at + 16 + 12 * runs])
    return frozenset(chr(code) for first, last, _glyph in found for code in range(first, last + 1))


def shown(text: str) -> str:
    """Text in letters that the typeface has; one it lacks is seen to be lacking, never left out."""
    return "".join(each if each in letters() or each in "\n\t" else LACKING for each in text)


@cache
def faces() -> str:
    """The rules of a style sheet with the letters themselves in them, some 600 kB; no address is asked for them."""
    return "".join(face(weight, name) for weight, name in WEIGHTS.items())


def face(weight: int, name: str) -> str:
    held = b64encode((fonts() / f"SourceSansPro-{name}.otf").read_bytes()).decode("ascii")
    heavy = f"{weight} 900" if weight == max(WEIGHTS) else str(weight)
    source = f'url("data:font/otf;base64,{held}") format("opentype")'
    return f'@font-face{{font-family:"Source Sans";font-weight:{heavy};src:{source}}}'
