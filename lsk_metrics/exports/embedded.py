"""A figure for another site's page: question, sentence, kinds, picture, sources and caveats, and nothing else."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics.exports import about
from lsk_metrics.exports.present.pictures import picture
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'"


def embedded(answer: Answer, home: str, typeface: str = "") -> str:
    """A whole HTML page without a program, light or dark as the reader's browser is.

    home: the dashboard's address; typeface: that of the house's letters on the same host, if they are there.
    """
    drawn = picture(answer, "embedded", usual=True) or f"<p>{escape(_('There are no figures yet.'))}</p>"
    face = f'@font-face{{font-family:"Source Sans";font-weight:200 900;src:url("{typeface}")}}' if typeface else ""
    rests = f"{about.rests(answer, [card.citation() for card in answer.sources])} · {_('Snapshot')} {answer.snapshot}"
    badges = "".join(f' <span class="kind {kind}">{escape(kind_name(kind))}</span>' for kind in answer.kinds)
    caveats = "".join(f"<li>{escape(words)}</li>" for words in answer.caveats)
    more = f"<details><summary>{escape(_('What must be known of these figures'))}</summary><ul>{caveats}</ul></details>"
    return (
        f'<!doctype html><html lang="{spoken()}"><head><meta charset="utf-8"><title>{escape(answer.question)}</title>'
        f'<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        f"<style>{face}{resource()}</style></head><body><article><h1>{escape(answer.question)}</h1>"
        f'<p class="sentence">{escape(answer.sentence)}{badges}</p>{drawn}<p class="rests">{escape(rests)}</p>'
        f'{more if caveats else ""}<p class="home"><a href="{escape(home)}" target="_blank" rel="noopener">'
        f"{escape(_('Open in LSK Metrics'))}</a></p></article></body></html>\n"
    )


@cache
def resource() -> str:
    return Path(__file__).with_name("embedded.css").read_text(encoding="utf-8")
