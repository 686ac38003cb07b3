"""nginx with the site of deploy/, for an ordinary user: its own text, with other ports and folders."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.server import ROOT, free_port, wait_until_up

SITE, REPLICAS = ROOT / "deploy" / "nginx.conf", ROOT / "deploy" / "nginx-replicas.conf"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find() -> str | None:
    """Where nginx is; Debian keeps it out of an ordinary user's reach."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def written(folder: Path, port: int, ports: Sequence[int]) -> Path:
    """The whole configuration below `folder`: the two files as they stand, with these ports."""
    site = SITE.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    line = re.compile(r"^    server 127\.0\.0\.1:\d+ (.*)$", re.MULTILINE)
    told = line.findall(REPLICAS.read_text(encoding="utf-8"))
    lines = "\n".join(f"    server 127.0.0.1:{each} {told[0]}" for each in ports)
    first, *others = line.split(REPLICAS.read_text(encoding="utf-8"))[::2]
    (folder / "replicas.conf").write_text(first + lines + others[-1], encoding="utf-8")
    (folder / "site.conf").write_text(site, encoding="utf-8")
    places = "\n".join(f"    {each}_temp_path {folder}/{each};" for each in TEMPORARY)
    # Begun by root it would serve as nobody, who may not enter the folder.
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(
        f"{user}pid {folder}/pid;\ndaemon off;\nworker_processes 1;\nerror_log {folder}/error.log;\n"
        f"events {{ worker_connections 4096; }}\nhttp {{\n{places}\n"
        f"    include {folder}/replicas.conf;\n    include {folder}/site.conf;\n}}\n",
        encoding="utf-8",
    )
    return main


def checked(folder: Path, ports: Sequence[int] = (8501, 8502, 8503)) -> str:
    """What `nginx -t` says of it."""
    asked = [str(find()), "-t", "-c", str(written(folder, 8080, ports)), "-e", str(folder / "error.log")]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stderr


@contextmanager
def balancing(folder: Path, ports: Sequence[int]) -> Iterator[str]:
    """nginx before these ports, for as long as the block lasts; gives its address."""
    port, log = free_port(), folder / "nginx.log"
    main = written(folder, port, ports)
    with log.open("w") as out:
        asked = [str(find()), "-c", str(main), "-e", str(folder / "error.log")]
        running = subprocess.Popen(asked, stdout=out, stderr=subprocess.STDOUT)
    try:
        wait_until_up(running, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)
