"""The little cluster that the trials are made on: its data, the files that are imported, the service that is asked."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.__main__ import main
from tests.ingest.conftest import written

MEMBERS = "id,name,type,area,value_chain,town,joined,left\n"
TARGETS = (
    "id,indicator,place,direction,rule,baseline_year,baseline_value,milestone_1_year,milestone_1_value,"
    "milestone_2_year,milestone_2_value,target_year,target_value,owner,document,adopted\n"
)


def settle(folder: Path) -> None:
    """Data and an empty home below a folder; from now on they are this process's and its children's."""
    os.environ |= {"LSK_DATA": str(folder / "data"), "LSK_HOME": str(folder / "home"), "no_proxy": "*"}
    written(folder / "data")
    (folder / "home").mkdir()
    (folder / "in").mkdir()


def lsk(*words: str) -> None:
    """One command to its end; raises RuntimeError where it fails."""
    if main(words):
        raise RuntimeError(f"lsk {' '.join(words)} failed")


def rename(turn: int) -> None:
    """Another name for one member, so that there is something to build."""
    path, card = paths.data() / "register" / "members.csv", paths.data() / "sources" / "own.toml"
    path.write_text(re.sub(r"Gamma[^,]*", f"Gamma {turn}", path.read_text(encoding="utf-8")), encoding="utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    card.write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{sha256}"', card.read_text(encoding="utf-8")), "utf-8")


def members(turn: int) -> Path:
    """A register of three members, whose names say with which import they came."""
    path = paths.home().parent / "in" / "members.csv"
    path.write_text(MEMBERS + "".join(f"N{at},Firm {turn},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(3)), "utf-8")
    return path


def targets(turn: int) -> Path:
    path = paths.home().parent / "in" / "targets.csv"
    path.write_text(f"{TARGETS}T1,members,,more,,2012,3,,,,,2030,{100 + turn},,Strategy,2015-01-01\n", "utf-8")
    return path


def boundaries(turn: int) -> Path:
    path = paths.home().parent / "in" / "powiats.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [unit("kod", "01", turn)]}), "utf-8")
    return path


def unit(name: str, code: str, turn: int) -> dict[str, Any]:
    """A square whose size says with which turn it came."""
    east = round(20.2 + turn / 10000, 4)
    ring = [[20.1, 50.0], [east, 50.0], [east, 50.1], [20.1, 50.1], [20.1, 50.0]]
    return {"type": "Feature", "properties": {name: code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def serve(turn: int) -> None:
    """What the service gives from now on."""
    body = json.dumps({"type": "FeatureCollection", "features": [unit("NUTS_ID", "XX11", turn)]})
    (paths.home().parent / "in" / "served.geojson").write_text(body, "utf-8")


class Desk(BaseHTTPRequestHandler):
    """A service on this machine: gives one file, with a tag by which it is known again, or a part of it."""

    def do_GET(self) -> None:
        body = (paths.home().parent / "in" / "served.geojson").read_bytes()
        tag, asked = f'"{hashlib.sha256(body).hexdigest()[:16]}"', self.headers.get("Range", "")
        part = re.fullmatch(r"bytes=(\d+)-", asked)
        if self.headers.get("If-None-Match") == tag:
            self.give(304, b"", tag)
        elif part and self.headers.get("If-Range") == tag and int(part[1]) < len(body):
            self.give(206, body[int(part[1]) :], tag, f"bytes {part[1]}-{len(body) - 1}/{len(body)}")
        else:
            self.give(200, body, tag)

    def give(self, status: int, body: bytes, tag: str, part: str = "") -> None:
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if part:
            self.send_header("Content-Range", part)
        self.end_headers()
        # In pieces, so that a kill finds the download at every length.
        for start in range(0, len(body), 100):
            self.wfile.write(body[start : start + 100])
            self.wfile.flush()

    def log_message(self, format: str, *arguments: object) -> None:
        return


def office() -> int:
    """Start the service in a process of its own; gives its id, and sets the address that is asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    os.environ["LSK_GISCO_URL"] = f"http://127.0.0.1:{server.server_port}/"
    process = os.fork()
    if not process:
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
        server.serve_forever()
    server.socket.close()
    return process
