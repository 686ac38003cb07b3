"""The order of the slides: cover, targets, a slide an answer, comments, sources, method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import closing, figure, master, status
from lsk_metrics.exports.slides.packed import packed

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Review


def pptx_file(review: Review) -> bytes:
    """The presentation in the language spoken; equal reviews give equal bytes."""
    deck = master.opened()
    closing.cover(deck, review)
    if review.targets:
        status.slides(deck, review)
    for answer in review.answers:
        figure.slides(deck, review, answer)
    closing.comments(deck, review)
    closing.sources(deck, review)
    closing.method(deck, review)
    closing.caveats(deck, review)
    return packed(deck, review)
