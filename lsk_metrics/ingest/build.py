"""From the data folder to a published snapshot: draft, load, rules, publish whole or not at all."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lsk_metrics import __version__, paths
from lsk_metrics.errors import RuleError
from lsk_metrics.ingest import claims, definitions, importers, rules, source
from lsk_metrics.warehouse import snapshots, standing, turn
from lsk_metrics.warehouse.draft import Draft, Text, draft

# In this order, because later tables refer to earlier ones; what is not named here comes last, by its card.
REFERENCE = (
    "helix",
    "areas",
    "value_chains",
    "segments",
    "member_types",
    "regions",
    "powiats",
    "claims",
    "caveats",
    "town_names",
    "events",
    "criteria",
)
OPTIONAL = ("town_names", "events", "criteria")
FIRST = ("towns", "members")


@dataclass(frozen=True)
class Build:
    """What a build did: the snapshot published last, whether it had to be made, and where readers are held instead."""

    snapshot: str
    made: bool
    held: str | None = None


def build(say: Callable[[str], None] = lambda line: None, wait_s: float = turn.WAIT_S) -> Build:
    """Publish a snapshot of data and imports, unless the last published is just that; a LskError leaves all as it was.

    One build at a time: another one's end is waited for so many seconds. Readers who were rolled back stay where they
    are held; Build.held says so.
    """
    fingerprint = inputs_sha256()
    last = snapshots.find(snapshots.latest() or "")
    same = last is not None and last.data_sha256 == fingerprint and not last.restored
    if last and same and standing.intact(last) and not snapshots.leftovers():
        return Build(last.id, made=False, held=snapshots.pinned())
    with turn.taken(say, wait_s):
        kept = [each for each in snapshots.listing() if each.data_sha256]
        tidy(kept, say)
        built, made = made_of(inputs_sha256(), kept, say)
        return Build(built, made, held=snapshots.pinned())


def tidy(kept: list[snapshots.Snapshot], say: Callable[[str], None]) -> None:
    """Take away what a killed build left, and mend a pointer to nowhere with the newest snapshot there is."""
    for left in snapshots.leftovers():
        say(f"{left.name} is left from a build that was killed, and is removed.")
        left.unlink(missing_ok=True)
    last = snapshots.latest()
    if last is None or any(each.id == last and standing.intact(each) for each in kept):
        return
    if newest := next((each for each in kept if each.id != last and standing.intact(each)), None):
        say(f"The snapshot published last, “{last}”, cannot be read; the newest that can is {newest.id}.")
        snapshots.point_at(newest.id)


def made_of(fingerprint: str, kept: list[snapshots.Snapshot], say: Callable[[str], None]) -> tuple[str, bool]:
    """The snapshot of these inputs, and whether it had to be made; it is the last published afterwards."""
    # One that was made from a pack says itself what it was built from: readers are pointed only at what was built here.
    same = (each for each in kept if each.data_sha256 == fingerprint and not each.restored)
    before = next(filter(standing.intact, same), None)
    if before:
        if before.id != snapshots.latest():
            snapshots.point_at(before.id)
        return before.id, False
    snapshot = f"{datetime.now(UTC):%Y%m%d}-{fingerprint[:8]}"
    with draft(snapshots.folder()) as table:
        fill(table, say)
        results = rules.run(table)
        broken = [result for result in results if result.offenders]
        if broken:
            raise RuleError("The build stops and the current snapshot stays.\n" + "\n".join(map(str, broken)))
        say(f"rules: {len(results)} hold")
        table.finish(snapshot, fingerprint, __version__)
        say(f"snapshot: {snapshot} is written")
        snapshots.publish(table.path, snapshot)
    return snapshot, True


def fill(
    table: Draft, say: Callable[[str], None] = lambda line: None, cards: Sequence[source.Source] | None = None
) -> None:
    """Load every table into a draft, by the cards given, else by all there are."""
    cards = source.cards() if cards is None else cards
    table.load("sources", [card.row() for card in cards], "data/sources")
    for name in REFERENCE:
        path = paths.data() / "reference" / f"{name}.csv"
        if name not in OPTIONAL or path.is_file():
            load(table, name, path, None, say, source.awaited(cards) if name == "events" else ())
    order = {name: place for place, name in enumerate(FIRST)}
    for card in sorted(cards, key=lambda card: order.get(card.table or "", len(order))):
        if card.table:
            load(table, card.table, card.path(), card, say)
    for name in source.left_out(cards):
        say(f"{name}: the sample is left out, because it refers to made-up members; lsk import {name} FILE")
    table.load("definitions", definitions.rows(), "indicators/sql")
    claims.check(table)
    say("checks: every claim that has one is held against the tables")


def load(
    table: Draft,
    name: str,
    path: Path,
    card: source.Source | None,
    say: Callable[[str], None],
    awaited: Collection[str] = (),
) -> None:
    """One file; rows that rest on a source that has yet to be fetched are left for then."""
    for part, rows in importers.parts(path, card.fetch if card else {}, name).items():
        marks = left_to_card(table, part, card)
        here = [{**marks, **row} for row in rows if row.get("source") not in awaited]
        count = table.load(part, here, path.name)
        say(f"{part}: {count} rows from {path.relative_to(card.root if card else paths.data())}")


def left_to_card(table: Draft, name: str, card: source.Source | None) -> Text:
    """Source and kind of truth of a file's rows, where the table has them; what the file says itself goes before."""
    if card is None:
        return {}
    marks: Text = {"source": card.id, "kind": card.kind}
    columns = table.columns(name)
    return {mark: value for mark, value in marks.items() if mark in columns}


def inputs_sha256() -> str:
    """One checksum over all a snapshot is made from: data folder, imports, schema, views, rules and definitions."""
    total = hashlib.sha256(__version__.encode())
    for folder in (paths.data(), paths.PACKAGE / "warehouse", definitions.folder()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith((".", "__")) and path.suffix not in (".py", ".pyc"):
                name = path.relative_to(folder).as_posix()
                with path.open("rb") as file:
                    total.update(name.encode() + hashlib.file_digest(file, "sha256").digest())
    # Of what came in later only that which a card names counts: the copy before may lie beside it.
    for card in (card for folder in source.IMPORTED for card in source.within(paths.home(), folder)):
        total.update(f"{card.row()} {card.table} {dict(card.fetch)}".encode())
    return total.hexdigest()
