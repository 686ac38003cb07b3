"""The few icons of the pages as drawings: Streamlit's own are letters of a font that comes late."""

import json
from functools import cache
from pathlib import Path


@cache
def shapes() -> dict[str, str]:
    """Outlines by name, from Material Symbols Rounded (Apache 2.0), in units of 1/960 of the letter."""
    found: dict[str, str] = json.loads(Path(__file__).with_name("icons.json").read_text(encoding="utf-8"))
    return found


def icon(name: str) -> str:
    """The icon as large as the text around it; of one that is not known, its room."""
    name = name.removeprefix(":material/").removesuffix(":")
    path = f'<path d="{shapes()[name]}"/>' if name in shapes() else ""
    return (
        f'<svg class="e-icon" viewBox="0 -960 960 960" aria-hidden="true"><g transform="scale(1 -1)">{path}</g></svg>'
    )
