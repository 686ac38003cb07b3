"""What is kept of the files of CORDIS, and what is said of the rest; a slow reading with csv counts the same."""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import cordis
from tests.made_up_cordis import FIELD, FILES, H2020, HORIZON, ORGANIZATION, PROJECT, members, packed, table

ASKED = {"service": "cordis", "programme": "h2020"}
Rows = list[dict[str, Any]]


def read(path: Path, texts: dict[str, str]) -> dict[str, Rows]:
    packed(texts, path)
    return cordis.read(path, ASKED)


@pytest.fixture
def place(tmp_path: Path, home: Path) -> Path:
    return tmp_path / "cordis-h2020projects-csv.zip"


def plainly(texts: dict[str, str]) -> tuple[set[str], Counter[str], dict[str, int]]:
    """The slow twin: ids of the projects kept, participations kept by region, and what the file holds."""
    with (paths.data() / "reference" / "regions.csv").open(encoding="utf-8", newline="") as file:
        roles = {row["code"]: row["role"] for row in csv.DictReader(file) if row["role"] in ("home", "peer")}
    known = {**{code: code for code in roles}, "SE04": "SE22"}
    home = next(code for code in roles if roles[code] == "home")
    rows = {name: list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";")) for name, text in texts.items()}

    def region(row: dict[str, str]) -> str | None:
        fitting = [code for code in known if row["nutsCode"].startswith(code)]
        return known[max(fitting, key=len)] if fitting else None

    taking_part = rows["organization.csv"]
    kept = {row["projectID"] for row in taking_part if region(row) == home}
    regions = Counter(region(row) or "" for row in taking_part if row["projectID"] in kept and region(row))
    nowhere = sum(1 for row in taking_part if row["country"] == home[:2] and len(row["nutsCode"]) < len(home))
    counts = {"projects": len(rows["project.csv"]), "participations": len(taking_part), "without_region": nowhere}
    return kept, regions, counts


def counts(found: dict[str, Rows]) -> dict[str, int]:
    return {row["counted"]: int(row["count"]) for row in found["file_counts"]}


@pytest.mark.parametrize("file", FILES)
def test_as_much_is_kept_as_a_slow_reading_keeps(file: str, place: Path) -> None:
    texts = members(FILES[file])
    found, (kept, regions, held) = read(place, texts), plainly(texts)
    assert {row["id"] for row in found["projects"]} == kept
    assert Counter(row["region"] for row in found["participations"]) == regions
    assert counts(found) == {**held, "unread": 0}
    assert found["left_out"] == []


def test_projects_of_the_home_region_are_kept_with_how_many_took_part(place: Path) -> None:
    found = read(place, members(H2020))
    assert [(row["id"], row["participants"], row["countries"]) for row in found["projects"]] == [
        ("100001", "4", "3"), ("100002", "5", "3"), ("100003", "4", "2"),
    ]  # fmt: skip
    assert {row["programme"] for row in found["projects"]} == {"h2020"}
    assert [row["record"] for row in found["participations"]] == ["1", "2", "3", "5", "6", "7", "8", "9", "10", "11"]


def test_money_is_read_with_a_point_or_a_comma_and_net_goes_before_gross(place: Path) -> None:
    both = {name: H2020[name] + HORIZON[name] for name in H2020}
    money = {(row["project"], row["organisation_id"]): row["ec_contribution_eur"]
             for row in read(place, members(both))["participations"]}  # fmt: skip
    assert money["100001", "2"] == "50000.25"  # 0 gross, "50000,25" net
    assert money["100001", "21"] == "300000.50"
    assert money["101000001", "1"] == "900000.00"  # 1,000,000 gross
    assert money["101000002", "4"] == "250000.00"  # no net: gross
    assert money["101000001", "23"] == "0.00"  # no gross, net 0


def test_a_project_without_a_start_begins_when_it_was_signed(place: Path) -> None:
    found = read(place, members(HORIZON))
    assert {row["id"]: row["begins"] for row in found["projects"]} == {
        "101000001": "2022-01-01", "101000002": "2023-06-01",
    }  # fmt: skip


def test_an_old_code_of_a_partner_region_and_its_newer_ones_are_one_region(place: Path) -> None:
    both = {name: H2020[name] + HORIZON[name] for name in H2020}
    found = read(place, members(both))["participations"]
    assert {row["nuts"]: row["region"] for row in found if row["organisation_id"] == "23"} == {
        "SE224": "SE22", "SE044": "SE22",
    }  # fmt: skip


