"""An answer: rows, the indicator, the parameters and the snapshot they came from; and all that follows from these."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from lsk_metrics.indicators import facts, flags, labels, units
from lsk_metrics.indicators.parameters import Parameters, parse
from lsk_metrics.indicators.passport import Indicator, caveat_words, indicator
from lsk_metrics.language import gettext as _
from lsk_metrics.language import pick
from lsk_metrics.warehouse import read

WEAKEST_FIRST = ("illustrative", "derived", "register", "published")
FRAME = """SELECT *
FROM (
{body}
) AS indicator
WHERE year BETWEEN $first_year AND $last_year
  AND (kind <> 'illustrative' OR $illustrative)
  AND (len($places::VARCHAR[]) = 0 OR list_contains($places::VARCHAR[], place))"""


@dataclass(frozen=True)
class Row:
    """One value: missing is None; low and high bound it where known; flag holds the producer's letters or > < ~.

    source is the id of a source card; of a sum over several sources it is their ids, a space between them."""

    place: str
    year: int
    value: float | None
    kind: str
    source: str
    series: str | None = None
    flag: str = ""
    low: float | None = None
    high: float | None = None


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
        return FRAME.format(body=self.indicator.sql)

    @property
    def title(self) -> str:
        return _(self.indicator.title)

    @property
    def question(self) -> str:
        return _(self.indicator.question)

    @property
    def unit(self) -> str:
        return units.names()[self.indicator.unit]

    @property
    def sentence(self) -> str:
        """The one sentence that screen, slide, PDF and API share."""
        return facts.sentence(self)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of truth among the rows, the weakest first."""
        found = {row.kind for row in self.rows}
        return tuple(kind for kind in WEAKEST_FIRST if kind in found)

    @property
    def kind(self) -> str | None:
        """The weakest kind the answer rests on; None for an answer without rows."""
        return next(iter(self.kinds), None)

    @property
    def caveats(self) -> list[str]:
        """What must be known with these rows: of the method, of the data, of the places shown."""
        words = caveat_words()
        said = [_(words[name]) for name in self.indicator.caveats]
        said += [pick(*texts) for texts in labels.data_caveats(self.snapshot).get(self.indicator.id, [])]
        if "illustrative" in self.kinds:
            said.append(_(words["illustrative"]))
        letters = {letter for row in self.rows for letter in row.flag}
        said += [_(words[f"flag_{letter}"]) for letter in flags.names() if letter in letters]
        if self.missing:
            said.append(_("No figure for: {regions}.").format(regions=", ".join(self.missing)))
        remarks = [remark for code in self.places if (remark := self.remark(code))]
        if remarks:
            said.append(_("Regions that stand in for a partner: {remarks}.").format(remarks="; ".join(remarks)))
        return said

    @property
    def sources(self) -> list[labels.Card]:
        """The source cards of the rows, in the order they first occur."""
        cards = labels.cards(self.snapshot)
        return [cards[source] for source in dict.fromkeys(name for row in self.rows for name in row.source.split())]

    @property
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
        region = labels.regions(self.snapshot).get(code)
        return region.role if region else ""

    @property
    def missing(self) -> list[str]:
        """Partner regions without any value here; asked only of answers that compare regions."""
        if self.indicator.places != "regions" or self.parameters.places:
            return []
        partners = {code: region for code, region in labels.regions(self.snapshot).items() if region.role == "peer"}
        valued = {partners[row.place].peer for row in self.rows if row.place in partners and row.value is not None}
        return list(dict.fromkeys(region.partner() for region in partners.values() if region.peer not in valued))

    def position(self, code: str) -> int:
        """Where a series stands in its list, from 1: the same in every answer, so that its colour can be."""
        label = labels.labels(self.snapshot).get((self.indicator.series or "", code))
        return label.sort if label else 0

    def series_name(self, code: str) -> str:
        label = labels.labels(self.snapshot).get((self.indicator.series or "", code))
        return label.text() if label else _(self.indicator.names.get(code, code))

    def value(self, row: Row) -> str:
        return units.quantity(row.value, self.indicator.unit, self.indicator.decimals, row.flag)

    def flag_words(self, row: Row) -> str:
        """What the letters beside a value mean; empty where there are none."""
        return flags.words(row.flag)

    def period(self, row: Row) -> str:
        return units.period(row.year, self.indicator.years)

    def document(self) -> dict[str, Any]:
        """The answer as plain data, for the command line and the API."""
        return {
            "indicator": self.indicator.id,
            "title": self.title,
            "question": self.question,
            "unit": self.unit,
            "kind": self.kind,
            "sentence": self.sentence,
            "as_of": labels.as_of(self.sources),
            "caveats": self.caveats,
            "sources": [{**asdict(card), "citation": card.citation()} for card in self.sources],
            "snapshot": self.snapshot,
            "parameters": self.parameters.given(self.indicator.filters),
            "sql": self.sql,
            "rows": [asdict(row) for row in self.rows],
        }


@lru_cache(maxsize=512)
def asked(name: str, parameters: Parameters, snapshot: str) -> Answer:
    """An answer, computed once for each snapshot and set of parameters."""
    found = indicator(name)
    rows = read.rows(FRAME.format(body=found.sql), parameters.bound(found.filters), snapshot)
    answer = Answer(found, parameters, snapshot, tuple(Row(**{**row, "flag": row.get("flag") or ""}) for row in rows))
    places = {code: at for at, code in enumerate(answer.places)}
    series = {code: at for at, code in enumerate(answer.series)}
    ranked = sorted(answer.rows, key=lambda row: (places[row.place], series.get(row.series or "", -1), row.year))
    return Answer(found, parameters, snapshot, tuple(ranked))


def answer(name: str, given: Mapping[str, str] | None = None, snapshot: str | None = None) -> Answer:
    """The answer of an indicator; raises NameUnknown or ValueRefused for what cannot be asked."""
    found = indicator(name)
    version = snapshot or read.version()
    wanted = {"places": found.places or "regions", **{name: name for name in found.filters}}
    known = labels.labels(version)
    lists = {name: frozenset(code for listed, code in known if listed == of) for name, of in wanted.items()}
    return asked(name, parse(given or {}, lists), version)
