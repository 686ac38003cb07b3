"""The Import page says what is wrong with a file and what it would change, in the reader's language alone."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.screen import command, intake
from tests.screen.conftest import HEADER, THREE, unescaped

Open = Callable[..., Any]
WRONG = THREE.replace("Tarnow", "Tarnuw", 1).replace("1.05.2011", "31.02.2011")


def test_every_problem_is_listed_with_its_place_and_how_to_mend_it(desk: Open) -> None:
    at = desk().hand_in(WRONG)
    assert "2 problems were found. Nothing is published, and nothing has changed." in at.text()
    rows = [[unescaped(cell) for cell in row] for row in at.page.table[0].value.astype(str).to_numpy().tolist()]
    assert [row[:3] for row in rows] == [["2", "F “town”", "Tarnuw"], ["3", "G “joined”", "31.02.2011"]]
    assert "Did you mean “Tarnów”?" in rows[0][4]
    assert not any("What would change" in each.value for each in at.page.subheader)


def test_the_report_is_polish_for_a_polish_reader(desk: Open) -> None:
    at = desk("pl").hand_in(WRONG)
    assert "Znaleziono 2 błędy. Niczego nie opublikowano i nic się nie zmieniło." in at.text()
    assert "Czy chodziło o „Tarnów”?" in at.text()
    assert "Did you mean" not in at.text()


def test_the_marked_copy_is_the_workbook_with_the_cell_at_fault_coloured(desk: Open) -> None:
    at = desk().hand_in(WRONG)
    workbook = openpyxl.load_workbook(io.BytesIO(intake.marked(at.page.session_state["intake"])))
    assert workbook["Members"]["F2"].fill.start_color.rgb == "FFF6C9BE"
    assert workbook["Members"]["F3"].fill.fill_type is None


def test_a_file_that_is_no_table_is_refused_in_a_sentence_without_a_marked_copy(desk: Open) -> None:
    at = desk().hand_in("\x00\x01PK", name="members.xlsx")
    [refusal] = at.page.error
    assert "1 problem was found" in refusal.value
    assert [each.key for each in at.page.get("download_button")] == ["template_xlsx", "template_csv"]


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["95 members 3 members", "1 row added · 1 row changed · 1 row gone · 1 row as before",
                "N1 Firm 1 Town Tarnów Bochnia"]),
        ("pl", ["95 członków 3 członków", "dodano 1 wiersz · zmieniono 1 wiersz · usunięto 1 wiersz",
                "N1 Firm 1 Miejscowość Tarnów Bochnia"]),
    ],
)  # fmt: skip
def test_difference_and_headlines_are_shown_before_anything_is_published(
    desk: Open, tmp_path: Path, lang: str, lines: list[str]
) -> None:
    at = desk(lang)
    first, *others = lines
    assert first.split()[0] in at.hand_in().text()
    before = tmp_path / "members.csv"
    before.write_text(THREE, encoding="utf-8")
    assert main(["import", "members", str(before), "--yes"]) == 0
    after = THREE.replace("N0;Firm 0", "N7;Firm 7").replace("Firm 1;sme;BioF;;Tarnow", "Firm 1;sme;BioF;;Bochnia")
    said = at.hand_in(after).text()
    assert [line for line in others if line not in said.replace("\N{NO-BREAK SPACE}", " ")] == []
    assert len(at.records()) == 1


def test_text_from_a_file_stays_text(desk: Open) -> None:
    hostile = "<img src=x onerror=alert(1)> **x** [y](http://z.pl) www.z.pl :smile:"
    at = desk().hand_in(HEADER + f"N1;{hostile};sme;BioF;;Tarnow;1.05.2011;\n", name="../../<b>*x*.csv")
    assert not at.page.exception
    [cells] = [each.value.to_numpy().tolist() for each in at.page.table if "Id" in each.value.columns]
    assert cells[0][1].replace("\N{WORD JOINER}", "") == (
        r"\<img src=x onerror=alert\(1\)\> \*\*x\*\* \[y\]\(http\://z.pl\) www.z.pl \:smile\:"
    )
    assert at.page.session_state["intake"].name == "_b__x_.csv"


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("członkowie 2026.xlsx", "członkowie 2026.xlsx"),
        ("../../etc/passwd", "passwd"),
        (r"C:\biuro\rejestr.csv", "rejestr.csv"),
        ("..", "file."),
        (".csv", "file.csv"),
        ("-rf.csv", "rf.csv"),
        ("a\x00b\n.csv", "a_b_.csv"),
        ("x" * 300 + ".csv", "x" * 80 + ".csv"),
    ],
)
def test_a_file_keeps_its_name_as_far_as_it_is_harmless(given: str, safe: str) -> None:
    assert command.file_name(given) == safe


def test_a_command_that_takes_too_long_is_ended_and_said(desk: Open) -> None:
    with pytest.raises(command.CommandUnfinished, match="It took longer than 0 seconds and was stopped."):
        command.run("list", seconds=0.01)
    assert command.run("list", seconds=60).code == 0


def test_what_a_command_says_names_no_folder_of_the_server(home: Path) -> None:
    said = f"lsk: {home}/register cannot be written; /tmp/x/members.csv is read-only"
    assert command.without_paths(said, Path("/tmp/x")) == (
        "LSK_HOME/register cannot be written; members.csv is read-only"
    )
