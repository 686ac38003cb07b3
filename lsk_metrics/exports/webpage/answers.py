"""One answer on the page: question, answer, picture, and everything that is known of it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from lsk_metrics.exports import chapters, tabled
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.exports.names import file_name
from lsk_metrics.exports.webpage.elements import facts, folded, items, safe, table, tag
from lsk_metrics.figures.plates import alt
from lsk_metrics.indicators import particulars
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.exports.webpage.drawings import Drawn
    from lsk_metrics.indicators import Answer


def article(answer: Answer, n: int, drawn: Drawn, turn: str) -> str:
    """turn: the way to the answers before and after."""
    return "".join([
        f'<article id="answer-{n}" aria-labelledby="question-{n}">',
        tag("h3", answer.question, id=f"question-{n}"),
        tag("p", answer.sentence, class_="lead"),
        f'<p class="kinds">{kinds(answer)}</p>',
        picture(answer, n, drawn),
        doors(answer, n, bool(drawn.told)),
        f'<div class="beside">{facts(chapters.facts(answer))}{caveats(answer)}</div>',
        folded(_("All figures as a table"), table(tabled.whole(answer))) if answer.rows else "",
        folded(_("How it was computed"), computed(answer)),
        turn,
        "</article>\n",
    ])  # fmt: skip


def kinds(answer: Answer, weak: bool = False) -> str:
    """A badge for each kind of truth; weak: for made-up figures alone."""
    told = [kind for kind in answer.kinds if not weak or kind == "illustrative"]
    return "".join(tag("span", kind_name(kind), class_=f"kind {kind}") for kind in told)


def picture(answer: Answer, n: int, drawn: Drawn) -> str:
    """The drawings, of which the browser shows one, the place of the interactive chart, and the caption."""
    if not drawn.html:
        return tag("p", _("This answer is told as a table; it has no picture."), class_="small")
    chart = ""
    if drawn.told:
        made_up = "illustrative" in answer.kinds
        word = tag("div", kind_name("illustrative").upper(), class_="word", aria_hidden="true") if made_up else ""
        chart = f'<div class="chart" role="img" aria-label="{safe(alt(answer))}" hidden></div>{word}'
    caption = tag("figcaption", f"{_('Fig.')}\N{NO-BREAK SPACE}{n}. {chapters.title(answer)}")
    return f'<figure><div class="picture" id="picture-{n}">{drawn.html}{chart}</div>{caption}</figure>'


def doors(answer: Answer, n: int, movable: bool) -> str:
    """To the interactive chart, which only a script can open, and to the rows as a file, which needs none."""
    held = b64encode(csv_file(answer)).decode("ascii")
    link = tag("a", _("Download as CSV"), download=file_name(answer, "csv"), href=f"data:text/csv;base64,{held}")
    there, back = _("Interactive chart"), _("Simple chart")
    button = tag(
        "button",
        there,
        type="button",
        data_figure=str(n),
        data_there=there,
        data_back=back,
        aria_describedby=f"question-{n}",
    )
    failed = tag("span", _("This browser cannot show the interactive chart."), role="status")
    shut = f"{button.replace('<button', '<button hidden', 1)}{failed.replace('<span', '<span hidden', 1)}"
    return f'<p class="doors">{shut if movable else ""}{link}</p>'


def caveats(answer: Answer) -> str:
    if not answer.caveats:
        return ""
    return f"<div>{tag('h4', _('What must be known'))}{items(answer.caveats)}</div>"


def computed(answer: Answer) -> str:
    """The command that gives the same again, and the query as it ran with its parameters."""
    again = f"{tag('p', _('Get it again'), class_='small')}{tag('pre', command(answer), class_='command')}"
    query = tag("pre", particulars.asked(answer), tabindex="0", role="region", aria_label="SQL")
    return f"{again}{tag('p', _('The query as it ran'), class_='small')}{query}"
