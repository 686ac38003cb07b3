"""From the data folder to a published snapshot: draft, load, rules, publish whole or not at all."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lsk_metrics import __version__, paths
from lsk_metrics.errors import RuleError, SourceError
from lsk_metrics.ingest import claims, rules, source
from lsk_metrics.ingest.importers import BY_ENDING
from lsk_metrics.warehouse import snapshots
from lsk_metrics.warehouse.draft import Draft, Text, draft

# In this order, because later tables refer to earlier ones; what is not named here comes last, by its card.
REFERENCE = ("helix", "areas", "value_chains", "segments", "member_types", "regions", "powiats", "claims", "caveats")
FIRST = ("towns", "members")


@dataclass(frozen=True)
class Build:
    """What a build did: the snapshot readers now see, and whether it had to be made."""

    snapshot: str
    made: bool


def build(say: Callable[[str], None] = lambda line: None) -> Build:
    """Publish a snapshot of data and imports, unless the current one is just that; a LskError leaves all as it was."""
    fingerprint = inputs_sha256()
    current = snapshots.find(snapshots.current() or "")
    if current and current.data_sha256 == fingerprint:
        return Build(current.id, made=False)
    before = next((kept for kept in snapshots.listing() if kept.data_sha256 == fingerprint), None)
    if before:
        snapshots.point_at(before.id)
        return Build(before.id, made=False)
    snapshot = f"{datetime.now(UTC):%Y%m%d}-{fingerprint[:8]}"
    with draft() as table:
        fill(table, say)
        broken = [result for result in rules.run(table) if result.offenders]
        if broken:
            raise RuleError("The build stops and the current snapshot stays.\n" + "\n".join(map(str, broken)))
        table.finish(snapshot, fingerprint, __version__)
        snapshots.publish(table.path, snapshot)
    return Build(snapshot, made=True)


def fill(
    table: Draft, say: Callable[[str], None] = lambda line: None, cards: Sequence[source.Source] | None = None
) -> None:
    """Load every table into a draft, by the cards given, else by all there are."""
    cards = source.cards() if cards is None else cards
    table.load("sources", [card.row() for card in cards], "data/sources")
    for name in REFERENCE:
        load(table, name, paths.data() / "reference" / f"{name}.csv", None, say)
    order = {name: place for place, name in enumerate(FIRST)}
    for card in sorted(cards, key=lambda card: order.get(card.table or "", len(order))):
        if card.table:
            load(table, card.table, card.path(), card, say)
    for name in source.left_out(cards):
        say(f"{name}: the sample is left out, because it refers to made-up members; lsk import {name} FILE")
    claims.check(table)


def load(table: Draft, name: str, path: Path, card: source.Source | None, say: Callable[[str], None]) -> None:
    read = BY_ENDING.get(path.suffix)
    if read is None or not path.is_file():
        raise SourceError(
            f"{path} cannot be read: it is missing, or no importer knows files that end in “{path.suffix}”."
        )
    marks = left_to_card(table, name, card)
    count = table.load(name, [{**marks, **row} for row in read(path)], path.name)
    say(f"{name}: {count} rows from {path.relative_to(card.root if card else paths.data())}")


def left_to_card(table: Draft, name: str, card: source.Source | None) -> Text:
    """Source and kind of truth of a file's rows, where the table has them; what the file says itself goes before."""
    if card is None:
        return {}
    marks: Text = {"source": card.id, "kind": card.kind}
    columns = table.columns(name)
    return {mark: value for mark, value in marks.items() if mark in columns}


def inputs_sha256() -> str:
    """One checksum over all a snapshot is made from: the data folder, what was imported, schema, views and rules."""
    total = hashlib.sha256(__version__.encode())
    came_in = [paths.home() / folder for folder in source.IMPORTED]
    for folder in (paths.data(), *came_in, paths.PACKAGE / "warehouse"):
        for path in sorted(folder.rglob("*")):
            if source.RECEIVED in path.parts:
                continue
            if path.is_file() and not path.name.startswith((".", "__")) and path.suffix not in (".py", ".pyc"):
                name = path.relative_to(folder).as_posix()
                total.update(name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
