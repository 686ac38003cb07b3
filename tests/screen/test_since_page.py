"""The page since the last review: the marked snapshot and now, what changed and why, and the board's comments."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language, paths
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import comments, marks
from tests.screen.conftest import Reading, reading, with_boxes_open

ROOT = Path(__file__).parents[2]
Two = tuple[str, str]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Two]]:
    """A home with two snapshots of the real data; the first lacks the last year of R&D expenditure at home."""
    folder = tmp_path_factory.mktemp("since")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(folder / "home"))
        copytree(paths.data(), folder / "data")
        file = folder / "data" / "raw" / "eurostat_gerd" / "observations.csv"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if ",PL21,2023," not in line), encoding="utf-8")
        card = folder / "data" / "sources" / "eurostat_gerd.toml"
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        text = card.read_text(encoding="utf-8")
        card.write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{sha256}"', text), encoding="utf-8")
        settings.setenv("LSK_DATA", str(folder / "data"))
        first = build().snapshot
        settings.delenv("LSK_DATA")
        yield folder / "home", (first, build().snapshot)


@pytest.fixture
def two(both: tuple[Path, Two], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    """The same, in this test's own home."""
    copytree(both[0], tmp_path / "home")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    return both[1]


def opened(lang: str = "en", **asked: str) -> AppTest:
    language.use(lang)
    found = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in {"lang": lang, **asked}.items():
        found.query_params[name] = value
    return found.switch_page("pages/since.py").run()


def read(page: AppTest) -> Reading:
    found = reading(page)
    assert (found.exceptions, found.refusals) == ([], [])
    return found


def test_without_a_mark_the_page_says_how_to_set_one_and_lets_the_reader_choose(two: Two) -> None:
    page = opened()
    assert "No other snapshot is marked as a review’s." in page.info[0].value
    page = page.selectbox(key="since").set_value(two[0]).run()
    assert "1 indicator is not as it was: new period (1)." in read(page).text
    assert page.query_params["since"] == two[0]


def test_the_last_one_marked_is_compared_with_now_in_both_languages(two: Two) -> None:
    marks.mark(two[0], "Board, May 2026")
    page = opened()
    assert page.selectbox(key="since").value == two[0]
    text = read(page).text
    assert "1 indicator is not as it was: new period (1)." in text
    assert "2.54% (2022) 2.75% (2023)" in text
    assert "● **New period.** 1 value for 2023 came in: Eurostat" in text
    assert "since" not in page.query_params, "what the page shows anyway is not in the address"
    polish = read(opened("pl")).text
    assert "Zmienił się 1 wskaźnik: nowy okres (1)." in polish
    assert "● **Nowy okres.** Doszło: 1 wartość (2023); Eurostat" in polish


def test_the_boxes_list_the_values_and_the_rule(two: Two) -> None:
    text = read(with_boxes_open(opened(since=two[0]))).text
    assert "2023 no figure 2.75%" in text
    assert "The same period, another value, and another copy of the source." in text


def test_one_and_the_same_snapshot_differs_in_nothing(two: Two) -> None:
    assert "These are one and the same snapshot." in read(opened(since=two[1])).text


def test_comments_stand_below_with_author_and_time_and_nothing_in_them_acts(two: Two) -> None:
    assert "Nobody has commented yet." in read(opened()).text
    comments.add("members", "**Bold** <b>[x](https://example.org)</b>", "Rada")
    page = opened()
    assert "Cluster members" in read(page).text
    [said] = [each.value for each in page.markdown if "Rada" in each.value]
    assert "\\*\\*Bold\\*\\*" in said and "](https" not in said


def test_what_changed_is_taken_away_in_the_language_of_the_page(two: Two) -> None:
    def files() -> None:
        from lsk_metrics import language
        from lsk_metrics.screen import carried

        language.use("pl")
        carried.away(
            "changes", "Od przeglądu", lambda: [{language.gettext("Indicator"): "PKB"}], [], "20261121-1", True
        )

    page = AppTest.from_function(files).run()
    assert not page.exception
    assert [each.label for each in page.get("download_button")] == ["CSV", "XLSX"]
