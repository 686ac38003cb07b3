"""The floor: a page of static HTML with plotly.js, made once from the same answers; nothing runs on the server."""

from __future__ import annotations

import gzip
import json
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboards.content import CHOICES, HEADLINES, MAPS, PAGES, parts
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.records import claim

STYLE = """body{font:16px/1.5 "Source Sans 3",sans-serif;color:#1d2528;background:#fdfcf9;margin:0 auto;max-width:1100px;
padding:2rem}h1,h3{font-family:serif}dl{display:flex;gap:2rem}dd{font-size:2rem;margin:0}figure{margin:0 0 2rem}
figcaption,dt{color:#5b6468;font-size:.9rem}"""
# One picture after the other, as plotly.js draws them; a choice draws those that depend on it anew.
SCRIPT = """const pages = JSON.parse(document.getElementById("figures").textContent);
const draw = (chosen, how) => Promise.all(pages[chosen].map(
  (each, at) => how(`f${at}`, each.data, each.layout, {displayModeBar: false, responsive: true})));
draw(Object.keys(pages)[0], Plotly.newPlot).then(() => { window.drawn = performance.now(); });
const choice = document.getElementById("choice");
if (choice) choice.onchange = () => {
  const begun = performance.now();
  draw(choice.value, Plotly.react).then(() => requestAnimationFrame(
    () => requestAnimationFrame(() => { window.changed = performance.now() - begun; })));
};"""


def figures(page: str, chosen: str) -> list[dict[str, Any]]:
    drawn: list[dict[str, Any]] = [dict(draw(answer(name, given), LIGHT)) for name, draw, given in parts(page, chosen)]
    return [*drawn, atlas(MAPS[page])] if page in MAPS else drawn


def atlas(name: str) -> dict[str, Any]:
    """The map as filled lines and marks: what plotly.js draws without asking a host for tiles."""
    scene = towns(answer(name), LIGHT)
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


def html(page: str) -> str:
    """The whole page: headlines, questions, sentences, and the descriptions of the charts."""
    chosen = CHOICES if page == "peers" else CHOICES[:1]
    asked = [(answer(name, given), at) for at, (name, _draw, given) in enumerate(parts(page))]
    if page in MAPS:
        asked.append((answer(MAPS[page]), len(asked)))
    top = "".join(
        f"<div><dt>{escape(found.text())}</dt><dd>{escape(found.figure())}</dd></div>"
        for found in (claim(name, asked[0][0].snapshot) for name in HEADLINES.get(page, []))
    )
    body = "".join(
        f'<figure><h3>{escape(found.question)}</h3><p>{escape(found.sentence)}</p><div id="f{at}"></div>'
        f"<figcaption>{escape('; '.join(card.citation() for card in found.sources))}<br>"
        f"{'<br>'.join(map(escape, found.caveats))}</figcaption></figure>"
        for found, at in asked
    )
    options = "".join(f"<option value={name}>{name}</option>" for name in chosen)
    select = f"<select id=choice>{options}</select>" if len(chosen) > 1 else ""
    told = json.dumps({name: figures(page, name) for name in chosen}, ensure_ascii=False).replace("</", "<\\/")
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{page}</title><style>{STYLE}</style>"
        f"<h1>{page.title()}</h1>{select}<dl>{top}</dl>{body}"
        f'<script type="application/json" id=figures>{told}</script>'
        f"<script src=/plotly.js></script><script>{SCRIPT}</script></html>"
    )


def application() -> Starlette:
    """The floor's pages and plotly.js, compressed once, kept by the browser as any static host would have it."""
    script = Path(str(files("plotly").joinpath("package_data/plotly.min.js"))).read_bytes()
    held = {f"/{page}": (html(page).encode(), "text/html") for page in PAGES}
    held["/plotly.js"] = (script, "text/javascript")
    packed = {path: (gzip.compress(body, 6), kind) for path, (body, kind) in held.items()}

    async def get(request: Request) -> Response:
        body, kind = packed[request.url.path]
        kept = "public, max-age=31536000, immutable" if kind == "text/javascript" else "no-cache"
        return Response(body, media_type=kind, headers={"Content-Encoding": "gzip", "Cache-Control": kept})

    return Starlette(routes=[Route(path, get) for path in packed])


if __name__ == "__main__":
    import sys

    import uvicorn

    uvicorn.run(application(), port=int(sys.argv[1]), log_level="warning")
