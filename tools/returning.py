"""A reader whose browser comes back by itself: it has the address, and whatever server answers shows the same view."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from random import Random
from time import monotonic

from websockets.exceptions import WebSocketException

from tools.crowd import moves
from tools.heard import Run
from tools.publishing import FIRST, SECOND, TELLS, editions
from tools.session import Session, connected
from tools.traffic import get

TOKEN = re.compile(r"set-cookie: (_streamlit_xsrf=[^;\r\n]+)", re.IGNORECASE)
LONGEST_S = 60.0
# As the browser's program waits: it asks for the health of the server, and again after this and twice this.
AGAIN_S, MOST_S = 0.1, 4.0
PLACES = ("", "members", "investment", "startups", "peers", "ecosystem", "projects", "board")


@dataclass
class Told:
    """What befell all readers: seconds of runs, what failed, which edition was seen last; and of those whose line broke
    how many they were, the seconds until another server had them, and until the page was whole again."""

    runs: list[float] = field(default_factory=list)
    joined: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)
    lost: int = 0
    failed: list[str] = field(default_factory=list)
    last: dict[int, str] = field(default_factory=dict)


@dataclass
class Reader:
    """One of many: opens a page by its address, acts now and then, and comes back where the line breaks."""

    base: str
    number: int
    told: Told
    pause: float
    cookie: str = ""
    page: str = ""
    query: str = ""
    opened: str = ""
    session: Session | None = None

    async def stay(self, over: asyncio.Event) -> None:
        random = Random(self.number)
        self.page = random.choice(PLACES)
        self.opened = f"lang={random.choice(['en', 'pl'])}" + random.choice(["", "&real=true", "&events=false"])
        self.query = self.opened
        await self.come()
        ended = asyncio.create_task(over.wait())
        while not over.is_set():
            assert self.session is not None
            broken = asyncio.create_task(self.session.line.wait_closed())
            pause = random.uniform(0.5, 1.5) * self.pause
            await asyncio.wait([ended, broken], timeout=pause, return_when=asyncio.FIRST_COMPLETED)
            if broken.done():  # as a browser, which sees it at once
                await self.return_()
            elif not over.is_set():
                await self.read(random)
            broken.cancel()
        if self.session is not None:
            # Everybody's last look is at a page that says which snapshot it is of.
            self.page, self.opened = TELLS, "lang=en"
            await self.turned()
            await self.session.line.close()

    async def read(self, random: Random) -> None:
        """Another page, or something moved on this one."""
        if random.random() < 0.5:
            self.page = random.choice(PLACES)
            await self.turned()
            return
        assert self.session is not None
        try:
            async for run in moves(self.session, self.page, random):
                self.note(run)
        except (OSError, TimeoutError, WebSocketException):
            await self.return_()
        self.query = self.session.address or self.query

    async def turned(self) -> None:
        assert self.session is not None
        self.query = self.opened
        try:
            self.note(await self.session.turn(self.page, self.query))
        except (OSError, TimeoutError, WebSocketException):
            await self.return_()

    async def return_(self) -> None:
        """The line broke: what the address says is opened anew, and has to be what stood there."""
        assert self.session is not None
        self.told.lost += 1
        self.query = self.session.address or self.query
        begun = monotonic()
        await self.come(begun)
        self.told.back.append(monotonic() - begun)
        if self.session.address and set(self.session.address.split("&")) != set(self.query.split("&")):
            self.told.failed.append(f"{self.page}: came back to {self.session.address} from {self.query}")

    async def come(self, lost: float = 0) -> None:
        """As a browser: the page, the health of the server and with it the token, the line; again until it is there."""
        until, wait = monotonic() + LONGEST_S, AGAIN_S
        while True:
            try:
                opened = await get(self.base, f"/{self.page}?{self.query}", self.cookie)
                if opened.status != 200:
                    self.told.failed.append(f"/{self.page}: status {opened.status}")
                health = await get(self.base, "/_stcore/health", self.cookie)
                if health.status == 200:
                    self.cookie = TOKEN.findall(health.head)[0]
                    self.session = await connected(self.base, self.cookie)
                    if lost:
                        self.told.joined.append(monotonic() - lost)
                    self.note(await self.session.open(self.page, self.query))
                    return
            except (OSError, TimeoutError, WebSocketException) as reason:
                if monotonic() > until:
                    self.told.failed.append(f"/{self.page}: not back after {LONGEST_S:g} s: {type(reason).__name__}")
                    raise
            await asyncio.sleep(wait)
            wait = min(2 * wait, MOST_S)

    def note(self, run: Run) -> None:
        self.told.runs.append(run.seconds)
        self.told.failed += [f"/{self.page}: {wrong}" for wrong in run.errors]
        found = editions(run)
        if found == {FIRST, SECOND}:
            self.told.failed.append(f"/{self.page}: two snapshots in one run")
        elif found:
            [edition] = found
            if self.told.last.get(self.number) == SECOND and edition == FIRST:
                self.told.failed.append(f"/{self.page}: led back to the old snapshot")
            self.told.last[self.number] = edition
