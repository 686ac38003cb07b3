"""Where figures are asked for ahead of their page: an answer, or none, and everything else goes on to the next."""

from collections.abc import Mapping

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from lsk_metrics.api.ahead import Ahead
from tests.api.conftest import of

GZIP = {"accept_encoding": "gzip, deflate"}


@pytest.fixture
def app() -> Starlette:
    """Behind it another page; what is known is known of one place alone."""

    async def found(asked: Mapping[str, str]) -> bytes | None:
        return b"packed" if asked.get("place") == "here" else None

    beyond = Route("/{page}", lambda request: PlainTextResponse(f"{request.method} {request.url.path}"))
    made = Starlette(routes=[beyond])
    made.add_middleware(Ahead, found=found)
    return made


def test_what_is_known_is_given_packed_and_never_kept(app: Starlette) -> None:
    answer = of(app, "/ahead", "place=here", **GZIP)
    assert (answer.status, answer.body) == (200, b"packed")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "method", "headers"),
    [("place=there", "GET", GZIP), ("", "GET", GZIP), ("place=here", "POST", GZIP), ("place=here", "GET", {})],
)
def test_what_is_not_known_is_no_error(app: Starlette, query: str, method: str, headers: dict[str, str]) -> None:
    answer = of(app, "/ahead", query, method, **headers)
    assert (answer.status, answer.body) == (204, b"")
    assert answer.headers["cache-control"] == "no-store"


def test_everything_else_goes_on(app: Starlette) -> None:
    assert of(app, "/aheads", "place=here", **GZIP).body == b"GET /aheads"
