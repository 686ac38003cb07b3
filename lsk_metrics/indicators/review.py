"""Since the last review: which two snapshots are meant, and what changed between them at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import causes_told, definitions, kept
from lsk_metrics.indicators.causes import CAUSES
from lsk_metrics.indicators.explained import Explained
from lsk_metrics.indicators.kept import Kept
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing, ngettext, number


def pair(since: str = "", until: str = "") -> tuple[Kept, Kept]:
    """The two snapshots meant; without names the one marked last for a review before now, and the one readers see."""
    after = kept.meant(until or "current")
    if since:
        return kept.meant(since), after
    marked = [each for each in kept.history() if each.marked_at and each.readable and each.id != after.id]
    if not marked:
        raise ValueRefused(
            'No other snapshot is marked as a review’s. “lsk snapshots mark ID "Board, May 2026"” marks one; '
            "or name two snapshots to compare."
        )
    return max(marked, key=lambda each: (each.mark_order, each.marked_at)), after


def summary(found: Sequence[Explained]) -> str:
    """The finding in a sentence: how many indicators are not as they were, and why."""
    if not found:
        return _("No indicator has changed.")
    words = ngettext(
        "{n} indicator is not as it was: {causes}.", "{n} indicators are not as they were: {causes}.", len(found)
    )
    counts = Counter(name for each in found for name in {cause.cause for cause in each.causes})
    said = [
        _("{cause} ({n})").format(cause=causes_told.names()[name].lower(), n=number(counts[name]))
        for name in CAUSES
        if counts[name]
    ]
    return words.format(n=number(len(found)), causes=listing(said))


def remarks(before: str) -> list[str]:
    """What cannot be told because the earlier snapshot does not say it."""
    if definitions.kept(before):
        return []
    return [
        _(
            "The earlier snapshot does not keep how indicators were defined; it was asked with today’s definitions, "
            "and what changed in them cannot be told."
        )
    ]


def flat(found: Sequence[Explained]) -> list[dict[str, str | int]]:
    """A row for each indicator and cause."""
    return [
        {
            "indicator": each.indicator,
            "title": each.title,
            "cause": cause.cause,
            "values": cause.values,
            "before": each.before,
            "after": each.after,
            "sentence": cause.sentence,
        }
        for each in found
        for cause in each.causes
    ]
