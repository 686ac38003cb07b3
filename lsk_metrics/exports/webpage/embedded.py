"""What the page carries in itself: its style, its script, the typeface, and plotly.js, packed until it is asked for."""

from __future__ import annotations

import gzip
from base64 import b64encode
from dataclasses import fields
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from lsk_metrics.errors import ExportRefused
from lsk_metrics.exports.typeface import faces
from lsk_metrics.figures.theme import DARK, LIGHT, Look

HERE = Path(__file__).parent


@cache
def style() -> str:
    """Colours of both looks as the theme has them, the typeface, and the layout."""
    return "\n".join([
        faces(),
        f":root {{ {colours(LIGHT)} }}",
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {colours(DARK)} }} }}",
        (HERE / "page.css").read_text(encoding="utf-8"),
    ])  # fmt: skip


def colours(look: Look) -> str:
    """Each colour of a look by its name."""
    named = {each.name: getattr(look, each.name) for each in fields(look)}
    return " ".join(f"--{name}: {value};" for name, value in named.items() if str(value).startswith("#"))


@cache
def script() -> str:
    return (HERE / "page.js").read_text(encoding="utf-8")


@cache
def library() -> bytes:
    """plotly.js, read as a file of the package `plotly`, which is not run. Raises ExportRefused."""
    found = find_spec("plotly")
    file = Path(found.origin).parent / "package_data" / "plotly.min.js" if found and found.origin else None
    if file is None or not file.is_file():
        raise ExportRefused("The web page needs plotly.min.js of the package “plotly”, which is not installed.")
    return file.read_bytes()


def packed(held: bytes) -> str:
    """In a form that a browser does not read until it is unpacked: gzip without a time, as letters."""
    return b64encode(gzip.compress(held, 9, mtime=0)).decode("ascii")


@cache
def packed_library() -> str:
    return packed(library())


def policy() -> str:
    """What the page may load: nothing. It may run its own script and the library, known by their checksums."""
    known = " ".join(f"'sha256-{b64encode(sha256(held).digest()).decode()}'" for held in (script().encode(), library()))
    return (
        f"default-src 'none'; script-src {known}; style-src 'unsafe-inline'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
