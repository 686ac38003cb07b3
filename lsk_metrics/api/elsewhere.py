"""A file for a session that another server has: it is not found here, so that a proxy asks the next one."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

CHANGING = ("PUT", "DELETE")
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+")


class Elsewhere:
    """Streamlit answers 400, which no proxy takes for “try another one”; 404 it does, as for files to be downloaded."""

    def __init__(self, app: ASGIApp, has: Callable[[str], bool]) -> None:
        self.app, self.has = app, has

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = UPLOAD.fullmatch(scope["path"]) if scope["type"] == "http" and scope["method"] in CHANGING else None
        if found is None or self.has(found[1]):
            await self.app(scope, receive, send)
        else:
            await Response(status_code=404, headers={"Cache-Control": "no-store"})(scope, receive, send)
