"""The program of the pages as the browser gets it: each file compressed once, and kept by the browser for good."""

import gzip
import mimetypes
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

# Names of these files carry a checksum of what is in them: another version has another name.
KEPT = "public, immutable, max-age=31536000"
COMPRESSED = {".js", ".css", ".json", ".svg", ".map"}


async def asset(request: Request) -> Response:
    """A file of Streamlit's. Left alone it is sent as it lies on the disk: the program would be four times as large."""
    path = request.path_params["path"]
    held = await run_in_threadpool(packed, path)
    if held is None:
        return PlainTextResponse("There is no such file.", 404, {"Cache-Control": "no-store"})
    body, kind, is_small = held
    headers = {"Cache-Control": KEPT, "Vary": "Accept-Encoding"}
    if is_small:
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(body, media_type=kind, headers={**headers, "Content-Encoding": "gzip"})
        body = await run_in_threadpool(gzip.decompress, body)
    return Response(body, media_type=kind, headers=headers)


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
