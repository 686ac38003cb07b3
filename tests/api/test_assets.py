"""The program of the pages: sent small, kept by the browser for good, and nothing else from the disk."""

import gzip
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from streamlit.starlette import App

from lsk_metrics import api
from lsk_metrics.paths import house

Get = Callable[..., Any]
STATIC = Path(str(files("streamlit").joinpath("static/static")))
SCRIPT = next(path for path in sorted((STATIC / "js").glob("index.*.js")))


def test_a_script_is_sent_compressed_and_kept_for_good(get: Get) -> None:
    answered = get(f"/static/js/{SCRIPT.name}", accept_encoding="gzip, deflate, br")
    assert answered.status == 200
    assert answered.headers["content-encoding"] == "gzip"
    assert answered.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert answered.headers["content-type"].startswith("text/javascript")
    assert gzip.decompress(answered.body) == SCRIPT.read_bytes()
    assert len(answered.body) < 0.4 * SCRIPT.stat().st_size


def test_who_cannot_read_compressed_files_gets_the_script_as_it_is(get: Get) -> None:
    answered = get(f"/static/js/{SCRIPT.name}")
    assert "content-encoding" not in answered.headers
    assert answered.body == SCRIPT.read_bytes()
    assert answered.headers["vary"] == "Accept-Encoding"


def test_a_font_is_sent_as_it_is(get: Get) -> None:
    font = next(path for path in sorted((STATIC / "media").glob("*.woff2")))
    answered = get(f"/static/media/{font.name}", accept_encoding="gzip")
    assert (answered.status, answered.body) == (200, font.read_bytes())
    assert "content-encoding" not in answered.headers


@pytest.mark.parametrize(
    "path", ["/static/nothing.js", "/static/../index.html", "/static/../../__init__.py", "/static/js", "/static/%2e%2e"]
)
def test_whatever_else_is_asked_for_is_left_to_streamlit(get: Get, path: str) -> None:
    """Here nothing stands behind these routes, so it is not found."""
    assert get(path, accept_encoding="gzip").status == 404


def test_the_dashboard_takes_these_routes_and_this_middleware() -> None:
    """Streamlit refuses routes below addresses it keeps for itself; it says so before it serves."""
    App(house() / "app.py", routes=api.routes(), middleware=api.middleware())
