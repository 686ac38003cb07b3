"""The sample register adds up to the published totals, is the same to the byte every time, and looks like a cluster."""

import csv
import tomllib
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.register import sample

DATA = Path(__file__).parents[2] / "data"
PLAN = DATA / "illustrative" / "plan.toml"
TABLES = ("members", "investments", "startups")


def read(path: str) -> list[dict[str, str]]:
    with (DATA / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MEMBERS, INVESTMENTS, STARTUPS = (read(f"illustrative/{table}.csv") for table in TABLES)


def active(member: dict[str, str], year: int) -> bool:
    """Whether someone was a member in the year and still at its end."""
    return member["joined"] <= f"{year}-12-31" and (member["left"] == "" or member["left"] > f"{year}-12-31")


def at_end(year: int) -> list[dict[str, str]]:
    return [member for member in MEMBERS if active(member, year)]


def amounts(purpose: str) -> list[Decimal]:
    return [Decimal(row["amount_eur_m"]) for row in INVESTMENTS if row["purpose"] == purpose]


def codes(table: str) -> set[str]:
    return {row["code"] for row in read(f"reference/{table}.csv")}


# It adds up -------------------------------------------------------------------------------------------------------


def test_32_members_at_the_end_of_2006_and_95_at_the_end_of_2018() -> None:
    assert len(at_end(2006)) == 32
    assert len(at_end(2018)) == 95


def test_a_few_have_left_so_that_106_ever_joined() -> None:
    assert len(MEMBERS) == 106
    assert sum(member["left"] != "" for member in MEMBERS) == 11


def test_the_types_give_the_published_shares_of_47_31_and_18_percent_and_4_not_stated() -> None:
    types = Counter(member["type"] for member in at_end(2018))
    assert types == {"sme": 45, "public": 29, "large": 17, "not_stated": 4}
    shares = {name: round(100 * count / 95) for name, count in types.items()}
    assert shares == {"sme": 47, "public": 31, "large": 18, "not_stated": 4}


def test_the_investments_add_up_to_207_and_202_million_to_the_last_digit() -> None:
    assert sum(amounts("infrastructure")) == Decimal("207.000")
    assert sum(amounts("project")) == Decimal("202.000")
    assert {row["amount_eur_m"][-4] for row in INVESTMENTS} == {"."}


def test_there_are_40_startups_launched_from_2008_to_2018() -> None:
    assert len(STARTUPS) == 40
    assert min(row["launched"] for row in STARTUPS) >= "2008-01-01"
    assert max(row["launched"] for row in STARTUPS) <= "2018-12-31"


# It holds together ------------------------------------------------------------------------------------------------


def test_every_investment_is_led_by_a_member_of_its_year_and_stands_in_that_members_town() -> None:
    members = {member["id"]: member for member in MEMBERS}
    assert [row["id"] for row in INVESTMENTS if not active(members[row["lead_member"]], int(row["year"]))] == []
    assert [row["id"] for row in INVESTMENTS if row["town"] != members[row["lead_member"]]["town"]] == []


def test_every_town_and_every_code_is_one_the_program_knows() -> None:
    rows = MEMBERS + STARTUPS
    assert {row["town"] for row in rows + INVESTMENTS} <= {town["name"] for town in read("raw/geonames/towns.csv")}
    assert {row["area"] for row in rows} == codes("areas")
    assert {row["value_chain"] for row in rows} == codes("value_chains") | {""}
    assert {member["type"] for member in MEMBERS} == codes("member_types")
    assert {row["status"] for row in STARTUPS} == {"active", "acquired", "closed"}


def test_no_id_and_no_name_occurs_twice_and_every_name_says_it_is_a_sample() -> None:
    for rows in (MEMBERS, INVESTMENTS, STARTUPS):
        assert len({row["id"] for row in rows}) == len({row["name"] for row in rows}) == len(rows)
        assert [row["name"] for row in rows if not row["name"].startswith("Sample ")] == []


def test_the_membership_never_halves_and_nobody_leaves_before_joining() -> None:
    sizes = [len(at_end(year)) for year in range(2006, 2019)]
    assert [now for before, now in pairwise(sizes) if now < before / 2] == []
    assert [member["id"] for member in MEMBERS if member["left"] and member["left"] <= member["joined"]] == []


# It looks like a cluster ------------------------------------------------------------------------------------------


def test_the_capital_holds_65_to_85_percent_of_members_and_ten_towns_or_more_have_one() -> None:
    towns = Counter(member["town"] for member in at_end(2018))
    assert 0.65 <= towns["Kraków"] / 95 <= 0.85
    assert len(towns) >= 10


def test_the_five_biggest_infrastructure_investments_are_at_least_45_percent_of_all() -> None:
    assert sum(sorted(amounts("infrastructure"))[-5:]) >= Decimal("0.45") * 207


def test_authorities_are_public_and_the_founders_are_mostly_public() -> None:
    assert {member["type"] for member in MEMBERS if member["area"] == "Gov"} == {"public"}
    assert Counter(member["type"] for member in at_end(2006))["public"] == 18


# It can be made again ---------------------------------------------------------------------------------------------


def test_the_generator_writes_the_same_bytes_and_the_checksums_of_the_cards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sample.main([str(tmp_path), "--plan", str(PLAN)]) == 0
    printed = capsys.readouterr().out
    for table in TABLES:
        name = f"{table}.csv"
        assert (tmp_path / name).read_bytes() == (DATA / "illustrative" / name).read_bytes()
        card = tomllib.loads((DATA / "sources" / f"sample_{table}.toml").read_text(encoding="utf-8"))
        assert f"{card['sha256']}  {name}\n" in printed
        assert card["kind"] == "illustrative"


def test_a_plan_that_does_not_add_up_is_refused_with_the_numbers(tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    text = PLAN.read_text(encoding="utf-8").replace("members_at_end = 95", "members_at_end = 96")
    plan.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="The parts give 95 members at the end, the total says 96"):
        sample.write(plan, tmp_path)


def test_a_plan_that_lacks_a_part_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.toml").write_text("seed = 1\n", encoding="utf-8")
    assert sample.main([str(tmp_path)]) == 1
    assert capsys.readouterr().err == "The plan plan.toml lacks 'members'.\n"
