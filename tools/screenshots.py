"""Pictures of real pages: the three of the README, or with --all every page in every language, size and scheme."""

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from PIL import Image
from playwright.sync_api import Browser

from tools.server import serving
from tools.visit import LOCALES, PAGES, Scheme, browsing, visiting

README = Path(__file__).parents[1] / "docs" / "screenshots"
SHOWN = {"overview": "/", "members": "/members", "ecosystem": "/ecosystem"}
SIZES = ((1440, 900), (390, 844))
LIMIT = 150_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="full-length pictures of everything into this folder")
    asked = parser.parse_args()
    with TemporaryDirectory() as home, serving(Path(home)) as base, browsing() as running:
        for path in everything(running, base, asked.all) if asked.all else readme(running, base):
            print(f"{path}  {path.stat().st_size // 1000} kB", flush=True)
    return 0


def readme(running: Browser, base: str) -> Iterator[Path]:
    """The first screen of three pages, small enough for a repository."""
    README.mkdir(parents=True, exist_ok=True)
    for name, page in SHOWN.items():
        with visiting(running, base, page, 1440, 900) as visit:
            path = README / f"{name}.png"
            path.write_bytes(small(visit.page.screenshot()))
            yield path


def everything(running: Browser, base: str, folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for page, lang, (width, height), scheme in product(PAGES, LOCALES, SIZES, get_args(Scheme)):
        with visiting(running, base, page, width, height, lang, scheme) as visit:
            visit.unroll()
            path = folder / f"{page.strip('/') or 'overview'}-{lang}-{width}-{scheme}.png"
            visit.page.screenshot(path=path)
            for trouble in visit.exceptions() + visit.errors + visit.foreign:
                print(f"{path.name}: {trouble}", file=sys.stderr)
            yield path


def small(png: bytes) -> bytes:
    """The same picture with as many colours as fit below the limit; raises ValueError where even 32 do not."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    for colours in (256, 128, 64, 32):
        out = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LIMIT:
            return out.getvalue()
    raise ValueError(f"The picture stays above {LIMIT // 1000} kB even with 32 colours.")


if __name__ == "__main__":
    sys.exit(main())
