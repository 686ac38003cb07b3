"""`lsk import members FILE` and its like: check, show what would change, ask, publish."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsk_metrics import printing
from lsk_metrics.errors import RegisterRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.ingest.register.importing import Plan

TABLES = ("members", "investments", "startups", "targets", "evidence")
SHOWN = 50


def arguments(parser: argparse._ArgumentGroup) -> None:
    parser.add_argument("--dry-run", action="store_true", help="check and show what would change; publish nothing")
    parser.add_argument("--yes", action="store_true", help="publish without asking")
    parser.add_argument("--by", metavar="NAME", help="who answers for it, for the record (default: your user name)")
    parser.add_argument("--token", help="publish only what a dry run with this token showed, and nothing else")
    parser.add_argument("--marked", type=Path, metavar="FILE", help="write a copy with the problems marked (.xlsx)")
    parser.add_argument("--force", action="store_true", help="let --marked overwrite a file")


def bring(asked: argparse.Namespace) -> int:
    """Import one table; 1 where something is wrong with the file, in which case nothing has changed."""
    from lsk_metrics.ingest.register import importing, publishing, template

    plan = importing.plan(asked.file, asked.what)
    if asked.marked and plan.incoming:
        template.refuse_to_overwrite(asked.marked, asked.force)
        printing.note(copied(plan, asked.marked))
    if not plan.fits or asked.dry_run:
        show(plan, asked.format)
        return 0 if plan.fits else 1
    if asked.token and asked.token != plan.token:
        raise RegisterRefused(
            f"What would be published is not what was shown: {plan.file} or the data have changed since. "
            "Nothing was published; check the file again."
        )
    if asked.format == "table":
        show(plan, asked.format)
    if not (asked.yes or asked.token or agreed(plan)):
        raise RegisterRefused("Nothing was published. “--yes” publishes without asking.")
    built = publishing.publish(plan, asked.by, printing.note)
    if asked.format == "table":
        print(f"\nThe table “{plan.table.name}” is the register's now: {len(plan.checked.rows)} rows.")
        print(f"Snapshot {built.snapshot} {'is published' if built.made else 'has them already'}.")
    else:
        document = plan.document() | {"published": asdict(built)}
        print(printed(document, asked.format))
    return 0


def copied(plan: Plan, place: Path) -> str:
    """Write the marked copy, and say so; a file of which no table can be read has none, and its report matters more."""
    from lsk_metrics.ingest.register import marked

    if plan.incoming is None:
        return ""
    try:
        marked.write(plan.incoming, plan.checked, place)
    except RegisterRefused as reason:
        return f"There is no marked copy: {reason}"
    return f"The marked copy is {place}."


def agreed(plan: Plan) -> bool:
    """Ask whoever sits at the terminal; without one there is no answer, and none is taken for no."""
    if not sys.stdin.isatty():
        return False
    answer = input(f"\nPublish {len(plan.checked.rows)} rows as the table “{plan.table.name}”? [y/N] ")
    return answer.strip().casefold() in ("y", "yes", "t", "tak")


def printed(document: dict[str, Any], form: str) -> str:
    """JSON has everything; CSV is the list of problems."""
    if form == "csv":
        return printing.printed(document["problems"], form)
    return json.dumps(document, ensure_ascii=False, indent=2)


def show(plan: Plan, form: str) -> None:
    """The report for whoever mends the file, then the difference and the headline figures."""
    document = plan.document()
    if form != "table":
        print(printed(document, form))
        return
    checked = plan.checked
    count = len(checked.problems) + checked.more
    print(f"{plan.file}: {len(checked.rows)} rows of {plan.table.name}, {count} problems.")
    for note in checked.notes:
        print(f"  * {note['en']}\n    {note['pl']}")
    for each in checked.problems[:SHOWN]:
        print(f"\n  {each.sentence('en')}\n  {each.sentence('pl')}")
    if count > SHOWN:
        print(f"\n  … and {count - SHOWN} more; “--format csv” or “--marked FILE” lists them.")
    if plan.difference:
        for line in changes(document["difference"]):
            print(line)
        print("\n" + printing.table([
            {"figure": each.title, "before": each.before, "after": each.after, "unit": each.unit}
            for each in plan.headlines
        ]))  # fmt: skip


def changes(difference: dict[str, Any]) -> list[str]:
    counts = difference["counts"]
    lines = [
        "",
        "The made-up sample is replaced whole."
        if difference["replaces"] == "illustrative"
        else f"Against the register now: {counts['unchanged']} rows stay as they are.",
        f"{counts['added']} added, {counts['changed']} changed, {counts['gone']} gone.",
    ]
    if difference["replaces"] != "illustrative":
        lines += [f"  + {row['id']}  {row['name'] or ''}".rstrip() for row in difference["added"][:SHOWN]]
    lines += [f"  - {row['id']}  {row['name'] or ''}".rstrip() for row in difference["gone"][:SHOWN]]
    for row in difference["changed"][:SHOWN]:
        fields = "; ".join(
            f"{each['field']}: {each['before'] or '–'} → {each['after'] or '–'}" for each in row["fields"]
        )
        lines.append(f"  ~ {row['id']}  {row['name'] or ''}  {fields}")
    return lines
