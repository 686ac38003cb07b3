"""Reviews: chosen answers in order, frozen with snapshot, filters and date, so that they open again as they were."""

from lsk_metrics.indicators.reviews.reopening import keep, of, reopened
from lsk_metrics.indicators.reviews.review import Review, identified, review
from lsk_metrics.indicators.reviews.stories import OWN, Story, stories, story

__all__ = ["OWN", "Review", "Story", "identified", "keep", "of", "reopened", "review", "stories", "story"]
