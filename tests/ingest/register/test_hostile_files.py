"""Files that are damaged, monstrous or made to do harm: each is refused in one clear sentence."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from lsk_metrics.ingest.register import checking, incoming, workbooks
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import table
from tests.ingest.register.conftest import M1, MEMBERS, Check, book, places

NAMES = MEMBERS.strip().split(",")
ROW = ["M1", "Alfa", "sme", "R&D", None, "Tarnów", "2018-05-03", None]
BOOK = book([NAMES, ROW])


def rewritten(change: Callable[[str, bytes], bytes], added: dict[str, bytes] | None = None) -> bytes:
    """The small workbook with the parts of its package changed, and others added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def kept(name: str, content: bytes) -> bytes:
    return content


def edited(change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """The small workbook after something was done to it in a spreadsheet."""
    workbook = openpyxl.load_workbook(io.BytesIO(BOOK))
    change(workbook)
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, content: content.replace(old, new) if name.endswith("sheet1.xml") else content


def hide(made: openpyxl.Workbook, state: str) -> None:
    made["Members"].sheet_state = state
    made.active = made["Other"]


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
REFUSED = {
    "nothing but spaces": (b"\xef\xbb\xbf \r\n\r\n", "file_empty"),
    "binary rubbish": (bytes(range(256)) * 20, "file_binary"),
    "a NUL byte in CSV": ((MEMBERS + M1.replace("Alfa", "Al\0fa")).encode(), "file_binary"),
    "an old workbook": (incoming.OLE + b"\0" * 600, "file_old"),
    "a workbook with a password": (incoming.OLE + "EncryptedPackage".encode("utf-16-le"), "file_locked"),
    "macros": (rewritten(kept, {"xl/vbaProject.bin": b"x"}), "file_macros"),
    "the type of a workbook with macros": (
        rewritten(lambda name, content: content.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")),
        "file_macros",
    ),
    "a package that is no workbook": (rewritten(lambda name, content: b"", {})[:40] + b"\0" * 100, "file_broken"),
    "a workbook cut off": (BOOK[: len(BOOK) // 2], "file_broken"),
    "a sheet that is no XML": (rewritten(in_sheet(b"<sheetData>", b"<sheetDat")), "file_broken"),
    "entities that swell": (rewritten(in_sheet(b"<worksheet", ENTITIES + b"<worksheet")), "file_broken"),
    "a string that is not there": (rewritten(in_sheet(b"<v>0</v>", b"<v>99</v>")), "file_broken"),
    "no known heading": (b"a,b,c\n1,2,3\n", "file_headless"),
    "a quotation mark left open": ((MEMBERS + 'M1,"Alfa,sme\n' + M1 * 5).encode(), "file_quotes"),
    "a quotation mark in the middle": ((MEMBERS + 'M1,"Al"fa,sme,R&D,,Tarnów,2018-05-03,\n').encode(), "file_quotes"),
    "10,000 columns": ((",".join(["id", *map(str, range(10_000))]) + "\n").encode(), "file_wide"),
    "a row of 10,000 cells": ((MEMBERS + ",".join(["x"] * 10_000) + "\n").encode(), "file_wide"),
    "a cell of 20,000 letters": ((MEMBERS + M1.replace("Alfa", "A" * 20_000)).encode(), "file_cell"),
    "a cell of 200,000 letters": ((MEMBERS + M1.replace("Alfa", "A" * 200_000)).encode(), "file_cell"),
    "a hidden sheet": (edited(lambda made: (made.create_sheet("Other"), hide(made, "hidden"))), "sheet_hidden"),
    "a very hidden sheet": (edited(lambda made: (made.create_sheet("Other"), hide(made, "veryHidden"))),
                            "sheet_hidden"),
    "two sheets, neither of them named": (
        edited(lambda made: (made.create_sheet("B"), setattr(made["Members"], "title", "A"))),
        "sheet_unclear",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "rule"), REFUSED.values(), ids=REFUSED)
def test_a_file_nobody_should_take_is_refused_in_one_sentence(
    content: bytes, rule: str, check: Check, tmp_path: Path
) -> None:
    path = tmp_path / "members.xlsx"
    path.write_bytes(content)
    if rule == "file_empty":
        with pytest.raises(Refused) as reason:
            incoming.read(path)
        assert reason.value.rule == rule
        return
    [problem] = [each for each in check(content).problems if each.rule.startswith(("file_", "sheet_"))]
    assert problem.rule == rule
    assert problem.sentence("en") and problem.sentence("pl") and "{" not in problem.sentence("en")


def test_the_workbook_itself_is_good(check: Check) -> None:
    assert [row["name"] for row in check(BOOK).rows] == ["Alfa"]
    assert check(rewritten(kept)).problems == []


def test_a_formula_is_refused_with_its_cell_named(check: Check) -> None:
    def compute(made: openpyxl.Workbook) -> None:
        made["Members"]["B2"] = "=1+1"

    [problem] = check(edited(compute)).problems
    assert problem.sentence("en").startswith("row 2, column B “name”: The cell holds a formula (=1+1)")


def test_merged_cells_are_refused_with_their_range(check: Check) -> None:
    def merge(made: openpyxl.Workbook) -> None:
        made["Members"].append(["M2", None, "sme", "R&D", None, "Tarnów", "2018-05-03"])
        made["Members"].merge_cells("B2:B3")

    assert places(check(edited(merge)).problems) == [(None, None, "merged"), (3, "B", "required")]
    assert "The cells B2:B3 are merged" in check(edited(merge)).problems[0].problem


def test_sheets_that_are_not_read_are_named_because_the_file_is_kept(check: Check) -> None:
    checked = check(edited(lambda made: made.create_sheet("Contacts")))
    assert (len(checked.rows), checked.problems) == (1, [])
    assert checked.notes[0]["en"] == "Not read: Contacts. The file is kept as it came, with them in it."


def test_a_bomb_is_refused_before_anything_is_unpacked(check: Check) -> None:
    bomb = rewritten(kept, {f"xl/media/{at}.xml": b"\0" * (50 * 1024 * 1024) for at in range(5)})
    assert len(bomb) < 400_000
    tracemalloc.start()
    [problem] = check(bomb).problems
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert problem.problem.startswith("Unpacked, the workbook would have 250 MB; at most 200 MB are read.")
    assert peak < 20_000_000


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (in_sheet(b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 1_500_000 + b"</row>"), "file_broken"),
        (lambda name, text: text + b" " * 5_000_000 if name == "xl/styles.xml" else text, "file_swollen"),
        (lambda name, text: text.replace(b"<si>", b"<si/>" * 1_000_001 + b"<si>", 1), "file_broken"),
        (in_sheet(b"<sheetData>", b"<sheetData>" + b"<row/>" * 1_100_000), "file_long"),
    ],
    ids=["a row without end", "styles without end", "a million strings", "rows beyond the last"],
)
def test_a_workbook_that_would_take_all_memory_or_hours_is_refused(
    change: Callable[[str, bytes], bytes], rule: str, check: Check
) -> None:
    assert [each.rule for each in check(rewritten(change)).problems] == [rule]


def test_200_thousand_wrong_names_are_not_all_compared_with_every_town(check: Check, now: Lists) -> None:
    towns = now.codes("towns")
    for at in range(20_000):
        towns.nearest(f"Tarnuw {at}")
    assert len(towns.guessed) * len(towns.guesses) < 110_000


def test_a_workbook_of_200_megabytes_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "members.xlsx"
    with path.open("wb") as file:
        file.write(BOOK)
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(Refused) as reason:
        incoming.read(path)
    assert (reason.value.rule, reason.value.facts) == ("file_large", {"size": 200, "most": 50})


def test_a_lonely_cell_at_the_end_of_a_sheet_costs_no_memory(check: Check) -> None:
    def far(made: openpyxl.Workbook) -> None:
        made["Members"]["A1048576"] = "M2"

    assert {each.row for each in check(edited(far)).problems} == {1_048_576}


def test_rows_beyond_the_limit_end_the_reading(now: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "MOST_ROWS", 3)
    content = (MEMBERS + "".join(M1.replace("M1", f"M{at}") for at in range(4))).encode()
    checked = checking.check(Incoming("members.csv", content), table("members"), now)
    assert places(checked.problems) == [(None, None, "file_long")]


def test_the_limits_are_what_the_documentation_says() -> None:
    assert (incoming.MOST_ON_DISK, workbooks.MOST_UNPACKED) == (50 * 1024**2, 200 * 1024**2)
    assert (incoming.MOST_ROWS, incoming.MOST_COLUMNS, incoming.MOST_IN_CELL) == (200_000, 100, 10_000)
