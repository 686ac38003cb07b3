"""An executor that is killed in the middle of a question takes no answer with it."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

from lsk_metrics.indicators import answer
from lsk_metrics.warehouse.spark.server import line
from tools.spark import Server

# Long enough to be met under way, and one that every row takes part in.
LONG = "SELECT count(*) AS n, sum(length(sha2(cast(id AS STRING), 512))) AS letters FROM range(0, {n}, 1, 16)"
MANY = 6_000_000


def tasks_done(server: Server) -> int:
    return (server.folder / "server.log").read_text(errors="replace").count("Finished task")


def test_a_question_is_answered_though_an_executor_is_killed_meanwhile(server: Server, in_spark: str) -> None:
    spark = line(server.address)
    before = server.executors()
    assert len(before) == 2
    with ThreadPoolExecutor(1) as beside:
        done = tasks_done(server)
        asked = beside.submit(spark.table, LONG.format(n=MANY))
        while tasks_done(server) < done + 2 and not asked.done():
            time.sleep(0.05)
        assert not asked.done()
        os.kill(before[0], signal.SIGKILL)
        assert asked.result().to_pylist() == [{"n": MANY, "letters": MANY * 128}]
    assert "Lost executor" in (server.folder / "server.log").read_text(errors="replace")
    assert answer("members").rows
