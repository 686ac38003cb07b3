"""The program of the pages as the browser gets it: each file compressed once, and kept by the browser for good."""

import gzip
import mimetypes
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

PREFIX = "/static/"
# Names of these files carry a checksum of what is in them: another version has another name.
KEPT = "public, immutable, max-age=31536000"
COMPRESSED = {".js", ".css", ".json", ".svg", ".map"}


class Assets:
    """Answers for Streamlit's files. Left alone they are sent as they lie on the disk, four times as large."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].startswith(PREFIX)
        held = await run_in_threadpool(packed, scope["path"].removeprefix(PREFIX)) if asked else None
        if held is None:
            await self.app(scope, receive, send)
            return
        body, kind, is_small = held
        headers = {"Cache-Control": KEPT, "Vary": "Accept-Encoding"}
        if is_small and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        elif is_small:
            body = await run_in_threadpool(gzip.decompress, body)
        await Response(body, media_type=kind, headers=headers)(scope, receive, send)


@lru_cache(maxsize=512)
def packed(path: str) -> tuple[bytes, str, bool] | None:
    """The file's bytes, its kind, and whether they are compressed; None for what is not there or lies elsewhere."""
    root = Path(str(files("streamlit").joinpath("static/static"))).resolve()
    found = (root / path).resolve()
    if not found.is_relative_to(root) or not found.is_file():
        return None
    kind = "text/javascript" if found.suffix == ".js" else mimetypes.guess_type(found.name)[0]
    body, is_small = found.read_bytes(), found.suffix in COMPRESSED
    return gzip.compress(body, 6, mtime=0) if is_small else body, kind or "application/octet-stream", is_small
