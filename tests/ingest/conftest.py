"""Another cluster, small enough to read: a data folder of its own, with which the same program must work."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

NAMES = "code,name,name_pl,sort\n"
FILES = {
    "reference/helix.csv": NAMES + "business,Business,Biznes,1\n",
    "reference/areas.csv": "code,name,name_pl,helix,sort\nBiz,Trade,Handel,business,1\n",
    "reference/value_chains.csv": "code,name,name_pl,short,short_pl,sort\nwood,Wood,Drewno,Wood,Drewno,1\n",
    "reference/segments.csv": "value_chain,name,name_pl,sort\nwood,Chairs,Krzesła,1\n",
    "reference/member_types.csv": NAMES + "sme,Small firms,Małe firmy,1\n",
    "reference/regions.csv": "code,name,name_pl,role,peer,peer_pl,country,nuts_version,sort\n"
    "XX1,Near,Blisko,home,,,XX,2021,1\nYY1,Far,Daleko,peer,Far,Daleko,YY,2021,2\n",
    "reference/powiats.csv": "teryt,name,city,nuts3,nuts3_name,area_km2\n01,alfowski,false,XX11,Alfa,12.5\n",
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
    "M1,Alfa Ltd,sme,Biz,wood,Alfa,2010-05-01,\nM2,Beta Ltd,sme,Biz,,Alfa,2011-05-01,\nM3,Gamma Ltd,sme,Biz,wood,Alfa,2012-05-01,\n",
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
    for name, text in FILES.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    signed(tmp_path / "data")
    return tmp_path / "data"


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
