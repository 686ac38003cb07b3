"""The file of a show: its screens, their style and the few keys that move them, all in one HTML page."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics.exports.present.screens import LONG, LONGEST, Screen, screens
from lsk_metrics.exports.typeface import faces
from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Review

# Nothing is asked of any host, this one included: the file says so itself, and a browser holds it to that.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src {script}; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def show_file(review: Review, back: str = "") -> bytes:
    """The show in the language spoken; equal reviews give equal bytes.

    back: the address that Escape leads to, if any.
    """
    shown = list(screens(review))
    parts = "".join(section(each, at, len(shown)) for at, each in enumerate(shown, 1))
    words = {
        "notes": _("Notes"),
        "next": _("Next"),
        "end": _("The last screen"),
        "back": back,
        "elapsed": _("Time since the start"),
    }
    told = "".join(f' data-{name}="{escape(text)}"' for name, text in words.items())
    html = (
        f'<!doctype html><html lang="{spoken()}"><head><meta charset="utf-8"><title>{escape(review.title)}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f"<style>{faces()}{resource('show.css')}</style></head>"
        f'<body{told}><main>{parts}</main>{buttons()}<div class="progress" aria-hidden="true"><i></i></div>'
        f'<p class="aloud" role="status"></p><script>{resource("show.js")}</script></body></html>\n'
    )
    return html.encode("utf-8")


def section(screen: Screen, at: int, of: int) -> str:
    """One screen; its heading is the claim, set smaller the longer it is."""
    size = " longest" if len(screen.claim) > LONGEST else " long" if len(screen.claim) > LONG else ""
    question = f'<p class="question">{escape(screen.question)}</p>' if screen.question else ""
    level = "h1" if screen.kind == "title" else "h2"
    place = _("{at} of {of}").format(at=at, of=of)
    return (
        f'<section class="{screen.kind}{size}" id="s{at}" aria-label="{escape(place)}" tabindex="-1">'
        f"<header>{question}<{level}>{escape(screen.claim)}</{level}></header>{screen.body}"
        f'<p class="place">{escape(place)}</p><aside hidden>{screen.notes}</aside></section>'
    )


def buttons() -> str:
    """For a hand on the glass or a mouse: to either side, seen once the pointer moves."""
    before, after = escape(_("Previous screen")), escape(_("Next screen"))
    arrow = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{way}"/></svg>'
    return (
        f'<nav><button type="button" data-go="-1" aria-label="{before}">{arrow.format(way="M15 4 7 12l8 8")}</button>'
        f'<button type="button" data-go="1" aria-label="{after}">{arrow.format(way="m9 4 8 8-8 8")}</button></nav>'
    )


@cache
def policy() -> str:
    """What the file may do: run its own script, known by its checksum, and show what it holds."""
    known = b64encode(sha256(resource("show.js").encode("utf-8")).digest()).decode("ascii")
    return POLICY.format(script=f"'sha256-{known}'")


@cache
def resource(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
