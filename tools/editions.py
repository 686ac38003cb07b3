"""The data folder once more, with a word in every name by which a reader could tell it from another edition."""

import csv
import re
import shutil
from pathlib import Path

from lsk_metrics import paths

# Lists whose names stand in sentences, drawings and tables, beside the cards, whose names stand below each of them.
NAMED = ("areas", "helix", "member_types", "regions", "value_chains")
CARD = re.compile(r'^((?:producer|title)(?:_pl)? = ")(.*)(")$', re.MULTILINE)


def edition(word: str, folder: Path) -> Path:
    """A copy of the data folder below `folder`, in which producers, titles, regions and groups carry the word."""
    copy = shutil.copytree(paths.data(), folder / f"data-{word}")
    for card in (copy / "sources").glob("*.toml"):
        card.write_text(CARD.sub(rf"\1\2 {word}\3", card.read_text(encoding="utf-8")), encoding="utf-8")
    for name in NAMED:
        mark(copy / "reference" / f"{name}.csv", word)
    return copy


def mark(listed: Path, word: str) -> None:
    with listed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with listed.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        written.writeheader()
        for row in rows:
            written.writerow(row | {column: f"{row[column]} {word}" for column in ("name", "name_pl")})
