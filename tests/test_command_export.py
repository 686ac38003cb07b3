"""`lsk export` writes the file that the page hands out; `lsk show` with the command in it gives the answer again."""

import json
import shlex
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.exports.names import file_name
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.command import command
from lsk_metrics.screen.takeaway import Making

ASKED: list[tuple[str, dict[str, str]]] = [
    ("gerd_share_of_gdp", {}),
    ("gerd_share_of_gdp", {"view": "change", "first_year": "2016", "peers": "similar", "number": "3"}),
    ("gdp_per_head_pps", {"view": "pace", "target_year": "2035", "peers": "domestic"}),
    ("gdp_per_head_pps", {"view": "ranking", "places": "PL21,ES21"}),
    ("members_by_town", {"places": "Nowy Sącz", "areas": "Med,BioF", "illustrative": "yes"}),
    ("members", {"illustrative": "no"}),
    ("similar_regions", {"likeness": "population:0.5", "own_country": "no"}),
    ("composite_rank", {"indicators": "gerd_share_of_gdp,employment_rate", "weights": "employment_rate:2"}),
    ("two_indicators", {"peers": "similar"}),
]


@pytest.mark.parametrize(("name", "given"), ASKED)
def test_the_command_of_an_answer_gives_the_same_answer(
    name: str, given: dict[str, str], snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    language.use("pl")
    found = answer(name, given, snapshot)
    words = shlex.split(command(found))
    assert words[0] == "lsk"
    assert main([*words[1:], "--format", "json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["sentence"], again["snapshot"]) == (found.sentence, snapshot)
    assert again == json.loads(json.dumps(found.document(), default=str))


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize("form", list(FORMATS))
def test_the_command_writes_the_very_bytes_of_the_page(form: str, lang: str, snapshot: str, tmp_path: Path) -> None:
    asked = ["export", "members_by_town", "--to", str(tmp_path), "--as", form, "--lang", lang, "--with", "areas=Med"]
    assert main(asked) == 0
    found = answer("members_by_town", {"areas": "Med"}, snapshot)
    [path] = tmp_path.iterdir()
    assert path.name == file_name(found, form)
    assert path.read_bytes() == Making(found, FORMATS[form])()


def test_a_file_is_named_by_the_reader_and_its_ending_says_the_form(snapshot: str, tmp_path: Path) -> None:
    assert main(["export", "members", "--to", str(tmp_path / "new" / "mine.csv")]) == 0
    assert (tmp_path / "new" / "mine.csv").read_bytes().startswith(b"\xef\xbb\xbfindicator,")


def test_a_folder_without_a_form_gets_all_of_it(
    snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "members", "--to", str(tmp_path / "pack"), "--format", "json"]) == 0
    [said] = json.loads(capsys.readouterr().out)
    assert said["file"].endswith(f"_{snapshot}.zip")
    assert Path(said["file"]).stat().st_size == said["bytes"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["members", "--to", "{folder}/there.csv"], "is there already. Give another name, or --force"),
        (["members", "--to", "{folder}/x.doc"], "There is no format called “doc”."),
        (["nonsense", "--to", "{folder}"], "There is no indicator called “nonsense”."),
        (["similar_regions", "--to", "{folder}/x.svg"], "has no picture for this choice"),
        (["members", "--to", "{folder}/there.csv/x.csv"], "cannot be written"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    words: list[str], said: str, snapshot: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.csv").write_text("kept", encoding="utf-8")
    assert main(["export", *(word.format(folder=tmp_path) for word in words)]) == 1
    assert said in capsys.readouterr().err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("there.csv", "kept")]
