"""nginx with the site of deploy/, where there is one: no answer loses anything, no reader loses a page."""

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.exceptions import InvalidStatus

from lsk_metrics import paths
from tests.access.raw import XSRF, Client, ask, upload
from tools.balancer import balancing, checked, find
from tools.replicas import Replica, fleet
from tools.returning import Reader, Told
from tools.traffic import metrics

pytestmark = pytest.mark.skipif(find() is None, reason="There is no nginx on this machine")
Behind = tuple[str, list[Replica]]
# What is the connection's, and what tells how long the process has been up and where the dashboard was asked for.
OWN = {"server", "date", "connection", "keep-alive", "transfer-encoding", "content-length", "etag", "ratelimit"}
POLICY = "content-security-policy"


@pytest.fixture(scope="module")
def behind(snapshot: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """The address of nginx, and the three replicas behind it, which allow each address thirty requests a minute."""
    folder = tmp_path_factory.mktemp("nginx")
    settings = {"LSK_API_RATE": "30", "LSK_API_FREE": "none"}
    with (
        fleet(paths.home(), 3, settings=settings) as replicas,
        balancing(folder, [each.port for each in replicas]) as base,
    ):
        yield base, replicas


def test_nginx_understands_the_files_as_they_are(tmp_path: Path) -> None:
    assert "syntax is ok" in checked(tmp_path)


@pytest.mark.parametrize("path", ["/members?lang=pl", "/health", "/static/index.html", "/present?story=glance"])
@pytest.mark.parametrize("packed", ["gzip", "identity"])
def test_an_answer_comes_through_with_its_headers_once_and_as_it_was_packed(
    behind: Behind, path: str, packed: str
) -> None:
    base, replicas = behind
    heads = []
    for each in (base, replicas[0].base):
        status, headers, _body = ask(each, path, headers={"Accept-Encoding": packed})
        assert status == 200
        named = [(name.lower(), value) for name, value in headers if name.lower() not in OWN]
        heads.append(sorted((name, value) for name, value in named if name != POLICY))
        policies = [value for name, value in named if name == POLICY]
        assert len(policies) == 1 and "frame-ancestors" in policies[0]
    assert heads[0] == heads[1]
    assert ("x-content-type-options", "nosniff") in heads[0]


def test_a_file_is_taken_whichever_replica_it_is_sent_to_first(behind: Behind) -> None:
    """The moment in the token decides where a request goes; the session may be elsewhere after a replica was lost."""
    base, _replicas = behind
    with Client(base) as reader:
        reader.run()
        for at in range(1_700_000_000, 1_700_000_008):
            token = re.sub(r"\d+$", str(at), generate_xsrf_token_string())
            urls = reader.place("a.csv", 300_000)
            sent = {"Cookie": f"{XSRF}={token}", "X-Xsrftoken": token}
            assert upload(base, urls.file_urls.upload_url, b"x" * 300_000, sent) == 204
        assert upload(base, "/_stcore/upload_file/nobody/1", b"a;b", sent) == 404


def test_another_site_cannot_open_a_line_through_it(behind: Behind) -> None:
    with pytest.raises(InvalidStatus, match="403"), Client(behind[0], origin="https://evil.example.org"):
        pass


def test_who_asks_is_known_by_address_and_not_by_what_they_say_of_themselves(behind: Behind) -> None:
    forged = [{"X-Forwarded-For": f"203.0.113.{at}"} for at in range(40)]
    found = [ask(behind[0], "/api/v1/problems", headers=each)[0] for each in forged]
    assert set(found[:29]) == {200}
    assert found[-1] == 429


def test_readers_who_lose_their_replica_are_back_on_the_other_and_no_page_fails(behind: Behind) -> None:
    base, replicas = behind
    told, over, moved = Told(), asyncio.Event(), list[int]()

    async def stay() -> None:
        staying = [asyncio.create_task(Reader(base, number, told, 0.5).stay(over)) for number in range(6)]
        await until(lambda: len(told.runs) >= 12)
        # One of the three stays, as it would: nginx leaves out for two seconds what has just refused.
        for each in replicas[:2]:
            here, before = (await metrics(each.base)).sessions, told.lost
            await asyncio.to_thread(each.kill)
            await until(lambda here=here, before=before: told.lost >= before + here and len(told.back) == told.lost)
            moved.append(here)
            each.begin()
            await asyncio.to_thread(each.wait)
        over.set()
        await asyncio.gather(*staying)

    asyncio.run(stay())
    assert told.failed == []
    assert told.lost == len(told.back) >= sum(moved)


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(120):
        while not is_so():
            await asyncio.sleep(0.05)


def test_no_replica_at_all_is_said_in_both_languages(behind: Behind) -> None:
    base, replicas = behind
    for each in replicas:
        each.kill()
    status, headers, body = ask(base, "/members")
    assert (status, dict(headers)["Retry-After"]) == (503, "5")
    assert "is being started" in body.decode() and "jest uruchamiany" in body.decode()
