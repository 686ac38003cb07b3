"""Figures for other sites: a page for each answer that may stand in a frame."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from lsk_metrics.api import policy
from lsk_metrics.api.front import language_of
from lsk_metrics.api.present import refused
from lsk_metrics.errors import LskError
from lsk_metrics.exports.embedded import POLICY, embedded
from lsk_metrics.indicators import answer, kept
from lsk_metrics.language import use


async def embed(request: Request) -> HTMLResponse:
    """The figure; its parameters have the names that the command line gives them."""
    lang, name = language_of(request), request.path_params["indicator"]
    status, html = await run_in_threadpool(shown, lang, name, dict(request.query_params))
    said = f"{POLICY}; {policy.ancestors()}"
    return HTMLResponse(html, status, {"Content-Security-Policy": said, "Cache-Control": "no-cache"})


def shown(lang: str, name: str, said: dict[str, str]) -> tuple[int, str]:
    use(lang)
    snapshot = said.get("snapshot", "")
    given = {key: text for key, text in said.items() if key not in ("lang", "snapshot", "embed")}
    home = "/explore?" + urlencode({"indicator": name, "lang": lang, **({"snapshot": snapshot} if snapshot else {})})
    try:
        version = kept.meant(snapshot or "current").id
        return 200, embedded(answer(name, given, version), home, letters())
    except LskError as reason:
        return 400, refused(reason, lang)


@cache
def letters() -> str:
    """The address of the typeface that comes with Streamlit's own page; empty where a version of it has none."""
    media = Path(str(files("streamlit").joinpath("static/static/media")))
    found = sorted(media.glob("SourceSansVF-Upright*.woff2"))
    return f"/static/media/{found[0].name}" if found else ""
