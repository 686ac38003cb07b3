"""What is evidenced, what only in part and what is missing: the S3 strategy's governance, the cluster's readiness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import units
from lsk_metrics.indicators.evidence import Piece, built, criteria, evidence, figures, piece
from lsk_metrics.indicators.passport import indicator
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number, pick

BOARDS = ("s3", "cluster")
STATUSES = ("evidenced", "partly", "missing")


@dataclass(frozen=True)
class Line:
    """A criterion with its status, the rule that gave it and the reason; its evidence, and what is known to lack."""

    criterion: str
    name: str
    status: str
    rule: str
    reason: str
    lacks: str
    source: str
    pieces: tuple[Piece, ...]


def board(name: str, snapshot: str, real: bool = False) -> list[Line]:
    """The lines of the board “s3” or “cluster”; none for a snapshot that keeps no criteria.

    real: nothing of the made-up sample counts or is shown.
    """
    if name not in BOARDS:
        raise NameUnknown("board", name, BOARDS)
    return [line(row, snapshot, real) for row in criteria(snapshot) if row["board"] == name]


def line(row: dict[str, Any], snapshot: str, real: bool) -> Line:
    """One criterion judged."""
    given = [each for each in evidence(snapshot) if each["criterion"] == row["code"]]
    pieces = [each for each in (piece(one, snapshot, real) for one in given) if each]
    if row["at_least"] is None:
        status, rule, reason = judged(row["board"], pieces)
    else:
        counted = figures(row["indicator"], snapshot, real) if row["indicator"] else years(pieces, snapshot)
        status, rule, reason = reached(counted, row["at_least"], row["indicator"])
        pieces = [*(each for _value, each in counted if row["indicator"]), *pieces]
    lacks = pick(row["lacks"] or "", row["lacks_pl"])
    return Line(
        row["code"], pick(row["name"], row["name_pl"]), status, rule, reason, lacks, row["source"], tuple(pieces)
    )


def judged(asked_by: str, pieces: Sequence[Piece]) -> tuple[str, str, str]:
    """Status, rule (E1 for the strategy, E2 for the cluster) and reason."""
    rule = "E1" if asked_by == "s3" else "E2"
    if not pieces:
        return "missing", rule, _("No evidence recorded.")
    documents = [each for each in pieces if each.type == "document"]
    full = [each for each in (documents if rule == "E1" else pieces) if not each.gaps]
    if full:
        words = ngettext("{n} piece of evidence counts in full.", "{n} pieces of evidence count in full.", len(full))
        return "evidenced", rule, words.format(n=number(len(full)))
    if rule == "E1" and not documents:
        return "partly", rule, _("Only indicators and published statements; no document of a responsible body.")
    weak = documents if rule == "E1" else pieces
    gaps = dict.fromkeys(gap for each in weak for gap in each.gaps)
    return "partly", rule, _("None of it counts in full: {gaps}.").format(gaps=", ".join(gaps))


def years(pieces: Sequence[Piece], snapshot: str) -> list[tuple[float, Piece]]:
    """How long ago each statement is; that it is long ago is no gap here."""
    now = built(snapshot).year
    return [(now - each.year, replace(each, gaps=())) for each in pieces if each.year is not None]


def reached(counted: Sequence[tuple[float, Piece]], least: int, name: str | None) -> tuple[str, str, str]:
    """Rule E3: a number that must be reached, by the figure of an indicator, else by years; the best figure first."""
    if name:
        asked = units.quantity(least, indicator(name).unit, indicator(name).decimals)
    else:
        asked = ngettext("{n} year", "{n} years", least).format(n=number(least))
    if not counted:
        return "missing", "E3", _("No figure is recorded; asked is at least {least}.").format(least=asked)
    met = [each for value, each in counted if value >= least]
    if not met:
        words = _("Asked is at least {least}; the highest figure is {best}.")
        return "missing", "E3", words.format(least=asked, best=number(max(value for value, _each in counted)))
    best = next((each for each in met if not each.gaps), met[0])
    words = _("Asked is at least {least}, and that is met: {figure}.")
    reason = words.format(least=asked, figure=best.words)
    if not best.gaps:
        return "evidenced", "E3", reason
    return "partly", "E3", f"{reason} {_('It does not count in full: {gaps}.').format(gaps=', '.join(best.gaps))}"
