"""What describes the zip of a review describes all of it, in both languages, and for machines."""

import io
import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import frictionless
import pytest

from lsk_metrics import language
from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators.reviews import Review, of

NUMBERS = ("value", "low", "high")


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
    assert len(set(ids)) == len(ids) == figures(told) + len(told.sources)
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


def test_the_same_review_gives_the_same_bytes_whatever_is_spoken(
    told: Review, made: bytes, files: dict[str, bytes]
) -> None:
    language.use("pl")
    again, documents = of(told.document()), {"board-en.txt": files["board-en.txt"]}
    assert zip_file(again, ("en", "pl"), documents) == made
    assert zip_file(again, ("en",), documents) != made
    assert language.spoken() == "pl"


def figures(told: Review) -> int:
    """How many different figures a review has."""
    return sum(found not in told.answers[:at] for at, found in enumerate(told.answers))
