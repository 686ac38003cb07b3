"""Errors are sentences for the person who must repair them."""

import pytest

from lsk_metrics import errors
from lsk_metrics.errors import LskError, NameUnknown


def test_an_unknown_name_is_answered_with_the_nearest_one() -> None:
    reason = NameUnknown("indicator", "membres", ["members", "members_joined", "students"])
    assert str(reason) == "There is no indicator called “membres”. Did you mean “members”?"


def test_where_nothing_is_near_all_names_are_listed_in_order() -> None:
    reason = NameUnknown("place", "xyzzy", ["PL21", "BE2"])
    assert str(reason) == "There is no place called “xyzzy”. There are: BE2, PL21."


def test_a_list_without_names_says_so() -> None:
    assert str(NameUnknown("claim", "founded", [])) == "There is no claim called “founded”. There are: none."


@pytest.mark.parametrize(
    "name", ["SourceError", "RowError", "RuleError", "SnapshotError", "NameUnknown", "ValueRefused"]
)
def test_every_error_of_ours_is_one_family_with_a_sentence_about_it(name: str) -> None:
    kind = getattr(errors, name)
    assert issubclass(kind, LskError)
    assert kind.__doc__.endswith(".")
