"""The rule of causes, case by case: the first that holds is the cause, and there always is one."""

from dataclasses import replace

import pytest

from lsk_metrics.indicators.causes import CAUSES, Difference, Side, cause
from lsk_metrics.indicators.labels import Card
from lsk_metrics.indicators.rows import Row

OFFICE = Card(
    "office", "Office", "Urząd", "Yearbook", "Rocznik", "published", "free", None, None, "2020-05", None, "a.csv",
    "0" * 64, None, None,
)  # fmt: skip
SAMPLE = replace(OFFICE, id="sample", kind="illustrative")
OWN = replace(OFFICE, id="own", kind="register")
THEN = Row("XX1", 2019, 1.0, "published", "office")
NOW = replace(THEN, value=2.0)


def side(*cards: Card, bounds: str = "2|2021|", shared: str = "a", program: str = "0.1.0") -> Side:
    return Side({each.id: each for each in cards or (OFFICE,)}, {("regions", "XX1"): bounds}, shared, program)


def other(then: tuple[Row, ...] = (THEN,), now: tuple[Row, ...] = (NOW,), own: bool = False) -> Difference:
    return Difference("XX1", "", 2019, own, then, now)


CHANGED = replace(OFFICE, sha256="1" * 64)
FETCHED = replace(CHANGED, shipped="2020-05")
LATER = replace(CHANGED, retrieved="2021-05")
ILLUSTRATIVE, REGISTER = (
    replace(THEN, kind="illustrative", source="sample"),
    replace(NOW, kind="register", source="own"),
)


@pytest.mark.parametrize(
    ("found", "before", "after", "wanted"),
    [
        (other(), side(), side(bounds="2|2024|"), "definition"),
        (other(now=(replace(NOW, flag="b"),)), side(), side(LATER), "definition"),
        (other(now=(replace(NOW, flag="p"),)), side(), side(LATER), "revision"),
        (other(then=(), now=(replace(NOW, flag="b"),)), side(), side(LATER), "new_period"),
        (other((ILLUSTRATIVE,), (REGISTER,), True), side(SAMPLE), side(OWN), "import"),
        (other((ILLUSTRATIVE,), (), True), side(SAMPLE), side(OWN), "import"),
        (other((ILLUSTRATIVE,), (), True), side(SAMPLE), side(OFFICE), "correction"),
        (other((), (REGISTER,), True), side(OWN), side(replace(OWN, sha256="1" * 64)), "new_period"),
        (other((REGISTER,), (), True), side(OWN), side(replace(OWN, sha256="1" * 64)), "correction"),
        (other((replace(THEN, value=None),)), side(), side(LATER), "new_period"),
        (other(now=()), side(), side(LATER), "revision"),
        (other(), side(), side(LATER), "revision"),
        (other(), side(), side(FETCHED), "revision"),
        (other(), side(), side(CHANGED), "correction"),
        (other(now=(replace(NOW, source="other"),)), side(), side(OFFICE, replace(OFFICE, id="other")), "revision"),
        (other(), side(), side(), "correction"),
        (other(), side(), side(shared="b"), "definition"),
        (other(), side(), side(program="0.2.0"), "definition"),
    ],
)
def test_a_value_has_one_cause(found: Difference, before: Side, after: Side, wanted: str) -> None:
    assert cause(found, "regions", before, after) == wanted
    assert wanted in CAUSES
