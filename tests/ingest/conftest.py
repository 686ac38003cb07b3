"""Another cluster, small enough to read, with which the same program must work; and a server on this machine."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import read

NAMES = "code,name,name_pl,sort\n"
FILES = {
    "reference/helix.csv": NAMES + "business,Business,Biznes,1\n",
    "reference/areas.csv": "code,name,name_pl,helix,sort\nBiz,Trade,Handel,business,1\n",
    "reference/value_chains.csv": "code,name,name_pl,short,short_pl,sort\nwood,Wood,Drewno,Wood,Drewno,1\n",
    "reference/segments.csv": "value_chain,name,name_pl,sort\nwood,Chairs,Krzesła,1\n",
    "reference/member_types.csv": NAMES + "sme,Small firms,Małe firmy,1\n",
    "reference/regions.csv": "code,name,name_pl,role,peer,peer_pl,country,nuts_version,sort\n"
    "XX1,Near,Blisko,home,,,XX,2021,1\nYY1,Far,Daleko,peer,Far,Daleko,YY,2021,2\n",
    "reference/powiats.csv": "teryt,name,city,nuts3,nuts3_name,area_km2,tile_column,tile_row\n"
    "01,alfowski,false,XX11,Alfa,12.5,1,1\n",
    "reference/claims.csv": "id,topic,statement,statement_pl,value,unit,qualifier,year,source,seed,check_sql,sort\n"
    "members_2012,members,Three members.,Trzech członków.,3,members,exact,2012,office,true,"
    "SELECT count(*) FROM members,1\n"
    "rd_2019,region,Almost 2%.,Prawie 2%.,2,%,almost,2019,office,true,SELECT max(value) FROM observations,2\n",
    "reference/caveats.csv": "indicator,sort,words,words_pl\n",
    "raw/towns/towns.csv": "name,teryt,latitude,longitude\nAlfa,01,50.5,20.5\n",
    "raw/office/observations.csv": "dataset,breakdown,unit,region,year,value,flag\n"
    "rd_e_gerdreg,TOTAL,PC_GDP,XX1,2018,1.25,\nrd_e_gerdreg,TOTAL,PC_GDP,XX1,2019,1.95,p\n"
    "rd_e_gerdreg,TOTAL,PC_GDP,YY1,2018,,\nrd_e_gerdreg,TOTAL,PC_GDP,YY1,2019,1.5,b\n",
    "register/members.csv": "id,name,type,area,value_chain,town,joined,left\n"
    "M1,Alfa Ltd,sme,Biz,wood,Alfa,2010-05-01,\n"
    "M2,Beta Ltd,sme,Biz,,Alfa,2010-09-01,\n"
    "M3,Gamma Ltd,sme,Biz,wood,Alfa,2012-05-01,\n",
}
CARDS = {
    "office": ("published", "observations", "raw/office/observations.csv"),
    "own": ("register", "members", "register/members.csv"),
    "towns": ("published", "towns", "raw/towns/towns.csv"),
}
CARD = """id = "{id}"
producer = "Office"
producer_pl = "Urząd"
title = "Yearbook"
title_pl = "Rocznik"
kind = "{kind}"
licence = "free"
retrieved = "2020-05"
file = "{file}"
sha256 = "{sha256}"
table = "{table}"
"""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the other cluster, which is the data folder for this test; its state lies in an empty home."""
    monkeypatch.setenv("LSK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    return written(tmp_path / "data")


@pytest.fixture(scope="session")
def first_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one snapshot of the other cluster, built once."""
    folder = tmp_path_factory.mktemp("first")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_DATA", str(written(folder / "data")))
        settings.setenv("LSK_HOME", str(folder / "home"))
        build()
    return folder / "home"


@pytest.fixture
def published(elsewhere: Path, first_home: Path) -> str:
    """The snapshot that the other cluster's readers see, in this test's own home."""
    copytree(first_home, elsewhere.parent / "home")
    return read.version()


def written(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    signed(folder)
    return folder


@pytest.fixture
def change(elsewhere: Path) -> Callable[[str, str, str], None]:
    """Replaces text in one file of the other cluster, and writes the new checksum into its card."""

    def changed(name: str, old: str, new: str) -> None:
        path = elsewhere / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        signed(elsewhere)

    return changed


def signed(folder: Path) -> None:
    (folder / "sources").mkdir(exist_ok=True)
    for name, (kind, table, file) in CARDS.items():
        sha256 = hashlib.sha256((folder / file).read_bytes()).hexdigest()
        card = CARD.format(id=name, kind=kind, table=table, file=file, sha256=sha256)
        (folder / "sources" / f"{name}.toml").write_text(card, encoding="utf-8")


class Office:
    """A server on this machine that gives prepared answers in turn, the last one again and again.

    For a path that contains one of the words in `at`, the answer stands there."""

    def __init__(self) -> None:
        self.answers: list[Callable[[Any], None]] = []
        self.at: dict[str, Callable[[Any], None]] = {}
        self.asked: list[dict[str, str]] = []
        self.closing = threading.Event()
        office = self

        class Desk(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                office.asked.append(
                    {"path": self.path, **{name.lower(): value for name, value in self.headers.items()}}
                )
                special = [answer for word, answer in office.at.items() if word in self.path]
                answer = special[0] if special else office.answers[min(len(office.asked), len(office.answers)) - 1]
                try:
                    answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    return

            def give(self, status: int, body: bytes, headers: dict[str, str]) -> None:
                """Answer with a body; the headers come on top of the usual ones."""
                self.send_response(status)
                usual = {"Content-Length": str(len(body)), "Content-Type": "application/json"}
                for name, value in (usual | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *arguments: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self.url = f"http://127.0.0.1:{self.server.server_port}/file.geojson"


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("no_proxy", "*")
    office = Office()
    thread = threading.Thread(target=office.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield office
    office.closing.set()
    office.server.shutdown()
    office.server.server_close()
    thread.join()
