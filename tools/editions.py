"""The data folder once more, with a word in every name by which a reader could tell it from another edition."""

import csv
import re
import shutil
from hashlib import sha256
from pathlib import Path

from lsk_metrics import paths

# Lists whose names stand in sentences, drawings and tables, beside the cards, whose names stand below each of them.
NAMED = ("areas", "criteria", "helix", "member_types", "regions", "value_chains")
CARD = re.compile(r'^((?:producer|title)(?:_pl)? = ")(.*)(")$', re.MULTILINE)


def edition(word: str, folder: Path) -> Path:
    """A copy of the data folder below `folder`: producers, titles, regions, groups and criteria carry the word."""
    copy = shutil.copytree(paths.data(), folder / f"data-{word}")
    sums = dict(mark(copy / "reference" / f"{name}.csv", word) for name in NAMED)
    for card in (copy / "sources").glob("*.toml"):
        told = CARD.sub(rf"\1\2 {word}\3", card.read_text(encoding="utf-8"))
        for before, after in sums.items():
            told = told.replace(before, after)
        card.write_text(told, encoding="utf-8")
    return copy


def mark(listed: Path, word: str) -> tuple[str, str]:
    """The word behind every name of a list; the file's checksum before and after."""
    before = listed.read_bytes()
    rows = list(csv.DictReader(before.decode("utf-8").splitlines()))
    with listed.open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        written.writeheader()
        for row in rows:
            written.writerow(row | {column: f"{row[column]} {word}" for column in ("name", "name_pl")})
    return sha256(before).hexdigest(), sha256(listed.read_bytes()).hexdigest()
