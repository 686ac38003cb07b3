"""An import published: the table replaced whole, the file kept with its record, and nothing changed where it fails."""

import json
from pathlib import Path

import pytest

from lsk_metrics.errors import LskError, RuleError
from lsk_metrics.ingest import build, rules, source
from lsk_metrics.ingest.register import publishing
from lsk_metrics.warehouse import read
from tests.ingest.register.conftest import THREE, counted, planned, state


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
    # A rule that nothing can satisfy comes in between the check and the build.
    monkeypatch.setattr(rules, "run", lambda table: [rules.Result("nothing holds", "Never.", "", [{"row": 1}])])
    with pytest.raises(RuleError, match="nothing holds"):
        publishing.publish(plan)
    assert state(own / "home") == before


def test_of_two_imports_that_were_checked_against_the_same_data_the_second_is_refused(own: Path) -> None:
    one, other = planned(own, THREE), planned(own, THREE.replace("Firm 1", "Other"))
    publishing.publish(one)
    with pytest.raises(LskError, match="The data have changed since members.csv was checked"):
        publishing.publish(other)
    assert read.rows("SELECT name FROM members WHERE id = 'N1'") == [{"name": "Firm 1"}]


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
