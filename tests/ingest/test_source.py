"""A source card says who made a figure, when and under which licence, and whether its file is still that file."""

import csv
import re
from pathlib import Path

import pytest

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import source

DATED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def test_every_card_of_the_project_is_complete_and_its_file_unchanged(home: Path) -> None:
    cards = source.cards()
    assert len(cards) > 40
    for card in cards:
        assert (paths.data() / "sources" / f"{card.id}.toml").is_file(), card.id
        assert DATED.fullmatch(card.retrieved), card.id
        assert card.published is None or DATED.fullmatch(card.published), card.id
        assert card.url is None or card.url.startswith("https://"), card.id
        assert all((card.producer, card.producer_pl, card.title, card.title_pl, card.licence)), card.id
        assert (card.note is None) == (card.note_pl is None), card.id


def test_every_raw_and_every_sample_file_has_a_card(home: Path) -> None:
    described = {card.file for card in source.cards()}
    files = [path for folder in ("raw", "illustrative") for path in (paths.data() / folder).rglob("*.*")]
    assert [path.name for path in files if path.suffix != ".toml"
            and path.relative_to(paths.data()).as_posix() not in described] == []  # fmt: skip


def test_only_what_was_computed_is_derived_and_only_the_sample_is_illustrative(home: Path) -> None:
    kinds = {card.id: card.kind for card in source.cards() if card.kind != "published"}
    assert [kinds.pop(card) for card in ("gerd_eur", "evidence_listed")] == ["derived", "derived"]
    assert set(kinds.values()) == {"illustrative"}
    assert all(card.file.startswith("illustrative/") for card in source.cards() if card.id in kinds)


def test_every_source_a_claim_names_has_a_card(home: Path) -> None:
    with (paths.data() / "reference" / "claims.csv").open(encoding="utf-8", newline="") as file:
        named = {row["source"] for row in csv.DictReader(file)}
    assert named - {card.id for card in source.cards()} == set()


def test_a_changed_file_is_told_from_the_one_its_card_describes(elsewhere: Path) -> None:
    with (elsewhere / "raw" / "office" / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("rd_e_gerdreg,TOTAL,PC_GDP,XX1,2020,2.1,\n")
    with pytest.raises(SourceError) as reason:
        source.cards()
    said = str(reason.value)
    assert said.startswith("raw/office/observations.csv is not the file its card describes (source “office”)")
    assert said.endswith("If the change is meant, write this checksum and the date into the card.")
    assert re.search(r"its checksum is [0-9a-f]{64}\.", said)


def test_a_missing_file_is_named(elsewhere: Path) -> None:
    (elsewhere / "raw" / "towns" / "towns.csv").unlink()
    with pytest.raises(SourceError, match=r"The file of source “towns” is missing: raw/towns/towns\.csv\."):
        source.cards()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('licence = "free"\n', "", r"office\.toml lacks: licence\."),
        (
            'licence = "free"\n',
            'licence = "free"\nlicense = "free"\n',
            r"office\.toml has keys nobody reads: license\.",
        ),
        ('licence = "free"\n', "licence = free\n", r"office\.toml is not valid TOML"),
    ],
    ids=["a key is missing", "a key nobody reads", "not TOML"],
)
def test_a_card_that_is_wrong_is_named(old: str, new: str, said: str, elsewhere: Path) -> None:
    card = elsewhere / "sources" / "office.toml"
    card.write_text(card.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError, match=said):
        source.cards()


def test_a_folder_without_cards_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSK_DATA", str(tmp_path))
    with pytest.raises(SourceError, match="LSK_DATA may point at the wrong folder"):
        source.cards()
