"""What changed since a review, with its cause: each cause in snapshots that were built, and the command for it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from lsk_metrics import language
from lsk_metrics.indicators.explained import Cause, Explained, explained
from lsk_metrics.ingest import definitions
from lsk_metrics.ingest.build import build
from tests.ingest.conftest import signed

Change = Callable[[str, str, str], None]
MEMBERS, FIGURES = "register/members.csv", "raw/office/observations.csv"


def since(before: str, indicator: str) -> Explained:
    """What became of one indicator between a snapshot and the one built now."""
    found = {each.indicator: each for each in explained(before, build().snapshot)}
    return found[indicator]


def only(found: Explained, cause: str) -> Cause:
    [each] = found.causes
    assert each.cause == cause
    return each


def spaced(text: str) -> str:
    """With every space an ordinary one."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def recopied(elsewhere: Path, card: str) -> None:
    """The card says that the copy was taken later."""
    path = elsewhere / "sources" / f"{card}.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2020-05", "2021-05"), encoding="utf-8")


def test_nothing_is_told_where_nothing_has_changed(published: str) -> None:
    assert build().snapshot == published
    assert explained(published, published) == []


def test_a_year_that_had_no_figure_is_a_new_period(published: str, elsewhere: Path, change: Change) -> None:
    change(FIGURES, "1.95,p\n", "1.95,p\nrd_e_gerdreg,TOTAL,PC_GDP,XX1,2020,2.05,\n")
    recopied(elsewhere, "office")
    found = since(published, "gerd_share_of_gdp")
    cause = only(found, "new_period")
    assert (found.before, found.after, cause.values) == ("1.95% (2019)", "2.05% (2020)", 1)
    assert spaced(cause.sentence) == "1 value for 2020 came in: Office, Yearbook, copy of May 2021."
    [cell] = cause.cells
    assert (cell.place, cell.period, cell.before, cell.after) == ("Near", "2020", "–", "2.05%")


def test_another_value_in_a_newer_copy_is_a_source_revision(published: str, elsewhere: Path, change: Change) -> None:
    change(FIGURES, "2018,1.25,", "2018,1.35,")
    recopied(elsewhere, "office")
    cause = only(since(published, "gerd_share_of_gdp"), "revision")
    assert spaced(cause.sentence) == (
        "The source gives other values in its newer copy: 1 value for 2018; Office, Yearbook, copy of May 2021; "
        "before: copy of May 2020."
    )
    assert [(cell.before, cell.after) for cell in cause.cells] == [("1.25%", "1.35%")]


def test_a_value_that_a_newer_copy_no_longer_gives_is_a_source_revision(
    published: str, elsewhere: Path, change: Change
) -> None:
    change(FIGURES, "rd_e_gerdreg,TOTAL,PC_GDP,XX1,2018,1.25,\n", "")
    recopied(elsewhere, "office")
    cause = only(since(published, "gerd_share_of_gdp"), "revision")
    assert cause.sentence.startswith("The source gives other values in its newer copy: 1 value for 2018; Office")
    assert [(cell.before, cell.after) for cell in cause.cells] == [("1.25%", "–")]


def test_another_value_in_a_copy_of_the_same_date_is_our_own_correction(published: str, change: Change) -> None:
    change(FIGURES, "2018,1.25,", "2018,1.35,")
    cause = only(since(published, "gerd_share_of_gdp"), "correction")
    assert spaced(cause.sentence) == (
        "Our table of the same copy was corrected. Concerned: 1 value for 2018; Office, Yearbook, copy of May 2020."
    )


def test_a_changed_row_of_the_register_is_our_own_correction(published: str, change: Change) -> None:
    change(MEMBERS, "Beta Ltd,sme,Biz,,Alfa,2010-09-01", "Beta Ltd,sme,Biz,,Alfa,2011-09-01")
    found = since(published, "members")
    cause = only(found, "correction")
    assert cause.sentence == "Rows of the register were changed. Concerned: 1 value for 2010."
    assert [(cell.period, cell.before, cell.after) for cell in cause.cells] == [("2010", "2 members", "1 member")]


