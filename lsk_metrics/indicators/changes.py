"""What changed between two snapshots, as a reader asks it: which tables, which figures, which copies of sources."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import facts, refusals
from lsk_metrics.indicators.answer import Answer
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.passport import indicators
from lsk_metrics.indicators.rows import Row
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.warehouse import comparison, read
from lsk_metrics.warehouse.comparison import Table

__all__ = ["Copy", "Figure", "Table", "copies", "figures", "hidden", "tables", "told"]


@dataclass(frozen=True)
class Figure:
    """One indicator in both snapshots: its latest figure and its sentence, and how many of its values differ.

    A side whose snapshot cannot answer has the reason as its sentence and no figure.
    """

    indicator: str
    title: str
    before: str
    after: str
    sentence_before: str
    sentence_after: str
    values: int

    @property
    def same(self) -> bool:
        return not self.values and self.sentence_before == self.sentence_after


@dataclass(frozen=True)
class Copy:
    """A source whose copy is not the same: "added", "changed" or "gone"; when each copy was taken, ISO."""

    source: str
    change: str
    before: str
    after: str


def tables(before: str, after: str, only: str | None = None) -> list[Table]:
    """Tables of both snapshots with the first rows that changed in each, or one table with all of them."""
    return comparison.tables(before, after, only, comparison.FIRST if only is None else None)


def figures(before: str, after: str) -> list[Figure]:
    """Every indicator as both snapshots answer it, with today's queries."""
    return [figure(each.id, _(each.title), before, after) for each in indicators()]


def figure(name: str, title: str, before: str, after: str) -> Figure:
    then, now = asked(name, before), asked(name, after)
    values = [cells(side) if isinstance(side, Answer) else {} for side in (then, now)]
    differ = sum(values[0].get(key) != values[1].get(key) for key in values[0].keys() | values[1].keys())
    return Figure(name, title, headline(then), headline(now), told_by(then), told_by(now), differ)


def asked(name: str, snapshot: str) -> Answer | str:
    """The answer of a snapshot, or why it has none: an older program may have made it."""
    try:
        return answer(name, snapshot=snapshot)
    except SnapshotError as reason:
        return refusals.told(reason)


def told_by(side: Answer | str) -> str:
    return side.sentence if isinstance(side, Answer) else side


def headline(found: Answer | str) -> str:
    """The latest figure with its year, of several parts the largest; nothing where there is no answer."""
    if isinstance(found, str):
        return ""
    known, _turn = facts.facts(found)
    for value, year in (("last", "last_year"), ("home_value", "home_year")):
        if value in known:
            return f"{known[value]} ({known[year]})"
    return f"{known['top']}: {known['top_value']} ({known['part_year']})" if "top" in known else _("no figures")


def cells(found: Answer) -> dict[tuple[str, str, int, str], list[tuple[float, float, float, str]]]:
    """What stands at each place, series, year and kind; a missing value is a value like any other."""
    kept = defaultdict(list)
    for row in found.rows:
        kept[row.place, row.series or "", row.year, row.kind].append(measured(row))
    return {key: sorted(values) for key, values in kept.items()}


def measured(row: Row) -> tuple[float, float, float, str]:
    absent = float("-inf")
    value, low, high = (absent if each is None else each for each in (row.value, row.low, row.high))
    return value, low, high, row.flag


def copies(before: str, after: str) -> Iterator[Copy]:
    """Sources whose file is another one, or that are in only one of the two."""
    sides = [sources(snapshot) for snapshot in (before, after)]
    for name in sorted(sides[0].keys() | sides[1].keys()):
        then, now = (side.get(name) for side in sides)
        if then != now and (then is None or now is None or then[0] != now[0]):
            change = "added" if then is None else "gone" if now is None else "changed"
            yield Copy(name, change, then[1] if then else "", now[1] if now else "")


def sources(snapshot: str) -> dict[str, tuple[str, str]]:
    """Checksum and date of each source's copy; none where the snapshot keeps them in another way."""
    try:
        rows = read.rows("SELECT id, sha256, retrieved FROM sources", snapshot=snapshot)
    except SnapshotError:
        return {}
    return {row["id"]: (row["sha256"], row["retrieved"]) for row in rows}


def told(table: Table) -> str:
    """What happened to a table, as a sentence."""
    if table.rows_before is None:
        words = _(
            "Only the later snapshot has this table (rows: {n}); another version of the program made the earlier."
        )
        return words.format(n=number(table.rows_after or 0))
    if table.rows_after is None:
        words = _(
            "Only the earlier snapshot has this table (rows: {n}); another version of the program made the later."
        )
        return words.format(n=number(table.rows_before))
    if table.added is None or table.changed is None or table.gone is None:
        return _("The rows have no key in common; rows before: {before}, after: {after}.").format(
            before=number(table.rows_before), after=number(table.rows_after)
        )
    parts = [
        ngettext("{n} row added", "{n} rows added", table.added).format(n=number(table.added)) if table.added else "",
        ngettext("{n} row changed", "{n} rows changed", table.changed).format(n=number(table.changed))
        if table.changed
        else "",
        ngettext("{n} row gone", "{n} rows gone", table.gone).format(n=number(table.gone)) if table.gone else "",
        _("new columns: {names}").format(names=", ".join(table.new_columns)) if table.new_columns else "",
        _("columns no longer there: {names}").format(names=", ".join(table.lost_columns)) if table.lost_columns else "",
    ]
    said = ", ".join(filter(None, parts))
    return f"{said}." if said else _("No row differs.")


def hidden(table: Table) -> int:
    """Rows that changed and are not among those shown."""
    shown = {(change.change, change.key) for change in table.changes}
    return sum(each or 0 for each in (table.added, table.changed, table.gone)) - len(shown)
