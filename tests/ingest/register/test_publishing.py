"""An import published: the table replaced whole, the file kept with its record, and nothing changed where it fails."""

import hashlib
import json
from pathlib import Path

import pytest

from lsk_metrics.errors import LskError
from lsk_metrics.ingest import build, source
from lsk_metrics.ingest.register import importing, publishing
from lsk_metrics.warehouse import read
from tests.ingest.conftest import CARD

HEADER = "id,name,type,area,value_chain,town,joined,left\n"
THREE = HEADER + "".join(f"N{at},Firm {at},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(3))
LEDGER = "id,purpose,name,amount_eur_m,year,lead_member,town,programme\n"
MONEY = LEDGER + "I1,project,Lab,1.5,2013,N1,Alfa,\n"
SAMPLES = {
    "members": HEADER + "".join(f"M{at},Sample {at},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(4)),
    "investments": LEDGER + "I1,project,Sample,2.5,2013,M1,Alfa,\nI2,infrastructure,Sample,1.5,2013,M1,Alfa,\n",
    "startups": "id,name,launched,town,area,status\nS1,Sample,2014-05-01,Alfa,Biz,active\n",
}


@pytest.fixture
def own(elsewhere: Path, tmp_path: Path) -> Path:
    """The folder of a small cluster, in `data`, whose register is a sample; its home is empty."""
    (elsewhere / "sources" / "own.toml").unlink()
    for table, text in SAMPLES.items():
        (elsewhere / "register" / f"{table}.csv").write_text(text, encoding="utf-8")
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        file = f"register/{table}.csv"
        card = CARD.format(id=f"sample_{table}", kind="illustrative", table=table, file=file, sha256=sha256)
        (elsewhere / "sources" / f"sample_{table}.toml").write_text(card, encoding="utf-8")
    return tmp_path


def planned(folder: Path, text: str, table: str = "members") -> importing.Plan:
    path = folder / f"{table}.csv"
    path.write_text(text, encoding="utf-8")
    return importing.plan(path, table)


def state(home: Path) -> dict[str, bytes]:
    """Everything the register's folder holds, and where readers are pointed at."""
    files = [*(home / "register").rglob("*"), home / "snapshots" / "current"]
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files if path.is_file()}


def counted(table: str) -> list[tuple[str, int]]:
    return [(row["kind"], row["n"]) for row in read.rows(f"SELECT kind, count(*) AS n FROM {table} GROUP BY kind")]


def test_a_published_table_replaces_the_whole_sample_and_leaves_out_what_leans_on_it(own: Path) -> None:
    build.build()
    assert (counted("members"), counted("investments")) == ([("illustrative", 4)], [("illustrative", 2)])
    plan = planned(own, THREE)
    assert (plan.fits, plan.left_out) == (True, ["investments"])
    assert plan.checked.notes[-1]["en"].startswith("The sample of Investments is left out from now on")
    said: list[str] = []
    publishing.publish(plan, say=said.append)
    assert (counted("members"), counted("investments")) == ([("register", 3)], [])
    assert counted("startups") == [("illustrative", 1)]
    assert any(line.startswith("investments: the sample is left out") for line in said)


def test_the_file_is_kept_as_it_came_with_its_record(own: Path) -> None:
    plan = planned(own, THREE)
    publishing.publish(plan, by="Anna Nowak")
    [record] = (own / "home" / "register" / "received").glob("*.json")
    given = json.loads(record.read_text(encoding="utf-8"))
    assert plan.incoming is not None
    assert (given["sha256"], given["by"], given["table"], given["rows"], given["file"]) == (
        plan.incoming.sha256, "Anna Nowak", "members", 3, "members.csv")  # fmt: skip
    assert given["received_at"].endswith("+00:00")
    kept = record.with_suffix("")
    assert kept.read_bytes() == THREE.encode()
    assert kept.name.endswith(f"-{plan.incoming.sha256[:8]}-members.csv")


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


@pytest.mark.parametrize("first", [True, False], ids=["the first import", "a later import"])
def test_a_build_that_fails_leaves_everything_as_it_was(
    own: Path, first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if first:
        build.build()
    else:
        publishing.publish(planned(own, THREE))
    before = state(own / "home")
    plan = planned(own, THREE.replace("Firm 1", "Other"))
    # The data folder changes between the check and the build, so that the build stops.
    monkeypatch.setenv("LSK_DATA", str(own / "nowhere"))
    with pytest.raises(LskError):
        publishing.publish(plan)
    assert state(own / "home") == before


def test_a_table_with_problems_cannot_be_published(own: Path) -> None:
    plan = planned(own, THREE.replace("Alfa", "?"))
    with pytest.raises(LskError, match="has problems; nothing was published"):
        publishing.publish(plan)
    assert not (own / "home" / "register").exists()


def test_the_folder_holds_one_table_and_one_card_however_often_it_is_imported(own: Path) -> None:
    publishing.publish(planned(own, THREE))
    publishing.publish(planned(own, THREE.replace("Firm 1", "Other")))
    names = sorted(path.name.split("-")[0] for path in (own / "home" / "register").glob("*.*"))
    assert names == ["members", "members.toml"]
    assert len(list((own / "home" / "register" / "received").glob("*.json"))) == 2


def test_a_file_that_came_again_makes_no_new_snapshot(own: Path) -> None:
    first = publishing.publish(planned(own, THREE))
    again = publishing.publish(planned(own, THREE))
    assert (again.snapshot, again.made) == (first.snapshot, False)


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


def test_an_imported_table_replaces_a_register_shipped_in_the_data_folder(elsewhere: Path) -> None:
    text = "id,name,type,area,value_chain,town,joined,left\nM9,Nine Ltd,sme,Biz,wood,Alfa,2015-05-01,\n"
    plan = planned(elsewhere.parent, text)
    assert plan.difference is not None and (len(plan.difference.added), len(plan.difference.gone)) == (1, 3)
    publishing.publish(plan)
    assert [card.id for card in source.cards() if card.table == "members"] == ["register_members"]
    assert counted("members") == [("register", 1)]


def test_a_home_that_cannot_be_written_is_named(own: Path) -> None:
    plan = planned(own, THREE)
    (own / "home").mkdir(exist_ok=True)
    (own / "home" / "register").write_text("in the way", encoding="utf-8")
    with pytest.raises(LskError, match="The register cannot be written to"):
        publishing.publish(plan)
