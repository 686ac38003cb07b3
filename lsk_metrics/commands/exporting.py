"""`lsk export`: one answer as a file, the same bytes that its page hands out."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics import printing
from lsk_metrics.commands import answers
from lsk_metrics.errors import ExportRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators import Answer

ENDINGS = ("csv", "xlsx", "parquet", "svg", "png", "zip")


def arguments(parser: argparse.ArgumentParser) -> None:
    answers.arguments(parser)
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE_OR_FOLDER",
        help="a file, or a folder in which it gets a name of its own",
    )
    parser.add_argument(
        "--as", dest="form", choices=ENDINGS, help="default: what the file's ending says; in a folder, zip"
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")


def export(asked: argparse.Namespace) -> int:
    from lsk_metrics.exports.formats import form

    found = answers.asked_for(asked)
    wanted = form(asked.form or (asked.to.suffix[1:].lower() if asked.to.suffix and not asked.to.is_dir() else "zip"))
    path = placed(asked.to, found, wanted.ending)
    if path.exists() and not asked.force:
        raise ExportRefused(f"{path} is there already. Give another name, or --force to overwrite it.")
    content = wanted.made(found)
    write(path, content)
    row = {"file": str(path), "bytes": len(content), "sha256": sha256(content).hexdigest(), "snapshot": found.snapshot}
    if asked.format == "table":
        print(f"{path} is written.")
    else:
        print(printing.printed([{"indicator": found.indicator.id, **row}], asked.format))
    return 0


def placed(to: Path, found: Answer, ending: str) -> Path:
    """Where the file goes: a path without an ending is a folder."""
    from lsk_metrics.exports.names import file_name

    return to / file_name(found, ending) if to.is_dir() or not to.suffix else to


def write(path: Path, content: bytes) -> None:
    """The file whole or not at all."""
    draft = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as reason:
        if draft.is_file():
            draft.unlink()
        raise ExportRefused(f"{path} cannot be written: {reason.strerror or reason}.") from reason
