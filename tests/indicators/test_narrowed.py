"""Narrowed figures, counted a second time from the files; each says to what, and holds no published total."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from lsk_metrics import language, paths
from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import answer, indicators

Line = dict[str, str]
pytestmark = pytest.mark.usefixtures("snapshot")


def lines(name: str) -> list[Line]:
    with (paths.data() / "illustrative" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MEMBERS, STARTUPS, INVESTMENTS = lines("members.csv"), lines("startups.csv"), lines("investments.csv")
LEAD = {line["id"]: line for line in MEMBERS}


def of(line: Line, **groups: str) -> bool:
    return all((line[column] or "none") in wanted.split(",") for column, wanted in groups.items())


def there(line: Line, year: int) -> bool:
    return int(line["joined"][:4]) <= year and (not line["left"] or int(line["left"][:4]) > year)


def values(name: str, **given: str) -> dict[tuple[str | None, int], float | None]:
    return {(row.series, row.year): row.value for row in answer(name, given).rows}


def test_members_of_two_types_in_two_areas_year_by_year() -> None:
    found = values("members", member_types="sme,large", areas="Med,BioF")
    kept = [line for line in MEMBERS if of(line, type="sme,large", area="Med,BioF")]
    assert found == {(None, year): sum(there(line, year) for line in kept) for year in range(2006, 2019)}
    assert found[None, 2018] == 45


def test_members_without_a_value_chain_can_be_asked_for() -> None:
    found = values("members", value_chains="none")
    kept = [line for line in MEMBERS if not line["value_chain"]]
    assert found == {(None, year): sum(there(line, year) for line in kept) for year in range(2006, 2019)}


def test_members_that_joined_of_one_area() -> None:
    joined = Counter(int(line["joined"][:4]) for line in MEMBERS if line["area"] == "Med")
    assert values("members_joined", areas="Med") == {(None, year): joined[year] for year in range(2006, 2019)}


@pytest.mark.parametrize(
    ("name", "column"), [("members_by_area", "area"), ("members_by_value_chain", "value_chain")], ids=["area", "chain"]
)
def test_members_by_group_of_one_type(name: str, column: str) -> None:
    kept = [line for line in MEMBERS if line["type"] == "public"]
    counted = Counter(
        (line[column] or "none", year) for line in kept for year in range(2006, 2019) if there(line, year)
    )
    assert values(name, member_types="public") == dict(counted)


def test_shares_of_types_within_an_area_come_from_the_register_and_make_a_hundred() -> None:
    kept = [line for line in MEMBERS if line["area"] == "Edu" and there(line, 2018)]
    counted = Counter(line["type"] for line in kept)
    found = {series: value for (series, year), value in values("members_by_type", areas="Edu").items() if year == 2018}
    assert found == {code: pytest.approx(100 * count / len(kept)) for code, count in counted.items()}
    assert sum(value or 0.0 for value in found.values()) == pytest.approx(100)


def test_startups_of_one_status_and_area() -> None:
    kept = [line for line in STARTUPS if of(line, status="active", area="BioF")]
    launched = Counter(int(line["launched"][:4]) for line in kept)
    asked = {"statuses": "active", "areas": "BioF"}
    years = range(2008, 2019)
    assert values("startups_launched", **asked) == {(None, year): launched[year] for year in years}
    assert values("startups_cumulative", **asked) == {
        (None, year): sum(count for then, count in launched.items() if then <= year) for year in years
    }
    assert values("startups_by_area", **asked) == {("BioF", 2018): len(kept)}
    assert values("startups_by_status", **asked) == {("active", 2018): len(kept)}


def money(**groups: str) -> dict[tuple[str, int], Decimal]:
    """By purpose and year: what members of these groups lead."""
    found: dict[tuple[str, int], Decimal] = {}
    for line in INVESTMENTS:
        if of(LEAD[line["lead_member"]], **groups):
            key = line["purpose"], int(line["year"])
            found[key] = found.get(key, Decimal(0)) + Decimal(line["amount_eur_m"])
    return found


def test_investment_counts_for_the_groups_of_the_member_that_leads_it() -> None:
    spent = money(type="sme")
    assert values("investment_by_year", member_types="sme") == {
        key: pytest.approx(float(value)) for key, value in spent.items()
    }
    totals: Counter[str] = Counter()
    for (purpose, _year), value in spent.items():
        totals[purpose] += value  # type: ignore[assignment]
    assert values("investment_by_kind", member_types="sme") == {
        (purpose, 2018): pytest.approx(float(value)) for purpose, value in totals.items()
    }
    added = values("investment_cumulative", member_types="sme", purposes="project")
    assert {series for series, _year in added} == {"project"}
    assert added["project", 2018] == pytest.approx(float(totals["project"]))


def test_the_parts_of_a_filter_make_the_whole() -> None:
    whole = values("members", illustrative="yes")[None, 2012]
    types = ("sme", "public", "large", "not_stated")
    assert sum(values("members", member_types=code)[None, 2012] or 0.0 for code in types) == whole


NARROWED = [(each.id, name) for each in indicators() if not each.fetch for name in each.filters]


@pytest.mark.parametrize(("name", "by"), NARROWED, ids=[f"{name}-{by}" for name, by in NARROWED])
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_a_narrowed_answer_says_to_what_and_holds_no_published_total(name: str, by: str, lang: str) -> None:
    language.use(lang)
    code = {"member_types": "sme", "areas": "BioF", "value_chains": "health", "purposes": "project"}.get(by, "active")
    words = {
        "sme": ("small and medium-sized enterprises", "małe i średnie przedsiębiorstwa"),
        "BioF": ("biotechnology and life science business", "biotechnologia i przedsiębiorstwa nauk o życiu"),
        "health": ("health and quality of life", "zdrowie i jakość życia"),
        "project": ("R&D projects", "projekty B+R"),
        "active": ("active", "działające"),
    }[code][lang == "pl"]
    found = answer(name, {by: code})
    assert found.rows
    assert found.sentence.replace("\N{NO-BREAK SPACE}", " ").startswith(
        f"{found.title}, {words}".replace("\N{NO-BREAK SPACE}", " ")
    )
    assert set(found.kinds) == {"illustrative"}
    assert found.document()["parameters"][by] == (code,)
    assert found.document()["counted"].replace("\N{NO-BREAK SPACE}", " ") == words


def test_two_filters_and_two_codes_are_all_named() -> None:
    found = answer("members", {"member_types": "sme,large", "areas": "Med"})
    assert found.sentence.startswith(
        "Cluster members, small and medium-sized enterprises or large enterprises, healthcare:"
    )


def test_where_the_sample_is_hidden_nothing_stands_in_for_the_part() -> None:
    found = answer("members", {"member_types": "sme", "illustrative": "no"})
    assert found.rows == ()
    assert found.sentence == (
        "Cluster members, small and medium-sized enterprises: there are no figures for this choice."
    )


def test_published_totals_are_said_not_to_be_broken_down() -> None:
    said = "Published totals are not broken down this way: what is shown is counted from the register."
    assert said in answer("members", {"areas": "Med"}).caveats
    assert said not in answer("members").caveats


def test_a_group_an_indicator_does_not_know_is_refused() -> None:
    with pytest.raises(NameUnknown, match="There is no kind of investment called “roads”"):
        answer("investment_by_year", {"purposes": "roads"})
    with pytest.raises(NameUnknown, match="There is no parameter called “statuses”"):
        answer("members", {"statuses": "active"})


@pytest.mark.parametrize(
    ("name", "given", "english", "polish"),
    [
        ("members", {}, "not one from 2006 to 2018.", "w latach 2006–2018 ani jednego."),
        ("members", {"first_year": "2018"}, "not one in 2018.", "w 2018 r. ani jednego."),
        ("members_joined", {}, "not one from 2006 to 2018.", "w latach 2006–2018 ani jednego."),
    ],
)
def test_where_there_is_not_one_the_sentence_says_so(
    name: str, given: dict[str, str], english: str, polish: str
) -> None:
    """All in this area have a value chain."""
    assert not [line for line in MEMBERS if of(line, area="BioF", value_chain="none")]
    found = answer(name, {"areas": "BioF", "value_chains": "none", **given})
    for lang, words in (("en", english), ("pl", polish)):
        language.use(lang)
        assert found.sentence.replace("\N{NO-BREAK SPACE}", " ").endswith(f": {words}")
        assert found.title in found.sentence
