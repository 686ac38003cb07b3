"""What a measure would mislead about is refused in a sentence; all else answers, in both languages."""

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import Answer, answer, indicator, indicators, methods
from lsk_metrics.indicators.facts import placeholders
from lsk_metrics.indicators.measures import measure, measures, refusal
from lsk_metrics.indicators.parameters import MEASURES, parse
from lsk_metrics.indicators.passport import caveat_words


def asked(name: str, by: str, **given: str) -> Answer:
    return answer(name, {"measure": by, **given})


@pytest.mark.parametrize(
    ("name", "by", "given", "reason"),
    [
        ("gerd_share_of_gdp", "per_head", {}, "“R&D expenditure (GERD)” is no total of a place"),
        ("population", "per_head", {}, "“Population” is what other indicators are divided by."),
        ("members_by_town", "per_head", {}, "places and years of “Members by town” the data have no population."),
        ("joint_projects", "per_head", {}, "is no total of a place"),
        ("composite_rank", "index", {}, "puts indicators together already and has no other measure."),
        ("investment_by_kind", "index", {}, "has no second year to hold against the first."),
        ("investment_by_kind", "change", {}, "has no two years in a row to hold against each other."),
        ("ec_contribution_by_year", "index", {}, "There are no figures yet."),
        ("gerd_eur_m", "index", {"view": "ranking"}, "An index starts at 100 in a year of each region's own"),
        ("gerd_eur_m", "change", {"view": "pace"}, "has a ranking and no other view."),
        ("members", "per_head", {"view": "ranking"}, "is not about regions that could be compared."),
    ],
)  # fmt: skip
def test_what_would_mislead_is_refused_in_a_sentence(
    name: str, by: str, given: dict[str, str], reason: str, snapshot: str
) -> None:
    with pytest.raises(ValueRefused) as refused:
        asked(name, by, **given)
    assert reason in str(refused.value)


def test_values_of_zero_start_no_index(projects: str) -> None:
    with pytest.raises(ValueRefused, match="has values of zero or less, from which no index can start."):
        asked("joint_projects", "index")


def test_an_unknown_measure_is_refused_with_the_nearest() -> None:
    with pytest.raises(NameUnknown, match="There is no measure called “per_haed”. Did you mean “per_head”?"):
        parse({"measure": "per_haed"}, {})


@pytest.mark.parametrize("by", MEASURES[1:])
@pytest.mark.parametrize("name", [each.id for each in [*indicators(), *methods()]])
def test_every_indicator_answers_by_every_measure_or_says_why_not(name: str, by: str, projects: str) -> None:
    for lang in ("en", "pl"):
        language.use(lang)
        if said := refusal(indicator(name), measure(by), projects):
            with pytest.raises(ValueRefused) as refused:
                asked(name, by)
            assert str(refused.value) == said and said.endswith(".")
            continue
        found = asked(name, by)
        assert any(row.value is not None for row in found.rows)
        assert found.sentence.endswith(".") and not placeholders(found.sentence)
        assert "There are no figures" not in found.sentence and "Brak" not in found.sentence
        assert set(found.kinds) <= {"derived", "illustrative"}
        assert found.question.endswith("?") and found.key == f"{name}-{by}"
        assert len({(row.place, row.series, row.year, row.kind) for row in found.rows}) == len(found.rows)


@pytest.mark.parametrize("each", measures(), ids=lambda each: each.id)
def test_a_measure_names_only_caveats_and_facts_that_there_are(each: object) -> None:
    assert set(each.caveats) <= set(caveat_words())  # type: ignore[attr-defined]
    names = {"title", "home", "where", "first", "first_year", "last", "last_n", "last_year", "rank", "of"}
    assert {name for words in each.sentence.values() for name in placeholders(words)} <= names  # type: ignore[attr-defined]


def test_every_value_by_measure_is_added_up_no_more(snapshot: str) -> None:
    assert all(asked("members_by_area", by).indicator.additive == () for by in MEASURES[1:])
