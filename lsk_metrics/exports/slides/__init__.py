"""A review as a presentation: native, editable charts and tables on slides of our own design."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Review


def pptx_file(review: Review) -> bytes:
    """The slides in the language spoken, equal bytes for equal reviews; what writes them is read only now."""
    from lsk_metrics.exports.slides import deck

    return deck.pptx_file(review)
