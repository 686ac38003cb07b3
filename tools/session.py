"""A reader without a browser: one session over Streamlit's own protocol, which reads what a browser would be sent."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tools.heard import Control, Run

LONGEST_S = 120
KEPT_RUNS = 2  # for so many runs a browser keeps a message that it was told to keep
# What a browser says of its window before the program starts, so that pictures are as wide as for a browser.
COOKIE = {"Cookie": "lsk_window=1440xlight"}


@dataclass
class Session:
    """One reader's connection, with what a browser would know: address, page, controls, messages to be kept."""

    base: str
    line: ClientConnection
    address: str = ""
    page: str = ""
    scheme: str = "light"
    pages: dict[str, str] = field(default_factory=dict)  # where each page is: its name in the address, its id
    controls: dict[str, Control] = field(default_factory=dict)  # by key
    chosen: dict[str, WidgetState] = field(default_factory=dict)
    kept: dict[str, tuple[bytes, int]] = field(default_factory=dict)
    runs: int = 0

    async def open(self, page: str = "", address: str = "") -> Run:
        """The first run of a page that was opened by its address, such as `members` and `lang=pl`."""
        self.address = address
        return await self.run(page_name=page)

    async def turn(self, page: str, address: str = "") -> Run:
        """Another page, by the list of pages; the address begins anew, as in a browser."""
        self.page, self.address = self.pages[page], address
        return await self.run()

    async def act(self, key: str, **value: Any) -> Run:
        """A control moved: its key, and its value under the name that `WidgetState` has for it."""
        control = self.controls[key]
        self.chosen[control.id] = WidgetState(id=control.id, **value)
        run = await self.run(fragment_id=control.part)
        if {"trigger_value", "string_trigger_value", "json_trigger_value"} & set(value):
            self.chosen.pop(control.id, None)
        return run

    async def tell(self, key: str, event: str, value: str) -> Run:
        """One of our own components says what a reader did to it, as Streamlit's program passes it on."""
        control = self.controls[key]
        told = trigger(control.id, event, value)
        self.chosen[control.id] = told
        try:
            return await self.run(fragment_id=control.part)
        finally:
            self.chosen.pop(control.id, None)

    async def run(self, **asked: str) -> Run:
        """Ask, and read to the end of the run; raises TimeoutError, or what a broken line raises."""
        begun, run = time.perf_counter(), Run()
        await self.line.send(self.asking(**asked))
        async with asyncio.timeout(LONGEST_S):
            while not self.take(run, ForwardMsg.FromString(await self.line.recv(decode=False))):
                pass
        run.seconds = time.perf_counter() - begun
        self.runs += 1
        self.kept = {key: kept for key, kept in self.kept.items() if self.runs - kept[1] <= KEPT_RUNS}
        return run

    def take(self, run: Run, message: ForwardMsg) -> bool:
        """A message as a browser takes it; whether it ends the run."""
        if message.WhichOneof("type") == "ref_hash":
            if message.ref_hash not in self.kept:
                run.errors.append("The server took for kept what a browser has let go.")
                return False
            where, message = message.metadata, ForwardMsg.FromString(self.kept[message.ref_hash][0])
            message.metadata.CopyFrom(where)
        if message.metadata.cacheable:
            self.kept[message.hash] = message.SerializeToString(), self.runs
        match message.WhichOneof("type"):
            case "new_session":
                run.elements.clear()
                run.placed = 0
                parts = set(message.metadata.run.fragment_ids)
                # What is left out of a part that runs by itself is gone from the page.
                self.controls = {key: each for key, each in self.controls.items() if parts and each.part not in parts}
            case "delta":
                self.place(run, message.delta)
            case "navigation":
                self.page = message.navigation.page_script_hash
                self.pages = {each.url_pathname: each.page_script_hash for each in message.navigation.app_pages}
            case "page_info_changed":
                self.address = message.page_info_changed.query_string
            case "page_not_found":
                run.errors.append(f"There is no page {message.page_not_found.page_name}.")
            case "session_event" if message.session_event.HasField("script_compilation_exception"):
                run.errors.append(message.session_event.script_compilation_exception.message)
            case "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    run.errors.append("The page did not compile.")
                return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def place(self, run: Run, delta: Any) -> None:
        """An element of the page, or a box of elements, and the control that it may be."""
        run.placed += 1
        placed = delta.new_element if delta.HasField("new_element") else delta.add_block
        if delta.HasField("new_element"):
            run.note(placed)
        told = getattr(placed, placed.WhichOneof("type") or "", None)
        identity = getattr(told, "id", "")
        if isinstance(identity, str) and identity.startswith("$$ID-"):
            self.controls[identity.split("-", 2)[2]] = Control(identity, delta.fragment_id, told)

    def asking(self, **asked: str) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.address
        state.page_script_hash = "" if "page_name" in asked else self.page
        for name, value in asked.items():
            setattr(state, name, value)
        state.widget_states.widgets.extend(self.present())
        state.cached_message_hashes.extend(sorted(self.kept))
        state.context_info.timezone = "Europe/Warsaw"
        state.context_info.locale = "en-GB"
        state.context_info.url = f"{self.base}/{asked.get('page_name', '')}"
        state.context_info.color_scheme = self.scheme
        packed: bytes = message.SerializeToString()
        return packed

    def present(self) -> Iterator[WidgetState]:
        """What was chosen in controls that are still on the page."""
        there = {control.id for control in self.controls.values()}
        self.chosen = {identity: state for identity, state in self.chosen.items() if identity in there}
        yield from self.chosen.values()


def trigger(identity: str, event: str, value: str) -> WidgetState:
    """What a component of this id tells once, and no longer in the run after."""
    told = json.dumps([{"event": event, "value": value}])
    return WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{identity}__events", json_trigger_value=told)


async def connected(base: str, cookie: str = "") -> Session:
    """A new session, connected as the browser's program connects; whoever asks for it closes its line.

    cookie: what the browser has beside the one that says how wide its window is.
    """
    line = await connect(
        f"ws://{urlsplit(base).netloc}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers={"Cookie": f"{COOKIE['Cookie']}; {cookie}"} if cookie else COOKIE,
        max_size=None,
        ping_interval=None,
        open_timeout=LONGEST_S,
    )
    return Session(base, line)


@asynccontextmanager
async def joined(base: str) -> AsyncIterator[Session]:
    """A new session, closed at the end as by a tab that is closed."""
    session = await connected(base)
    try:
        yield session
    finally:
        await session.line.close()
