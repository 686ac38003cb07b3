"""The figures that an act leads to: what another reader was shown, or what the page is just making for this one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from lsk_metrics import paths
from lsk_metrics.indicators import indicator
from tests.screen.acts import BAR, CHIP, CLEAR, OTHER, PILL, SECOND, Act, asked, done, figures
from tools.server import serving
from tools.session import joined

if TYPE_CHECKING:
    from collections.abc import Iterator


FULL = "hrst_share"  # it can be compared in every way


@pytest.fixture(scope="module")
def base(snapshot: str) -> Iterator[str]:
    with serving(paths.home()) as address:
        yield address


def test_what_another_was_shown_is_given_as_the_page_itself_gives_it(base: str, snapshot: str) -> None:
    async def told() -> None:
        async with joined(base) as other, joined(base) as session:
            await other.open("members", "lang=en")
            await other.tell("drawing_members_by_type", "chosen", "sme")
            await session.open("members", "lang=en")
            for other_ways in ({}, {"scheme": "dark"}, {"width": "600"}, {"narrow": "true"}, {"lang": "pl"}):
                given = await asked(session, "drawing_members_by_type", "sme", snapshot=snapshot, **other_ways)
                assert (given is None) == bool(other_ways)
            given = await asked(session, "drawing_members_by_type", "sme", snapshot=snapshot)
            framed = {"said": f"?{session.address}&embed=true&embed_options=hide_loading_screen"}
            assert given == await asked(session, "drawing_members_by_type", "sme", snapshot=snapshot, **framed)
            before = figures(session)
            await session.tell("drawing_members_by_type", "chosen", "sme")
            assert given == figures(session) == figures(other) != before

    asyncio.run(told())


@pytest.mark.parametrize(
    ("opens", "act", "leads"),
    [
        ("members?narrow&member_types=large", SECOND, "member_types=large%2Csme"),
        ("members?narrow&member_types=large%2Csme&events=false", PILL, "member_types=large&events=false"),
        ("members?member_types=sme%2Cpublic", CHIP, "member_types=public"),
        ("members?member_types=sme%2Clarge&events=false", CLEAR, "events=false"),
        ("members?member_types=sme%2Clarge&events=false", BAR, "member_types=sme&events=false"),
        ("peers?", ("year", "2015", {"string_value": "2015"}), "year=2015"),
        ("peers?year=2014&target=2040", ("from", "2015", {"string_value": "2015"}), "from=2015&target=2040&year=2014"),
        ("peers?year=2014&to=2020", OTHER, "indicator=patents_per_million"),
        ("peers?peers=domestic", ("target", "2035", {"string_value": "2035"}), "peers=domestic&target=2035"),
    ],
)
def test_what_nobody_was_shown_is_given_once_the_page_has_run(
    base: str, snapshot: str, opens: str, act: Act, leads: str
) -> None:
    async def told() -> None:
        page, _, address = opens.partition("?")
        key, what, _said = act
        async with joined(base) as session:
            await session.open(page, f"lang=en&{address.removeprefix('narrow')}".rstrip("&"))
            if address.startswith("narrow"):
                await session.act("narrow", trigger_value=True)
            before = figures(session)
            waits = asyncio.create_task(asked(session, key, what, snapshot=snapshot, page=f"/{page}"))
            await asyncio.sleep(0.2)
            assert not waits.done()
            run = await done(session, act)
            assert run.errors == []
            assert sorted(session.address.split("&")) == sorted(filter(None, ["lang=en", *leads.split("&")]))
            assert await waits == figures(session) != before

    asyncio.run(told())


def test_figures_that_are_others_are_not_given(base: str, snapshot: str) -> None:
    async def told() -> None:
        async with joined(base) as session:
            await session.open("peers", "lang=en")
            title, others = indicator("employment_rate").title, ",".join([*figures(session)][1:])
            about = {"snapshot": snapshot, "page": "/peers"}
            asks = asyncio.create_task(asked(session, "indicator", title, has=others, **about))
            waits = asyncio.create_task(asked(session, "indicator", title, **about))
            run = await session.act("indicator", string_value=title)
            assert run.errors == []
            assert await asks is None
            assert await waits == figures(session)

    asyncio.run(told())


@pytest.mark.parametrize("name", ["population", "employment_rate", "regional_innovation_index"])
def test_what_an_indicator_cannot_have_takes_no_figure_from_the_page(base: str, snapshot: str, name: str) -> None:
    async def told() -> None:
        async with joined(base) as session:
            await session.open("peers", "lang=en")
            await session.act("indicator", string_value=indicator(FULL).title)
            before = figures(session)
            assert all(figure["svg"] for figure in before.values())
            await session.act("indicator", string_value=indicator(name).title)
            after = figures(session)
            assert [*after] == [*before]
            without = [key for key, figure in after.items() if not figure["svg"]]
            assert without and all(after[key]["head"] for key in without)

    asyncio.run(told())


def test_a_page_on_which_something_is_open_is_given_to_nobody_else(base: str, snapshot: str) -> None:
    async def told() -> None:
        async with joined(base) as session, joined(base) as other:
            place = "drawing_members_by_type"
            await session.open("members", "lang=en&real=false&events=false")
            await session.tell(place, "door", "more")
            await session.tell(place, "chosen", "public")
            assert "member_types=public" in session.address
            await other.open("members", session.address.replace("&member_types=public", ""))
            assert await asked(other, place, "public", snapshot=snapshot) is None
            await other.tell(place, "chosen", "public")
            assert other.address == session.address
            await session.open("members", "lang=en&events=false")
            assert await asked(session, place, "public", snapshot=snapshot) == figures(other)

    asyncio.run(told())


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "st-key-nothing"},
        {"what": "Nothing of the kind"},
        {"width": "wide"},
        {"width": "٣"},
        {"width": ""},
        {"snapshot": "../../etc"},
        {"page": "/nowhere"},
        {"said": "%ff=%00&&=&member_types=" + "x" * 9000},
        {"has": ""},
    ],
)
def test_who_asks_for_nothing_known_is_given_nothing(base: str, snapshot: str, wrong: dict[str, str]) -> None:
    async def told() -> None:
        async with joined(base) as session:
            await session.open("members", "lang=en")
            await session.tell("drawing_members_by_type", "chosen", "cluster")
            assert await asked(session, "drawing_members_by_type", "sme", **({"snapshot": snapshot} | wrong)) is None

    asyncio.run(told())
