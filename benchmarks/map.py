"""The map of 100,000 made-up members beside the map of 95: bytes sent, time to the first drawn frame, and panning."""

import csv
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from lsk_metrics.figures.deck import deck  # noqa: E402
from lsk_metrics.figures.theme import LIGHT  # noqa: E402
from lsk_metrics.figures.towns import towns  # noqa: E402
from lsk_metrics.indicators import answer  # noqa: E402
from tools.server import serving  # noqa: E402
from tools.visit import browsing, visiting  # noqa: E402

MEMBERS, ROUNDS, SEED = 100_000, 3, 95
KINDS = ("sample", "many")

# The first call that draws on the screen, in milliseconds since the page was asked for.
WATCH = """(() => {
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...args) {
      if (!this.getParameter(this.DRAW_FRAMEBUFFER_BINDING)) window.firstDrawn ??= performance.now();
      return draw.apply(this, args);
    };
  }
})()"""
FRAMES = """() => {
  window.frames_ms = [];
  let before = performance.now();
  const count = (now) => { window.frames_ms.push(now - before); before = now; requestAnimationFrame(count); };
  requestAnimationFrame(count);
}"""


def generate(data: Path) -> None:
    """Members by the rows of the sample, so that towns, areas and years keep their shares; the card's checksum too."""
    shutil.copytree(ROOT / "data", data)
    path, card = data / "illustrative" / "members.csv", data / "sources" / "sample_members.toml"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    drawn = random.Random(SEED).choices(rows, k=MEMBERS - len(rows))
    rows += [{**row, "id": f"X{at:06}", "name": f"Made-up member {at:06}"} for at, row in enumerate(drawn)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    card.write_text(re.sub(r'sha256 = "\w+"', f'sha256 = "{checksum}"', card.read_text(encoding="utf-8")), "utf-8")


def build(home: Path, data: Path) -> float:
    """Seconds to build the snapshot."""
    os.environ.update(LSK_HOME=str(home), LSK_DATA=str(data))
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "lsk_metrics", "build"], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def drawing() -> dict[str, float]:
    """Circles and bytes of the map as the server sends it, and the members it stands for."""
    found = answer("members_by_town")
    last = max(row.year for row in found.rows)
    scene = towns(found, LIGHT)
    text = deck(scene, LIGHT).to_json()
    return {
        "members in the last year": sum(row.value or 0.0 for row in found.rows if row.year == last),
        "circles": len(scene.circles),
        "deck, bytes": len(json.dumps(json.loads(text), separators=(",", ":")).encode()),
    }


def opening(running: Browser, base: str) -> dict[str, float]:
    """A new reader's visit: to the first drawn frame, all that came by web socket, and frames while panning."""
    received: list[int] = []
    context = running.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB")
    page = context.new_page()
    page.add_init_script(WATCH)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    page.goto(base + "/map")
    page.wait_for_function("() => window.firstDrawn", timeout=120_000)
    first = float(page.evaluate("window.firstDrawn"))
    page.wait_for_timeout(1500)
    sent = sum(received)
    box = page.locator('[data-testid="stDeckGlJsonChart"]').first.bounding_box()
    assert box
    page.evaluate(FRAMES)
    page.mouse.move(box["x"] + 500, box["y"] + 200)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(box["x"] + 500 - 15 * step, box["y"] + 200 + 6 * step)
    page.mouse.up()
    frame = median(page.evaluate("window.frames_ms"))
    context.close()
    return {"web socket, bytes": float(sent), "first drawn frame, ms": first, "frame while panning, ms": frame}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = {"sample": ROOT / "data", "many": Path(folder) / "data"}
        generate(data["many"])
        results: dict[str, dict[str, float]] = {}
        bases: dict[str, str] = {}
        for kind in KINDS:
            home = Path(folder) / kind
            home.mkdir()
            results[kind] = {"build, s": build(home, data[kind]), **drawing()}
            bases[kind] = stack.enter_context(serving(home))
        running = stack.enter_context(browsing())
        for base in bases.values():  # the first visit to a server fills its caches
            with visiting(running, base, "/map", 1440, 1000):
                pass
        visits: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
        for turn in range(ROUNDS):
            for kind in KINDS if turn % 2 == 0 else reversed(KINDS):
                visits[kind].append(opening(running, bases[kind]))
        for kind in KINDS:
            results[kind] |= {name: median(each[name] for each in visits[kind]) for name in visits[kind][0]}
    print(f"medians of {ROUNDS} interleaved rounds, software WebGL\n{'':26}{'sample':>12}{'many':>12}{'ratio':>8}")
    for name, value in results["sample"].items():
        many = results["many"][name]
        print(f"{name:26}{value:12,.1f}{many:12,.1f}{many / value:8.2f}")


if __name__ == "__main__":
    main()
