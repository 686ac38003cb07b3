"""All that stands behind an answer, as headings with their text: its passport, its sources, its query, its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import particulars as told
from lsk_metrics.indicators.command import command
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer


def lines(found: Answer) -> list[tuple[str, str]]:
    """Heading and text of each part of the passport, sources, query and command included."""
    said = [(each.heading, "\n".join(each.words)) for each in told.particulars(found)]
    for card in found.sources:
        details = [f"{each.heading}: {' '.join(each.words)}" for each in told.source(card)]
        said.append((_("Source"), "\n".join([card.name(), *details, f"SHA-256: {card.sha256}"])))
    return [*said, (_("How it is computed"), told.asked(found)), (_("The same number in a terminal"), command(found))]