def test_a_register_in_the_place_of_the_sample_is_a_register_import(elsewhere: Path, change: Change) -> None:
    card = elsewhere / "sources" / "own.toml"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace('id = "own"', 'id = "sample"').replace('"register"', '"illustrative"'), "utf-8")
    card.rename(card.with_name("sample.toml"))
    before = build().snapshot
    card.with_name("sample.toml").unlink()
    signed(elsewhere)
    cause = only(since(before, "members"), "import")
    assert spaced(cause.sentence) == (
        "The cluster’s own register took the place of the sample: 3 values for 2010, 2011 and 2012; Office, Yearbook, "
        "copy of May 2020."
    )
    assert cause.cells[0].before == "3 members" and cause.cells[0].after == "3 members"


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (
            "reference/regions.csv",
            "XX,2021,1",
            "XX,2024,1",
            "Places are bounded or stood in for otherwise (Near): 1 value for 2018.",
        ),
        (
            FIGURES,
            "2019,1.5,b",
            "2019,1.5,",
            "The producer marks a break or another definition otherwise than before: 1 value for 2019.",
        ),
    ],
)
def test_another_edition_of_the_regions_or_a_break_is_a_change_of_boundary(
    name: str, old: str, new: str, sentence: str, published: str, change: Change
) -> None:
    change(name, old, new)
    if name != FIGURES:
        change(FIGURES, "2018,1.25,", "2018,1.35,")
    assert only(since(published, "gerd_share_of_gdp"), "definition").sentence == sentence


@pytest.fixture
def former(elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A snapshot built when members were counted in hundreds and R&D had another name."""
    folder = copytree(definitions.folder(), tmp_path / "sql")
    members, spending = folder / "members.sql", folder / "gerd_share_of_gdp.sql"
    text = members.read_text(encoding="utf-8")
    members.write_text(text.replace("count(members_at.id),", "100 * count(members_at.id),"), encoding="utf-8")
    text = spending.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title"))
    spending.write_text(text.replace(title, 'title = "Money for science"'), encoding="utf-8")
    (folder / "startups_launched.sql").unlink()
    (folder / "members_long_ago.sql").write_text(members.read_text(encoding="utf-8"), encoding="utf-8")
    with monkeypatch.context() as then:
        then.setattr(definitions, "folder", lambda: folder)
        return build().snapshot


def test_another_query_is_a_change_of_definition_told_on_the_same_data(former: str) -> None:
    found = since(former, "members")
    cause = only(found, "definition")
    assert spaced(cause.sentence) == (
        "The query is another one. Of the earlier data 3 values come out otherwise by it."
    )
    assert (found.before, found.after) == ("300 members (2012)", "3 members (2012)")
    assert (cause.cells[0].before, cause.cells[0].after) == ("300 members", "3 members")


def test_another_text_of_the_passport_is_shown_before_and_after(former: str) -> None:
    cause = only(since(former, "gerd_share_of_gdp"), "definition")
    assert spaced(cause.sentence) == (
        "The passport reads otherwise (title). No value of the earlier data comes out otherwise by it."
    )
    [wording] = cause.wordings
    assert (wording.part, wording.before) == ("title", "Money for science")


def test_an_indicator_that_is_new_or_no_more_is_told(former: str) -> None:
    assert only(since(former, "startups_launched"), "definition").sentence == "The indicator is new."
    gone = since(former, "members_long_ago")
    assert only(gone, "definition").sentence == "The indicator is no longer in the program."
    assert gone.title == "Cluster members"


def test_definition_and_data_are_told_apart(former: str, change: Change) -> None:
    change(MEMBERS, "Beta Ltd,sme,Biz,,Alfa,2010-09-01", "Beta Ltd,sme,Biz,,Alfa,2011-09-01")
    found = since(former, "members")
    assert [(each.cause, each.values) for each in found.causes] == [("definition", 3), ("correction", 1)]


def test_it_is_told_in_polish(published: str, elsewhere: Path, change: Change) -> None:
    change(FIGURES, "2018,1.25,", "2018,1.35,")
    recopied(elsewhere, "office")
    language.use("pl")
    sentence = only(since(published, "gerd_share_of_gdp"), "revision").sentence
    assert spaced(sentence) == (
        "W nowszej kopii źródło podaje inne wartości: 1 wartość (2018); Urząd, Rocznik, kopia: maj 2021; "
        "poprzednio kopia: maj 2020."
    )
