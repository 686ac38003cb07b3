"""The Polish catalogue: every message a reader can meet, gathered from code, passports, caveats, rules and the schema.

Run plainly it brings the catalogue up to date; with --check it only says what is missing, and exits 1 if anything is.
"""

import argparse
import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lsk_metrics"
CATALOGUE = PACKAGE / "locale" / "pl" / "LC_MESSAGES" / "lsk_metrics.po"
HEADER = "# Polish texts of LSK Metrics. English is the id; “make messages” adds what is new and drops what is gone."
# Errors that are told from what they hold; their first argument is no sentence.
WITHOUT_SENTENCE = {"NameUnknown", "SnapshotBroken", "SnapshotLacks", "WarehouseUnreachable", "FigureUnknown"}

Text = str | tuple[str, str]  # a message, or its singular and plural


def texts() -> Iterator[Text]:
    """Every message, in no order and with repetitions."""
    for path in [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *PACKAGE.rglob("*.py")]:
        yield from in_code(path.read_text(encoding="utf-8"))
    for path in rooms_of_errors():
        yield from in_errors(path.read_text(encoding="utf-8"))
    for folder in ("sql", "methods", "views", "measures"):
        for path in (PACKAGE / "indicators" / folder).glob("*.sql"):
            yield from in_passport(path.read_text(encoding="utf-8"))
    yield from in_caveats((PACKAGE / "indicators" / "caveats.toml").read_text(encoding="utf-8"))
    for path in (PACKAGE / "warehouse" / "rules").glob("*.sql"):
        yield reason(path.read_text(encoding="utf-8"))
    for name in ("schema.sql", "views.sql"):
        yield from in_comments((PACKAGE / "warehouse" / name).read_text(encoding="utf-8"))


def in_code(source: str) -> Iterator[Text]:
    """Literal texts in calls of gettext; calls inside f-strings count, which token-based extractors overlook."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        literals = [
            given.value for given in node.args if isinstance(given, ast.Constant) and isinstance(given.value, str)
        ]
        if node.func.id in ("_", "gettext") and len(literals) == 1:
            yield literals[0]
        elif node.func.id == "ngettext" and len(literals) == 2:
            yield literals[0], literals[1]


def rooms_of_errors() -> list[Path]:
    """Where the errors are raised that a page may have to tell; those of the command line alone stay English."""
    doors = ["ask", "comments", "comparison", "marks", "pointers", "read", "reviews", "snapshots", "standing"]
    doors += ["elsewhere", "spark/reading", "spark/server", "spark/translation"]
    files = [f"exports/{name}" for name in ("packs/building", "packs/held", "paper/__init__", "webpage/embedded")]
    named = ["ingest/source", *(f"warehouse/{name}" for name in doors), *files]
    return [*(PACKAGE / f"{name}.py" for name in named), *sorted((PACKAGE / "indicators").rglob("*.py"))]


def errors() -> set[str]:
    """Names of our errors whose first argument is a sentence."""
    source = (PACKAGE / "errors.py").read_text(encoding="utf-8")
    classes = {node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)}
    return {*classes, "PassportError"} - WITHOUT_SENTENCE


def in_errors(source: str) -> Iterator[str]:
    """Sentences of errors: the first argument of one, or what `words` holds."""
    for node in ast.walk(ast.parse(source)):
        given: ast.expr | None = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in errors() and node.args:
            given = node.args[0]
        elif isinstance(node, ast.Assign) and [getattr(each, "id", "") for each in node.targets] == ["words"]:
            given = node.value
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value


def in_passport(sql: str) -> Iterator[str]:
    passport = tomllib.loads(sql.partition("*/")[0].removeprefix("/*"))
    yield from (passport[name] for name in ("title", "question", "definition", "why", "owner") if name in passport)
    yield from passport["sentence"].values()
    yield from passport.get("names", {}).values()
    yield from filter(None, [passport.get("series")] if "needs" in passport else [])
    yield from filter(None, [passport.get("views_refused")])


def in_caveats(toml: str) -> Iterator[str]:
    yield from (caveat["words"] for caveat in tomllib.loads(toml).values())


def reason(sql: str) -> str:
    """Why a rule is there: its comment, as one line."""
    return " ".join(line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--"))


def in_comments(sql: str) -> Iterator[str]:
    """What the schema says of its tables and columns."""
    for text in re.findall(r"^COMMENT ON .+? IS '((?:[^']|'')+)';", sql, re.MULTILINE):
        yield text.replace("''", "'")


def template() -> Catalog:
    """All messages, untranslated."""
    catalogue = Catalog()
    for text in texts():
        if text:
            catalogue.add(text)
    return catalogue


def catalogue() -> Catalog:
    """What is translated now."""
    if not CATALOGUE.is_file():
        return Catalog(
            locale="pl",
            domain="lsk_metrics",
            header_comment=HEADER,
            project="LSK Metrics",
            version="0.1",
            msgid_bugs_address="see README.md",
            last_translator="LSK Metrics",
            language_team="Polish",
            revision_date=datetime.now(UTC),
            fuzzy=False,
        )
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="pl", domain="lsk_metrics")


def troubles() -> list[str]:
    """One line a message that is missing, has no Polish, says other placeholders, or is no longer used."""
    known, wanted = catalogue(), template()
    lines = []
    for message in filter(lambda each: each.id, wanted):
        entry = known.get(message.id)
        if entry is None or isinstance(entry.id, str) != isinstance(message.id, str):
            lines.append(f"not in the catalogue: {one(message)}")
        elif not all(strings(entry)):
            lines.append(f"no Polish: {one(message)}")
        elif strange := placeholders(*strings(entry)) - placeholders(*ids(entry)):
            lines.append(f"placeholders {', '.join(sorted(strange))} are not in the English: {one(message)}")
    lines += [f"no longer used: {one(entry)}" for entry in known if entry.id and wanted.get(entry.id) is None]
    return sorted(lines)


def one(message: Message) -> str:
    return ids(message)[0]


def ids(message: Message) -> tuple[str, ...]:
    return forms(message.id)


def strings(message: Message) -> tuple[str, ...]:
    return forms(message.string or "")


def forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(*texts: str) -> set[str]:
    return {name for text in texts for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def update() -> None:
    """Add what is new with an empty translation, drop what is gone, guess nothing."""
    changed = catalogue()
    changed.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    changed.obsolete.clear()
    for message in changed:
        message.flags.discard("python-format")  # "% of GDP" is no format
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, changed, width=0, no_location=True, sort_output=True, ignore_obsolete=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where a message has no Polish")
    if not parser.parse_args().check:
        update()
        print(f"{CATALOGUE.relative_to(ROOT)}: {len(catalogue())} messages")
        return 0
    found = troubles()
    print("\n".join(found) or f"{len(catalogue())} messages, each with its Polish.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
