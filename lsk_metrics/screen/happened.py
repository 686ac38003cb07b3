"""The events of a chart in words, below it, each with its source: for those who cannot see the marks."""

from html import escape

from lsk_metrics.figures.theme import Look
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.events import during
from lsk_metrics.language import gettext as _


def html(found: Answer, look: Look) -> str:
    """What the marks stand for, or nothing; on a narrow page by the numbers that stand in the chart."""
    happened = during(found) if look.events else []
    if not happened:
        return ""
    items = "".join(f"<li>{escape(event.sentence())}</li>" for event in happened)
    kind = "ol" if look.narrow else "ul"
    return f'<div class="events"><p>{escape(_("Events"))}</p><{kind}>{items}</{kind}></div>'
