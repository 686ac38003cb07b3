"""The page whole: what it may load, its style, contents, answers, sources, and the library it keeps packed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lsk_metrics.exports import chapters
from lsk_metrics.exports.metadata import dataset
from lsk_metrics.exports.webpage import embedded
from lsk_metrics.exports.webpage.answers import article, kinds
from lsk_metrics.exports.webpage.drawings import data, drawings
from lsk_metrics.exports.webpage.elements import facts, safe, tag
from lsk_metrics.figures.spark import shape
from lsk_metrics.figures.theme import DARK, LIGHT
from lsk_metrics.indicators.kinds import kind_name, meanings
from lsk_metrics.language import gettext as _
from lsk_metrics.language import pick, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.exports.chapters import Part
    from lsk_metrics.exports.webpage.drawings import Drawn
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.reviews import Review


def page(review: Review) -> str:
    """An HTML document that asks for nothing beyond itself."""
    parts = chapters.parts(review)
    drawn = [drawings(each, n) for n, each in enumerate(review.answers, 1)]
    return "".join([
        f'<!doctype html>\n<html lang="{spoken()}">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{embedded.policy()}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        tag("title", f"{review.title} – {review.date}"),
        f"\n<style>\n{embedded.style()}</style>\n{datasets(review)}</head>\n<body>\n",
        tag("a", _("Skip to the answers"), class_="skip", href="#answers"),
        f'\n<div class="house">\n{head(review)}<div class="body">\n{contents(review, parts)}',
        f'<main id="answers" tabindex="-1">\n{brief(review)}{targets(review)}{"".join(answers(review, parts, drawn))}',
        f"{said(review)}{method(review)}</main>\n</div>\n{foot(review)}</div>\n",
        f'<script type="text/plain" id="library">{embedded.packed_library()}</script>\n',
        f'<script type="text/plain" id="charts">{embedded.packed(data(drawn))}</script>\n',
        f"<script>{embedded.script()}</script>\n</body>\n</html>\n",
    ])  # fmt: skip


def datasets(review: Review) -> str:
    """What search engines read of the answers: one Dataset of schema.org each; data and no program."""
    told = json.dumps([dataset(each) for each in review.answers], ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{told}</script>\n'


def head(review: Review) -> str:
    notice = tag("p", chapters.notice(review), class_="notice") if review.illustrative else ""
    about = facts((name, (words,)) for name, words in chapters.about(review)).replace("<dl>", '<dl class="about">', 1)
    purpose = tag("p", chapters.purpose(review), class_="purpose")
    return f"<header>{tag('h1', review.title)}{purpose}{notice}{about}</header>\n"


def contents(review: Review, parts: list[Part]) -> str:
    """The way to every part and answer; folded on a narrow page."""
    lines = [link("brief", _("In brief"))]
    lines += [link("targets", _("Status of the targets"))] if review.targets else []
    for at, part in enumerate(parts, 1):
        below = "".join(f"<li>{link(f'answer-{n}', each.question)}</li>" for n, each in part.answers)
        lines.append(f"{link(f'part-{at}', part.heading)}<ol>{below}</ol>")
    lines += [link("comments", _("Comments of the board"))] if review.comments else []
    lines.append(link("method", _("Sources and method")))
    listed = "".join(f"<li>{each}</li>" for each in lines)
    name = _("Contents")
    return (
        f'<nav class="contents" aria-label="{safe(name)}"><details open>{tag("summary", name)}'
        f"<ol>{listed}</ol></details></nav>\n"
    )


def brief(review: Review) -> str:
    """Every question with its answer, on one screen or two."""
    told = "".join(
        f"<div><dt>{link(f'answer-{n}', each.question)}</dt>"
        f"<dd>{safe(each.sentence)} {kinds(each, weak=True)}</dd></div>"
        for n, each in enumerate(review.answers, 1)
    )
    heading = tag("h2", _("In brief"), id="brief")
    return f'<section aria-labelledby="brief">{heading}<dl class="brief">{told}</dl></section>\n'


def link(to: str, words: str) -> str:
    return tag("a", words, href=f"#{to}")


def answers(review: Review, parts: list[Part], drawn: list[Drawn]) -> Iterator[str]:
    for at, part in enumerate(parts, 1):
        yield f'<section aria-labelledby="part-{at}">{tag("h2", part.heading, id=f"part-{at}")}\n'
        for n, answer in part.answers:
            yield article(answer, n, drawn[n - 1], turn(review.answers, n))
        yield "</section>\n"


def turn(found: tuple[Answer, ...], n: int) -> str:
    """To the answer before and the one after."""
    ways = [(n - 1, _("Previous")), (n + 1, _("Next"))]
    told = "".join(
        f'<a href="#answer-{to}">{tag("span", word)}{safe(found[to - 1].question)}</a>'
        for to, word in ways
        if 0 < to <= len(found)
    )
    return f'<nav class="turn" aria-label="{safe(_("Previous and next answer"))}">{told}</nav>'


def targets(review: Review) -> str:
    """Every target with its status in words and shape; on a narrow page a list."""
    if not review.targets:
        return ""
    table = chapters.statuses(review.targets)
    heads = "".join(tag("th", head.name, scope="col", class_="number" if head.number else "") for head in table.heads)
    rows = []
    for each, cells in zip(review.targets, table.rows, strict=True):
        state = each.verdict.state
        shapes = "".join(f'<span class="{look.name}">{shape(state, look)}</span>' for look in (LIGHT, DARK))
        named = f"<b>{safe(each.named)}</b>{safe(each.because)}"
        rest = "".join(
            tag("td", cell, class_="number" if head.number else "", data_label=head.name)
            for head, cell in zip(table.heads[2:], cells[2:], strict=True)
        )
        first = f'<td class="state">{shapes}{safe(cells[0])}</td>'
        rows.append(f'<tr>{first}<th scope="row">{named}</th>{rest}</tr>')
    return (
        f'<section aria-labelledby="targets">{tag("h2", _("Status of the targets"), id="targets")}'
        f'{tag("p", table.caption + ".", class_="lead")}<div class="scroll" tabindex="0" role="region" '
        f'aria-labelledby="targets"><table class="targets">{tag("caption", _("Status of the targets"))}'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></div></section>\n"
    )


def said(review: Review) -> str:
    """What the board has said, the newest first."""
    if not review.comments:
        return ""
    told = "".join(
        f'<div class="comment">{tag("h3", each.title)}{tag("p", each.text)}'
        f"{tag('p', each.signed(), class_='small')}</div>"
        for each in review.comments
    )
    return f'<section aria-labelledby="comments">{tag("h2", _("Comments of the board"), id="comments")}{told}</section>'


def method(review: Review) -> str:
    """Each source as its card has it, what the kinds mean, and how to make all of this again."""
    kinds = facts((kind_name(kind), (words,)) for kind, words in meanings().items())
    again = tag("pre", review.command, class_="command")
    return (
        f'<section aria-labelledby="method">{tag("h2", _("Sources and method"), id="method")}'
        f"{''.join(map(source, review.sources))}"
        f'{tag("h3", _("What the kinds of figures mean"))}<div class="card">{kinds}</div>'
        f"{tag('h3', _('How it was computed'))}{tag('p', _('This command makes the whole review again:'))}{again}"
        "</section>\n"
    )


def source(card: Card) -> str:
    """What a card says; its address can be followed, which nothing does by itself."""
    name = f"{pick(card.producer, card.producer_pl)}, {pick(card.title, card.title_pl)}"
    told = facts((each, (words,)) for each, words in chapters.card(card))
    if (card.url or "").startswith(("https://", "http://")):
        there = tag("a", card.url or "", href=card.url or "", rel="noreferrer")
        told = told.replace(tag("dd", card.url or ""), f"<dd>{there}</dd>", 1)
    return f'<div class="card"><b>{safe(name)}</b>{told}</div>'


def foot(review: Review) -> str:
    own = f"{review.title} · {review.id}"
    lent = "Source Sans: SIL Open Font Licence 1.1. plotly.js: MIT."
    return f"<footer>{tag('p', own)}{tag('p', lent)}</footer>\n"
