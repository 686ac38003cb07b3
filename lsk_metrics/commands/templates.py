"""`lsk template`: a file to fill in, or the published description of a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.commands.register import TABLES
from lsk_metrics.errors import RegisterRefused

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("table", choices=[*TABLES, "all"], help="the table, or all of them in one workbook")
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help=".xlsx, .csv, or .json for the Table Schema",
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of headings and drop-downs")
    parser.add_argument(
        "--schema", action="store_true", help="print the Table Schema; “all” is a Data Package of all tables"
    )
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")


def template(asked: argparse.Namespace) -> int:
    from lsk_metrics.ingest.register import template as made

    if asked.schema:
        print(made.table_schema(asked.table), end="")
        return 0
    if asked.file is None:
        raise RegisterRefused(f"Name the file to write: “lsk template {asked.table} {asked.table}.xlsx”.")
    made.write(asked.table, asked.file, asked.lang, asked.force)
    row = {"table": asked.table, "file": str(asked.file)}
    print(f"{asked.file} is written." if asked.format == "table" else printing.printed([row], asked.format))
    return 0
