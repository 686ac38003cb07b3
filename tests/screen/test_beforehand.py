"""What a reader may do next is there before it is done, the same as the page then says; and readers come first."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from lsk_metrics import paths
from tests.screen.acts import BAR, CHIP, OTHER, PILL, SECOND, Act, asked, done, figures
from tools.server import serving
from tools.session import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG_S = 60


@pytest.fixture(scope="module")
def base(snapshot: str) -> Iterator[str]:
    with serving(paths.home(), ahead=True) as address:
        yield address


@pytest.mark.parametrize(
    ("opens", "act"),
    [
        ("members?narrow&member_types=large", SECOND),
        ("members?narrow&member_types=large%2Csme&events=false", PILL),
        ("members?member_types=sme%2Cpublic", CHIP),
        ("members?", BAR),
        ("peers?", ("year", "2015", {"string_value": "2015"})),
        ("peers?year=2014&to=2020", OTHER),
    ],
)
def test_what_nobody_has_done_is_there_as_the_page_then_says_it(base: str, snapshot: str, opens: str, act: Act) -> None:
    async def told() -> None:
        page, _, address = opens.partition("?")
        async with joined(base) as session:
            await session.open(page, f"lang=en&{address.removeprefix('narrow')}".rstrip("&"))
            if address.startswith("narrow"):
                await session.act("narrow", trigger_value=True)
            before, given = figures(session), None
            async with asyncio.timeout(LONG_S):
                while given is None:  # the question waits for three seconds at most
                    given = await asked(session, act[0], act[1], snapshot=snapshot, page=f"/{page}")
            assert figures(session) == before, "the reader's page stands as it stood"
            run = await done(session, act)
            assert run.errors == []
            assert given == figures(session) != before

    asyncio.run(told())


def test_a_reader_with_a_dark_and_narrow_window_is_given_what_fits_it(base: str, snapshot: str) -> None:
    async def told() -> None:
        about = {"scheme": "dark", "narrow": "true", "width": "360", "lang": "pl", "snapshot": snapshot}
        async with joined(base) as session:
            session.scheme = "dark"
            await session.open("members", "lang=pl")
            await session.act("page", json_value=json.dumps({"room": {"narrow": True, "width": 360}}))
            given, before = None, figures(session)
            async with asyncio.timeout(LONG_S):
                while given is None:
                    given = await asked(session, *BAR[:2], **about)
            await done(session, BAR)
            assert given == figures(session) != before

    asyncio.run(told())
