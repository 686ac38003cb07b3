"""The browser for tests and screenshots: one that is installed, else the system's package, else Playwright's own."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)

# Charts need WebGL without a graphics card; and a browser that calls home would spoil "no request to another host".
# Tabs of one window share one process: what it has compiled for one page, it need not compile for the next.
FLAGS = [
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",
]


def flags() -> list[str]:
    """Command-line arguments for a quiet browser; root may not use its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, "--no-sandbox"] if root else FLAGS


def find() -> str | None:
    """The path of a browser that answers; LSK_BROWSER, where set, is taken before all others."""
    return next((path for path in candidates() if answers(path)), None)


def candidates() -> Iterator[str]:
    named = os.environ.get("LSK_BROWSER")
    if named:
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from ELSEWHERE
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def answers(path: str) -> bool:
    """Whether there is a browser behind the name: on some systems it only points at a shop to get one from."""
    if not os.access(path, os.X_OK):
        return False
    return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0


def install() -> None:
    """Try the system's package first, then Playwright's download; whoever asked looks whether it came."""
    if shutil.which("apt-get") and (prefix := as_root()) is not None:
        for step in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run([*prefix, "apt-get", "-qq", *step], check=False, stdout=sys.stderr)
        if find():
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=sys.stderr)


def as_root() -> list[str] | None:
    """What to put before a command so that root runs it; nothing where that would need a password."""
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    able = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"] if able and able.returncode == 0 else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install a browser where there is none")
    asked = parser.parse_args()
    path = find()
    if path is None and asked.install:
        install()
        path = find()
    if path is None:
        sys.stderr.write("No Chromium or Chrome was found, and none could be installed. Install one, or name it "
                         "in LSK_BROWSER.\n")  # fmt: skip
        return 1
    sys.stdout.write(path + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
