"""Catalogues and search engines are told what the answers say: read back with an RDF library and by their columns."""

import csv
import io
import json

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

from lsk_metrics import language
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.exports.metadata import catalogue, csv_metadata, dataset
from lsk_metrics.exports.metadata.authority import LICENCES
from lsk_metrics.indicators import Answer, answer, indicators

BASE = "https://metrics.example"
LIST = Namespace("http://publications.europa.eu/resource/authority/")


@pytest.fixture(scope="module")
def answers(snapshot: str) -> list[Answer]:
    return [answer(each.id) for each in indicators()]


@pytest.fixture(scope="module")
def graph(answers: list[Answer], snapshot: str) -> Graph:
    return Graph().parse(data=catalogue(answers, BASE, snapshot), format="json-ld")


def home(found: Answer) -> URIRef:
    return URIRef(f"{BASE}/api/v1/indicators/{found.indicator.id}")


def test_the_catalogue_has_a_dataset_for_each_indicator_in_both_languages(graph: Graph, answers: list[Answer]) -> None:
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == set(map(home, answers))
    for lang in language.LANGUAGES:
        language.use(lang)
        for found in answers:
            [title] = [str(each) for each in graph.objects(home(found), DCTERMS.title) if each.language == lang]
            assert title.startswith(found.title)
            assert ("illustrative" in found.kinds) == (title != found.title)
            [words] = [str(each) for each in graph.objects(home(found), DCTERMS.description) if each.language == lang]
            assert words.startswith(found.sentence)


def test_every_dataset_has_what_the_profile_requires(graph: Graph, answers: list[Answer]) -> None:
    [catalog] = graph.subjects(RDF.type, DCAT.Catalog)
    for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.modified, DCAT.themeTaxonomy):
        assert (catalog, needed, None) in graph
    for found in answers:
        for needed in (
            DCTERMS.publisher,
            DCTERMS.identifier,
            DCTERMS.spatial,
            DCAT.theme,
            DCAT.keyword,
            DCTERMS.accessRights,
        ):
            assert (home(found), needed, None) in graph
        files = list(graph.objects(home(found), DCAT.distribution))
        assert len(files) == 4
        for each in files:
            assert (each, DCAT.accessURL, each) in graph
            [form] = graph.objects(each, DCTERMS.format)
            assert str(form).startswith(LIST["file-type/"])


def test_years_regions_and_licences_are_those_of_the_answer(graph: Graph) -> None:
    found = answer("gerd_share_of_gdp")
    [period] = graph.objects(home(found), DCTERMS.temporal)
    assert (period, DCAT.startDate, Literal("2013-01-01", datatype=XSD.date)) in graph
    assert (period, DCAT.endDate, Literal("2023-12-31", datatype=XSD.date)) in graph
    regions = {str(each).rpartition("/")[2] for each in graph.objects(home(found), DCTERMS.spatial)}
    assert regions == set(found.places)
    [own] = graph.objects(home(answer("members")), DCTERMS.spatial)
    assert str(own) == "http://data.europa.eu/nuts/code/PL21"
    file = URIRef(f"{home(found)}/answer.csv")
    assert set(graph.objects(file, DCTERMS.license)) == {URIRef(LICENCES["Eurostat"])}


def test_equal_answers_give_an_equal_catalogue_whatever_is_spoken(answers: list[Answer], snapshot: str) -> None:
    language.use("en")
    english = catalogue(answers, BASE, snapshot)
    language.use("pl")
    assert catalogue(answers, BASE, snapshot) == english
    assert language.spoken() == "pl"


@pytest.mark.parametrize("name", [each.id for each in indicators()])
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_the_description_of_a_csv_file_names_its_columns_and_their_types(snapshot: str, name: str, lang: str) -> None:
    language.use(lang)
    found = answer(name)
    told = json.loads(csv_metadata(found, "answer.csv"))
    rows = list(csv.DictReader(io.StringIO(csv_file(found).decode("utf-8-sig"))))
    columns = {each["name"]: each["datatype"] for each in told["tableSchema"]["columns"]}
    reads = {"integer": int, "number": float, "string": str}
    assert told["@context"] == ["http://www.w3.org/ns/csvw", {"@language": lang}]
    for row in rows:
        assert list(row) == list(columns)
        for column, text in row.items():
            if text:
                reads[columns[column]](text)


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_a_search_engine_reads_what_the_answer_says(snapshot: str, lang: str) -> None:
    language.use(lang)
    found = answer("members_by_type")
    told = dataset(found)
    assert told["name"] == found.title
    assert told["description"].startswith(found.sentence)
    assert told["version"] == snapshot
    assert told["inLanguage"] == lang
    assert [each["name"] for each in told["spatialCoverage"]] == ["Małopolska"]
    assert told["variableMeasured"]["unitText"] == found.unit
    assert told["temporalCoverage"] == "2018/2018"
    assert json.loads(json.dumps(told)) == told
