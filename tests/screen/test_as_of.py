"""Pages as of an earlier snapshot: said on each, kept from page to page, left with one press; and the Snapshots tab."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, copytree

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language, paths
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import pointers, read, snapshots
from tests.screen.conftest import SECRETS, who
from tests.screen.pictures import questions

ROOT = Path(__file__).parents[2]
Two = tuple[str, str]
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)
PAGES = ["overview", "members", "investment", "startups", "ecosystem", "map", "data"]
NOT_CURRENT = {"en": "It is not the current one.", "pl": "Nie jest to migawka bieżąca."}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Two]]:
    """A home with two snapshots of the real data: one claim was worded otherwise in the first."""
    folder = tmp_path_factory.mktemp("as_of")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(folder / "home"))
        copytree(paths.data(), folder / "data")
        claims = folder / "data" / "reference" / "caveats.csv"
        whole = claims.read_text(encoding="utf-8")
        settings.setenv("LSK_DATA", str(folder / "data"))
        claims.write_text("".join(whole.splitlines(keepends=True)[:-1]), encoding="utf-8")
        first = build().snapshot
        claims.write_text(whole, encoding="utf-8")
        yield folder, (first, build().snapshot)


@pytest.fixture
def two(both: tuple[Path, Two], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    """The same, in this test's own home."""
    copytree(both[0] / "home", tmp_path / "home")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LSK_DATA", str(both[0] / "data"))
    return both[1]


def opened(lang: str = "en", page: str = "overview", editor: bool = False, **asked: str) -> AppTest:
    language.use(lang)
    found = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    found.secrets, found.user = (SECRETS, who("anna@example.org")) if editor else ({}, {})
    for name, value in {"lang": lang, **asked}.items():
        found.query_params[name] = value
    found.run()
    return found if page == "overview" else found.switch_page(f"pages/{page}.py").run()


def said(page: AppTest) -> str:
    texts = [each.value for kind in ("warning", "info", "error", "markdown", "caption") for each in getattr(page, kind)]
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", "\n".join(texts))


@pytest.mark.parametrize("page", PAGES)
@both_languages
def test_every_page_says_as_of_which_snapshot_it_is(page: str, lang: str, two: Two) -> None:
    found = opened(lang, page, snapshot=two[0])
    assert [each.message for each in found.exception] == []
    assert [each.value for each in found.error] == []
    assert f"{two[0]}" in said(found)
    assert NOT_CURRENT[lang] in said(found)
    assert found.query_params["snapshot"] == two[0]


@both_languages
def test_the_current_snapshot_needs_no_banner(lang: str, two: Two) -> None:
    assert NOT_CURRENT[lang] not in said(opened(lang))
    assert NOT_CURRENT[lang] not in said(opened(lang, snapshot=two[1]))


def test_one_press_comes_back_to_the_current_snapshot(two: Two) -> None:
    found = opened(page="members", snapshot=two[0])
    assert [each.label for each in found.button if each.key == "as_of_back"] == ["Show the current snapshot"]
    found.button(key="as_of_back").click().run()
    assert NOT_CURRENT["en"] not in said(found)
    assert "snapshot" not in found.query_params


@pytest.mark.parametrize("name", ["20190101-00000000", "../../etc/passwd", "<b>x</b>"])
@both_languages
def test_an_unknown_snapshot_in_the_address_gives_a_sentence_and_the_current_pages(
    name: str, lang: str, two: Two
) -> None:
    found = opened(lang, snapshot=name)
    assert [each.message for each in found.exception] == []
    assert {"en": f"there is no snapshot `{name}`", "pl": f"nie ma migawki `{name}`"}[lang] in said(found)
    assert NOT_CURRENT[lang] not in said(found)


def test_the_select_box_on_the_data_page_turns_all_pages_to_that_snapshot(two: Two) -> None:
    found = opened(page="data")
    found.selectbox(key="as_of_choice").set_value(two[0]).run()
    assert NOT_CURRENT["en"] in said(found)
    assert NOT_CURRENT["en"] in said(found.switch_page("pages/members.py").run())


@both_languages
def test_two_snapshots_are_compared_on_the_data_page(lang: str, two: Two) -> None:
    found = opened(lang, "data")
    found.selectbox(key="before").set_value(two[0]).run()
    assert [each.message for each in found.exception] == []
    words = {"en": "**Caveats**: 1 row added.", "pl": "**Zastrzeżenia**: dodano 1\N{NO-BREAK SPACE}wiersz."}
    assert words[lang] in said(found)


def test_readers_who_are_no_editors_are_told_how_to_roll_back_and_get_no_button(two: Two) -> None:
    found = opened(page="data")
    assert "“lsk rollback ID”" in said(found)
    assert [each.key for each in found.button if (each.key or "").startswith("rollback")] == []


def test_an_editor_rolls_back_and_ends_it(two: Two) -> None:
    found = opened(page="data", editor=True)
    found.selectbox(key="rollback_to").set_value(two[0]).run()
    assert read.version() == two[1]
    found.button(key=f"rollback_{two[0]}").click().run()
    assert (read.version(), pointers.pinned()) == (two[0], two[0])
    assert f"All readers are held at snapshot {two[0]}" in said(found)
    found.button(key="rollback_--forward").click().run()
    assert (read.version(), pointers.pinned()) == (two[1], None)


def test_an_editor_taken_off_the_list_rolls_nothing_back_from_a_page_still_open(two: Two) -> None:
    found = opened(page="data", editor=True)
    found.selectbox(key="rollback_to").set_value(two[0]).run()
    found.user = who("eve@example.org")
    found.button(key=f"rollback_{two[0]}").click().run()
    assert (read.version(), pointers.pinned()) == (two[1], None)


@both_languages
def test_a_snapshot_that_lacks_a_table_says_so_where_the_figure_would_be(lang: str, two: Two) -> None:
    old = f"20200101-{lang}"
    copyfile(snapshots.file(two[0]), snapshots.folder() / f"{old}.duckdb")
    with duckdb.connect(str(snapshots.file(old))) as connection:
        connection.execute("DROP TABLE higher_education")
    found = opened(lang, "ecosystem", snapshot=old)
    assert [each.message for each in found.exception] == []
    refusals = [each.value.replace("\\", "") for each in found.error]
    words = {"en": f"Snapshot {old} has no “higher_education”", "pl": f"W\N{NO-BREAK SPACE}migawce {old} nie ma"}
    assert len(refusals) == 2
    assert all(each.startswith(words[lang]) for each in refusals)
    assert questions(found)


def test_a_snapshot_readers_are_held_at_and_that_has_gone_is_told_and_no_other_is_shown(two: Two) -> None:
    pointers.pin(two[0])
    snapshots.file(two[0]).unlink()
    found = opened()
    assert [each.message for each in found.exception] == []
    [refusal] = [each.value for each in found.error]
    assert "Readers are held at snapshot" in refusal
    assert not found.title
