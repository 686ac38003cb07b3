"""A crowd on a running dashboard: no error, no two snapshots in one run, and counts that agree with what was sent.

`python benchmarks/load.py` does the same with hundreds of readers, and with a clock and a balance for memory.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from tools.crowd import Crowd
from tools.editions import edition
from tools.heard import Run
from tools.publishing import FIRST, SECOND, Published, editions, under_readers
from tools.server import serving
from tools.session import joined
from tools.traffic import get, metrics, missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("load")


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    """A dashboard of the first edition of the data, as `lsk run` serves it; the second lies ready beside it."""
    home = folder / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as settings:
        copies = {word: edition(word, folder) for word in (FIRST, SECOND)}
        settings.setenv("LSK_DATA", str(copies[FIRST]))
        settings.setenv("LSK_HOME", str(home))
        with serving(home) as address:
            yield address


def test_fifteen_readers_and_the_data_beside_them_meet_no_error(base: str) -> None:
    def judged(run: Run) -> list[str]:
        return ["another edition"] if editions(run) - {FIRST} else []

    async def come() -> tuple[Crowd, list[str]]:
        before, crowd = await metrics(base), Crowd(base, together=5, judge=judged, turns=2)
        async with crowd.asking():
            await crowd.come(15)
        return crowd, missing(before, await metrics(base), crowd.tally.requests)

    crowd, differing = asyncio.run(come())
    assert crowd.tally.errors == []
    assert (crowd.tally.sessions, differing) == (15, [])
    assert len(crowd.tally.runs) > 100
    assert {404, 400} <= {status for _route, status in crowd.tally.requests}


def test_open_sessions_are_counted_and_closed_ones_no_more(base: str) -> None:
    async def counted() -> tuple[int, int]:
        async with joined(base) as first, joined(base) as second, joined(base) as third:
            for each in (first, second, third):
                assert (await each.open("members")).errors == []
            opened = (await metrics(base)).sessions
        until = time.monotonic() + 20
        while (left := (await metrics(base)).sessions) and time.monotonic() < until:
            await asyncio.sleep(0.05)
        return opened, left

    assert asyncio.run(counted()) == (3, 0)


def test_what_goes_wrong_on_a_page_is_an_error_of_its_run(base: str) -> None:
    async def ask() -> Run:
        async with joined(base) as reader:
            await reader.open("ask")
            await reader.act("ask_sql", string_value="SELECT nothing FROM nowhere")
            return await reader.act("ask_submit", trigger_value=True)

    assert any("nowhere" in wrong for wrong in asyncio.run(ask()).errors)


def test_a_new_snapshot_comes_to_running_sessions_whole_and_not_to_those_held_at_another(
    base: str, folder: Path
) -> None:
    shown: Published = asyncio.run(under_readers(base, folder / f"data-{SECOND}", following=3, held=2))
    assert shown.wrong() == []
    assert {edition for reader in shown.following for edition in reader.shown} == {FIRST, SECOND}
    assert min(len(reader.shown) for reader in [*shown.following, *shown.held]) > 3
    answered = asyncio.run(get(base, "/api/v1/indicators/members_by_type/answer.csv")).body
    assert SECOND in answered
    assert FIRST not in answered
