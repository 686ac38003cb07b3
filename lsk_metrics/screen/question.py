"""The question of a figure and the sentence that answers it, as HTML."""

from html import escape

from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.kinds import kind_name


def html(found: Answer, note: str = "") -> str:
    """The question, to which a link may lead, the sentence with the kinds of truth it rests on, and a note on both."""
    noted = f'<p class="remark">{escape(note)}</p>' if note else ""
    return f"{heading(found.question, found.key.replace('_', '-'))}{sentence(found)}{noted}"


def refused(question: str, anchor: str, why: str) -> str:
    """A question, and why there is no figure to answer it."""
    return f'{heading(question, anchor)}<p class="absent">{escape(why)}</p>'


def heading(question: str, anchor: str) -> str:
    return f'<h3 class="question" id="{escape(anchor)}">{escape(question)}</h3>'


def sentence(found: Answer) -> str:
    words = " ".join([escape(found.sentence), *map(badge, found.kinds)])
    return f'<p class="said">{words}</p>'


def badge(kind: str) -> str:
    return f'<span class="badge {kind}">{escape(kind_name(kind))}</span>'
