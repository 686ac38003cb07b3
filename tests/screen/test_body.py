"""What is done on a page runs the page and not the frame around it; what is done in the frame runs all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from streamlit.proto.Common_pb2 import StringArray

from lsk_metrics import paths
from lsk_metrics.indicators import indicator
from tools.heard import Run
from tools.server import serving
from tools.session import Session, joined

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

FRAME = ("page", "copy", "lang_choice", "real", "events")


@pytest.fixture(scope="module")
def base(snapshot: str) -> Iterator[str]:
    with serving(paths.home()) as address:
        yield address


def after(base: str, page: str, address: str, act: Callable[[Session], Awaitable[Run]]) -> tuple[Run, Run, Session]:
    """The run that opened a page, that of an act on it, and the session with the address that it has then."""

    async def both() -> tuple[Run, Run, Session]:
        async with joined(base) as session:
            return await session.open(page, address), await act(session), session

    return asyncio.run(both())


def ids(run: Run) -> dict[str, str]:
    """The keys of all controls and parts of ours that were sent, with the ids by which a browser knows them."""
    return {found.split("-", 2)[2]: found for found in run.said(r"\$\$ID-[0-9a-f]+-[\w-]+")}


@pytest.mark.parametrize("page", ["", "members", "peers", "explore", "board"])
def test_an_act_on_a_page_sends_the_page_and_nothing_of_the_frame(page: str, base: str) -> None:
    async def act(session: Session) -> Run:
        drawing = next(key for key in session.controls if key.startswith("drawing_"))
        return await session.tell(drawing, "door", "more")

    opened, acted, session = after(base, page, "lang=en", act)
    assert (opened.errors, acted.errors) == ([], [])
    assert set(FRAME) <= set(ids(opened))
    assert not set(FRAME) & set(ids(acted))
    of_page = {key: each for key, each in ids(opened).items() if key not in FRAME}
    assert of_page.items() <= ids(acted).items(), "the page is sent whole, and each part is the same as before"
    assert [key for key in session.controls if key.startswith("tab_")], "the box stands open"


def test_what_the_frame_holds_stays_in_the_address(base: str) -> None:
    async def act(session: Session) -> Run:
        await session.act("narrow", trigger_value=True)
        return await session.tell("drawing_members_by_type", "chosen", "sme")

    _opened, acted, session = after(base, "members", "lang=pl&real=true&events=false", act)
    assert set(session.address.split("&")) == {"lang=pl", "real=true", "events=false", "member_types=sme"}
    assert acted.said("Członkowie|Members") == {"Członkowie"}


def test_an_act_in_the_frame_runs_all(base: str) -> None:
    async def act(session: Session) -> Run:
        assert session.controls["real"].part == ""
        return await session.act("real", bool_value=True)

    _opened, acted, _session = after(base, "members", "lang=en", act)
    assert set(FRAME) <= set(ids(acted))


def test_an_act_on_a_figure_that_a_quicker_one_has_taken_away_comes_to_nothing(base: str) -> None:
    async def act(session: Session) -> Run:
        before = dict(session.controls)
        other = await session.act("parts", string_array_value=StringArray(data=[indicator("hrst_share").title]))
        assert other.errors == []
        gone = next(key for key in before if key.startswith("drawing_") and key not in session.controls)
        session.controls[gone] = before[gone]
        return await session.tell(gone, "door", "more")

    opened, acted, session = after(base, "peers", "lang=en", act)
    assert (opened.errors, acted.errors) == ([], [])
    assert not [key for key in session.controls if key.startswith("tab_")]
