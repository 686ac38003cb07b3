"""Reviews: chosen answers in order, frozen with snapshot, filters and date, so that they open again as they were."""

from lsk_metrics.indicators.reviews.checking import SHARED, identified
from lsk_metrics.indicators.reviews.reopening import keep, of, reopened
from lsk_metrics.indicators.reviews.review import Review, opened, review
from lsk_metrics.indicators.reviews.stories import OWN, Story, stories, story

__all__ = [
    "OWN", "SHARED", "Review", "Story", "identified", "keep", "of", "opened", "reopened", "review", "stories", "story",
]  # fmt: skip
