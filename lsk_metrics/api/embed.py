"""Figures for other sites: a page for each answer that may stand in a frame, and who may frame what."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsk_metrics.api.front import language_of
from lsk_metrics.api.present import refused
from lsk_metrics.errors import LskError
from lsk_metrics.exports.embedded import POLICY, embedded
from lsk_metrics.indicators import answer, kept
from lsk_metrics.language import use

SETTING = "LSK_EMBED_ORIGINS"
ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?")


async def embed(request: Request) -> HTMLResponse:
    """The figure; its parameters have the names that the command line gives them."""
    lang, name = language_of(request), request.path_params["indicator"]
    status, html = await run_in_threadpool(shown, lang, name, dict(request.query_params))
    policy = f"{POLICY}; {ancestors()}"
    return HTMLResponse(html, status, {"Content-Security-Policy": policy, "Cache-Control": "no-cache"})


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


def origins() -> list[str]:
    """The sites that may show pages in a frame, as the setting names them; what is no origin is passed over."""
    return [each for each in os.environ.get(SETTING, "").replace(",", " ").split() if ORIGIN.fullmatch(each)]


def ancestors() -> str:
    return " ".join(["frame-ancestors 'self'", *origins()])


class Framing:
    """Says with every page who may show it in a frame: this site, and those of the setting."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.setdefault("Content-Security-Policy", ancestors())
            await send(message)

        await self.app(scope, receive, telling if scope["type"] == "http" else send)
