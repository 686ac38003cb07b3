"""What may not be added up over time, place or group never is: decided in one place, refused in a sentence."""

import ast
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import Row, additivity, answer, indicator, indicators, methods
from lsk_metrics.indicators.additivity import adds_up, has_groups, may_add, refusal, total, totals

ROOT = Path(__file__).parents[2]
READERS = [
    path
    for path in [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "lsk_metrics").rglob("*.py")]
    if "ingest" not in path.parts and "warehouse" not in path.parts
]
# Over which of time, place and group each may be added, and why not over the others.
RIGHT = {
    # What happened in a year: years, places and groups are parts of a whole.
    **dict.fromkeys(["investment_by_year", "ec_contribution_by_year", "participations_by_year"], "tpg"),
    **dict.fromkeys(["members_joined", "startups_launched"], "tpg"),
    # How much there is at the end of a year, or has come together by then: each year holds those before.
    **dict.fromkeys(["members", "members_by_area", "members_by_helix", "members_by_town"], "pg"),
    **dict.fromkeys(["members_by_value_chain", "startups_by_area", "startups_by_status", "startups_by_town"], "pg"),
    **dict.fromkeys(["startups_cumulative", "investment_by_town", "investment_cumulative"], "pg"),
    "participations_by_town": "pg",
    "investment_by_kind": "p",  # whether the two published sums overlap is not stated
    # Totals of a place whose years are states, or have gaps; the largest organisations alone are no whole.
    **dict.fromkeys(["population", "rd_personnel", "students", "students_by_town", "gerd_eur_m"], "p"),
    **dict.fromkeys(["students_by_institution", "ec_contribution_by_organisation"], "p"),
    # Shares of one whole make up that whole; of different wholes they do not.
    "members_by_type": "g",
    # A project counts in each of its fields, and in each partner region that takes part.
    **dict.fromkeys(["projects_by_field", "joint_projects"], ""),
    # Ratios.
    **dict.fromkeys(["gerd_share_of_gdp", "business_rd_share_of_gdp", "hightech_employment_share", "hrst_share"], ""),
    **dict.fromkeys(["employment_rate", "unemployment_rate", "tertiary_attainment", "patents_per_million"], ""),
    **dict.fromkeys(["gdp_per_head_pps", "regional_innovation_index", "powiat_density", "powiat_wages"], ""),
    "powiat_unemployment": "",
}
DIMENSIONS = {"time": "t", "place": "p", "group": "g"}


def test_the_table_below_names_every_indicator() -> None:
    assert set(RIGHT) == {each.id for each in indicators()}
    assert all(each.additive == () for each in methods())


@pytest.mark.parametrize("over", DIMENSIONS)
@pytest.mark.parametrize("name", sorted(RIGHT))
def test_every_indicator_may_or_may_not_be_added_over_each_dimension_and_says_so(name: str, over: str) -> None:
    each, allowed = indicator(name), DIMENSIONS[over] in RIGHT[name]
    assert may_add(each, over) is allowed
    for lang in ("en", "pl"):
        language.use(lang)
        said = refusal(each, over)
        if allowed:
            assert said == ""
        else:
            assert language.gettext(each.title) in said and said.endswith(".")


@pytest.mark.parametrize("over", DIMENSIONS)
@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_total_of_two_rows_is_given_or_refused_as_the_passport_has_it(name: str, over: str) -> None:
    each = indicator(name)
    first = Row("A", 2020, 2.0, "published", "x", "s")
    second = {
        "time": Row("A", 2021, 3.0, "published", "x", "s"),
        "place": Row("B", 2020, 3.0, "published", "x", "s"),
        "group": Row("A", 2020, 3.0, "published", "x", "t"),
    }[over]
    if DIMENSIONS[over] in RIGHT[name] and not (over == "place" and each.places == "regions"):
        assert total([first, second], each) == 5.0
    else:
        with pytest.raises(ValueRefused):
            total([first, second], each)
        assert not adds_up([first, second], each)


def test_each_refusal_names_the_indicator_and_the_reason() -> None:
    assert refusal(indicator("members"), "time") == (
        "“Cluster members” tells how much there is in a year or up to it, so years are never added up."
    )
    assert refusal(indicator("gerd_share_of_gdp"), "place") == (
        "“R&D expenditure (GERD)” is a ratio: the figures of several places are never added up."
    )
    assert refusal(indicator("projects_by_field"), "group") == (
        "In “EU research projects by field of science” groups overlap or are not all there, "
        "so groups are never added up."
    )
    assert refusal(indicator("population"), "group") == "“Population” has no groups to add up."
    assert refusal(indicator("gerd_eur_m"), "time") == (
        "In “R&D expenditure in euro” some years are missing or differ in method, so years are never added up."
    )


