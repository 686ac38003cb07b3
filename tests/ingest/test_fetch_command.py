"""`lsk fetch`: all are tried, what fails is said and loses nothing, one build follows."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.__main__ import main
from lsk_metrics.errors import SourceError
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.labels import cards
from lsk_metrics.ingest import source
from lsk_metrics.ingest.services import SERVICES
from lsk_metrics.warehouse import read

Captured = pytest.CaptureFixture[str]
FAULT = b"<S:Fault><faultcode>100</faultcode><faultstring>ERR_NOT_FOUND_4: not available.</faultstring></S:Fault>"


def as_sdmx(card: source.Source, change: Callable[[dict[str, str]], dict[str, str]] = lambda row: row) -> bytes:
    """The shipped figures of a card as Eurostat would give them."""
    picked, rows = card.fetch["filters"], card.fetch["rows"]
    lines = [",".join([*picked, "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"])]
    with card.path().open(encoding="utf-8", newline="") as file:
        for row in map(change, csv.DictReader(file)):
            codes = {name: codes[0] for name, codes in picked.items()}
            codes |= {word[1:-1]: row[name] for name, word in rows.items() if word.startswith("{")}
            cells = [*codes.values(), row["region"], row["year"], row["value"], row["flag"], ""]
            lines.append(",".join(cells))
    return "\n".join(lines).encode("utf-8")


def giving(body: bytes, status: int = 200, **headers: str) -> Callable[[Any], None]:
    return lambda desk: desk.give(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def eurostat(office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """All 13 tables under the words by which their requests are told apart, from what is shipped."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    address = office.url.rpartition("/")[0]
    for name in ("EUROSTAT", "BDL", "GISCO"):
        monkeypatch.setenv(f"LSK_{name}_URL", f"{address}/{name.lower()}")
    for card in source.fetchable("eurostat").values():
        codes = ",".join(card.fetch["filters"].get("unit", [])) + ",".join(card.fetch["filters"].get("sectperf", []))
        office.at[path_of(card)] = giving(as_sdmx(card), ETag=f'"{card.id}{codes}"')
    office.answers = [giving(b"", 404)]
    return office


def path_of(card: source.Source) -> str:
    filters = "&".join(f"c[{name}]={','.join(codes)}" for name, codes in card.fetch["filters"].items())
    return f"/eurostat/sdmx/3.0/data/dataflow/ESTAT/{card.fetch['dataset']}/1.0?{filters}&"


def results(capsys: Captured) -> tuple[dict[str, str], list[str]]:
    printed = capsys.readouterr()
    return {row["dataset"]: row["result"] for row in json.loads(printed.out)}, printed.err.splitlines()


def test_all_tables_of_eurostat_are_fetched_and_give_the_same_answers(eurostat: Any, capsys: Captured) -> None:
    assert main(["build"]) == 0
    before = [row.value for row in answer("gerd_share_of_gdp").rows]
    before_caveats = answer("hrst_share").caveats
    capsys.readouterr()
    assert main(["fetch", "eurostat", "--format", "json"]) == 0
    told, said = results(capsys)
    assert (len(told), set(told.values())) == (13, {"fetched"})
    assert said[-1] == f"Snapshot {read.version()} is published."
    after = answer("gerd_share_of_gdp")
    assert [row.value for row in after.rows] == before
    assert after.document()["as_of"].startswith("Data as of ")
    assert [words for words in before_caveats if "older vintage" in words] != []
    assert [words for words in answer("hrst_share").caveats if "older vintage" in words] == []
    card = cards(read.version())["eurostat_gerd"]
    assert (card.retrieved > "2026-02-08", card.shipped) == (True, "2026-02-08")
    assert "shipped copy of 8\u00a0February\u00a02026" in card.history()


def test_what_has_not_changed_is_not_fetched_again_and_no_snapshot_is_made(eurostat: Any, capsys: Captured) -> None:
    one = ["fetch", "--dataset", "eurostat_gerd", "--format", "json"]
    assert main(one) == 0
    first = read.version()
    eurostat.at = {"TGS00042": giving(b"", 304)}
    capsys.readouterr()
    assert main(one) == 0
    told, said = results(capsys)
    assert (told, said[-1]) == ({"eurostat_gerd": "unchanged"}, f"Snapshot {first} holds them already.")
    assert eurostat.asked[-1]["if-none-match"].startswith('"eurostat_gerd')


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (giving(FAULT, 404), "answers 404 (Not Found): ERR_NOT_FOUND_4: not available."),
        (giving(FAULT), "is no table but a message of the service: ERR_NOT_FOUND_4: not available."),
        (giving(b"<html>Log in</html>", Content_Type="text/html"), "answers with a web page instead of a file."),
        (giving(b"freq,unit\nA,PC_GDP\n"), "lacks the columns geo, TIME_PERIOD, OBS_VALUE, OBS_FLAG, sectperf"),
        (giving(b"", 429, Retry_After="3600"), "answers 429 (Too Many Requests), and asks to wait 3600 seconds"),
        (giving(b"", 200, Content_Length="999999999"), "is too large: 999999999 bytes, and 100000000 are allowed."),
    ],
    ids=["vanished", "error with status 200", "web page", "header changed", "too many requests", "too large"],
)
def test_what_is_not_as_it_should_be_is_said_and_the_old_file_stays(
    fault: Callable[[Any], None], said: str, eurostat: Any
) -> None:
    fetch = SERVICES["eurostat"].fetch
    fetch(print, "eurostat_gerd")
    held = next(card for card in source.cards() if card.id == "eurostat_gerd")
    eurostat.at = {"TGS00042": fault}
    with pytest.raises(SourceError) as reason:
        fetch(print, "eurostat_gerd")
    assert said in str(reason.value)
    assert next(card for card in source.cards() if card.id == "eurostat_gerd") == held


