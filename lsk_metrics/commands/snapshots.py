"""`lsk build`, `lsk snapshots`, `lsk rollback` and `lsk check`: what readers see, what is kept, whether data hold."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from lsk_metrics import language, printing

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.warehouse.snapshots import Snapshot


def build_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unpin", action="store_true", help="also end a roll-back: readers see what is built")
    parser.add_argument(
        "--wait", type=float, default=60.0, metavar="SECONDS", help="how long to wait for another build (default: 60)"
    )


def build(asked: argparse.Namespace) -> int:
    from dataclasses import replace

    from lsk_metrics.ingest.build import build as made
    from lsk_metrics.warehouse import pointers

    built = made(printing.note, asked.wait)
    if asked.unpin and built.held is not None:
        pointers.unpin()
        built = replace(built, held=None)
    if asked.format == "table":
        print(
            f"Snapshot {built.snapshot} is published."
            if built.made
            else f"Nothing has changed: snapshot {built.snapshot} stays."
        )
    else:
        print(printing.printed([asdict(built)], asked.format))
    announce(built.held, built.snapshot)
    return 0


def announce(held: str | None, latest: str) -> None:
    """Say that readers were rolled back and do not see what was built last, and how they come forward again."""
    if held is not None and held != latest:
        printing.note(
            f"lsk: Readers do not see it: they are held at snapshot {held} by a roll-back. "
            "“lsk rollback --forward” shows them the last one."
        )
    elif held is not None:
        printing.note(
            f"lsk: Readers are held at snapshot {held}: later builds will be kept and not shown, until "
            "“lsk rollback --forward”."
        )


def listing_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "act", nargs="?", choices=["mark", "unmark"], help="keep one for good as a review’s, or no more"
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="an id, the beginning of one, “current” or “previous”")
    parser.add_argument("words", nargs="?", metavar="TEXT", help="what it is marked as, such as “Board, May 2026”")
    parser.add_argument("--remove", metavar="ID", help="delete this snapshot; never one that readers see or is marked")


def listing(asked: argparse.Namespace) -> int:
    from lsk_metrics.warehouse import snapshots as kept
    from lsk_metrics.warehouse import turn

    if asked.act:
        return marking(asked)
    if asked.remove:
        with turn.taken(printing.note):
            freed = kept.remove(asked.remove)
        if asked.format == "table":
            print(f"Snapshot {asked.remove} is removed; {freed / 1e6:.1f} MB are free again.")
        else:
            print(printing.printed([{"removed": asked.remove, "bytes": freed}], asked.format))
        return 0
    found = kept.listing()
    rows = [line(each) for each in found] if asked.format == "table" else [each._asdict() for each in found]
    print(printing.printed(rows, asked.format))
    return 0


def marking(asked: argparse.Namespace) -> int:
    """Mark a snapshot as the one of a review, or take the mark away."""
    from lsk_metrics.errors import ValueRefused
    from lsk_metrics.warehouse import marks, snapshots, turn

    usual = {"mark": "mark ID TEXT", "unmark": "unmark ID"}[asked.act]
    if asked.remove or not asked.id or (asked.act == "mark") != (asked.words is not None):
        raise ValueRefused(f"It is “lsk snapshots {usual}”, and nothing else at the same time.")
    with turn.taken(printing.note):
        found = snapshots.meant(asked.id)
        if asked.act == "mark":
            marks.mark(found.id, asked.words)
        else:
            marks.unmark(found.id)
    now = snapshots.meant(found.id)
    words = (
        f"Snapshot {named(now)} is marked “{now.mark}”, and is kept until the mark is taken away."
        if now.mark
        else f"Snapshot {named(now)} is no longer marked “{found.mark}”."
    )
    row = {"snapshot": now.id, "mark": now.mark, "marked_at": now.marked_at}
    print(words if asked.format == "table" else printing.printed([row], asked.format))
    return 0


def line(snapshot: Snapshot) -> dict[str, Any]:
    """One snapshot for reading: its age and size in words, and whether readers see it."""
    hours = (datetime.now(UTC).replace(tzinfo=None) - snapshot.built_at).total_seconds() / 3600
    marks = {
        "current": snapshot.current,
        "pinned": snapshot.pinned,
        "published last": snapshot.latest,
        "restored": snapshot.restored,
    }
    return {
        "id": snapshot.id,
        "built_at (UTC)": f"{snapshot.built_at:%Y-%m-%d %H:%M}",
        "age": aged(hours),
        "size": f"{snapshot.bytes / 1e6:.1f} MB",
        "program": snapshot.program,
        "readers": ", ".join(name for name, so in marks.items() if so) or "–",
        "marked": f"{snapshot.mark} ({snapshot.marked_at:%Y-%m-%d})" if snapshot.marked_at else "–",
    }


def aged(hours: float) -> str:
    if hours < 0:
        return "dated ahead"  # of this machine's clock, which was set back since
    return f"{hours / 24:.0f} days" if hours >= 48 else f"{hours:.0f} h" if hours >= 2 else f"{hours * 60:.0f} min"


def rollback_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help="an id, the beginning of one, “previous” or “current”")
    parser.add_argument("--forward", action="store_true", help="end the roll-back: show what was published last")


def rollback(asked: argparse.Namespace) -> int:
    from lsk_metrics.errors import ValueRefused
    from lsk_metrics.warehouse import pointers, snapshots, turn

    if bool(asked.id) == asked.forward:
        raise ValueRefused("Give either the ID of a snapshot to go back to, or --forward.")
    with turn.taken(printing.note):
        if asked.forward:
            last = snapshots.meant(snapshots.latest() or "current")
            pointers.unpin()
            words = f"Readers see snapshot {named(last)}, the one published last, and will see later ones."
        else:
            back = snapshots.meant(asked.id)
            pointers.pin(back.id)
            words = (
                f"Readers see snapshot {named(back)}, and stay there: later builds are kept and not shown. "
                "“lsk rollback --forward” shows them the one published last."
            )
    row = {"current": snapshots.current(), "latest": snapshots.latest(), "pinned": snapshots.pinned()}
    print(words if asked.format == "table" else printing.printed([row], asked.format))
    return 0


def named(snapshot: Snapshot) -> str:
    return f"{snapshot.id} of {language.moment(snapshot.built_at)}"


def check(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.check import check as checked

    results = checked()
    print(printing.printed([asdict(result) for result in results], asked.format))
    return 1 if any(result.result == "broken" for result in results) else 0