def test_regions_are_never_added_to_the_nation_they_are_part_of(snapshot: str) -> None:
    found = answer("gerd_eur_m", {"places": "PL21,PL", "first_year": "2022", "last_year": "2022"})
    with pytest.raises(ValueRefused, match="one place may be part of another"):
        total(found.rows, found.indicator)


def test_the_same_thing_told_twice_is_not_added_to_itself(snapshot: str) -> None:
    found = answer("members", {"first_year": "2018", "last_year": "2018"})
    assert {row.kind for row in found.rows} == {"published", "illustrative"}  # 95 by the source, 95 in the sample
    with pytest.raises(ValueRefused, match="two figures of different origin"):
        total(found.rows, found.indicator)


def test_sums_by_year_and_by_town_worked_by_hand(snapshot: str) -> None:
    each = indicator("investment_by_year")
    rows = [
        Row("A", 2010, 1.5, "register", "x", "project"),
        Row("A", 2010, 2.0, "register", "x", "infrastructure"),
        Row("A", 2011, 4.0, "register", "x", "project"),
        Row("B", 2011, None, "register", "x", "project"),
    ]
    assert totals(rows, each, "year") == {2010: 3.5, 2011: 4.0}
    assert totals(rows, each, "place", "year") == {("A", 2010): 3.5, ("A", 2011): 4.0, ("B", 2011): 0.0}
    assert total(rows, each) == 7.5
    assert total([], each) == 0


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_an_indicator_has_groups_when_its_rows_have(name: str, projects: str) -> None:
    assert has_groups(indicator(name)) is bool(answer(name).series)


def test_a_sentence_never_says_a_total_that_may_not_be(snapshot: str) -> None:
    for each in indicators():
        texts = " ".join(each.sentence.values())
        assert may_add(each, "time") or not ("{total}" in texts or "{total_n}" in texts)
        over = "place" if each.places not in (None, "regions") else "group"
        assert may_add(each, over) or not ("{parts_total" in texts or "{top_share}" in texts), each.id


def reads_a_value(node: ast.AST) -> bool:
    """Whether an expression contains the value of a row, or several values under that name."""
    return any(isinstance(part, ast.Attribute) and part.attr == "value" for part in ast.walk(node)) or any(
        isinstance(part, ast.Name) and part.id == "values" for part in ast.walk(node)
    )


def added(source: str) -> list[int]:
    """Lines that add up values of rows: sum(…), fsum(…), mean(…), a + b, a += b."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in ("sum", "fsum", "mean", "fmean", "accumulate", "reduce"):
            # Counting rows for which something holds adds up no values.
            counted = any(
                isinstance(part, ast.GeneratorExp) and isinstance(part.elt, ast.Compare) for part in node.args
            )  # type: ignore[attr-defined]
            found += [node.lineno for part in node.args if reads_a_value(part) and not counted]  # type: ignore[attr-defined]
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and adds_numbers(node.value):
            found.append(node.lineno)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            found += [node.lineno for part in (node.left, node.right) if adds_numbers(part)][:1]
    return found


def adds_numbers(node: ast.AST) -> bool:
    """Whether an operand is a row's value itself: row.value, or row.value or 0."""
    if isinstance(node, ast.BoolOp):
        return any(adds_numbers(part) for part in node.values)
    return isinstance(node, ast.Attribute) and node.attr == "value"


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_module_adds_up_values_of_rows(path: Path) -> None:
    if path == Path(additivity.__file__):
        assert added(path.read_text(encoding="utf-8")) != []
        return
    assert added(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        "total = sum(row.value or 0.0 for row in rows)",
        "total = sum([row.value for row in rows])",
        "total = math.fsum(row.value for row in rows)",
        "sums[row.place] = sums.get(row.place, 0.0) + (row.value or 0.0)",
        "totals[row.year] += row.value or 0.0",
        "both = first.value + last.value",
        "total = sum(values)",
    ],
)
def test_the_test_above_sees_what_it_should(code: str) -> None:
    assert added(code) == [1]
