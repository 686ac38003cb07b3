"""Every branch of every rule, in both languages, word for word: what a board reads and nothing else."""

import json
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import Row, indicator
from lsk_metrics.indicators.status import told
from lsk_metrics.indicators.status.judging import Verdict, judge
from lsk_metrics.indicators.status.line import Line, lines
from lsk_metrics.indicators.status.rules import AT_RISK, RULES, rule, rule_words
from lsk_metrics.indicators.status.targets import Target
from tests.indicators.status_cases import CASES, GROWING, Figures, aim

NOW = 2026
GOLDEN = json.loads(Path(__file__).with_name("status_sentences.json").read_text(encoding="utf-8"))


def rows(figures: Figures, broken: int = 0, kind: str = "published") -> list[Row]:
    return [
        Row("P1", year, value, kind, "office", flag="b" if year == broken else "") for year, value in figures.items()
    ]


def verdict(name: str) -> Verdict:
    target, figures, broken, _of = CASES[name]
    return judge(target, lines(rows(figures, broken), sample=False), NOW)


def sentence(name: str, lang: str) -> str:
    language.use(lang)
    return told.reason(verdict(name), indicator(CASES[name][3]))


@pytest.mark.parametrize("name", CASES)
def test_every_branch_is_said_word_for_word_in_both_languages(name: str) -> None:
    assert verdict(name).state == GOLDEN[name]["status"]
    assert sentence(name, "en") == GOLDEN[name]["en"].replace("~", "\N{NO-BREAK SPACE}")
    assert sentence(name, "pl") == GOLDEN[name]["pl"].replace("~", "\N{NO-BREAK SPACE}")


def test_the_sentence_of_the_issue() -> None:
    assert sentence("the pace is half of what is needed", "en") == (
        "Off track: needs +4.2 members a year to reach 129 by 2030; the three years to 2023 brought +2.1 (rule R2)."
    )


def test_the_cases_meet_every_reason_and_every_status_of_every_rule() -> None:
    assert {verdict(name).why for name in CASES} == set(told.sentences(verdict("reached"))) - {"parts"}
    met = {(found.rule.id, found.state) for found in map(verdict, CASES)}
    assert {(name, state) for name in ("R1", "R2") for state in ("on_track", "at_risk", "off_track")} <= met
    assert {("R3", "on_track"), ("R3", "off_track"), ("R2", "reached")} <= met


def slowly(target: Target, figures: Figures, broken: int) -> tuple[str, float | None, float | None]:
    """Status, pace needed and pace that was, thought through year by year, with nothing of the program."""
    there = [(year, value) for year, value in sorted(figures.items()) if value is not None]
    better = (lambda a, b: a <= b + 1e-9) if target.direction == "less" else (lambda a, b: a >= b - 1e-9)
    first, goal = target.knots[0], target.knots[-1]
    if not there or any(year == broken for year in range(first[0] + 1, there[-1][0] + 1)):
        return "not_said", None, None
    year, value = there[-1]
    if better(value, goal[1]):
        return "reached", None, None
    if goal[0] <= year or goal[0] < NOW:
        return "not_said", None, None
    needed = (goal[1] - value) / (goal[0] - year)
    if first[0] not in dict(there):
        return "not_said", needed, None
    name = target.rule or "R2"
    begin = first[0] if name != "R2" else year - 3
    if broken > begin:
        begin = broken
    window = [each for each in there if each[0] >= begin]
    if len(window) < (3 if name == "R2" else 2) or year == first[0]:
        return "not_said", needed, None
    was = (value - window[0][1]) / (year - window[0][0])
    way, asked = (was, needed)
    if name == "R1":
        before = [knot for knot in target.knots if knot[0] <= year][-1]
        after = next(knot for knot in target.knots if knot[0] > year)
        due = before[1] + (after[1] - before[1]) / (after[0] - before[0]) * (year - before[0])
        way, asked = value - first[1], due - first[1]
    if target.direction == "less":
        way, asked = -way, -asked
    state = "on_track" if way >= asked - 1e-9 else "at_risk" if way >= 0.75 * asked - 1e-9 else "off_track"
    return state, needed, was


@pytest.mark.parametrize("name", CASES)
def test_a_slow_twin_comes_to_the_same_status_and_the_same_paces(name: str) -> None:
    target, figures, broken, _of = CASES[name]
    found, (state, needed, was) = verdict(name), slowly(target, figures, broken)
    assert (found.state, found.required, found.past) == (state, pytest.approx(needed), pytest.approx(was))


def test_numbers_worked_by_hand() -> None:
    found = verdict("the pace since the baseline, over a gap")
    assert (found.past, found.required) == (pytest.approx(63 / 12), pytest.approx(62 / 12))
    assert verdict("before the path").due == pytest.approx(8862 + 16138 * 6 / 20)


def test_a_target_of_the_register_is_never_judged_by_the_sample() -> None:
    both = [
        *rows({2006: 32.0, 2018: 95.0}),
        *rows({2015: 86.0, 2016: 92.0, 2017: 94.0, 2018: 95.0}, kind="illustrative"),
    ]
    real = judge(aim((2006, 32), (2030, 150)), lines(both, sample=False), NOW)
    assert (real.state, real.why, real.kind) == ("not_said", "few", "register")
    made_up = judge(aim((2006, 32), (2030, 150), rule="R3", kind="illustrative"), lines(both, sample=True), NOW)
    assert (made_up.state, made_up.past, made_up.kind) == ("on_track", 5.25, "illustrative")
    recent = judge(aim((2015, 86), (2030, 150), kind="illustrative"), lines(both, sample=True), NOW)
    assert (recent.state, recent.past, recent.kind) == ("off_track", 3.0, "illustrative")


def test_a_remark_says_where_the_baseline_of_the_document_is_not_the_figure_held_now() -> None:
    line = Line(tuple(rows(GROWING)))
    assert told.remark(judge(aim((2019, 90), (2030, 120)), [line], NOW), indicator("members")) == ""
    assert told.remark(judge(aim((2019, 92), (2030, 120)), [line], NOW), indicator("members")) == (
        "The target's document gives 92 as the baseline of 2019; the figure held now is 90."
    )


def test_there_are_three_rules_each_with_a_version_and_its_words() -> None:
    assert [(each.id, each.version) for each in RULES.values()] == [("R1", 1), ("R2", 1), ("R3", 1)]
    assert AT_RISK == 0.75
    assert all("75% of" in rule_words(each) for each in RULES.values())
    assert rule("").id == "R2"
    with pytest.raises(NameUnknown, match="There is no rule called “R9”"):
        rule("R9")
