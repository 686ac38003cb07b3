"""A dashboard of one's own, run as a reader would run it: for the browser tests and the screenshots."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]


@contextmanager
def serving(home: Path, early: bool = False, told: Sequence[str] = (), ahead: bool = False) -> Iterator[str]:
    """A dashboard on a free port with its state in `home`; gives its address, and ends it afterwards.

    Pages are drawn early, and what readers may do next is worked out, where that is asked for: work that most tests
    would wait beside. told: what else `lsk run` is told.
    """
    port = free_port()
    log = home / "server.log"
    command = [sys.executable, "-m", "lsk_metrics", "run", "--port", str(port), *told]
    settings = {"LSK_HOME": str(home), "LSK_EARLY": "on" if early else "off", "LSK_AHEAD": "on" if ahead else "off"}
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=out, stderr=subprocess.STDOUT)
    try:
        wait_until_up(server, f"http://localhost:{port}/_stcore/health", log)
        yield f"http://localhost:{port}"
    finally:
        if server.poll() is not None:  # whoever was reading met a refused connection; this says why
            sys.stderr.write(ending(server, log))
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def listens(port: int) -> bool:
    """Whether anybody on this machine takes a connection there."""
    try:
        socket.create_connection(("localhost", port), timeout=5).close()
    except OSError:
        return False
    return True


def wait_until_up(server: subprocess.Popen[bytes], health: str, log: Path, seconds: float = 90) -> None:
    """Raises RuntimeError with the end of the log where the server ends or never answers."""
    until = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(health, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(ending(server, log))


def ending(server: subprocess.Popen[bytes], log: Path) -> str:
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-30:])
    ended = "did not answer" if server.poll() is None else f"ended with code {server.returncode}"
    return f"The dashboard {ended}. The end of its log:\n{tail}\n"
