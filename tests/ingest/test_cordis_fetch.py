"""CORDIS's zip files are fetched from a server on this machine, read on trial, and kept only when they are good."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest import download
from lsk_metrics.ingest.download import Patience
from lsk_metrics.ingest.services import cordis
from lsk_metrics.warehouse import read
from tests.made_up_cordis import H2020, members, packed, zips

ZIPS = zips()
GOOD, NAME = ZIPS["cordis-h2020projects-csv.zip"], "cordis_h2020"


def gives(body: bytes, status: int = 200, **headers: str) -> Callable[[Any], None]:
    usual = {"Content-Type": "application/zip", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return lambda desk: desk.give(status, body, usual)


@pytest.fixture
def state(tmp_path: Path, office: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and CORDIS at this machine's address; the data folder is the one that is shipped."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LSK_CORDIS_URL", office.url.rpartition("/")[0] + "/data/")
    monkeypatch.setattr(download, "LARGE", Patience(tries=3, wait_s=0.0, silence_s=10, whole_s=60))
    return tmp_path / "home"


def fetch(said: list[str] | None = None) -> list[str]:
    return cordis.fetch((said if said is not None else []).append, NAME)


def kept(state: Path) -> list[str]:
    return sorted(path.relative_to(state).as_posix() for path in state.rglob("*") if path.is_file())


def test_both_programmes_are_fetched_and_a_snapshot_has_them(
    office: Any, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.answers = [gives(ZIPS["cordis-HORIZONprojects-csv.zip"]) if "HORIZON" in name else gives(ZIPS[name])
                      for name in sorted(ZIPS, key=str.lower)]  # fmt: skip
    assert main(["fetch", "cordis"]) == 0
    printed = capsys.readouterr()
    assert [asked["path"] for asked in office.asked] == [
        "/data/cordis-h2020projects-csv.zip", "/data/cordis-HORIZONprojects-csv.zip",
    ]  # fmt: skip
    assert "3 of 4 projects concern the region, with 10 of 14 participations; 0 rows are left out" in printed.err
    assert printed.out.count("fetched") == 2
    assert read.rows("SELECT count(*) AS n, sum(ec_contribution_eur)::DOUBLE AS eur FROM home_participations") == [
        {"n": 8, "eur": 2_150_000.25}
    ]
    card = tomllib.loads((state / "raw" / f"{NAME}.toml").read_text(encoding="utf-8"))
    assert card["url"] == office.url.rpartition("/")[0] + "/data/cordis-h2020projects-csv.zip"
    assert (card["kind"], card["licence"]) == ("published", "CC BY 4.0, © European Union")


def test_what_has_not_changed_is_not_kept_a_second_time(office: Any, state: Path) -> None:
    office.answers = [gives(GOOD, ETag='"7"'), gives(b"", 304), gives(GOOD, ETag='"8"')]
    assert fetch() == [NAME]
    before = kept(state)
    assert fetch() == []
    assert office.asked[1]["if-none-match"] == '"7"'
    assert fetch() == []
    assert kept(state) == before


def test_a_file_that_breaks_off_is_gone_on_with(office: Any, state: Path) -> None:
    half = len(GOOD) // 2

    def cut(desk: Any) -> None:
        desk.give(
            200, GOOD[:half], {"Content-Length": str(len(GOOD)), "ETag": '"7"', "Content-Type": "application/zip"}
        )

    def rest(desk: Any) -> None:
        where = f"bytes {half}-{len(GOOD) - 1}/{len(GOOD)}"
        desk.give(206, GOOD[half:], {"Content-Range": where, "ETag": '"7"', "Content-Type": "application/zip"})

    office.answers = [cut, rest]
    assert fetch() == [NAME]
    assert office.asked[1]["range"] == f"bytes={half}-"


SPOILED = {
    "a web page": (gives(b"<!DOCTYPE html><title>Moved</title>", Content_Type="text/html"), "a web page instead"),
    "nothing there": (gives(b"", 404), r"answers 404"),
    "half a zip": (gives(GOOD[: len(GOOD) // 2]), r"is no zip file that can be read whole"),
    "a page said to be a zip": (gives(b"Service closed"), r"is no zip file that can be read whole"),
    "no participants": (
        gives(packed({name: text for name, text in members(H2020).items() if name != "organization.csv"})),
        r"holds organization\.csv 0 times",
    ),
    "another header": (
        gives(packed({**members(H2020), "project.csv": '"ID";"name"\n'})),
        r"project\.csv in cordis-h2020projects-csv\.zip has no column “id”",
    ),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_what_is_no_such_file_is_refused_and_the_old_one_stays(spoiled: str, office: Any, state: Path) -> None:
    answer, said = SPOILED[spoiled]
    office.answers = [gives(GOOD, ETag='"7"')]
    fetch()
    before = [name for name in kept(state) if name.startswith("raw/")]
    office.answers = [answer]
    with pytest.raises(SourceError, match=said):
        fetch()
    assert [name for name in kept(state) if name.startswith("raw/")] == before
    office.answers = [gives(GOOD, ETag='"7"')]
    assert fetch() == []


def test_a_programme_that_is_not_described_is_not_asked_for(office: Any, state: Path) -> None:
    with pytest.raises(
        NameUnknown, match=r"no programme of CORDIS called “cordis_h2021”\. Did you mean “cordis_h2020”"
    ):
        cordis.fetch(print, "cordis_h2021")
    assert office.asked == []


def test_a_description_that_cannot_be_read_is_named(elsewhere: Path) -> None:
    (elsewhere / "services").mkdir()
    for text, said in (("id = ", "is not valid TOML"), ('id = "a"', r"lacks: fetch, file\.")):
        (elsewhere / "services" / "a.toml").write_text(text, encoding="utf-8")
        with pytest.raises(SourceError, match=rf"a\.toml {said}"):
            cordis.datasets()
