"""Says with every answer what a browser may do with it, whoever gave the answer: pages, data, files, refusals."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsk_metrics.api import policy

# A program that a worker runs obeys the policy it came with, not that of the page that began it.
PAGES = ("text/html", "text/javascript", "application/javascript")
COOKIE = b"set-cookie"


class Guarding:
    """Adds headers to the beginning of each answer; what follows is passed on as it comes, and so is a WebSocket.

    An answer that brings a policy of its own, such as a show, keeps it. Over https, cookies go back over https alone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                if is_secure(scope):
                    message["headers"] = [kept_secure(*each) for each in message["headers"]]
                headers = MutableHeaders(scope=message)
                for name, words in policy.ALWAYS.items():
                    headers.setdefault(name, words)
                if "content-security-policy" not in headers:
                    is_page = headers.get("content-type", "").startswith(PAGES)
                    headers["Content-Security-Policy"] = policy.page(policy.shells()) if is_page else policy.still()
            await send(message)

        await self.app(scope, receive, telling if scope["type"] == "http" else send)


def is_secure(scope: Scope) -> bool:
    """Whether the reader came by https: to this server, or to the one before it that says so.

    Who says so without need makes only their own cookies stricter.
    """
    return scope.get("scheme") == "https" or Headers(scope=scope).get("x-forwarded-proto", "").lower() == "https"


def kept_secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_bare = name.lower() == COOKIE and not any(part.strip().lower() == b"secure" for part in value.split(b";"))
    return name, value + b"; Secure" if is_bare else value
