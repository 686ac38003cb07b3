"""A Spark Connect server of one's own, executors in processes of their own: for `make test-scale` and benchmarks."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tools.server import free_port, listens

BEGINS_S = 300  # on a machine that does much else
# What is asked is asked once, but planning it is the same work each time: so the driver alone compiles all it can.
SMALL = "-XX:+UseSerialGC"
SHORT = f"-XX:TieredStopAtLevel=1 {SMALL}"
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
# Plans run once, on little: making a program of each, or thinking it over anew, takes longer than it saves.
ONCE = {
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.driver.extraJavaOptions": SMALL,
    "spark.executor.extraJavaOptions": SHORT,
}


@dataclass(frozen=True)
class Server:
    """A server that runs: where it listens, and the group of its processes."""

    address: str
    process: subprocess.Popen[bytes]
    folder: Path

    def executors(self) -> list[int]:
        """The processes that do the work, by their ids."""
        return [pid for pid, words in self.processes() if "CoarseGrainedExecutorBackend" in words]

    def memory_mb(self) -> float:
        """What all its processes hold together, in megabytes."""
        pages = [Path(f"/proc/{pid}/statm").read_text().split()[1] for pid, _words in self.processes()]
        return sum(map(int, pages)) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processes(self) -> list[tuple[int, str]]:
        found = []
        for entry in Path("/proc").iterdir():
            with suppress(OSError, ValueError, ProcessLookupError):
                if os.getpgid(int(entry.name)) == self.process.pid:
                    words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                    found.append((int(entry.name), words))
        return found

    def stop(self) -> None:
        """End it and all that it has begun, at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def running(
    folder: Path,
    master: str = "local-cluster[2,1,1024]",
    once: bool = True,
    port: int = 0,
    driver: str = "1g",
    told: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """A server on a free port; all that it writes is in `folder`, and none of its processes outlives this.

    driver: the memory of the process that plans. told: settings beside those that every server here has.
    """
    found = find_spec("pyspark")
    if found is None or found.origin is None:
        raise RuntimeError("There is no pyspark here: “make test-scale” installs it.")
    home, port = Path(found.origin).parent, port or free_port()
    settings = {
        **SETTINGS,
        **(ONCE if once else {}),
        **(told or {}),
        "spark.eventLog.dir": str(folder / "events"),
        "spark.connect.grpc.binding.port": str(port),
        "spark.sql.warehouse.dir": str(folder / "tables"),
        "spark.local.dir": str(folder / "scratch"),
    }
    (folder / "events").mkdir()
    words = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    env = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_NO_DAEMONIZE": "1",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOG_DIR": str(folder / "logs"),
        "SPARK_PID_DIR": str(folder),
        "SPARK_WORKER_DIR": str(folder / "work"),
    }
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(home / "sbin" / "start-connect-server.sh"), "--master", master, "--driver-memory", driver, *words],
            cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    server = Server(f"sc://127.0.0.1:{port}", process, folder)
    try:
        wait_until_listening(server, port, log)
        yield server
    finally:
        server.stop()


def wait_until_listening(server: Server, port: int, log: Path) -> None:
    until = time.monotonic() + BEGINS_S
    while not listens(port):
        if server.process.poll() is not None or time.monotonic() > until:
            raise RuntimeError("Spark did not begin:\n" + log.read_text(errors="replace")[-3_000:])
        time.sleep(0.2)
