"""benchmarks/RESULTS.md: what to reach and what was reached, then a table a part, all from the raw figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboards.servers import OURS, WAYS

from recorded import keeping
from recorded.targets import TARGETS, of

if TYPE_CHECKING:
    from recorded.rows import Row

PAGE = Path(__file__).parents[1] / "RESULTS.md"
PARTS = {
    "loads": "Loading a page",
    "cold_start": "Cold start",
    "interactions": "An interaction",
    "map_page": "The Map page",
    "sessions": "Many readers at once",
    "commands": "Build, command line, start",
    "growth": "How cost grows with the data",
}
TOP = """# What the dashboard costs, measured

Written by `make bench`; the raw figures are in `results/`, and nothing here is written by hand.

- **floor**: static HTML with plotly.js and the same figures, sentences, charts and map, written beforehand and
  compressed; a file server sends it. **plain Streamlit**: the same content written the usual way, without a cache.
  **ours**: this dashboard, started with `lsk run`. In `dashboards/`.
- Cells are **medians (least–most)** of the rounds; in every round each way is measured once, in turns, so that a busy
  moment touches all alike. Read the ratios: they are of medians, within one run.
- A page is **read** once all its large figures and sentences are among the words on the screen and all its pictures are
  drawn and painted (two more frames begun), counted from navigation; the same script looks at all three. It is **up**
  once the program itself shows them and hears what a reader does. Pages below the fold count whole.
- What nobody has done before is **foreseen** where our server has had time, since the act before, to run what may be
  done next; that work is not in the row, but in one of its own. It is **not foreseen** where a reader acts at once.
- Bytes and requests are those until the page is up, web sockets included. Memory counts shared libraries by share.
- “Busy” is the machine's load before the part began: above 1, others were at work, and milliseconds are too high.
"""


def write(folder: Path = keeping.RESULTS, page: Path = PAGE) -> None:
    found = {part: kept for part in PARTS if (kept := keeping.load(part, folder))}
    sections = [section(part, PARTS[part], kept) for part, kept in found.items()]
    page.write_text("\n".join([TOP, machines(found), summary(found), *sections]), encoding="utf-8")


def machines(found: dict[str, Any]) -> str:
    """Where and when; what was taken elsewhere, or when the machine was busy, is to be seen."""
    told: dict[str, list[str]] = {}
    for part, kept in found.items():
        for row in kept["rows"]:
            told.setdefault(f"{row['taken']}, {row['machine']}", []).append(part)
    lines = [f"- {', '.join(dict.fromkeys(parts))}: {said}" for said, parts in told.items()]
    return "## Machine\n\n" + "\n".join(lines) + "\n"


def summary(found: dict[str, Any]) -> str:
    """Each target with the worst of the rows it holds for."""
    lines = ["## Targets", "", "| target | of | worst | reached |", "|---|---|--:|---|"]
    for target in TARGETS:
        rows = [row for row in keeping.rows(found.get(target.part, {"rows": []})) if target.holds_for(target.part, row)]
        measured = [row for row in rows if target.found(row) is not None]
        if not measured:
            lines.append(f"| {PARTS[target.part]}: {target.what} {target.said('')} | | | not measured |")
            continue
        values = {row.about: target.found(row) or 0.0 for row in measured}
        worst = (min if target.at_least else max)(values, key=lambda about: values[about])
        kept = sum(bool(target.reached(row)) for row in measured)
        said = "yes" if kept == len(measured) else "no" if len(measured) == 1 else f"no: {kept} of {len(measured)}"
        lines.append(
            f"| {PARTS[target.part]}: {target.what} {target.said(measured[0].unit)} | {worst} | "
            f"{written(values[worst])}{' ×' if target.against else ''} | {said} |"
        )
    return "\n".join([*lines, ""])


def section(part: str, title: str, kept: dict[str, Any]) -> str:
    """A table: a column a way, ratios of ours to each other way, the target and whether it is reached."""
    rows = keeping.rows(kept)
    ways = [way for way in dict.fromkeys([*WAYS, *(way for row in rows for way in row.values)]) if measured(rows, way)]
    others = [way for way in ways if way != OURS and any(row.times(OURS, way) is not None for row in rows)]
    head = ["", "measured", *ways, *(f"{OURS} ÷ {way}" for way in others), "rounds", "target", "reached"]
    lines = [line(head), "|" + "---|" * 2 + "--:|" * (len(ways) + len(others) + 1) + "---|---|"]
    for row in rows:
        target = of(part, row)
        reached = target.reached(row) if target else None
        lines.append(
            line(
                [
                    *[row.about, f"{row.what}{f', {row.unit}' if row.unit else ''}"],
                    *(cell(row, way) for way in ways),
                    *(ratio(row, way) for way in others),
                    " / ".join(dict.fromkeys(str(len(row.values[way])) for way in ways if way in row.values)),
                    target.said(row.unit) if target else "",
                    "" if reached is None else "yes" if reached else "**no**",
                ]
            )
        )
    busy = max(each["busy"] for each in kept["rows"])
    said = [*([heaviest(rows)] if part == "growth" else []), f"Busy: {busy}."]
    return "\n".join([f"## {title}", "", *lines, "", *said, ""])


def heaviest(rows: list[Row]) -> str:
    """Which page costs most with the most data, and how that grows."""
    runs = [row for row in rows if row.what == "another run"]
    most = next(way for way in reversed(runs[0].values) if way != "slope")
    top = max(runs, key=lambda row: row.middle(most))
    return (
        f"The heaviest page is {top.about}: {written(top.middle(most))} ms with {most} the register, "
        f"slope {top.middle('slope'):g}. A slope of 0 is no growth, of 1 growth in proportion to the rows."
    )


def measured(rows: list[Row], way: str) -> bool:
    return any(row.values.get(way) for row in rows)


def cell(row: Row, way: str) -> str:
    values = row.values.get(way)
    if not values:
        return ""
    if min(values) == max(values):
        return written(values[0])
    return f"{written(row.middle(way))} ({written(min(values))}–{written(max(values))})"


def ratio(row: Row, way: str) -> str:
    found = row.times(OURS, way)
    return "" if found is None else f"{found:.2f}"


def written(value: float) -> str:
    """Three digits or so."""
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
