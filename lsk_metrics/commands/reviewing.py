"""`lsk export review`: all files of a review in a folder, one after the other, and its id kept for opening it again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from lsk_metrics import language, printing
from lsk_metrics.commands import answers, unfinished, writing
from lsk_metrics.errors import ExportRefused, LskError, SnapshotError

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators.reviews import Review

WORD, BOTH = "review", "both"
ENDINGS = ("pptx", "pdf", "html", "xlsx", "zip")
STOPPED = 130  # the status by which a shell knows that somebody stopped it


def arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("of a review")
    group.add_argument("--story", metavar="ID", help="a ready one: s3, board or glance")
    group.add_argument(
        "--figures", metavar="FIGURES", help="figures of your own: 'members,gerd_share_of_gdp;view=pace'"
    )
    group.add_argument("--name", metavar="TEXT", help="what it is called (default: as its story)")
    group.add_argument("--date", metavar="YYYY-MM-DD", help="its day (default: that of the snapshot)")


def given(asked: argparse.Namespace) -> str:
    """The first argument given that only a review takes; empty where there is none."""
    return next((name for name in ("story", "figures", "name", "date") if getattr(asked, name) is not None), "")


def export(asked: argparse.Namespace) -> int:
    """Write every file as soon as it is made; whoever stops it keeps those that are whole."""
    from lsk_metrics.exports.packs.building import names
    from lsk_metrics.indicators.reviews import review
    from lsk_metrics.warehouse import snapshots

    languages = tuple(language.LANGUAGES) if asked.lang in (None, BOTH) else (asked.lang,)
    language.use(languages[0])
    shared = dict(answers.pair(text) for text in asked.given)
    version = snapshots.meant(asked.snapshot or "current").id
    told = review(asked.story or "", asked.name or "", asked.date or "", asked.figures or "", shared, version)
    forms = asked.forms or None
    for wrong in [each for each in asked.forms if each not in ENDINGS]:
        raise ExportRefused(f"A review is not written as {wrong}. There are: {', '.join(ENDINGS)}.")
    if asked.to.is_file() or asked.to.suffix[1:].lower() in ENDINGS:
        raise ExportRefused(f"A review is several files: --to takes a folder, not {asked.to}.")
    wanted, begun = names(told, languages, forms), unfinished.left(asked.to, told.id)
    for path in (asked.to / name for name in wanted):
        if path.exists() and not asked.force and path.name not in begun:
            raise ExportRefused(f"{path} is there already. Give another folder, or --force to overwrite it.")
    rows: list[dict[str, Any]] = []
    try:
        told.answers  # noqa: B018 – what cannot be asked is said before anything is written
        with unfinished.until_written(asked.to, told.id, wanted):
            write(asked, told, languages, rows)
    except KeyboardInterrupt:
        words = "there is no part of any other, and the same command writes them all"
        printing.note(f"lsk: stopped. Files written whole: {len(rows)}; {words}.")
        report(asked, rows)
        return STOPPED
    except LskError:
        if rows:
            printing.note(f"lsk: Files written whole before it went wrong: {len(rows)}.")
            report(asked, rows)
        raise
    report(asked, rows)
    return 0


def write(asked: argparse.Namespace, told: Review, languages: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """The files one by one, each with a line of progress and a row on what was written."""
    from lsk_metrics.exports.packs.building import building

    for part in building(told, languages, asked.forms or None):
        path = asked.to / part.name
        if part.asked:
            writing.write(path, part.content)
            size, digest = len(part.content), sha256(part.content).hexdigest()
            rows.append(
                {"review": told.id, "file": str(path), "bytes": size, "sha256": digest, "snapshot": told.snapshot}
            )
        printing.note(f"{part.at} of {part.of}: {part.name}{'' if part.asked else ' (for the zip)'}")
        if len(rows) == 1:
            keep(told)


def keep(told: Review) -> None:
    """Have the review's id open it; where that cannot be, the files are no worse for it."""
    from lsk_metrics.indicators.reviews import keep as kept

    try:
        kept(told)
    except SnapshotError as reason:
        printing.note(f"lsk: {reason} The address in the files opens the review all the same.")


def report(asked: argparse.Namespace, rows: list[dict[str, Any]]) -> None:
    """What was written, for a reader or a program."""
    if asked.format != "table":
        print(printing.printed(rows, asked.format))
        return
    for row in rows:
        print(f"{row['file']} is written, {row['bytes'] / 1e6:.2f} MB.")
    if rows:
        print(f"The review is {rows[0]['review']}.")
