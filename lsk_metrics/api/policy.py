"""What a browser may do with each thing the application sends: one policy a kind of answer, as strict as it can be.

Why it is not stricter is told in docs/trust_access.md, line by line as it was tried in a browser.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from lsk_metrics.figures.deck import STREET_HOSTS

SETTING = "LSK_EMBED_ORIGINS"
ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?")
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)

# With every answer, whatever it is. The show asks for the whole screen, the button “Copy link” for the clipboard.
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), clipboard-read=(), clipboard-write=(self)",
}
# Data, pictures and files: they run nothing. A drawing brings its style and its letters.
STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def page(scripts: Iterable[str] = ()) -> str:
    """For a page of the dashboard; of scripts written into it only these run."""
    streets = " ".join(STREET_HOSTS)
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' blob: 'wasm-unsafe-eval'", *map(checksum, scripts)]),
            "worker-src blob:",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            f"img-src 'self' data: {streets}",
            f"connect-src 'self' {streets}",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            ancestors(),
        ]
    )


def still() -> str:
    return f"{STILL}; {ancestors()}"


def checksum(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode('ascii')}'"


def inline(html: str) -> list[str]:
    """The scripts that are written into a page, as a browser takes their checksums."""
    return INLINE.findall(html)


@cache
def shells() -> list[str]:
    """Those of Streamlit's own page, which stands under addresses that have no page."""
    return inline(files("streamlit").joinpath("static/index.html").read_text(encoding="utf-8"))


def origins() -> list[str]:
    """The sites that may show pages in a frame, as the setting names them; what is no origin is passed over."""
    return [each for each in os.environ.get(SETTING, "").replace(",", " ").split() if ORIGIN.fullmatch(each)]


def ancestors() -> str:
    return " ".join(["frame-ancestors 'self'", *origins()])