def test_line_ends_a_mark_at_the_beginning_a_folder_and_new_columns_change_nothing(place: Path) -> None:
    plain = read(place, members(H2020))
    wide = {
        "project": table(["new", *reversed(PROJECT)], H2020["project"]),
        "organization": table([*reversed(ORGANIZATION), "new"], H2020["organization"]),
        "euroSciVoc": table(FIELD, H2020["euroSciVoc"]),
    }
    other = {f"csv/{name}.csv": "\ufeff" + text.replace("\n", "\r\n") for name, text in wide.items()}
    assert read(place, other) == plain


BROKEN_ROWS = {
    '"100009";"A "so-called" name";"x"': "unread",  # its quotation marks leave 3 cells of 25
    '"100009";"too";"short"': "unread",
    ";".join(['"100009"'] * 40): "unread",
}


@pytest.mark.parametrize("row", BROKEN_ROWS)
def test_a_row_that_cannot_be_read_is_named_and_takes_no_other_with_it(row: str, place: Path) -> None:
    texts = members(H2020)
    lines = texts["organization.csv"].split("\n")
    spoiled = {**texts, "organization.csv": "\n".join([*lines[:3], row, *lines[3:]])}
    found = read(place, spoiled)
    assert [(each["file"], each["line"], each["reason"]) for each in found["left_out"]] == [
        ("organization.csv", "4", "unread")
    ]
    assert '"100009"' in found["left_out"][0]["said"]
    assert counts(found) == {"projects": 4, "participations": 14, "without_region": 2, "unread": 1}
    assert len(found["participations"]) == 10


@pytest.mark.parametrize("marks", ['THE "BEST" FIRM', 'THE \\"BEST\\" FIRM', 'THE "BEST" OF\nFIRMS', 'THE FIRM "BEST"'])
def test_quotation_marks_that_were_not_doubled_spoil_no_row(marks: str, place: Path) -> None:
    texts = members(H2020)
    spoiled = {**texts, "organization.csv": texts["organization.csv"].replace("SMALL FIRM", marks)}
    found = read(place, spoiled)
    whole = read(place, texts)
    assert found["left_out"] == []
    assert counts(found) == counts(whole)
    mended = found["participations"][-1]
    assert mended["organisation"] == marks.replace("\\", "")
    same = {**mended, "organisation": "SMALL FIRM", "record": "11"}
    assert same in whole["participations"] and len(found["participations"]) == 10


def test_what_is_wrong_with_a_row_is_said_and_the_rest_of_it_counts(place: Path) -> None:
    project, org = H2020["project"], H2020["organization"]
    spoiled = {
        "project": [{**project[0], "startDate": "soon", "ecSignatureDate": ""},
                    {**project[1], "ecMaxContribution": "much"},
                    project[2], project[3], project[2]],
        "organization": [*org[:4], {**org[4], "netEcContribution": "-5"}, *org[5:],
                         {**org[0], "projectID": "999999"}, {**org[4], "organisationID": "", "name": " "}],
        "euroSciVoc": H2020["euroSciVoc"],
    }  # fmt: skip
    found = read(place, members(spoiled))
    assert {(row["file"], row["line"], row["reason"]) for row in found["left_out"]} == {
        ("project.csv", "2", "no date"), ("project.csv", "3", "no amount"), ("project.csv", "6", "twice"),
        ("organization.csv", "6", "no amount"), ("organization.csv", "16", "no project"),
        ("organization.csv", "17", "no organisation"),
    }  # fmt: skip
    assert [row["id"] for row in found["projects"]] == ["100002", "100003"]
    money = {row["organisation_id"]: row["ec_contribution_eur"] for row in found["participations"]}
    assert money["1"] is None


def test_a_file_of_which_too_much_cannot_be_read_is_refused(place: Path) -> None:
    texts = members(H2020)
    texts["organization.csv"] += '"1";"2"\n' * 21
    with pytest.raises(SourceError, match=r"21 of 44 rows cannot be read, too many .* line 16 of organization\.csv"):
        read(place, texts)


def test_a_changed_header_is_said(place: Path) -> None:
    texts = members(H2020)
    for wrong, missing in (("nutsCode2", "nutsCode"), ("city", "nutsCode")):
        changed = {**texts, "organization.csv": texts["organization.csv"].replace('"nutsCode"', f'"{wrong}"')}
        with pytest.raises(SourceError, match=f"organization.csv in {place.name} has no column “{missing}|“city”"):
            read(place, changed)
    commas = {**texts, "project.csv": texts["project.csv"].replace(";", ",")}
    with pytest.raises(SourceError, match=r"project\.csv in .* has no column “id”"):
        read(place, commas)


def test_a_card_that_names_no_programme_is_said(place: Path) -> None:
    with pytest.raises(SourceError, match=r"should say under \[fetch\] which programme"):
        cordis.read(place, {})
