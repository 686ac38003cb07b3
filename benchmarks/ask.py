"""Whether one visitor's runaway query slows another's page: page runs alone, beside it in the reader's door, and beside
the same query in a thread of the server, which is what the door was weighed against."""

import logging
import os
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from side_by_side import ROOT, compare, timed
from streamlit.testing.v1 import AppTest

from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse.ask import Asking

COUNTING = "SELECT count(*) FROM range(1000000000000) AS a WHERE hash(a.range) = 7"
# Rows as Python's own values hold the interpreter's lock, and so every page.
FETCHING = "SELECT range AS n, range::VARCHAR AS words, [range] AS list FROM range(100000000)"


def main() -> None:
    logging.disable(logging.WARNING)
    with TemporaryDirectory() as home:
        os.environ["LSK_HOME"] = home
        snapshot = build().snapshot
        page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        page.switch_page(str(Path("pages") / "members.py")).run()

        def work() -> float:
            return timed(page.run)

        def alone() -> float:
            time.sleep(1)  # as long as the others wait for their query to be well under way
            return work()

        def in_door(sql: str, visitors: int) -> Callable[[], float]:
            def beside() -> float:
                with ExitStack() as leaving:
                    asked = [leaving.enter_context(Asking(sql, snapshot, False, 100_000)) for _each in range(visitors)]
                    asked[0].wait(1)
                    return work()

            return beside

        def in_thread(sql: str) -> Callable[[], float]:
            def beside() -> float:
                with duckdb.connect() as connection:
                    running = threading.Thread(target=run, args=(connection, sql))
                    running.start()
                    time.sleep(1)
                    spent = work()
                    connection.interrupt()
                    running.join()
                    return spent

            return beside

        cases = {
            "a page, nothing beside it": alone,
            "beside a runaway query in the door": in_door(COUNTING, 1),
            "beside two of them": in_door(COUNTING, 2),
            "beside a runaway query in a thread": in_thread(COUNTING),
            "beside a thread that fetches rows": in_thread(FETCHING),
        }
        compare("page run, on the clock", cases, rounds=15)
        first = {
            "a query in a process that waits": lambda: answered(snapshot),
            "a query in a new process": lambda: answered(snapshot, anew=True),
        }
        compare("answer to SELECT 1", first, rounds=9)


def run(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    try:
        connection.execute(sql).fetchmany(3_000_000)
    except duckdb.InterruptException:
        return


def answered(snapshot: str, anew: bool = False) -> float:
    if anew:
        with Asking(COUNTING, snapshot, False) as ended:
            ended.wait(0.5)
        ended.wait()
    return timed(lambda: Asking("SELECT 1", snapshot, False).wait())


if __name__ == "__main__":
    main()
