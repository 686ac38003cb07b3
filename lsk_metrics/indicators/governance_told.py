"""Boards of criteria in a reader's words: statuses, rules, the one sentence over both, and rows for a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lsk_metrics.indicators.evidence import CURRENT_YEARS
from lsk_metrics.indicators.governance import STATUSES, Line
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number


def names() -> dict[str, str]:
    """The statuses as a reader calls them."""
    return {"evidenced": _("Evidenced"), "partly": _("Partly"), "missing": _("Missing")}


def titles() -> dict[str, str]:
    """The boards as a reader calls them."""
    return {"s3": _("S3 governance"), "cluster": _("Cluster readiness")}


def rules() -> dict[str, str]:
    """The rules that give a status, by name."""
    current = _("Current is what is not older than {n} years on the day of the snapshot.")
    strategy = _(
        "Strategy: evidenced by a current document that has an owner; partly by anything else that is recorded; "
        "missing where nothing is."
    )
    cluster = _(
        "Cluster: evidenced by a current figure, statement or document; partly by what is older, undated or of the "
        "made-up sample; missing where nothing is recorded."
    )
    least = _(
        "A number to be reached: evidenced where a current figure of the register or of a published source reaches "
        "it; partly where only an older one or the made-up sample does; missing otherwise."
    )
    said = {"E1": strategy, "E2": cluster, "E3": least}
    return {name: f"{words} {current.format(n=number(CURRENT_YEARS))}" for name, words in said.items()}


def finding(boards: Mapping[str, Sequence[Line]]) -> str:
    """The one sentence: how many criteria of each board have which status."""
    said = []
    for name, lines in boards.items():
        counts = {status: number(sum(each.status == status for each in lines)) for status in STATUSES}
        words = ngettext(
            "{board}: {evidenced} of {n} criterion evidenced, {partly} partly, {missing} missing",
            "{board}: {evidenced} of {n} criteria evidenced, {partly} partly, {missing} missing",
            len(lines),
        )
        said.append(words.format(board=titles()[name], n=number(len(lines)), **counts))
    return f"{'; '.join(said)}."


def flat(lines: Sequence[Line]) -> list[dict[str, str | int]]:
    """A row for each criterion and piece of evidence, under headings in the language spoken."""
    return [
        {
            _("Criterion"): each.name,
            _("How it stands"): names()[each.status],
            _("Rule"): each.rule,
            _("Reason"): each.reason,
            _("Evidence"): found.words if found else "",
            _("Kind"): kind_name(found.kind) if found and found.kind else "",
            _("Owner"): found.owner if found else "",
            _("Source"): found.source if found else "",
            _("Address"): found.link if found else "",
            _("Note"): found.note if found else "",
            _("What is missing"): each.lacks,
        }
        for each in lines
        for found in (each.pieces or (None,))
    ]
