"""The Map page beside the same page as Streamlit pages are usually written: its first frame, and years a second."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.server import free_port, serving, wait_until_up  # noqa: E402
from tools.visit import browsing  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS", "7"))

# Milliseconds until the first picture of the map is painted: a drawing with its circles, or a call that draws.
WATCH = """(() => {
  const note = () => requestAnimationFrame(() => requestAnimationFrame(() => { window.first ??= performance.now(); }));
  for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...args) {
      if (!this.getParameter(this.DRAW_FRAMEBUFFER_BINDING)) { note(); window.deckDrawn = true; }
      return draw.apply(this, args);
    };
  }
  new MutationObserver(() => { if (document.querySelector("svg circle[data-code]")) note(); })
    .observe(document, { childList: true, subtree: true });
})()"""
# Every year that was shown in a frame of its own, and when.
YEARS = """() => {
  window.seen = [];
  const look = (now) => {
    const found = document.querySelector('[data-testid="stMain"]').innerText.match(/at the end of (\\d{4})/);
    if (found && found[1] !== (window.seen.at(-1) || [])[0]) window.seen.push([found[1], now]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


@contextmanager
def plain(home: Path) -> Iterator[str]:
    """The page as usually written, with a snapshot that is there already."""
    port = free_port()
    script = ROOT / "benchmarks" / "side_by_side" / "plain_map.py"
    env = {**os.environ, "LSK_HOME": str(home), "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_HEADLESS": "true"}
    env["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] = "false"
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    log = home / "plain.log"
    with log.open("w") as out:
        running = subprocess.Popen(command, cwd=home, env=env, stdout=out, stderr=subprocess.STDOUT)
    try:
        wait_until_up(running, f"http://localhost:{port}/_stcore/health", log)
        yield f"http://localhost:{port}"
    finally:
        running.terminate()
        running.wait()


def opening(running: Browser, address: str) -> dict[str, float]:
    """A new reader with nothing kept: the first picture, then the years from the first to the last by “Play”."""
    context = running.new_context(
        viewport={"width": 1440, "height": 1000}, locale="en-GB", reduced_motion="no-preference"
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("() => window.first", timeout=120_000)
    first = float(page.evaluate("window.first"))
    page.wait_for_function("() => window.deckDrawn", timeout=120_000)
    page.wait_for_timeout(2500)
    page.evaluate(YEARS)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => window.seen.length > 3 && window.seen.at(-1)[0] === '2018'", timeout=120_000)
    seen = page.evaluate("window.seen.slice(1)")
    context.close()
    return {
        "first frame, ms": first,
        "years shown": len(seen),
        "years a second": 1000 * (len(seen) - 1) / (seen[-1][1] - seen[0][1]),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        home = Path(folder)
        bases = {"ours": stack.enter_context(serving(home)) + "/map?lang=en", "plain": ""}
        bases["plain"] = stack.enter_context(plain(home))
        running = stack.enter_context(browsing())
        visits: dict[str, list[dict[str, float]]] = {kind: [] for kind in bases}
        for turn in range(ROUNDS + 1):  # the first visit to a server fills its caches, and does not count
            for kind in bases if turn % 2 == 0 else reversed(bases):
                found = opening(running, bases[kind])
                if turn:
                    visits[kind].append(found)
    print(f"medians (least, most) of {ROUNDS} interleaved rounds, empty browser cache, software WebGL")
    for name in visits["ours"][0]:
        values = {kind: sorted(each[name] for each in visits[kind]) for kind in bases}
        told = "   ".join(f"{kind} {median(v):8,.1f} ({v[0]:,.1f}, {v[-1]:,.1f})" for kind, v in values.items())
        print(f"{name:16} {told}   ratio {median(values['ours']) / median(values['plain']):.2f}")


if __name__ == "__main__":
    main()
