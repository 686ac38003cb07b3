"""The register's own folder: tables and their cards, each written whole or not at all."""

import csv
import hashlib
import io
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.ingest import fetched, source
from lsk_metrics.ingest.register.schema import Table
from lsk_metrics.warehouse.draft import Text

FOLDER = "register"


def staged(table: Table, named: str, rows: Sequence[Text], folder: Path) -> source.Source:
    """The tidy table in a folder, and the card it would get."""
    content = tidy(table, rows)
    name = f"{table.name}-{hashlib.sha256(content).hexdigest()[:12]}.csv"
    (folder / FOLDER).mkdir(exist_ok=True)
    written(folder / FOLDER / name, content)
    moment = datetime.now(UTC)
    file = "".join(letter if letter.isprintable() else "?" for letter in named)
    title, title_pl = table.given["title"].lower(), table.given["title_pl"].lower()
    count = len(rows)
    return source.Source(
        id=f"register_{table.name}",
        producer="Cluster office",
        producer_pl="Biuro klastra",
        title=f"Own register: {title}",
        title_pl=f"Rejestr własny: {title_pl}",
        kind="register",
        licence="as decided by the cluster office",
        retrieved=f"{moment:%Y-%m-%d}",
        file=f"{FOLDER}/{name}",
        sha256=hashlib.sha256(content).hexdigest(),
        root=folder,
        note=f"Imported from {file}: {count} rows, checked column by column.",
        note_pl=f"Zaimportowano z pliku {file}; liczba wierszy: {count}. Każdą kolumnę sprawdzono.",
        table=table.name,
    )


def tidy(table: Table, rows: Sequence[Text]) -> bytes:
    """The table as the warehouse loads it: the schema's columns, codes, ISO dates, points, UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in table.fields], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def described(card: source.Source) -> bytes:
    """The card, in TOML; the folder it is found in is not part of it."""
    return fetched.described({name: value for name, value in asdict(card).items() if name != "root"})


def written(place: Path, content: bytes) -> None:
    """Write a file whole: beside its place first, on disk for certain, then renamed."""
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def restore(place: Path, before: bytes | None) -> None:
    """The card there was before, or none."""
    if before is None:
        place.unlink(missing_ok=True)
    else:
        written(place, before)


def sweep(folder: Path) -> None:
    """Tables that no card names any more are gone from the folder; snapshots keep what was in them."""
    named = {card.path() for card in source.within(paths.home(), FOLDER)}
    for path in folder.glob("*.csv"):
        if path not in named:
            path.unlink(missing_ok=True)
