"""The parts written for this program as HTML: drawings and tables whole, of the others what is seen of them first."""

from __future__ import annotations

import json
from html import escape
from typing import Any

LINK = (
    '<svg class="e-icon" viewBox="0 0 24 24"><path d="M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5"/>'
    '<path d="M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5"/></svg>'
)
HIDDEN = "aria-hidden=true"


def component(proto: Any) -> str | None:
    """Drawings, the map's and the table of targets as they are; of other small ones the link and the years show."""
    data = json.loads(proto.json or "{}")
    if proto.component_name == "stage":
        return str(data["svg"])
    if proto.component_name == "years":
        return years(data)
    if proto.component_name == "drawing":
        return of_drawing(data)
    if proto.component_name == "targets":
        return f'<div class="targets">{still(data["html"])}</div>'
    if proto.component_name == "copy_link":
        return f'<div class="e-copy" {HIDDEN}>{LINK}{escape(data["label"])}</div>'
    return ""


def of_drawing(data: dict[str, Any]) -> str:
    """A figure with its question and what stands below it, as `screen/drawing.js` puts it onto the page."""
    kind = escape(data["kind"], quote=True)
    parts = {"head": data["head"], f"drawing {kind}": data["svg"], "below": still(data["below"])}
    inside = "".join(f'<div class="{name}">{html}</div>' for name, html in parts.items())
    return f'<div class="figure">{inside}</div>'


def still(html: str) -> str:
    """The same with buttons that do nothing yet."""
    return html.replace('<button type="button"', f'<button type="button" tabindex="-1" {HIDDEN}')


def years(data: dict[str, Any]) -> str:
    """The year's slider and its button, as `screen/years.js` builds them."""
    at, last = data["years"].index(data["year"]), len(data["years"]) - 1
    ends = "".join(f"<span>{escape(data['labels'][end])}</span>" for end in (0, last))
    return (
        f'<div class="years" inert {HIDDEN}><div class="slide"><label>{escape(data["name"])}</label>'
        f'<output>{escape(data["labels"][at])}</output><input type="range" max="{last}" value="{at}">'
        f'<div class="ends">{ends}</div></div><button type="button">{escape(data["play"])}</button></div>'
    )
