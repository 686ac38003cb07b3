"""Boards of criteria: each status by its rule, with the reason; nothing of the sample counts, nothing is made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.indicators import governance_told, indicators
from lsk_metrics.indicators.evidence import Piece, evidence
from lsk_metrics.indicators.governance import Line, board, judged, reached
from lsk_metrics.ingest.build import build

Lines = Callable[..., dict[str, Line]]
HEADER = "id,criterion,type,indicator,claim,title,link,dated,owner,note\n"


@pytest.fixture
def lines(snapshot: str) -> Lines:
    """A board by the codes of its criteria."""
    return lambda name, real=False: {each.criterion: each for each in board(name, snapshot, real)}


def piece(what: str, *gaps: str, words: str = "95 members (2018)") -> Piece:
    return Piece("E1", what, "members", words, "published", 2018, "", "", "", "", gaps)


def test_seven_criteria_of_the_strategy_and_seven_requirements_of_the_contest(lines: Lines) -> None:
    assert (len(lines("s3")), len(lines("cluster"))) == (7, 7)


def test_what_comes_with_the_program_never_makes_a_criterion_of_the_strategy_evidenced(lines: Lines) -> None:
    found = lines("s3")
    assert {each.status for each in found.values()} == {"partly", "missing"}
    assert found["s3_analysis"].reason == (
        "Only indicators and published statements; no document of a responsible body."
    )
    assert [code for code, each in found.items() if each.status == "missing"] == ["s3_body", "s3_transition"]
    assert found["s3_body"].reason == "No evidence recorded."


def test_every_criterion_with_less_than_full_evidence_says_what_is_missing(lines: Lines) -> None:
    for each in [*lines("s3").values(), *lines("cluster").values()]:
        assert each.status == "evidenced" or each.lacks, each.criterion


def test_the_number_of_members_is_met_by_an_old_figure_and_the_sample_and_so_in_part_alone(lines: Lines) -> None:
    members = lines("cluster")["kkk_members"]
    assert (members.status, members.rule) == ("partly", "E3")
    assert members.reason.startswith("Asked is at least 51 members, and that is met: 95 members (2018).")
    assert [each.kind for each in members.pieces] == ["published", "illustrative"]
    assert [each.kind for each in lines("cluster", real=True)["kkk_members"].pieces] == ["published"]


def test_the_years_are_counted_from_the_founding(lines: Lines) -> None:
    found = lines("cluster")["kkk_years"]
    assert (found.status, found.pieces[0].year) == ("evidenced", 2006)


def test_evidence_names_indicators_and_statements_there_are(snapshot: str) -> None:
    known = {each.id for each in indicators()}
    rows = evidence(snapshot)
    assert {row["indicator"] for row in rows if row["indicator"]} <= known
    assert {row["kind"] for row in rows} == {"derived"}


@pytest.mark.parametrize(
    ("name", "pieces", "status", "rule"),
    [
        ("s3", [], "missing", "E1"),
        ("s3", [piece("indicator"), piece("statement")], "partly", "E1"),
        ("s3", [piece("document", "undated")], "partly", "E1"),
        ("s3", [piece("document")], "evidenced", "E1"),
        ("cluster", [], "missing", "E2"),
        ("cluster", [piece("statement", "older than 5 years")], "partly", "E2"),
        ("cluster", [piece("statement", "undated"), piece("indicator")], "evidenced", "E2"),
    ],
)
def test_a_status_follows_from_the_evidence(name: str, pieces: list[Piece], status: str, rule: str) -> None:
    assert judged(name, pieces)[:2] == (status, rule)


@pytest.mark.parametrize(
    ("counted", "status", "reason"),
    [
        ([], "missing", "No figure is recorded; asked is at least 51 members."),
        ([(50.0, piece("indicator"))], "missing", "Asked is at least 51 members; the highest figure is 50."),
        (
            [(51.0, piece("indicator"))],
            "evidenced",
            "Asked is at least 51 members, and that is met: 95 members (2018).",
        ),
        (
            [(95.0, piece("indicator", "undated"))],
            "partly",
            "Asked is at least 51 members, and that is met: 95 members (2018). It does not count in full: undated.",
        ),
        (
            [(40.0, piece("indicator")), (95.0, piece("indicator", "undated"))],
            "partly",
            "Asked is at least 51 members, and that is met: 95 members (2018). It does not count in full: undated.",
        ),
    ],
)
def test_a_number_is_reached_by_a_current_figure_or_in_part(
    counted: list[tuple[float, Piece]], status: str, reason: str
) -> None:
    assert reached(counted, 51, "members") == (status, "E3", reason)


def test_a_document_of_the_register_takes_the_place_of_the_list_and_counts_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    file = tmp_path / "evidence.csv"
    rows = "D1,s3_body,document,,,Resolution 1/2026,https://example.org/1.pdf,2026-01-15,regional office,\n"
    rows += "D2,s3_analysis,document,,,Undated analysis,,,,\n"
    file.write_text(HEADER + rows, encoding="utf-8")
    assert main(["import", "evidence", str(file), "--yes"]) == 0
    capsys.readouterr()
    found = {each.criterion: each for each in board("s3", build().snapshot)}
    assert (found["s3_body"].status, found["s3_body"].pieces[0].kind) == ("evidenced", "register")
    assert found["s3_analysis"].reason == "None of it counts in full: undated, it has no owner."
    assert found["s3_abroad"].status == "missing"


def test_an_imported_register_is_current_whenever_its_last_member_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    file = tmp_path / "members.csv"
    rows = "".join(f"N{at},Firm {at},sme,BioF,,Tarnów,20{at % 10:02d}-05-01,\n" for at in range(60))
    file.write_text("id,name,type,area,value_chain,town,joined,left\n" + rows, encoding="utf-8")
    assert main(["import", "members", str(file), "--yes"]) == 0
    capsys.readouterr()
    members = next(each for each in board("cluster", build().snapshot) if each.criterion == "kkk_members")
    assert members.status == "evidenced"
    assert members.reason == "Asked is at least 51 members, and that is met: 60 members (2009)."


def test_a_document_without_a_title_and_an_indicator_with_one_too_many_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    file = tmp_path / "evidence.csv"
    file.write_text(HEADER + "D1,s3_body,document,members,,,,,,\n", encoding="utf-8")
    assert main(["import", "evidence", str(file), "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "“Title” is empty, and must be filled where “What it is” is “document”." in said
    assert "“Indicator” is filled (members), and may be only where “What it is” is “indicator”." in said


def test_the_finding_is_one_sentence_in_both_languages() -> None:
    def lines(*statuses: str) -> list[Line]:
        return [Line("", "", status, "E1", "", "", "", ()) for status in statuses]

    boards = {"s3": lines("partly", "missing", "missing"), "cluster": lines("evidenced", *["partly"] * 5)}
    assert governance_told.finding(boards) == (
        "S3 governance: 0 of 3 criteria evidenced, 1 partly, 2 missing; "
        "Cluster readiness: 1 of 6 criteria evidenced, 5 partly, 0 missing."
    )
    language.use("pl")
    assert governance_told.finding(boards).replace("\N{NO-BREAK SPACE}", " ") == (
        "Zarządzanie S3: wykazano 0 z 3 kryteriów, częściowo 1, brak 2; "
        "Gotowość klastra: wykazano 1 z 6 kryteriów, częściowo 5, brak 0."
    )


def test_the_commands_tell_the_boards(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["governance", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["board"], document["snapshot"], len(document["criteria"])) == ("s3", snapshot, 7)
    assert main(["readiness"]) == 0
    assert "Missing: Customer orientation (kkk_customers)" in capsys.readouterr().out
