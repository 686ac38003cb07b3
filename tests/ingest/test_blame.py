"""Where a build fails after a fetch, the files it fails on are found, however many they are, and no other is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics.errors import RuleError
from lsk_metrics.ingest import blame, fetched, source
from lsk_metrics.ingest.build import build


@pytest.fixture
def keep(elsewhere: Path) -> Callable[[str, str, str], None]:
    """A fetched copy of a shipped file with one text in it replaced."""

    def kept(name: str, old: str, new: str) -> None:
        card = next(card for card in source.cards(without=[name]) if card.id == name)
        text = card.path().read_text(encoding="utf-8").replace(old, new)
        fetched.keep(fetched.renewed(card, file="new.csv"), text.encode("utf-8"))

    return kept


def test_the_one_file_at_fault_is_named_among_good_ones(keep: Callable[[str, str, str], None]) -> None:
    keep("office", "1.95", "195")
    keep("towns", "50.5", "50.6")
    assert blame.at_fault(["towns", "office"]) == ["office"]
    with pytest.raises(RuleError) as reason:
        build()
    said = blame.advice(reason.value, ["towns", "office"])
    assert said.endswith("“office” is at fault; to go back to the copy before: lsk fetch --undo office")


def test_two_files_at_fault_are_both_named(keep: Callable[[str, str, str], None]) -> None:
    keep("office", "1.95", "195")
    keep("towns", "50.5", "wide")
    assert blame.at_fault(["office", "towns"]) == ["office", "towns"]
    said = blame.advice(RuleError("No."), ["office", "towns"])
    assert "these are at fault together: office, towns" in said
    assert said.endswith("lsk fetch --undo office && lsk fetch --undo towns")


def test_what_was_wrong_before_is_not_blamed_on_what_was_fetched(
    keep: Callable[[str, str, str], None], change: Callable[[str, str, str], None]
) -> None:
    keep("towns", "50.5", "50.6")
    change("raw/office/observations.csv", "1.95", "195")
    assert blame.at_fault(["towns"]) == []
    assert blame.advice(RuleError("No."), ["towns"]) == (
        "No.\nThe fault lies not in what was fetched: without it the build fails too."
    )
