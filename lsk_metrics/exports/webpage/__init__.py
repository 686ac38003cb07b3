"""A review as one HTML file that asks for nothing: it opens from a stick, on any computer with a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.webpage.page import page

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Review


def html_file(review: Review) -> bytes:
    """The whole review in the language spoken, light and dark, wide and narrow; equal reviews give equal bytes."""
    return page(review).encode("utf-8")
