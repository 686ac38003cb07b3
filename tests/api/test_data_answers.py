"""What the data routes send is what the command prints and the pages hand out, to the last digit and byte."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.api.data import answers
from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators import answer, indicators, methods, version
from lsk_metrics.indicators.offers import offers
from lsk_metrics.language import LANGUAGES, use

Get = Callable[..., Any]
ALL = [each.id for each in [*indicators(), *methods()]]


@pytest.fixture(autouse=True)
def _built(snapshot: str) -> None:
    """Each of these tests asks the snapshot of the data folder."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_json_is_what_lsk_show_prints(name: str, lang: str, get: Get, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name, "--format", "json", "--lang", lang]) == 0
    answered = get(f"/api/v1/indicators/{name}/answer.json", f"lang={lang}")
    assert (answered.status, answered.body.decode()) == (200, capsys.readouterr().out)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ALL)
def test_table_and_picture_are_the_bytes_that_pages_hand_out(name: str, lang: str, get: Get) -> None:
    use(lang)
    found = answer(name)
    for ending in ("csv", "svg") if draw_for(found) else ("csv",):
        answered = get(f"/api/v1/indicators/{name}/answer.{ending}", accept_language=lang)
        assert answered.status == 200
        assert answered.body == FORMATS[ending].made(found)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_is_the_bytes_that_lsk_export_writes(ending: str, get: Get, tmp_path: Path) -> None:
    asked = ["export", "gdp_per_head_pps", "--with", "first_year=2010", "--with", "measure=index", "--lang", "pl"]
    assert main([*asked, "--to", str(tmp_path / f"a.{ending}")]) == 0
    answered = get(f"/api/v1/indicators/gdp_per_head_pps/answer.{ending}", "first_year=2010&measure=index&lang=pl")
    assert answered.body == (tmp_path / f"a.{ending}").read_bytes()
    assert answered.headers["content-type"].partition(";")[0] == FORMATS[ending].mime
    assert f'{version()}.{ending}"' in answered.headers["content-disposition"]


@pytest.mark.parametrize("name", [each.id for each in indicators()])
def test_whatever_is_offered_is_given(name: str, get: Get) -> None:
    can = offers(name, version())
    given = [
        each.given
        for part in (can.forms, can.measures, can.views, can.groups, can.sets)
        for each in part
        if each.possible
    ]
    for parameters in {pairs for pairs in given if pairs}:
        query = "&".join(f"{key}={value}" for key, value in parameters)
        assert get(f"/api/v1/indicators/{name}/answer", query).status == 200, query


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/*;q=0.5, image/*;q=0.9", "image/svg+xml"),
        ("application/json;q=0, */*", "text/csv; charset=utf-8"),
        ("application/vnd.apache.parquet, application/json;q=0.9", "application/vnd.apache.parquet"),
    ],
)
def test_accept_chooses_the_form(accept: str, media: str, get: Get) -> None:
    answered = get("/api/v1/indicators/members/answer", **({"accept": accept} if accept else {}))
    assert (answered.status, answered.headers["content-type"]) == (200, media)
    assert answered.headers["vary"] == "Accept-Encoding, Accept-Language, Accept"


def test_rows_come_in_parts_that_make_up_the_whole(get: Get) -> None:
    whole = get("/api/v1/indicators/members_by_town/answer.json").json()["rows"]
    assert len(whole) == 223
    rows, query = [], "limit=100"
    for _turn in range(3):
        part = get("/api/v1/indicators/members_by_town/answer.json", query)
        assert part.headers["x-total-count"] == "223"
        rows += part.json()["rows"]
        following = [each for each in part.headers["link"].split(", ") if 'rel="next"' in each]
        query = following[0].partition("?")[2].partition(">")[0] if following else ""
    assert (rows, query) == (whole, "")


def test_a_file_is_whole_or_refused(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    part = get("/api/v1/indicators/members/answer", "limit=1", accept="text/csv")
    assert (part.status, part.json()["detail"]) == (
        400,
        "limit and offset take a part of the rows of JSON; a file is whole.",
    )
    monkeypatch.setattr(answers, "LARGEST", 200)
    large = get("/api/v1/indicators/members_by_town/answer.csv")
    assert (large.status, large.json()["type"]) == (400, "/api/v1/problems#too-large")
    assert large.json()["detail"] == (
        "The file would have 223 rows; there are at most 200 in one. Ask for fewer years or places."
    )


def test_the_passport_is_that_of_the_command(get: Get, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["passport", "members_by_town", "--with", "first_year=2010", "--lang", "pl", "--format", "json"]
    assert main(asked) == 0
    said = get("/api/v1/indicators/members_by_town", "first_year=2010&lang=pl").json()
    links = said.pop("links")
    assert said == json.loads(capsys.readouterr().out)
    assert links["csv"] == "/api/v1/indicators/members_by_town/answer.csv?first_year=2010&lang=pl"


def test_a_table_is_read_back_with_its_polish_letters(get: Get) -> None:
    text = get("/api/v1/indicators/members_by_town/answer.csv", "lang=pl&places=Nowy Sącz".replace(" ", "%20"))
    assert text.status == 200
    places = {row["place_name"] for row in csv.DictReader(io.StringIO(text.body.decode("utf-8-sig")))}
    assert places == {"Nowy Sącz"}
