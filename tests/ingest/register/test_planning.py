"""What publishing a file would do, found out without doing it: difference, headlines, rules and the token."""

from pathlib import Path

from lsk_metrics.ingest import build
from lsk_metrics.ingest.register import publishing
from tests.ingest.register.conftest import MONEY, THREE, counted, planned, state


def test_headlines_say_the_figures_before_and_after(own: Path) -> None:
    figures = {each.name: (each.before, each.after) for each in planned(own, THREE).headlines}
    assert figures == {
        "members": ("4", "3"),
        "investment_infrastructure": ("1.500", None),
        "investment_projects": ("2.500", None),
        "startups": ("1", "1"),
        "targets": (None, None),
    }


def test_a_difference_names_what_is_added_changed_field_by_field_and_gone(own: Path) -> None:
    publishing.publish(planned(own, THREE))
    after = THREE.replace("Firm 1,sme,Biz,", "Firm One,sme,Biz,wood").replace("N2", "N9")
    found = planned(own, after).difference
    assert found is not None
    assert [row["id"] for row in found.added] == ["N9"]
    assert [row["id"] for row in found.gone] == ["N2"]
    assert found.changed == [{"id": "N1", "name": "Firm One", "fields": [
        {"field": "name", "before": "Firm 1", "after": "Firm One"},
        {"field": "value_chain", "before": None, "after": "wood"}]}]  # fmt: skip
    assert (found.before, found.unchanged) == ("register", 1)


def test_planning_writes_nothing(own: Path) -> None:
    build.build()
    before = state(own / "home")
    assert planned(own, THREE).fits
    assert not planned(own, THREE.replace("Alfa", "?")).fits
    assert state(own / "home") == before


def test_a_rule_that_the_rows_break_is_a_problem_of_the_file_before_anything_is_published(own: Path) -> None:
    [problem] = planned(own, THREE.replace(",\n", ",2019-06-01\n")).checked.problems
    assert problem.rule == "rule"
    assert "“members never halve” is broken" in problem.problem


def test_the_token_changes_with_the_file_with_the_table_and_with_what_is_there(own: Path) -> None:
    token = planned(own, THREE).token
    assert planned(own, THREE).token == token
    assert planned(own, THREE.replace("Firm 1", "Other")).token != token
    publishing.publish(planned(own, THREE))
    assert planned(own, THREE).token != token


def test_investments_wait_for_members_and_members_keep_those_who_lead(own: Path) -> None:
    assert [each.rule for each in planned(own, MONEY, "investments").checked.problems] == ["members_first"]
    publishing.publish(planned(own, THREE))
    late = planned(own, MONEY.replace("2013", "2009"), "investments").checked.problems
    assert [(each.row, each.column, each.rule) for each in late] == [(2, "E", "led_outside")]
    publishing.publish(planned(own, MONEY, "investments"))
    assert counted("investments") == [("register", 1)]
    gone = planned(own, THREE.replace("N1", "N7")).checked.problems
    assert [each.sentence("en").split(".")[0] for each in gone] == [
        "The register's investment I1 is led by the member N1, who is not in this file"]  # fmt: skip


def test_a_register_that_differs_from_published_figures_is_published_and_the_difference_said(own: Path) -> None:
    plan = planned(own, THREE + "N4,Firm 4,sme,Biz,,Alfa,2014-05-01,\n")
    assert [note["en"] for note in plan.checked.notes if "published" in note["en"]] == [
        "A published figure differs and stays as it was said: Three members. The register finds 4."]  # fmt: skip
    assert publishing.publish(plan).made
