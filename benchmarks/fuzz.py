"""What comes from outside, changed where that leads into new code: importers, packs and requests, by atheris.

`pip install atheris` first (it is no part of the program). Each target runs in a process of its own for so many
seconds; whatever is neither read nor refused in a sentence ends it, with the bytes that led there and status 1."""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

MEMBERS = (b"id;name;type;area;value_chain;town;joined;left\nM1;Alfa;sme;R&D;;Tarnow;3.05.2018;\n"
           b"M2;Beta;large;Med;;;2019-01-01;2020\n")  # fmt: skip
TARGETS = (b"id,indicator,direction,baseline_year,baseline_value,target_year,target_value\n"
           b"T1,members,more,2018,95,2030,150\n")  # fmt: skip
RING = b"[[[20.1,50.0],[20.2,50.0],[20.2,50.1],[20.1,50.0]]]"
OUTLINES = (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"teryt":"1201","nazwa":"x"},'
            b'"geometry":{"type":"Polygon","coordinates":' + RING + b"}}]}")  # fmt: skip
REQUEST = (
    b"/api/v1/indicators/gdp_per_head_pps/answer?places=BE2,DEA&first_year=2010&measure=index&lang=pl&view=ranking"
)
Work = tuple[Callable[[bytes], object], list[bytes]]


def register(table: str, seeds: list[bytes]) -> Work:
    from lsk_metrics.ingest.register import checking, lists
    from lsk_metrics.ingest.register.incoming import Incoming
    from lsk_metrics.ingest.register.schema import table as schema

    now, held = lists.now(), schema(table)
    return lambda content: checking.check(Incoming("x", content), held, now), seeds


def workbook(folder: Path) -> Work:
    import openpyxl

    made, packed = openpyxl.Workbook(), io.BytesIO()
    for line in MEMBERS.decode().splitlines():
        made.active.append(line.split(";"))
    made.save(packed)
    work, _seeds = register("members", [])
    return work, [packed.getvalue()]


def outlines(folder: Path) -> Work:
    from lsk_metrics.errors import SourceError
    from lsk_metrics.ingest import boundaries

    def work(content: bytes) -> None:
        (folder / "a.geojson").write_bytes(content)
        try:
            boundaries.read(folder / "a.geojson")
        except SourceError as reason:
            assert str(reason).strip()

    return work, [OUTLINES]


def pack(folder: Path) -> Work:
    """The bytes of a zip, and bytes in place of one of its files under a checksum that fits."""
    from hashlib import sha256

    from lsk_metrics.errors import PackRefused
    from lsk_metrics.exports.packs import opening

    def zipped(parts: dict[str, bytes]) -> bytes:
        made = io.BytesIO()
        sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in parts.items())
        with zipfile.ZipFile(made, "w") as written:
            for name, content in {**parts, "SHA256SUMS": sums.encode()}.items():
                written.writestr(name, content)
        return made.getvalue()

    whole = {
        "review.json": b'{"id": "s3-20260101-aaaaaaaa", "review": {}}',
        "snapshot/contents.json": b'{"tables": []}',
    }

    def work(content: bytes) -> None:
        names = ["", *whole]
        name, rest = names[content[0] % len(names)] if content else "", content[1:]
        (folder / "a.zip").write_bytes(zipped({**whole, name: rest}) if name else rest)
        try:
            opening.opened(folder / "a.zip")
        except PackRefused as reason:
            assert str(reason).strip() and "\n" not in str(reason)

    return work, [b"\0" + zipped(whole), *(bytes([at]) + text for at, text in enumerate(whole.values(), 1))]


def requests(folder: Path) -> Work:
    """Addresses of data, figures and shows, as a browser may write them."""
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from lsk_metrics import api
    from lsk_metrics.ingest.build import build

    os.environ["LSK_HOME"] = str(folder / "home")
    build()
    asked = TestClient(Starlette(routes=api.routes()), raise_server_exceptions=True)

    def work(content: bytes) -> None:
        text = re.sub(r"[\x00-\x20\x7f-\uffff#\\]", "_", content.decode("latin-1"))[:2000]
        answer = asked.get("http://testserver/" + text.lstrip("/"))
        assert answer.status_code < 500 or answer.status_code == 503, answer.status_code

    return work, [REQUEST, b"/embed/members?lang=pl&areas=Med", b"/present?figures=members;areas=Med,startups&name=x"]


TARGETS_OF: dict[str, Callable[[Path], Work]] = {
    "members": lambda folder: register("members", [MEMBERS]),
    "targets": lambda folder: register("targets", [TARGETS]),
    "workbook": workbook, "outlines": outlines, "pack": pack, "requests": requests,
}  # fmt: skip


def fuzzed(name: str, seconds: int, folder: Path) -> None:
    """One target in this process, which libFuzzer ends."""
    import atheris

    with atheris.instrument_imports(include=["lsk_metrics"]):
        work, seeds = TARGETS_OF[name](folder)
    (folder / "seeds").mkdir()
    for at, seed in enumerate(seeds):
        (folder / "seeds" / str(at)).write_bytes(seed)
    options: list[Any] = [f"-max_total_time={seconds}", "-rss_limit_mb=4000", "-timeout=60", "-max_len=20000",
                          f"-artifact_prefix={folder}/", str(folder / "seeds")]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], work)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help=f"of {', '.join(TARGETS_OF)} (default: all)")
    parser.add_argument("--seconds", type=int, default=120, help="of each (default: 120)")
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)  # in this process, in this folder
    asked = parser.parse_args()
    if asked.alone:
        fuzzed(asked.targets[0], asked.seconds, asked.alone)
    wrong = 0
    for name in asked.targets or TARGETS_OF:
        with TemporaryDirectory() as folder:
            words = [sys.executable, __file__, name, "--seconds", str(asked.seconds), "--alone", folder]
            done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        found = re.search(r"Done (\d+) runs in (\d+) second", done.stderr)
        covered = re.findall(r"cov: (\d+)", done.stderr)[-1:]
        print(
            f"{name}: {found[0] if found else 'stopped'}, branches {''.join(covered)}, status {done.returncode}",
            flush=True,
        )
        if done.returncode:
            print(done.stderr[-3000:], flush=True)
        wrong += done.returncode != 0
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