def test_one_that_fails_is_said_and_the_others_are_fetched_and_built(eurostat: Any, capsys: Captured) -> None:
    eurostat.at = {"TGS00042": giving(FAULT, 404), **eurostat.at}
    assert main(["fetch", "eurostat", "--format", "json"]) == 1
    told, lines = results(capsys)
    assert (told.pop("eurostat_gerd"), len(told), set(told.values())) == ("failed", 12, {"fetched"})
    [line] = [line for line in lines if line.startswith("lsk: eurostat_gerd: ")]
    assert line.endswith(" answers 404 (Not Found): ERR_NOT_FOUND_4: not available. What was held of it stays.")
    assert lines[-1] == f"Snapshot {read.version()} is published."


def test_a_build_that_fails_keeps_the_old_snapshot_and_names_the_file_and_the_way_back(
    eurostat: Any, capsys: Captured
) -> None:
    assert main(["build"]) == 0
    before = read.version()
    card = source.fetchable("eurostat")["eurostat_gerd"]
    hundredfold = as_sdmx(card, lambda row: {**row, "value": str(float(row["value"]) * 100)})
    eurostat.at = {"TGS00042": giving(hundredfold), **eurostat.at}
    capsys.readouterr()
    assert main(["fetch", "--dataset", "eurostat_gerd"]) == 1
    said = capsys.readouterr().err
    assert "Rule “shares stay within 100” is broken" in said
    assert "Of what was fetched, “eurostat_gerd” is at fault; to go back to the copy before: " in said
    assert said.endswith("lsk fetch --undo eurostat_gerd\n")
    assert read.version() == before
    assert main(["fetch", "--undo", "eurostat_gerd"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("“eurostat_gerd” is the shipped copy again; the fetched one stays")
    assert read.version() == before
    assert cards(read.version())["eurostat_gerd"].shipped is None


def test_without_a_name_every_service_is_asked(eurostat: Any, capsys: Captured) -> None:
    assert main(["fetch", "--format", "csv"]) == 1
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    failed = {row["dataset"]: row["said"] for row in rows if row["result"] == "failed"}
    assert {"boundaries_nuts3", "powiat_figures_bdl"} <= set(failed)
    assert "answers 404 (Not Found). Is the address right?" in failed["powiat_figures_bdl"]
    assert {row["dataset"] for row in rows if row["result"] == "fetched"} == set(source.fetchable("eurostat"))


def test_names_that_do_not_exist_are_told_with_the_nearest(eurostat: Any, capsys: Captured) -> None:
    for arguments, said in (
        (["eurostatt"], "There is no source called “eurostatt”. Did you mean “eurostat”?"),
        (["--dataset", "eurostat_gdpp"], "There is no dataset called “eurostat_gdpp”. Did you mean “eurostat_gdp”?"),
        (["bdl", "--dataset", "nothing"], "There is no dataset called “nothing”. There are: powiat_figures_bdl."),
        (["--undo", "eurostat_gdp"], "There is no fetched source called “eurostat_gdp”. There are: none."),
        (["bdl", "--undo", "x"], "--undo fetches nothing, so it goes alone: lsk fetch --undo x"),
    ):
        assert main(["fetch", *arguments]) == 1
        assert capsys.readouterr().err == f"lsk: {said}\n"
    assert eurostat.asked == []
    assert not (paths.home() / "raw").exists()


def test_a_step_back_shows_the_very_snapshot_from_before(eurostat: Any, capsys: Captured) -> None:
    assert main(["build"]) == 0
    shipped = read.version()
    assert main(["fetch", "--dataset", "eurostat_gerd"]) == 0
    fetched = read.version()
    assert main(["fetch", "--undo", "eurostat_gerd"]) == 0
    assert read.version() == shipped != fetched
    assert main(["fetch", "--undo", "eurostat_gerd"]) == 0
    assert read.version() == fetched


def test_where_no_card_can_be_fetched_it_is_said(elsewhere: Path, capsys: Captured) -> None:
    assert main(["fetch", "eurostat"]) == 1
    assert capsys.readouterr().err.startswith("lsk: There is nothing to fetch: no source card says under [fetch]")


def test_an_answer_that_was_refused_is_asked_for_whole_the_next_time(eurostat: Any, capsys: Captured) -> None:
    good = eurostat.at
    queued = b"<env:Envelope><ns0:syncResponse><queued><id>1</id></queued></ns0:syncResponse></env:Envelope>"
    eurostat.at = {"TGS00042": giving(queued, ETag='"q"')}
    assert main(["fetch", "--dataset", "eurostat_gerd"]) == 1
    assert "still being prepared; ask again in some minutes." in capsys.readouterr().err
    eurostat.at = good
    assert main(["fetch", "--dataset", "eurostat_gerd"]) == 0
    assert "if-none-match" not in eurostat.asked[1]
