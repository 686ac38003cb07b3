"""The question of a figure and the sentence that answers it, as HTML."""

from html import escape

from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.kinds import kind_name


def html(found: Answer, note: str = "") -> str:
    """The question, to which a link may lead, the sentence with the kinds of truth it rests on, and a note on both."""
    anchor = escape(found.key.replace("_", "-"))
    noted = f'<p class="remark">{escape(note)}</p>' if note else ""
    return f'<h3 class="question" id="{anchor}">{escape(found.question)}</h3>{sentence(found)}{noted}'


def sentence(found: Answer) -> str:
    words = " ".join([escape(found.sentence), *map(badge, found.kinds)])
    return f'<p class="said">{words}</p>'


def badge(kind: str) -> str:
    return f'<span class="badge {kind}">{escape(kind_name(kind))}</span>'
