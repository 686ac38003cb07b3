"""Reviews: chosen answers in order, frozen with snapshot, filters and date, so that they open again as they were."""

from lsk_metrics.indicators.reviews.review import SHARED, Review, opened, review
from lsk_metrics.indicators.reviews.stories import OWN, Story, stories, story

__all__ = ["OWN", "SHARED", "Review", "Story", "opened", "review", "stories", "story"]
