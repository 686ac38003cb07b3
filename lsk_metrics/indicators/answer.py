"""An answer: rows, the indicator, the parameters and the snapshot they came from; and all that follows from these."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lsk_metrics.indicators import caveats, comparisons, facts, flags, labels, measures, peers, query, units
from lsk_metrics.indicators.document import document
from lsk_metrics.indicators.once import Once
from lsk_metrics.indicators.parameters import GROUPS, MEASURES, Parameters
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.indicators.rows import Row
from lsk_metrics.indicators.status import course
from lsk_metrics.indicators.views import View, view
from lsk_metrics.language import gettext as _
from lsk_metrics.language import pick

WEAKEST_FIRST = ("illustrative", "derived", "register", "published")


@dataclass(frozen=True)
class Answer:
    """Texts come in the language spoken at the moment they are asked for."""

    indicator: Indicator
    parameters: Parameters
    snapshot: str
    rows: tuple[Row, ...]

    @property
    def sql(self) -> str:
        """The query as it ran; its $names are the parameters."""
        return query.text(self.indicator, self.parameters)

    @property
    def view(self) -> View | None:
        """The view it was asked through, if any."""
        return view(self.parameters.view) if self.parameters.view else None

    @property
    def measured(self) -> measures.Measure | None:
        """The measure it was asked by, where not as it is."""
        return None if self.parameters.measure == MEASURES[0] else measures.measure(self.parameters.measure)

    @property
    def key(self) -> str:
        """What tells it from other answers: the indicator's id; groups, measure and view where they are not usual."""
        asked = [getattr(self.parameters, name) for name in ("groups", "measure", "view", "target")]
        return "-".join([self.indicator.id, *(each for each in asked if each not in ("", GROUPS[0], MEASURES[0]))])

    @Once
    def subject(self) -> str:
        """What is measured and how, before any view."""
        title = _(self.indicator.title)
        if self.parameters.groups != GROUPS[0]:
            title = _("{title}, all groups together").format(title=title)
        return _(self.measured.title).format(title=title) if self.measured else title

    @Once
    def title(self) -> str:
        if self.parameters.target:
            return _("{title}: path to the target").format(title=_(self.indicator.title))
        return _(self.view.title).format(title=self.subject) if self.view else self.subject

    @Once
    def question(self) -> str:
        if self.parameters.target:
            return _("{title}: is the target within reach?").format(title=_(self.indicator.title))
        asked = (self.view or self.measured or self.indicator).question
        return comparisons.asked(self, _(asked))

    @Once
    def unit(self) -> str:
        return units.name(self.indicator.unit)

    @Once
    def sentence(self) -> str:
        """The one sentence that screen, slide, PDF and API share."""
        if self.parameters.target:
            return course.sentence(self)
        return comparisons.sentence(self) if self.view or self.indicator.variables else facts.sentence(self)

    @Once
    def kinds(self) -> tuple[str, ...]:
        """Kinds of truth among the rows, the weakest first."""
        found = {row.kind for row in self.rows}
        return tuple(kind for kind in WEAKEST_FIRST if kind in found)

    @property
    def kind(self) -> str | None:
        """The weakest kind the answer rests on; None for an answer without rows."""
        return next(iter(self.kinds), None)

    @Once
    def caveats(self) -> list[str]:
        """What must be known with these rows: of the method, of the data, of the places shown."""
        return caveats.said(self)

    @property
    def data_caveats(self) -> list[str]:
        """What must be known of these very data."""
        return [pick(*texts) for texts in labels.data_caveats(self.snapshot).get(self.indicator.id, [])]

    @property
    def peers(self) -> str:
        """Which regions it compares with and how they were chosen; empty where none were asked for."""
        return peers.how(self) if self.view or self.parameters.peers or self.indicator.variables else ""

    @Once
    def sources(self) -> list[labels.Card]:
        """The source cards of the rows, in the order they first occur."""
        cards = labels.cards(self.snapshot)
        return [cards[source] for source in dict.fromkeys(name for row in self.rows for name in row.source.split())]

    @Once
    def places(self) -> list[str]:
        return self.ordered((row.place for row in self.rows), self.indicator.places)

    @property
    def series(self) -> list[str]:
        return self.ordered((row.series for row in self.rows if row.series is not None), self.indicator.series)

    def ordered(self, codes: Iterable[str], listed: str | None) -> list[str]:
        """Codes once each, in their list's order, else as they came (fixed names in the passport's order)."""
        found, known = list(dict.fromkeys(codes)), labels.labels(self.snapshot)
        if listed:
            return sorted(found, key=lambda code: known[listed, code].sort if (listed, code) in known else len(known))
        fixed = list(self.indicator.names)
        return sorted(found, key=lambda code: fixed.index(code) if code in fixed else len(fixed))

    def place(self, code: str) -> str:
        label = labels.labels(self.snapshot).get((self.indicator.places or "regions", code))
        return label.text() if label else code

    def remark(self, code: str) -> str:
        """What must be said at a place's name, such as which region stands in for a partner."""
        label = labels.labels(self.snapshot).get((self.indicator.places or "regions", code))
        return label.remark() if label else ""

    def role(self, code: str) -> str:
        """Role of a region: home, peer, nation, union, domestic; empty for other places."""
        regions = labels.regions(self.snapshot)
        return regions[code].role if code in regions else ""

    @property
    def missing(self) -> list[str]:
        """Regions to compare with that have no value here; asked only of answers that compare regions."""
        return peers.missing(self)

    def position(self, code: str) -> int:
        """Where a series stands in its list, from 1: the same in every answer, so that its colour can be."""
        label = labels.labels(self.snapshot).get((self.indicator.series or "", code))
        return label.sort if label else 0

    def series_name(self, code: str) -> str:
        label = labels.labels(self.snapshot).get((self.indicator.series or "", code))
        if self.indicator.series == "indicators":
            return _(indicator(code).title)
        name, _space, years = code.partition(" ") if self.view else (code, "", "")
        return label.text() if label else " ".join(filter(None, [_(self.indicator.names.get(name, name)), years]))

    @property
    def group(self) -> str:
        """What the series of its rows are called."""
        if self.view and self.view.series:
            return _(self.view.series)
        return _("Indicator") if self.indicator.series == "indicators" else _("Group")

    def measure(self, row: Row) -> tuple[str, int]:
        """Unit and decimals of a row's value: the answer's, or of several indicators the row's own."""
        of = indicator(row.series) if self.indicator.unit == "own" and row.series else self.indicator
        return of.unit, of.decimals

    def value(self, row: Row) -> str:
        own = self.indicator.unit == "own"
        return units.quantity(row.value, *self.measure(row), row.flag) if own else self.amount(row.value, row.flag)

    def amount(self, value: float | None, flag: str = "") -> str:
        """A value of its own with its unit, a yearly change with its sign."""
        return self.sign(value, flag) + units.quantity(value, self.indicator.unit, self.indicator.decimals, flag)

    def sign(self, value: float | None, flag: str = "") -> str:
        """The plus of a yearly change that rises, else nothing; a minus is the number's own."""
        rises = flag != "~" and round(value or 0.0, self.indicator.decimals) > 0
        return "+" if self.parameters.measure == "change" and rises else ""

    def flag_words(self, row: Row) -> str:
        return flags.words(row.flag)

    def period(self, row: Row) -> str:
        return units.period(row.year, self.indicator.years)

    def document(self) -> dict[str, Any]:
        return document(self)
