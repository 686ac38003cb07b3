"""What stands in a pack's README: what the review says, what must be known of it, and how to open it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports import citation
from lsk_metrics.exports.markdown import escaped
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import LANGUAGES
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.reviews import Review


def readme(review: Review, languages: Sequence[str], documents: Sequence[str]) -> str:
    """Markdown in the language spoken."""
    made_up = [f"**{_('Figures marked as illustrative are made up and describe no real organisation.')}**", ""]
    said = [f"{at}. {escaped(answer.sentence)} ({kinds(answer.kinds)})" for at, answer in enumerate(review.answers, 1)]
    caveats = dict.fromkeys(words for answer in review.answers for words in answer.caveats)
    return "\n".join(
        [
            f"# {escaped(review.title)}, {review.date}",
            "",
            *(made_up if review.illustrative else []),
            *said,
            "",
            f"- **{_('Review')}**: {review.id}",
            f"- **{_('Snapshot')}**: {review.snapshot}",
            f"- **{_('Made by')}**: {citation.publisher()}",
            f"- **{_('Address')}**: `{review.link}`",
            "",
            f"## {_('How to open it again')}",
            "",
            _(
                "In the dashboard, put the address above behind the dashboard’s own. Where its snapshot has been "
                "cleaned away, make it again from this file; every checksum is held against its file first:"
            ),
            "",
            *shell(f"lsk restore {review.id}.zip"),
            _("The files are made again by this command:"),
            "",
            *shell(review.command),
            f"## {_('Files')}",
            "",
            *(f"- `{name}`: {words}" for name, words in contents(review, languages, documents)),
            "",
            f"## {_('What must be known of these figures')}",
            "",
            *(f"- {escaped(words)}" for words in caveats),
            "",
            f"## {_('Sources')}",
            "",
            *(f"- {escaped(citation.cited(card))}\n  SHA-256 `{card.sha256}`" for card in review.sources),
            "",
        ]
    )


def shell(line: str) -> list[str]:
    return ["```sh", line, "```", ""]


def kinds(names: Sequence[str]) -> str:
    return ", ".join(kind_name(name) for name in names)


def contents(review: Review, languages: Sequence[str], documents: Sequence[str]) -> list[tuple[str, str]]:
    """Each file or folder with what is in it."""
    words = {
        "pptx": _("slides with charts that can be edited"),
        "pdf": _("the report, to be printed or read aloud"),
        "html": _("the same as one page, which opens without a network"),
        "xlsx": _("the annex: a sheet for each figure"),
    }
    found = [
        (name, f"{words.get(name.rpartition('.')[2], name)} ({LANGUAGES[lang]})")
        for name in documents
        for lang in languages
        if f"-{lang}." in name
    ]
    found.append(("data/", _("the rows of each figure as CSV and Parquet; its query with its parameters")))
    if review.targets:
        found.append(("data/targets-…", _("the status of every target")))
    if review.comments:
        found.append(("data/comments-…", _("what the board has said of these indicators")))
    return [
        *found,
        (
            "snapshot/",
            _("all tables of the snapshot, also those of which no figure here tells, as Parquet with their schema"),
        ),
        ("review.json", _("what the review asks for: from this the same comes again")),
        ("citation/", _("how to cite: as text, BibTeX, CSL-JSON")),
        ("FLAGS.…", _("what the letters and signs beside values mean")),
        ("LICENCES.…", _("the licence of each source, as its card states it")),
        ("datapackage.json", _("the description that machines read: columns, units, sources, licences")),
        ("SHA256SUMS", _("checksums of all files: “sha256sum -c SHA256SUMS”")),
    ]
