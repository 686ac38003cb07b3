"""What a board said of indicators and criteria, as a sheet of its own in their workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import comments
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Collection

    from lsk_metrics.exports.book import Book


def sheet(book: Book, names: Collection[str], snapshot: str | None = None) -> None:
    """Comments on these, the newest first, with author and time in UTC; no sheet where nobody has said anything."""
    found = [each for each in comments.on(snapshot=snapshot) if each.indicator in names]
    if not found:
        return
    kinds = {"indicator": _("Indicator"), "status": _("Status of the target")}
    told = book.sheet(_("Comments"))
    heads = [_("Subject"), _("About"), _("Comment"), _("Author"), _("Time (UTC)"), _("Snapshot")]
    top = book.headed(told, [(name, "text") for name in heads])
    for at, each in enumerate(found, top + 1):
        about, when = kinds.get(each.about, each.about), f"{each.at:%Y-%m-%d %H:%M}"
        for column, cell in enumerate((each.title, about, each.text, each.author, when, each.snapshot)):
            book.put(told, at, column, cell, look="words")
    book.fit(told, {2: 80})
