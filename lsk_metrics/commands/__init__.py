"""The commands of `lsk`: each with what it takes, what it does and an example of its use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.commands import (
    answers,
    asking,
    bringing,
    changing,
    commenting,
    comparing,
    doctor,
    exporting,
    fetching,
    governing,
    passports,
    publishing,
    restoring,
    serving,
    snapshots,
    targets,
    templates,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


class Command(NamedTuple):
    """One command: run gives the exit status; arguments, where there are any, are added to its parser."""

    run: Callable[[argparse.Namespace], int]
    words: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None] | None = None


COMMANDS = {
    "run": Command(
        serving.run,
        "serve the dashboard, after a build where the data have changed",
        "lsk run --port 8600",
        serving.arguments,
    ),
    "build": Command(
        snapshots.build, "make a snapshot of the data folder and publish it", "lsk build", snapshots.build_arguments
    ),
    "publish": Command(
        publishing.publish,
        "write a snapshot into Apache Spark, and show it to those who read there",
        "lsk publish sc://localhost:15002",
        publishing.arguments,
    ),
    "list": Command(answers.listing, "list the indicators", "lsk list --snapshot previous", answers.listing_arguments),
    "show": Command(
        answers.show,
        "answer one indicator",
        "lsk show members --with first_year=2010 --lang pl --format json",
        answers.arguments,
    ),
    "export": Command(
        exporting.export,
        "write one answer as a file: data, workbook, picture, or all of it in a zip; or all files of a review",
        "lsk export review --story s3 --lang pl --to pack/",
        exporting.arguments,
    ),
    "passport": Command(
        passports.passport,
        "print the passport of one indicator: what it counts, why, its sources, its query",
        "lsk passport members --lang pl",
        answers.arguments,
    ),
    "status": Command(
        targets.status,
        "tell of every target whether it is on track, by which rule and why",
        "lsk status --lang pl --format json",
        targets.arguments,
    ),
    "sql": Command(
        asking.ask,
        "ask the tables of the snapshot with a SELECT of your own",
        'lsk sql "FROM membership" --format csv',
        asking.arguments,
    ),
    "snapshots": Command(
        snapshots.listing,
        "list the snapshots, newest first; mark one as a review’s, so that it is kept; or remove one",
        'lsk snapshots mark current "Board, May 2026"',
        snapshots.listing_arguments,
    ),
    "diff": Command(
        comparing.compare,
        "tell what changed between two snapshots",
        "lsk diff previous current --table members",
        comparing.arguments,
    ),
    "changes": Command(
        changing.explain,
        "explain what changed since the last review, indicator by indicator",
        "lsk changes --format json",
        changing.arguments,
    ),
    "governance": Command(
        governing.governance,
        "tell which criteria of the strategy's governance are evidenced, and what is missing",
        "lsk governance --format json",
        governing.arguments,
    ),
    "readiness": Command(
        governing.readiness,
        "tell what the cluster can show of what a key cluster must, and what is missing",
        "lsk readiness --format json",
        governing.arguments,
    ),
    "comment": Command(
        commenting.comment,
        "write a comment on an indicator or its status, or list the comments",
        'lsk comment add members "The count of 2018 is the last." --author "The board"',
        commenting.arguments,
    ),
    "restore": Command(
        restoring.restore,
        "open a review from its zip; a snapshot that was cleaned away is made again from the zip's own tables",
        "lsk restore s3-20261121-85c3fbfa.zip",
        restoring.arguments,
    ),
    "rollback": Command(
        snapshots.rollback,
        "hold readers at an earlier snapshot, or let them come forward again",
        "lsk rollback previous",
        snapshots.rollback_arguments,
    ),
    "import": Command(
        bringing.bring,
        "take a table of the register, or official boundaries, from a file and build a snapshot with it",
        "lsk import members members.xlsx --dry-run",
        bringing.arguments,
    ),
    "template": Command(
        templates.template,
        "write a workbook or CSV file to fill in with a table of the register",
        "lsk template members members.xlsx",
        templates.arguments,
    ),
    "fetch": Command(
        fetching.fetch,
        "get fresh copies of sources over the network and build a snapshot with them",
        "lsk fetch eurostat --dataset eurostat_gdp",
        fetching.arguments,
    ),
    "doctor": Command(
        doctor.doctor,
        "tell whether this installation is healthy, and what to do if not",
        "lsk doctor --lang pl",
        doctor.arguments,
    ),
    "check": Command(
        snapshots.check, "hold sources, rules and claims against the data folder; publishes nothing", "lsk check"
    ),
}
