"""Records for catalogues and search engines, at their addresses."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from rdflib import Graph
from rdflib.namespace import DCAT, RDF

from lsk_metrics import language
from lsk_metrics.exports import citation
from lsk_metrics.exports.metadata import csv_metadata, dataset
from lsk_metrics.indicators import answer, indicators

Get = Callable[..., Any]


def test_the_catalogue_lists_every_indicator_that_has_rows(
    get: Get, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_ADDRESS", "https://metrics.example/")
    answered = get("/api/v1/catalog.jsonld", "lang=pl")
    assert answered.status == 200
    assert answered.headers["content-type"] == "application/ld+json"
    graph = Graph().parse(data=answered.body, format="json-ld")
    found = {str(each).rpartition("/")[2] for each in graph.subjects(RDF.type, DCAT.Dataset)}
    assert found == {each.id for each in indicators() if answer(each.id).rows}
    assert all(
        str(each).startswith("https://metrics.example/api/v1/") for each in graph.subjects(RDF.type, DCAT.Dataset)
    )


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_each_file_of_a_catalogue_is_there(get: Get, snapshot: str, lang: str) -> None:
    graph = Graph().parse(
        data=get("/api/v1/catalog.jsonld", f"lang={lang}").body, format="json-ld", publicID="http://x/"
    )
    files = [str(each).removeprefix("http://x") for each in graph.objects(None, DCAT.downloadURL)]
    assert len(files) > 100
    assert {get(path, method="HEAD").status for path in files[::7]} == {200}


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_the_record_of_an_answer_follows_its_parameters(get: Get, snapshot: str, lang: str) -> None:
    language.use(lang)
    found = answer("gerd_share_of_gdp", {"first_year": "2018"})
    answered = get("/api/v1/indicators/gerd_share_of_gdp/dataset.jsonld", f"lang={lang}&first_year=2018")
    assert json.loads(answered.body) == dataset(found)
    assert json.loads(answered.body)["temporalCoverage"] == "2018/2023"


def test_the_columns_of_a_csv_file_are_told_beside_it(get: Get, snapshot: str) -> None:
    answered = get("/api/v1/indicators/members/answer.csv-metadata.json", "lang=en")
    assert answered.headers["content-type"] == "application/csvm+json"
    assert answered.body == csv_metadata(answer("members"), "answer.csv?lang=en")
    file = get("/api/v1/indicators/members/answer.csv", "lang=en")
    assert file.headers["link"] == (
        '</api/v1/indicators/members/answer.csv-metadata.json?lang=en>; rel="describedby"; type="application/csvm+json"'
    )
    heads = file.body.decode("utf-8-sig").splitlines()[0]
    assert [each["name"] for each in json.loads(answered.body)["tableSchema"]["columns"]] == heads.split(",")


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_an_answer_is_cited_as_its_files_cite_it(get: Get, snapshot: str, lang: str) -> None:
    language.use(lang)
    found = answer("gerd_share_of_gdp")
    here = "/api/v1/indicators/gerd_share_of_gdp"
    assert get(f"{here}/citation.bib", f"lang={lang}").body.decode() == citation.bibtex(found)
    assert json.loads(get(f"{here}/citation.json", f"lang={lang}").body) == citation.csl(found)
