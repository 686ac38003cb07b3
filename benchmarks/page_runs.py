"""What one run of a page costs on the server, without a browser: an empty page, and each of ours once it is warm."""

import logging
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from side_by_side import ROOT, compare, timed
from streamlit.testing.v1 import AppTest

from lsk_metrics.indicators.asking import asked
from lsk_metrics.ingest.build import build

EMPTY = "import streamlit as st\nst.title('empty')"


def main() -> None:
    logging.disable(logging.WARNING)  # Streamlit warns of every run without a server
    with TemporaryDirectory() as home:
        os.environ["LSK_HOME"] = home
        build()
        empty = AppTest.from_string(EMPTY, default_timeout=60).run()
        cases = {"a page with a title and nothing else": lambda: timed(empty.run)}
        for path in sorted((ROOT / "pages").glob("*.py")):
            page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
            page.switch_page(str(Path("pages") / path.name)).run()
            cases[path.stem] = lambda page=page: timed(page.run)
        overview = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()

        def unremembered() -> float:
            asked.cache_clear()
            return timed(overview.run)

        compare("page run, on the clock", {**cases, "overview, its answers asked anew": unremembered}, rounds=9)


if __name__ == "__main__":
    main()
