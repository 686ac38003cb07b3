"""What stands below a picture, as HTML: unit, age, sources and caveats, and the doors to what lies behind it."""

from collections.abc import Collection
from html import escape

from lsk_metrics.indicators import Answer, labels
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext
from lsk_metrics.screen.early.icons import icon


def origin(found: Answer, above: Collection[str] = ()) -> str:
    """Unit, age, sources and caveats in small type; to caveats that stand above already it points."""
    said = [words for words in found.caveats if words not in above]
    if len(said) < len(found.caveats):
        said.append(_("What stands under the first figure of this page holds here too."))
    sources = "; ".join(card.citation() for card in found.sources)
    label = ngettext("Source", "Sources", len(found.sources))
    told = " ".join(part for part in (f"{_('Unit')}: {found.unit}.", labels.as_of(found.sources)) if part)
    return f'<p class="origin">{"<br>".join(map(escape, [f"{told} {label}: {sources}.", *said]))}</p>'


def doors(moved: bool | None, opened: bool) -> str:
    """To the passport, over the page; to the interactive chart and back; to a box with all there is.

    moved: whether the interactive chart stands there now; None where there is none. opened: whether the box is open.
    """
    parts = [door("passport", icon("badge") + escape(_("Passport")))]
    if moved is not None:
        parts.append(door("turn", escape(_("Simple chart") if moved else _("Interactive chart"))))
    state = f' aria-expanded="{"true" if opened else "false"}"'
    parts.append(door("more", escape(_("Table, passport and files")) + icon("chevron_right"), state))
    return f'<div class="doors">{"".join(parts)}</div>'


def door(name: str, inside: str, state: str = "") -> str:
    return f'<button type="button" data-door="{name}"{state}>{inside}</button>'
