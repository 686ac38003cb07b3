"""The floor: pages of static HTML with plotly.js, written once from the same answers, for a plain file server."""

from __future__ import annotations

import gzip
import json
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboards.content import CHOICES, MAPS, PAGES, Choice, choices, figures, given, parts
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

CHANGES = "-changes"  # the page with the pictures of other choices too; what is loaded has no more than it shows
STYLE = """body{font:16px/1.5 "Source Sans 3",sans-serif;color:#1d2528;background:#fdfcf9;margin:0 auto;
max-width:1100px;padding:2rem}h1,h3{font-family:serif}dl{display:flex;gap:2rem}dd{font-size:2rem;margin:0}
figure{margin:0 0 2rem}figcaption,dt{color:#5b6468;font-size:.9rem}"""
# A choice draws the pictures anew, and says their sentences.
SCRIPT = """const pages = JSON.parse(document.getElementById("figures").textContent);
const draw = (chosen, how) => document.querySelectorAll("figure").forEach((place, at) => {
  const each = pages[chosen][at];
  if (place.hidden = !each) return;
  place.querySelector("h3").textContent = each.question;
  place.querySelector("p").textContent = each.sentence;
  how(`f${at}`, each.data, each.layout, {displayModeBar: false, responsive: true});
});
draw(Object.keys(pages)[0], Plotly.newPlot);
const choice = document.getElementById("choice");
if (choice) choice.onchange = () => draw(choice.value, Plotly.react);"""


def described(page: str, choice: Choice) -> list[tuple[Answer, dict[str, Any]]]:
    """Each chart of a page as plotly.js takes it, and the map among them."""
    drawn = [(found, dict(draw(found, LIGHT))) for found, draw in parts(page, choice)]
    if page not in MAPS:
        return drawn
    found = answer(MAPS[page], given(MAPS[page], choice))
    return [*drawn, (found, atlas(found))]


def atlas(found: Answer) -> dict[str, Any]:
    """The map as filled lines and marks: what plotly.js draws without asking a host for tiles."""
    scene = towns(found, LIGHT)
    surfaces = [
        {
            "type": "scatter", "mode": "lines", "fill": "toself", "fillcolor": each.fill, "hoverinfo": "skip",
            "line": {"color": each.line, "width": each.width},
            "x": [at[0] for at in each.rings[0]], "y": [at[1] for at in each.rings[0]],
        }
        for each in scene.surfaces
    ]  # fmt: skip
    marks = {
        "type": "scatter", "mode": "markers", "text": [each.words for each in scene.circles], "hoverinfo": "text",
        "x": [each.at[0] for each in scene.circles], "y": [each.at[1] for each in scene.circles],
        "marker": {"color": [each.fill for each in scene.circles], "size": 8},
    }  # fmt: skip
    west, south, east, north = scene.bounds
    axis = {"visible": False, "fixedrange": True}
    shape = {**axis, "range": [south, north], "scaleanchor": "x", "scaleratio": 1.55}
    layout = {"height": 520, "showlegend": False, "xaxis": {**axis, "range": [west, east]}, "yaxis": shape}
    return {"data": [*surfaces, marks], "layout": layout}


def pages() -> dict[str, bytes]:
    """What the file server sends, by path."""
    script = Path(str(files("plotly").joinpath("package_data/plotly.min.js"))).read_bytes()
    loaded = {page: html(page, CHOICES if page == "peers" else CHOICES[:1]).encode() for page in (*PAGES, "map")}
    return {"plotly.js": script, **loaded, **{page + CHANGES: html(page, choices(page)).encode() for page in PAGES}}


def write(folder: Path) -> None:
    """The files, compressed as a static host keeps them."""
    folder.mkdir()
    for name, body in pages().items():
        (folder / name).write_bytes(gzip.compress(body, 6))


def html(page: str, choices: tuple[Choice, ...]) -> str:
    """The whole page: large figures, questions, sentences, sources, and the descriptions of the charts."""
    asked = {choice.key: described(page, choice) for choice in choices}
    top = "".join(f"<div><dt>{escape(said)}</dt><dd>{escape(value)}</dd></div>" for said, value in figures(page))
    body = "".join(
        f'<figure id=p{at}><h3>{escape(found.question)}</h3><p>{escape(found.sentence)}</p><div id="f{at}"></div>'
        f"<figcaption>{escape('; '.join(card.citation() for card in found.sources))}<br>"
        f"{'<br>'.join(map(escape, found.caveats))}</figcaption></figure>"
        for at, (found, _drawn) in enumerate(asked[choices[0].key])
    )
    options = "".join(f'<option value="{choice.key}">{choice.key}</option>' for choice in choices)
    select = f"<select id=choice>{options}</select>" if len(choices) > 1 else ""
    told = {
        key: [{**drawn, "question": found.question, "sentence": found.sentence} for found, drawn in shown]
        for key, shown in asked.items()
    }
    held = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{page}</title><style>{STYLE}</style>"
        f"<h1>{page.title()}</h1>{select}<dl>{top}</dl>{body}"
        f'<script type="application/json" id=figures>{held}</script>'
        f"<script src=/plotly.js></script><script>{SCRIPT}</script></html>"
    )
