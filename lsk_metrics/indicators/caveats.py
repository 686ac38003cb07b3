"""What must be known with an answer: of its method, of these data, of places and of letters beside values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import comparisons, flags, groups
from lsk_metrics.indicators.passport import caveat_words
from lsk_metrics.indicators.status import course
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer


def said(answer: Answer) -> list[str]:
    """Every warning once, in the language spoken; what concerns the very target comes first."""
    words, found = caveat_words(), course.remarks(answer) if answer.parameters.target else []
    if any(row.series == course.PROJECTION for row in answer.rows) and answer.parameters.target:
        found.append(_(words["projection"]))
    found += [_(words[name]) for name in groups.caveats(answer)]
    if answer.indicator.variables and answer.indicator.unit != "own":
        found.append(comparisons.taken(answer))
    found += answer.data_caveats
    if any(row.kind == "illustrative" and row.series != course.PATH for row in answer.rows):
        found.append(_(words["illustrative"]))
    letters = {letter for row in answer.rows for letter in row.flag}
    found += [_(words[f"flag_{letter}"]) for letter in flags.names() if letter in letters]
    if answer.view or answer.indicator.variables:
        found += comparisons.left_out(answer)
    elif answer.missing and not answer.parameters.target:
        found.append(_("No figure for: {regions}.").format(regions=", ".join(answer.missing)))
    remarks = [remark for code in answer.places if (remark := answer.remark(code))]
    if remarks:
        found.append(_("Regions that stand in for a partner: {remarks}.").format(remarks="; ".join(remarks)))
    return [*found, *filter(None, [answer.peers])]
