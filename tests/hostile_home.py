"""A home in which whatever has a name means harm by it: register, lists, cards, comments, outlines."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from hashlib import file_digest
from pathlib import Path

import pytest

from lsk_metrics import paths
from lsk_metrics.ingest import boundaries
from lsk_metrics.ingest.boundaries import Credit
from lsk_metrics.ingest.build import build
from lsk_metrics.ingest.register import checking, keeping, lists
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.warehouse import comments
from tests.controls import square

NAMES = (
    "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "**x** _y_ ~~z~~", r"$\LaTeX$ $$a^2$$",
    ":material/home: :red[x] :smile:", "</script><script>alert(1)</script>", "{{7*7}} ${7*7} <%= 7*7 %>", "`x`",
    '=HYPERLINK("http://x.example","y")', "+1+cmd|' /C calc'!A0", "@SUM(1+1)*2", "#import \"x\": * #raw(\"y\")",
    '"><svg onload=alert(1)>', "' onmouseover='alert(1)", r"\input{/etc/passwd} \write18{x}", "![x](http://x.example/y.png)",
    "&lt;b&gt; &amp;copy; <b>x</b>", "../../etc/passwd", "%3Cscript%3E %s %(x)s {0} {x}", "<!--x--> ]]> <![CDATA[x]]>",
    "-- ; DROP TABLE members; --", "} , note={x} @string{y", "http://x.example/y www.x.example", "- x | y | z",
)  # fmt: skip
TOWNS = {"Oświęcim": NAMES[0], "Tarnów": NAMES[1], "Trzebinia": NAMES[8], "Wieliczka": NAMES[5], "Bochnia": NAMES[4]}
# What is said in words; short stands on a picture, and has 26 letters at most.
SAID = re.compile(
    r"(name|title|short|statement|caveat|words|note|lacks|peer|proxy|check_note)(_pl)?|producer(_pl)?|licence|nuts3_name"
)
RAW = ("raw/geonames", "raw/higher_education")
FILE = '<img src=x onerror=alert(1)> "a".csv'


def spoiled(folder: Path) -> Path:
    """The data folder with every name in its lists and cards turned into one that means harm."""
    data = folder / "data"
    shutil.copytree(paths.data(), data)
    count = numbered()
    for path in [path for folder in ("reference", "illustrative", *RAW) for path in (data / folder).glob("*.csv")]:
        rewrite(path, count, lists=path.parent.name == "reference")
    for card in (data / "sources").glob("*.toml"):
        card.write_text(carded(card, data, count), encoding="utf-8")
    return data


def numbered() -> Callable[[int], str]:
    """The names in turn, each time with another number behind them."""
    made = iter(f"{NAMES[at % len(NAMES)]} {at}" for at in range(100_000))
    short = iter(f"<b>{at}</b>*x*" for at in range(100_000))
    return lambda longest: next(made if longest > 26 else short)


def rewrite(path: Path, name: Callable[[int], str], lists: bool) -> None:
    with path.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        for column, cell in row.items():
            if cell in TOWNS:
                row[column] = TOWNS[cell]
            elif cell and lists and SAID.fullmatch(column):
                row[column] = name(26 if column.startswith("short") else 200)
    path.write_bytes(table(rows))


def table(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def carded(card: Path, data: Path, name: Callable[[int], str]) -> str:
    """The card with other words, and with the checksum its file has now."""
    lines = []
    for line in card.read_text(encoding="utf-8").splitlines():
        key = line.partition(" = ")[0]
        if SAID.fullmatch(key):
            line = f"{key} = {json.dumps(name(200))}"
        if key == "file":
            with (data / json.loads(line.partition(" = ")[2])).open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
        lines.append(f'sha256 = "{found}"' if key == "sha256" else line)
    return "\n".join(lines) + "\n"


def register() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The register's tables, row by row with each name."""
    types, areas = ("sme", "public", "large"), ("BioF", "R&D", "Edu")
    towns = [*TOWNS.values(), "Brzesko"]
    yield "members", [
        {"id": f"M{at}", "name": name, "type": types[at % 3], "area": areas[at % 3], "town": towns[at % 6],
         "joined": f"20{10 + at % 8}-05-03"} for at, name in enumerate(NAMES)
    ]  # fmt: skip
    yield "investments", [
        {"id": f"I{at}", "purpose": ("project", "infrastructure")[at % 2], "name": name, "amount_eur_m": f"{at + 1}",
         "year": f"{2018 - at % 2}", "lead_member": f"M{at}", "town": towns[at % 6], "programme": NAMES[-at - 1]}
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    yield "startups", [
        {"id": f"S{at}", "name": name, "launched": f"20{10 + at % 8}-05-03", "town": towns[at % 6],
         "area": areas[at % 3], "seed_funding_eur_m": "0.5", "status": "active"} for at, name in enumerate(NAMES)
    ]  # fmt: skip
    indicators = ("members", "startups_cumulative", "gerd_share_of_gdp")
    yield "targets", [
        {"id": f"T{at}", "indicator": indicators[at % 3], "direction": "more", "baseline_year": "2012",
         "baseline_value": "1", "target_year": "2030", "target_value": f"{at + 2}", "owner": name, "document": name,
         "adopted": "2020-01-01"} for at, name in enumerate(NAMES)
    ]  # fmt: skip
    yield "evidence", [
        {"id": f"E{at}", "criterion": ("s3_analysis", "s3_body")[at % 2], "type": "document", "title": name,
         "link": "https://x.example/?a=\"><script>alert(1)</script>", "dated": "2024-01-01", "owner": name,
         "note": name}
        for at, name in enumerate(NAMES)
    ]  # fmt: skip


def brought(name: str, rows: list[dict[str, str]]) -> None:
    """A table of the register checked and laid down as an import does it; the build comes once, after all of them."""
    incoming = Incoming(FILE, table(rows))
    checked = checking.check(incoming, schema(name), lists.now())
    assert checked.problems == []
    folder = paths.home() / keeping.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    card = keeping.staged(schema(name), FILE, checked.rows, paths.home())
    keeping.written(folder / f"{name}.toml", keeping.described(card))


def outlined(folder: Path) -> None:
    """Made-up outlines of all units, with a producer and a file that have such names too."""
    with (paths.data() / "reference" / "powiats.csv").open(encoding="utf-8", newline="") as opened:
        codes = [row["teryt"] for row in csv.DictReader(opened)]
    squares = {"type": "FeatureCollection", "features": [square(at, code) for at, code in enumerate(codes)]}
    path = folder / "<img src=x onerror=alert(1)>.geojson"
    path.write_text(json.dumps(squares), encoding="utf-8")
    boundaries.keep(boundaries.read(path), Credit(NAMES[0], NAMES[1], NAMES[5], "javascript:alert(1)"))


def hostile_home(folder: Path) -> dict[str, str]:
    """The home and the spoiled data folder it is built from, by the settings that put them in force."""
    there = {"LSK_HOME": str(folder / "home"), "LSK_DATA": str(spoiled(folder))}
    with pytest.MonkeyPatch.context() as settings:
        for name, value in there.items():
            settings.setenv(name, value)
        for name, rows in register():
            brought(name, rows)
        outlined(folder)
        for at, name in enumerate(NAMES):
            comments.add(("members", "investment_by_kind")[at % 2], name, name[:80], ("indicator", "status")[at % 2])
        build()
    return there
