"""A file of the register with something wrong: every problem at once, each at its place, with how to mend it."""

import pytest

from lsk_metrics.ingest.register import checking
from lsk_metrics.ingest.register.headings import field
from lsk_metrics.ingest.register.problems import letters, sentences
from lsk_metrics.ingest.register.schema import TABLES, table
from tests.ingest.register.conftest import M1, MEMBERS, Check, places

ALL_WRONG = """Id;Nazwa;Rodzaj organizacji;Obszar zainteresowań;Miejscowość;Data przystąpienia;Data wystąpienia
M1;Alfa;sme;R&D;Tarnów;3.05.2018;
M1;;sme;R&D;Tarnow;maj 2018;
M 3;Gamma;firma;R&D;Atlantyda;2018-05-03;2017-01-01
"""


def test_every_problem_is_found_at_once_at_the_row_and_column_a_spreadsheet_shows(check: Check) -> None:
    assert places(check(ALL_WRONG).problems) == [
        (3, "A", "unique"), (3, "B", "required"), (3, "F", "date_without_day"),
        (4, "A", "pattern"), (4, "C", "not_in_list"), (4, "E", "not_in_list"), (4, "G", "order"),
    ]  # fmt: skip


def test_a_problem_says_what_is_wrong_and_how_to_mend_it_in_both_languages(check: Check) -> None:
    problem = next(each for each in check(ALL_WRONG).problems if each.rule == "unique")
    assert problem.sentence("en") == (
        "row 3, column A “Id”: The id “M1” stands already in row 2. "
        "Give each row its own id, or delete the row that is there twice."
    )
    assert problem.sentence("pl").startswith("wiersz 3, kolumna A „Id”: Identyfikator „M1” występuje już w wierszu 2.")


def test_every_rule_has_its_sentences_in_both_languages_with_the_same_facts() -> None:
    for rule, words in sentences().items():
        if rule != "notes":
            assert set(words) == {"problem", "problem_pl", "mend", "mend_pl"}, rule
            assert all(words[key][-1] in ".?}" for key in words), rule


def test_row_numbers_count_empty_rows_and_line_breaks_inside_cells_as_a_spreadsheet_does(check: Check) -> None:
    text = MEMBERS + "\n" + M1.replace("Alfa", '"Al\nfa"') + "\n\n" + M1.replace("M1", "M2").replace("R&D", "?")
    checked = check(text)
    assert checked.rows[0]["name"] == "Al fa"
    assert places(checked.problems) == [(6, "D", "not_in_list")]


def test_a_column_the_table_does_not_have_is_refused_with_the_nearest_name_and_never_dropped(check: Check) -> None:
    text = MEMBERS.replace("\n", ",joind,colour\n") + M1.replace("\n", ",,\n")
    assert [(each.column, each.rule) for each in check(text).problems] == [
        ("I", "column_unknown_near"), ("J", "column_unknown")]  # fmt: skip
    assert "Did you mean “Joined”?" in check(text).problems[0].mend


def test_a_missing_column_a_doubled_one_and_one_without_a_heading_are_named(check: Check) -> None:
    text = "id,name,nazwa,type,area,,joined\nM1,Alfa,Alfa,sme,R&D,x,2018-05-03\n"
    assert places(check(text).problems) == [
        (1, None, "column_missing"), (1, "C", "column_twice"), (2, "F", "column_nameless")]  # fmt: skip


def test_a_cell_beyond_the_last_heading_is_named_and_not_lost(check: Check) -> None:
    assert places(check(MEMBERS + "M1,Alfa,sme,R&D,,Tarnów,2018-05-03,,note\n").problems) == [(2, "I", "beyond_header")]


@pytest.mark.parametrize("name", ["EXAMPLE", "Przykład", "przyklad"])
def test_the_templates_example_is_left_out_with_a_word(name: str, check: Check) -> None:
    checked = check(MEMBERS + M1.replace("M1", name) + M1)
    assert [row["id"] for row in checked.rows] == ["M1"]
    assert checked.notes[-1] == {
        "en": "Row 2 is the template's example and is left out.",
        "pl": "Wiersz 2 to przykład z szablonu i zostaje pominięty.",
    }


def test_the_example_under_another_id_is_refused(check: Check) -> None:
    assert places(check(MEMBERS + M1.replace("Alfa", "Example Ltd")).problems) == [(2, "B", "example")]


def test_a_file_with_nothing_but_headings_or_the_example_is_refused(check: Check) -> None:
    for text in (MEMBERS, MEMBERS + M1.replace("M1", "EXAMPLE")):
        assert places(check(text).problems) == [(None, None, "file_rowless")]


def test_a_milestone_needs_both_year_and_value_and_years_go_forward(check: Check) -> None:
    header = "id,indicator,direction,baseline_year,baseline_value,milestone_1_year,milestone_1_value," \
        "target_year,target_value,document,adopted\n"  # fmt: skip
    text = header + "T1,members,more,2018,95,2025,,2030,120,Resolution 1,2026-01-15\n"
    text += "T2,members,Więcej,2018,95,,,2018,120,Resolution 1,2026-01-15\n"
    assert places(check(text, "targets").problems) == [(2, None, "pair"), (3, "H", "order")]


def test_more_problems_than_anybody_mends_are_counted_and_not_all_listed(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "MOST_LISTED", 10)
    checked = check(MEMBERS + "".join(f"M{at},Alfa,?,R&D,,Tarnów,2018-05-03,\n" for at in range(25)))
    assert (len(checked.problems), checked.more) == (10, 15)


@pytest.mark.parametrize("name", TABLES)
def test_every_heading_of_a_table_means_one_column_and_no_two_columns_share_one(name: str) -> None:
    for each in table(name).fields:
        for heading in (each.name, each.title("en"), each.title("pl")):
            found = field(heading, table(name))
            assert found is not None and found.name == each.name, heading


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
