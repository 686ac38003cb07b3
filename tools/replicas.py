"""Several servers on one home, as behind a proxy: begun, ended as a system ends them, and killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.server import ROOT, free_port, wait_until_up
from tools.traffic import get


@dataclass
class Replica:
    """One server of its own on a home that others serve too; it ends with the block that began it."""

    home: Path
    log: Path
    port: int = field(default_factory=free_port)
    prefix: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def begin(self) -> None:
        command = [*self.prefix, sys.executable, "-m", "lsk_metrics", "run", "--replica", "--port", str(self.port)]
        env = {**os.environ, "LSK_HOME": str(self.home), "LSK_EARLY": "off", "LSK_AHEAD": "off", **self.settings}
        with self.log.open("a") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=subprocess.STDOUT)

    def wait(self) -> None:
        """Until it answers; raises RuntimeError with the end of its log where it never does."""
        wait_until_up(self.running, f"{self.base}/health", self.log)

    @property
    def running(self) -> subprocess.Popen[bytes]:
        assert self.process is not None, "It has not been begun."
        return self.process

    def kill(self) -> None:
        """As by a fault of the machine: nobody is told."""
        self.running.kill()
        self.running.wait()

    def end(self, seconds: float = 30) -> float:
        """As a system ends it; the seconds it took. Raises TimeoutExpired where it does not end."""
        begun = time.monotonic()
        self.running.send_signal(signal.SIGTERM)
        self.running.wait(seconds)
        return time.monotonic() - begun


@contextmanager
def fleet(home: Path, count: int, **given: object) -> Iterator[list[Replica]]:
    """So many replicas that answer, with their logs in the folder that holds the home."""
    with ExitStack() as running:
        found = [Replica(home, home.parent / f"replica-{at}.log", **given) for at in range(1, count + 1)]  # type: ignore[arg-type]
        for each in found:
            each.begin()
            running.callback(put_away, each)
        for each in found:
            each.wait()
        yield found


def put_away(replica: Replica) -> None:
    if replica.running.poll() is None:
        replica.running.kill()
    replica.running.wait()


async def shown(replica: Replica) -> str:
    """The snapshot that a replica says it shows; empty where it does not answer, or shows none."""
    try:
        said = await get(replica.base, "/health")
    except (OSError, TimeoutError):
        return ""
    return str(json.loads(said.body).get("snapshot", {}).get("id", "")) if said.status == 200 else ""


@dataclass(frozen=True)
class Seen:
    """By the clock of the day: when a replica was last asked and answered with the old snapshot, and first with the
    new one; 0 where it never did."""

    old: float
    new: float


async def watched(replica: Replica, before: str, seconds: float = 120) -> Seen:
    """A replica asked again and again until it shows another snapshot; raises TimeoutError where it never does."""
    old = 0.0
    async with asyncio.timeout(seconds):
        while True:
            asked = time.time()
            found = await shown(replica)
            if found not in ("", before):
                return Seen(old, time.time())
            old = asked if found else old
            await asyncio.sleep(0.02)
