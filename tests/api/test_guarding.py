"""What every answer says beside itself: what a browser may do with it, and that cookies stay where they were set."""

import asyncio
from base64 import b64encode
from collections.abc import Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from lsk_metrics import api
from lsk_metrics.api.guarding import Guarding
from lsk_metrics.figures.deck import STREETS
from tests.api.conftest import of

Get = Callable[..., Any]
EVERYWHERE = ["/", "/members", "/present", "/embed/members", "/embed/nothing", "/api/v1/indicators", "/api/v1/nothing",
              "/health", "/static/js/nothing.js", "/nowhere"]  # fmt: skip


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_says_what_a_browser_may_do_with_it(get: Get, snapshot: str, path: str) -> None:
    said = get(path, "story=glance&lang=en" if path == "/present" else "lang=en").headers
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "same-origin"
    assert said["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in said["permissions-policy"] and "geolocation=()" in said["permissions-policy"]
    policy = said["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("frame-ancestors 'self'")
    scripts = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert "unsafe-inline" not in "".join(scripts)
    assert "'unsafe-eval'" not in policy
    assert " * " not in policy and "http:" not in policy and "https: " not in policy


def test_of_the_scripts_written_into_a_page_ours_alone_may_run(get: Get, snapshot: str) -> None:
    answered = get("/members", "lang=en")
    html = answered.plain.decode()
    policy = answered.headers["content-security-policy"]
    inline = [part.partition("</script>")[0] for part in html.split("<script>")[1:]]
    assert len(inline) == 3
    for script in inline:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert policy.count("'sha256-") == 3


def test_a_page_that_is_known_already_comes_with_the_policy_of_its_scripts(get: Get, snapshot: str) -> None:
    first = get("/members", "lang=en")
    again = get("/members", "lang=en", if_none_match=first.headers["etag"])
    assert again.status == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_the_only_host_beside_this_one_is_that_of_the_streets(get: Get, snapshot: str) -> None:
    policy = get("/map").headers["content-security-policy"]
    hosts = {word for word in policy.replace(";", " ").split() if "//" in word}
    assert hosts == {"https://basemaps.cartocdn.com", "https://*.basemaps.cartocdn.com"}
    assert STREETS.startswith("https://basemaps.cartocdn.com/")


def alone(answering: Any) -> None:
    """In a thread of its own: the browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, answering).result()


async def signed(_request: Any) -> Response:
    answer = Response("in")
    answer.set_cookie("_streamlit_user", "x", httponly=True, samesite="lax")
    answer.set_cookie("other", "y", secure=True)
    return answer


@pytest.mark.parametrize(("headers", "bare"), [({}, 1), ({"x_forwarded_proto": "https"}, 0)])
def test_over_https_no_cookie_goes_back_in_the_clear(headers: dict[str, str], bare: int) -> None:
    app = Starlette(routes=[Route("/", signed)], middleware=api.middleware()[:1])
    heard: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        heard.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    asyncio.run(
        app({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": sent}, receive, send)
    )
    cookies = [value for name, value in heard[0]["headers"] if name == b"set-cookie"]
    assert len(cookies) == 2
    assert sum(b"secure" not in each.lower() for each in cookies) == bare
    assert all(each.lower().count(b"secure") <= 1 for each in cookies)


def test_a_websocket_and_a_body_in_parts_are_passed_on_as_they_come() -> None:
    passed: list[Any] = []

    async def inner(scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"} if scope["type"] == "websocket" else {"type": "http.response.start",
                   "status": 200, "headers": []})  # fmt: skip
        for part in (b"a", b"b", b"c"):
            await send({"type": "part", "body": part})
            assert passed[-1]["body"] == part

    async def send(message: Any) -> None:
        passed.append(message)

    for kind in ("websocket", "http"):
        passed.clear()
        alone(Guarding(inner)({"type": kind, "headers": []}, None, send))  # type: ignore[arg-type]
        assert len(passed) == 4
    assert passed[0]["headers"]


def test_shows_and_figures_are_paced_as_the_data_are(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSK_API_RATE", "3")
    monkeypatch.delenv("LSK_API_FREE", raising=False)
    app = Starlette(routes=api.routes(), middleware=api.middleware())
    asked = [of(app, path, "lang=pl&story=glance", client="192.0.2.7") for path in ["/embed/members", "/present"] * 2]
    assert [each.status for each in asked] == [400, 200, 400, 429]
    assert asked[3].headers["retry-after"] == "20"
    assert asked[1].headers["ratelimit"].startswith('"client";r=1;')
    assert "Retry-After" in asked[3].body.decode() and 'lang="pl"' in asked[3].body.decode()
    assert of(app, "/embed/members", "lang=pl", client="192.0.2.8").status == 200
    assert of(app, "/embed/members", "lang=pl").status == 200, "this machine is free"
    assert of(app, "/members", client="192.0.2.7").status == 200, "a page is no figure"
