"""Shows and figures for other sites cost as much as data: as many requests a client as the data routes allow."""

from __future__ import annotations

import time
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsk_metrics.api.data import limits
from lsk_metrics.api.front import language_of
from lsk_metrics.language import gettext as _
from lsk_metrics.language import use

PACED = ("/present", "/embed/")


class Pacing:
    """Refuses with 429 what comes too often; the same settings as for the data, counted apart."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.buckets = app, limits.settings()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_paced = scope["type"] == "http" and scope["path"].startswith(PACED)
        left = self.buckets.taken((scope.get("client") or ("",))[0], time.monotonic()) if is_paced else None
        if left is None:
            await self.app(scope, receive, send)
            return
        said = self.buckets.headers(left)
        if not left.allowed:
            html = await run_in_threadpool(too_often, language_of(Request(scope)))
            await HTMLResponse(html, 429, {**said, "Cache-Control": "no-store"})(scope, receive, send)
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(said)
            await send(message)

        await self.app(scope, receive, telling)


def too_often(lang: str) -> str:
    use(lang)
    words = escape(_("Wait as long as Retry-After says, then ask again."))
    return f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>LSK Metrics</title><p>{words}</p></html>'
