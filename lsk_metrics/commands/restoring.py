"""`lsk restore`: a review from its zip; its snapshot is made again where it has been cleaned away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.errors import LskError, PackRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.exports.packs.opening import Pack
    from lsk_metrics.indicators.reviews import Review


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK.zip", help="the zip of a review")
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the title")


def restore(asked: argparse.Namespace) -> int:
    """Checksums first; then the snapshot, whole or not at all; then the review is kept and opened on trial."""
    from lsk_metrics.exports.packs.opening import opened
    from lsk_metrics.warehouse import reviews, turn

    language.use(asked.lang)
    found = opened(asked.pack)
    reviews.known(found.id)
    with turn.taken(printing.note):
        made = snapshot(found)
    reviews.keep(found.id, found.review)
    told = reopened(found)
    rows = sum(len(table.rows) for table in found.tables)
    row = {
        "review": found.id,
        "title": told.title if told else "",
        "address": told.link if told else "",
        "snapshot": found.snapshot,
        "restored": made,
        "tables": len(found.tables),
        "rows": rows,
    }
    if asked.format != "table":
        print(printing.printed([row], asked.format))
        return 0
    print(f"Snapshot {found.snapshot} {'is made again' if made else 'was here already, whole'}: "
          f"{len(found.tables)} tables with {rows} rows, each as it is in the pack.")  # fmt: skip
    if told:
        print(f"The review {found.id}, “{told.title}”, {told.date}, opens at {told.link}")
    return 0


def snapshot(found: Pack) -> bool:
    """Whether the snapshot had to be made; raises LskError where the one that is here is another."""
    from lsk_metrics.warehouse import restored, snapshots

    tables = [restored.Table(each.name, each.columns, each.rows) for each in found.tables]
    if snapshots.find(found.snapshot) is None:
        for left in (path for path in snapshots.leftovers() if path.is_file()):
            left.unlink(missing_ok=True)
        restored.rebuild(found.snapshot, found.statements, tables)
        return True
    if other := restored.unlike(found.snapshot, tables):
        raise PackRefused(
            "Snapshot {snapshot} is here, but its table “{table}” is not as in the pack; nothing was restored.",
            snapshot=found.snapshot, table=other,
        )  # fmt: skip
    return False


def reopened(found: Pack) -> Review | None:
    """The review as this program opens it; said and nothing more where it knows some figure no longer."""
    from lsk_metrics.indicators.reviews import reopened as again

    try:
        told = again(found.id)
        told.answers  # noqa: B018
    except LskError as reason:
        printing.note(f"lsk: The snapshot is here, but this version of the program cannot open the review: {reason}")
        return None
    return told
