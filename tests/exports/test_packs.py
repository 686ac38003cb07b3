"""The zip of a review is opened: every number in it is an answer's own, and what describes it describes all of it."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import duckdb
import frictionless
import pytest
from pyarrow import parquet

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.packs.building import building, names, zip_file
from lsk_metrics.exports.packs.forms import FORMS, chosen, mime
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.reviews import Review, review
from lsk_metrics.indicators.status import board

NUMBERS = ("value", "low", "high")
DOCUMENT = {"board-en.txt": b"a document"}
# The same step twice, and two that differ in nothing but a filter: their files must not be called alike.
FIGURES = (
    "members~members_by_area;areas=Med~members~members_by_area;areas=BioF~gerd_share_of_gdp;view=pace~similar_regions"
)


@pytest.fixture(scope="module", params=["board", "own"])
def told(request: pytest.FixtureRequest, snapshot: str) -> Review:
    if request.param == "own":
        return review(figures=FIGURES, told="Własny", on="2026-05-21", snapshot=snapshot)
    return review(request.param, snapshot=snapshot)


@pytest.fixture(scope="module")
def made(told: Review) -> bytes:
    return zip_file(told, ("pl", "en"), DOCUMENT)


@pytest.fixture(scope="module")
def files(made: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        found = packed.namelist()
        assert found == sorted(set(found))
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: packed.read(name) for name in found}


def stems(files: dict[str, bytes]) -> list[str]:
    return [
        name.removeprefix("data/").removesuffix(".sql") for name in files if name.endswith(".sql") and "data/" in name
    ]


def answers(told: Review) -> list[Answer]:
    return [found for at, found in enumerate(told.answers) if found not in told.answers[:at]]


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_every_answer_is_there_as_csv_and_parquet_with_every_digit(
    lang: str, told: Review, files: dict[str, bytes]
) -> None:
    language.use(lang)
    assert len(stems(files)) == len(answers(told))
    for stem, found in zip(stems(files), answers(told), strict=True):
        assert ("-illustrative" in stem) == ("illustrative" in found.kinds)
        rows = list(csv.DictReader(io.StringIO(files[f"data/{stem}-{lang}.csv"].decode("utf-8-sig"))))
        table = parquet.read_table(io.BytesIO(files[f"data/{stem}-{lang}.parquet"])).to_pylist()
        for name in NUMBERS:
            own = [getattr(row, name) for row in found.rows]
            if name in rows[0]:
                assert [float(row[name]) if row[name] else None for row in rows] == own
                assert [row[name] for row in table] == own
            else:  # a figure that is only known to be “over” something says so by its flag
                assert not found.indicator.variables and not found.parameters.target
        for held in (rows, table):
            assert [(row["place"], int(row["year"]), row["kind"]) for row in held] == [
                (row.place, row.year, row.kind) for row in found.rows
            ]
            assert [row["place_name"] for row in held] == [found.place(row.place) for row in found.rows]
        assert {row["unit"] for row in rows} == {found.unit}


def test_each_query_in_the_zip_gives_its_rows_when_run_by_hand(
    told: Review, files: dict[str, bytes], snapshot_file: Path
) -> None:
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        for stem, found in zip(stems(files), answers(told), strict=True):
            if found.parameters.target or found.view:  # worked out from more than one query's rows
                continue
            values = json.loads(files[f"data/{stem}.parameters.json"])
            asked = connection.execute(files[f"data/{stem}.sql"].decode(), values)
            at = [column[0] for column in asked.description or []].index("value")
            rows = [float(row[at]) for row in asked.fetchall() if row[at] is not None]
            assert sorted(rows) == pytest.approx(sorted(row.value for row in found.rows if row.value is not None))


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_targets_are_there_with_their_numbers(lang: str, told: Review, files: dict[str, bytes]) -> None:
    language.use(lang)
    assert (f"data/targets-{lang}.csv" in files) == bool(told.targets)
    rows = list(csv.DictReader(io.StringIO(files.get(f"data/targets-{lang}.csv", b"").decode("utf-8-sig"))))
    for said, each in zip(rows, told.targets, strict=True):
        for name, value in board.row(each).items():
            assert (float(said[name]) if isinstance(value, int | float) else said[name]) == (
                "" if value is None else value
            )


def test_the_snapshots_own_tables_are_there_row_for_row(files: dict[str, bytes], snapshot_file: Path) -> None:
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        tables = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert {f"snapshot/tables/{name}.parquet" for name in tables} == {
            name for name in files if name.startswith("snapshot/tables/")
        }
        for name in tables:
            held = parquet.read_table(io.BytesIO(files[f"snapshot/tables/{name}.parquet"]))
            own = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            assert held.column_names == [column[0] for column in own.description or []]
            assert [tuple(row.values()) for row in held.to_pylist()] == own.fetchall()


def test_the_schema_in_the_zip_makes_the_tables_anew(files: dict[str, bytes], tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "anew.duckdb")) as connection:
        connection.execute(files["snapshot/schema.sql"].decode())
        made = connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone()
        assert connection.execute("SELECT count(*) FROM labels").fetchone() == (0,)
    assert made == (len(json.loads(files["snapshot/contents.json"])["tables"]),)


def test_frictionless_finds_the_folder_valid_and_every_table_described(
    told: Review, made: bytes, files: dict[str, bytes], tmp_path: Path
) -> None:
    with ZipFile(io.BytesIO(made)) as packed:
        packed.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "note", "message"])
    tables = {task.place for task in report.tasks if task.type == "table"}
    assert tables == {name for name in files if name.endswith(".csv")}
    said = json.loads(files["datapackage.json"])
    paths = [each["path"] for each in said["resources"]]
    assert sorted(paths) == sorted(set(files) - {"datapackage.json", "SHA256SUMS"})
    assert len({each["name"] for each in said["resources"]}) == len(paths)
    assert (said["version"], said["id"], said["languages"]) == (told.snapshot, told.id, ["en", "pl"])
    assert {each["title"] for each in said["licenses"]} == {card.licence for card in told.sources}


def test_the_sums_hold_for_every_file(files: dict[str, bytes]) -> None:
    sums = dict(reversed(line.split("  ")) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {name: sha256(content).hexdigest() for name, content in files.items() if name != "SHA256SUMS"}


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_readme_citations_and_licences_speak_both_languages(lang: str, told: Review, files: dict[str, bytes]) -> None:
    language.use(lang)
    readme = files[f"README.{lang}.md"].decode()
    assert readme.startswith(f"# {told.title}, {told.date}\n")
    assert all(found.sentence in readme for found in told.answers)
    assert f"lsk restore {told.id}.zip" in readme
    assert told.link in readme
    assert told.command in readme
    cited = files[f"citation/citation-{lang}.txt"].decode()
    assert all(card.citation() in cited for card in told.sources)
    ids = [each["id"] for each in json.loads(files[f"citation/citation-{lang}.json"])]
    assert len(set(ids)) == len(ids) == len(answers(told)) + len(told.sources)
    entries = files[f"citation/citation-{lang}.bib"].decode()
    assert entries.count("@misc{") == len(ids)
    assert all(card.licence in files[f"LICENCES.{lang}.txt"].decode() for card in told.sources)
    letters = {letter for found in told.answers for row in found.rows for letter in row.flag}
    flags = files[f"FLAGS.{lang}.txt"].decode().splitlines()
    assert {line[0] for line in flags if line[1:3] == "  "} == letters


def test_what_the_review_asks_is_in_the_zip_and_gives_it_again(told: Review, files: dict[str, bytes]) -> None:
    said = json.loads(files["review.json"])
    assert said["id"] == told.id
    assert said["review"] == told.document()
    assert set(said["links"]) == {"en", "pl"}
    assert files["board-en.txt"] == b"a document"


def test_the_same_review_gives_the_same_bytes_whatever_is_spoken(told: Review, made: bytes) -> None:
    language.use("pl")
    again = review(told.story, told.name, told.on, FIGURES if told.story == "own" else "", {}, told.snapshot)
    assert zip_file(again, ("en", "pl"), DOCUMENT) == made
    assert zip_file(again, ("en",), DOCUMENT) != made
    assert language.spoken() == "pl"


def test_files_come_one_by_one_and_leave_the_language_as_it_was(snapshot: str) -> None:
    told = review("glance", snapshot=snapshot)
    parts = building(told, ("pl", "en"), ["xlsx"])
    first = next(parts)
    assert language.spoken() == "en"
    assert first[::2] == (f"{told.id}-en.xlsx", 1, True)
    with speaking("pl"):
        second = next(parts)
        assert language.spoken() == "pl"
    assert (second.name, second.at, second.of) == (f"{told.id}-pl.xlsx", 2, 2)
    assert second.content != first.content
    assert list(parts) == []


def test_a_pack_in_both_languages_is_nine_files_the_zip_last(snapshot: str) -> None:
    told = review("s3", snapshot=snapshot)
    found = names(told)
    assert len(found) == 9
    assert found[0] == f"{told.id}-en.pptx"
    assert found[-1] == f"{told.id}.zip"
    assert names(told, ("pl",), ["zip"]) == [f"{told.id}.zip"]
    assert [mime(name) for name in found[1:3]] == ["application/pdf", "text/html"]


def test_what_there_is_no_form_or_language_for_is_refused_with_the_nearest(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no format called “ppt”. Did you mean “pptx”?"):
        chosen(["ppt"])
    with pytest.raises(NameUnknown, match="There is no language called “de”."):
        names(review("s3", snapshot=snapshot), ("de",))
    assert chosen(["zip", "pdf", "zip"]) == ["pdf", "zip"]
    assert list(FORMS) == ["pptx", "pdf", "html", "xlsx"]


def test_the_zip_of_a_pack_holds_every_document_of_it(snapshot: str) -> None:
    told = review(figures="members~investment_by_kind", snapshot=snapshot)
    parts = list(building(told, ("pl",)))
    assert [part.name for part in parts] == names(told, ("pl",))
    assert [(part.at, part.of) for part in parts] == [(at, 5) for at in range(1, 6)]
    with ZipFile(io.BytesIO(parts[-1].content)) as packed:
        for part in parts[:-1]:
            assert packed.read(part.name) == part.content
    alone = list(building(told, ("pl",), ["zip"]))
    assert [part.asked for part in alone] == [False, False, False, False, True]
    assert alone[-1].content == parts[-1].content
