"""Sessions that were left are forgotten when their time is over, also where nobody comes after them."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from lsk_metrics.screen import memory

if TYPE_CHECKING:
    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

EVERY_S = 20


@asynccontextmanager
async def forgetting(_app: Any) -> AsyncIterator[None]:
    """For the life of a server: now and then, what is kept of readers who will not come back is let go.

    Streamlit keeps the session of a closed tab for two minutes, in case its reader comes back, up to 128 of them at a
    third of a megabyte each. It looks which are over only when the next tab is closed: after the last reader of a busy
    day all of them would stay until the next morning.
    """
    seeing = asyncio.create_task(see_to_it())
    yield
    seeing.cancel()


async def see_to_it() -> None:
    from streamlit import runtime

    while True:
        await asyncio.sleep(EVERY_S)
        if runtime.exists():
            forget(runtime.get_instance()._session_mgr)  # type: ignore[arg-type]


def forget(sessions: WebsocketSessionManager) -> int:
    """Let go of sessions whose time is over; how many.

    They hold each other in circles, which only the collector of garbage finds; it stops all threads for a tenth of a
    second, so it is called where nobody reads.
    """
    with sessions._storage_lock:
        over = sessions._session_storage._cache.expire()  # type: ignore[attr-defined]
    found = len(over)
    del over
    if found and not sessions.num_active_sessions():
        gc.collect()
        memory.give_back()
    return found
