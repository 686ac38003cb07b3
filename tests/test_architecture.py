"""The shape of the house: who may know what, how long a room may be, and what is never written."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]
PACKAGE = sorted((ROOT / "lsk_metrics").rglob("*.py"))
QUERIES = sorted((ROOT / "lsk_metrics").rglob("*.sql"))
EVERYWHERE = [
    path for folder in ("tests", "tests_scale", "tools", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))
]

ROOMS_A_PAGE_MAY_ENTER = ("lsk_metrics.screen", "lsk_metrics.figures", "lsk_metrics.indicators", "lsk_metrics.language")
NEVER_WRITTEN = ("unsafe_allow_html", "except Exception", 'errors="coerce"', "fillna(0)")
A_PLACE = re.compile(r"krak[oó]w|ma[lł]opolsk|\bPL21\b", re.IGNORECASE)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """Dotted names of all modules a file imports; `from x import y` counts as x.y."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_import_contract_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_knows_the_screen_and_what_it_shows_and_nothing_below(path: Path) -> None:
    rooms = ("streamlit", *ROOMS_A_PAGE_MAY_ENTER)
    strangers = [
        module for module in sorted(imports(path)) if not any(f"{module}.".startswith(f"{room}.") for room in rooms)
    ]
    assert strangers == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_fits_on_one_screen_and_holds_no_query(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert not re.search(r"\bSELECT\b.*\bFROM\b", text, re.DOTALL)


@pytest.mark.parametrize("path", PAGES + PACKAGE + EVERYWHERE, ids=name)
def test_a_file_opens_with_a_sentence_and_ends_before_line_200(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    opening = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    assert opening.endswith((".", "?", "!")), f"{name(path)} should open with a sentence that says what it is for"
    assert len(text.splitlines()) <= 200


@pytest.mark.parametrize("path", PAGES + PACKAGE, ids=name)
def test_errors_are_never_swallowed_nor_cells_made_up(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [words for words in NEVER_WRITTEN if words in text] == []


@pytest.mark.parametrize("path", PAGES + PACKAGE + QUERIES, ids=name)
def test_nothing_in_the_program_says_which_region_it_is_for(path: Path) -> None:
    assert A_PLACE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "browser").glob("*.py")), ids=name)
def test_words_are_looked_for_where_they_are_seen_and_not_where_they_are_said_too(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\bpage\.get_by_text\(", text) == [], "“tools.visit.drawn(page)” is the page as it is seen"
