"""What a reader chooses on the page of targets: the order of the rows, and the target whose way is shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.indicators.status import board
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, filters, reader
from lsk_metrics.screen.peering import pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.status.board import Status

CHOSEN = "goal"


def statuses() -> tuple[Status, ...]:
    """All targets of this page's snapshot, without what is made up where the reader hides it."""
    return board.statuses(reader.snapshot(), illustrative=not filters.kinds())


def ordered(found: Sequence[Status]) -> list[Status]:
    """The rows in the order chosen: what needs attention first, unless the reader wants another."""
    orders = {"need": _("what needs attention first"), "name": _("by name"), "kind": _("by kind of truth")}
    left, _right = st.columns([2, 3])
    with left:
        return board.ordered(found, pick("sort", _("Order"), orders, "need"))


def target(found: Sequence[Status]) -> Status:
    """The target whose way is shown: chosen from the list or by the button of its row; at first the neediest."""
    known = {each.target.id: each for each in found}
    return known[pick(CHOSEN, _("Target"), names(found), found[0].target.id)]


def names(found: Sequence[Status]) -> dict[str, str]:
    """What each target is called in the list: its place where it is not the home region, its id where it takes one."""
    said = {each.target.id: f"{each.named} – {each.goal()}" for each in found}
    twice = {words for words, times in Counter(said.values()).items() if times > 1}
    return {name: f"{words} ({name})" if words in twice else words for name, words in said.items()}


def shown(found: Sequence[Status]) -> str:
    """The id of the target whose way this run shows, for the rows that stand above the list."""
    ids = [each.target.id for each in found]
    return ids[address.recall(CHOSEN, ids, ids[0])]


def take(name: str) -> None:
    """The button of a row: before the page runs again, its target is the one chosen."""
    st.session_state[CHOSEN] = name
