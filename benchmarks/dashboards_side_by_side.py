"""Our pages beside the floor and a plain Streamlit page: what a reader waits for. Rounds interleaved; medians."""

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboards import readers  # noqa: E402
from dashboards.content import HEADLINES, MAPS, PAGES, parts  # noqa: E402, F401
from dashboards.servers import WAYS, served  # noqa: E402

from lsk_metrics.indicators import indicator  # noqa: E402
from lsk_metrics.ingest.build import build  # noqa: E402
from tools.visit import browsing  # noqa: E402


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--pages", default=",".join(PAGES))
    asked.add_argument("--without-slow", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        os.environ["LSK_HOME"] = folder
        build()
        running = [stack.enter_context(served(way, Path(folder))) for way in WAYS]
        browser = stack.enter_context(browsing())
        found: dict[tuple[str, str, str], list[float]] = {}
        for turn in range(given.rounds + 1):
            for page in given.pages.split(","):
                pictures = len(parts(page)) + (page in MAPS)
                for each in running if turn % 2 else running[::-1]:
                    measured: dict[str, float] = {}
                    reader = readers.context(browser)
                    first = readers.load(reader, each, page, pictures)
                    measured |= {"first load": first.ms, "bytes": first.bytes, "requests": first.requests}
                    measured["repeat load"] = readers.load(reader, each, page, pictures).ms
                    reader.close()
                    if not given.without_slow:
                        reader = readers.context(browser)
                        measured["slow line"] = readers.load(reader, each, page, pictures, slow=True).ms
                        reader.close()
                    if page == "peers":
                        measured |= interact(browser, each, pictures)
                    if turn:
                        for name, value in measured.items():
                            found.setdefault((page, name, each.way), []).append(value)
    show(found)


def interact(browser, each, pictures):  # type: ignore[no-untyped-def]
    reader = readers.context(browser)
    tab = reader.new_page()
    tab.goto(each.address("peers"))
    readers.readable(tab, each, pictures)
    tab.wait_for_timeout(500)
    names = readers.choices(each, {name: indicator(name).title for name in readers.CHOICES})
    spent = []
    for to in (names[1], names[0]):
        before = each.processor()
        ms = readers.interaction(tab, each, to)
        spent.append((ms, 1e3 * (each.processor() - before)))
    reader.close()
    return {"interaction": spent[-1][0], "interaction, server ms": spent[-1][1]}


def show(found: dict[tuple[str, str, str], list[float]]) -> None:
    for page, name in dict.fromkeys((page, name) for page, name, _way in found):
        base = median(found[page, name, WAYS[0]])
        cells = [
            f"{way}: {median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})"
            + (f" × {median(values) / base:.2f}" if base else "")
            for way in WAYS
            if (values := found.get((page, name, way)))
        ]
        print(f"{page:<11} {name:<23} {'   '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
