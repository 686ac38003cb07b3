"""`lsk list` and `lsk show`: the indicators, and the answer of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import language, printing
from lsk_metrics.errors import ValueRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators import Answer


def arguments(parser: argparse.ArgumentParser, also: str = "", languages: tuple[str, ...] = ()) -> None:
    """What an answer is asked with; also: what else may stand in an indicator's place; languages: in a language's, and
    then it is left to the command which one is meant where none is given."""
    words = ", or ".join(filter(None, ["an id that “lsk list” gives", also]))
    parser.add_argument("indicator", metavar="INDICATOR", help=words)
    parser.add_argument(
        "--with",
        dest="given",
        action="append",
        default=[],
        metavar="name=value",
        help="first_year, last_year, places (codes, comma between), illustrative (yes or no), measure (absolute, "
        "per_head, index, change), groups (each, total), areas, value_chains, member_types; of regions also view "
        "(ranking, gap_leader, gap_union, change, pace), peers (partners, domestic, similar), number, own_country, "
        "likeness, target_year; of methods indicators and weights; target (an id that “lsk status” gives) by itself",
    )
    parser.add_argument(
        "--lang",
        choices=[*language.LANGUAGES, *languages],
        default=None if languages else "en",
        help="language of the texts" + (" (default: en; of a review both)" if languages else ""),
    )
    parser.add_argument("--snapshot", metavar="ID", help="as of this snapshot (an id, its beginning, “previous”)")


def listing_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--snapshot", metavar="ID", help="with what each says as of this snapshot")


def listing(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import changes, indicators, methods
    from lsk_metrics.warehouse import snapshots

    rows = [
        {"indicator": each.id, "unit": each.unit, "role": each.role, "question": each.question, "title": each.title}
        for each in [*indicators(), *methods()]
    ]
    if asked.snapshot:
        found = snapshots.meant(asked.snapshot).id
        rows = [
            {"indicator": each.id, "snapshot": found, "sentence": changes.told_by(changes.asked(each.id, found))}
            for each in indicators()
        ]
    print(printing.printed(rows, asked.format))
    return 0


def asked_for(asked: argparse.Namespace) -> Answer:
    """The answer that a command names, in its language."""
    from lsk_metrics.indicators import answer
    from lsk_metrics.warehouse import snapshots

    language.use(asked.lang)
    given = dict(pair(text) for text in asked.given)
    return answer(asked.indicator, given, snapshots.meant(asked.snapshot).id if asked.snapshot else None)


def show(asked: argparse.Namespace) -> int:
    found = asked_for(asked)
    document = found.document()
    if asked.format == "json":
        from lsk_metrics.indicators.document import written

        print(written(document))
        return 0
    rows = printing.printed(document["rows"], asked.format)
    if asked.format == "csv":
        print(rows)
        return 0
    said = [*found.caveats, *filter(None, [document["as_of"]])]
    notes = [f"  * {line}" for line in said]
    for card in found.sources:
        notes += [f"  > {card.citation()}", f"    {card.sha256}  {card.file}"]
    head = f"{found.question}\n{found.sentence}\n[{found.title}, {found.unit}; {found.kind}; snapshot {found.snapshot}]"
    print("\n".join([head, "", rows, "", *notes, f"  $ {document['command']}"]))
    return 0


def pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ValueRefused(f"--with takes name=value, such as first_year=2010, not “{text}”.")
    return name.strip(), value.strip()
