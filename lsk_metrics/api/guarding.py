"""Says with every answer what a browser may do with it, whoever gave the answer: pages, data, files, refusals."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsk_metrics.api import policy

# A program that a worker runs obeys the policy it came with, not that of the page that began it.
PAGES = ("text/html", "text/javascript", "application/javascript")


class Guarding:
    """Adds headers to the beginning of each answer; what follows is passed on as it comes, and so is a WebSocket.

    An answer that brings a policy of its own, such as a show, keeps it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, words in policy.ALWAYS.items():
                    headers.setdefault(name, words)
                if "content-security-policy" not in headers:
                    is_page = headers.get("content-type", "").startswith(PAGES)
                    headers["Content-Security-Policy"] = policy.page(policy.shells()) if is_page else policy.still()
            await send(message)

        await self.app(scope, receive, telling if scope["type"] == "http" else send)
