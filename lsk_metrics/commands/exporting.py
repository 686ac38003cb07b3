"""`lsk export`: one answer as a file, the same bytes that its page hands out; or all files of a review."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics import printing
from lsk_metrics.commands import answers, reviewing, writing
from lsk_metrics.errors import ExportRefused, ValueRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators import Answer

ENDINGS = ("csv", "xlsx", "parquet", "svg", "png", "zip")


def arguments(parser: argparse.ArgumentParser) -> None:
    answers.arguments(parser, "“review” for all files of a review", (reviewing.BOTH,))
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE_OR_FOLDER",
        help="a file, or a folder in which it gets a name of its own; of a review a folder",
    )
    parser.add_argument(
        "--as",
        dest="forms",
        action="append",
        default=[],
        choices=sorted({*ENDINGS, *reviewing.ENDINGS}),
        help="default: what the file's ending says; in a folder, zip; of a review all of "
        f"{', '.join(reviewing.ENDINGS)}; it may be given several times",
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")
    reviewing.arguments(parser)


def export(asked: argparse.Namespace) -> int:
    from lsk_metrics.exports.formats import form

    if asked.indicator == reviewing.WORD:
        return reviewing.export(asked)
    if wrong := reviewing.given(asked):
        raise ValueRefused(f"--{wrong} belongs to “lsk export {reviewing.WORD}”, not to one indicator.")
    if asked.lang == reviewing.BOTH or len(asked.forms) > 1:
        raise ValueRefused("An indicator is written as one file: give one --lang and one --as.")
    asked.lang = asked.lang or "en"
    found = answers.asked_for(asked)
    [chosen] = asked.forms or [""]
    wanted = form(chosen or (asked.to.suffix[1:].lower() if asked.to.suffix and not asked.to.is_dir() else "zip"))
    path = placed(asked.to, found, wanted.ending)
    if path.exists() and not asked.force:
        raise ExportRefused(f"{path} is there already. Give another name, or --force to overwrite it.")
    content = wanted.made(found)
    writing.write(path, content)
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
