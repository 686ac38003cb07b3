"""A review kept and opened again by its id: the very figures it was made of, whatever its story has become since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import NameUnknown, SnapshotError, ValueRefused
from lsk_metrics.indicators import kept
from lsk_metrics.indicators.reviews.checking import checked
from lsk_metrics.indicators.reviews.review import Review
from lsk_metrics.indicators.reviews.step import read
from lsk_metrics.indicators.reviews.stories import OWN, story
from lsk_metrics.warehouse import reviews

if TYPE_CHECKING:
    from collections.abc import Mapping


def keep(review: Review) -> None:
    """Keep what a review asks, so that its id opens it again. Raises SnapshotError where nothing can be written."""
    reviews.keep(review.id, review.document())


def reopened(id: str) -> Review:
    """The review of an id that was kept; raises NameUnknown with the nearest id, SnapshotError where its snapshot has
    gone, ValueRefused where what was kept is not what the id says."""
    found = of(reviews.kept(id))
    if found.id != id:
        raise ValueRefused("What is kept of the review {id} is not what it was made of.", id=id)
    return found


def of(document: Mapping[str, Any]) -> Review:
    """The review that a document asks for, held against what there is, as if a reader had asked. Raises LskError."""
    try:
        steps = read(",".join(map(str, document["figures"])))
        shared = tuple((str(name), str(text)) for name, text in dict(document["shared"]).items())
        name, told, on, snapshot = (str(document[key]) for key in ("story", "name", "date", "snapshot"))
    except (KeyError, TypeError, ValueError) as reason:
        raise ValueRefused("This is no document of a review: {why}.", why=repr(reason)[:120]) from reason
    try:
        version = kept.meant(snapshot).id
    except NameUnknown as reason:
        words = "Snapshot {snapshot} of this review is not here. “lsk restore PACK.zip” makes it from the review’s zip."
        raise SnapshotError(words, snapshot=snapshot) from reason
    if version != snapshot:
        raise ValueRefused("A review names its snapshot whole, not “{text}”.", text=snapshot)
    if name != OWN:
        story(name, snapshot)
    return checked(Review(name, told, on, snapshot, steps, shared))
