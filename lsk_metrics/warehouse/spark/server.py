"""The line to a Spark Connect server: opened once for all readers, never waited for longer than is said here.

A server that cannot be reached is not tried again for some seconds, so that a page of many questions that have no
answer fails once and not question by question.
"""

from __future__ import annotations

import atexit
import logging
import time
import warnings
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Overdue
from threading import RLock, Thread
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import grpc
from pyspark.errors import PySparkException
from pyspark.sql.connect.client import DefaultChannelBuilder
from pyspark.sql.connect.client.core import RpcDeadlines
from pyspark.sql.connect.client.retries import DefaultPolicy
from pyspark.sql.connect.session import SparkSession

from lsk_metrics.errors import WarehouseUnreachable
from lsk_metrics.warehouse.spark.naming import told

if TYPE_CHECKING:
    from collections.abc import Callable

REACHED_S = 5.0  # within which a server must take the line
SETTLED_S = 30.0  # within which a busy one must have taken a setting
ANSWERED_S = 120.0  # within which it must have answered a question; then the question is taken back
RESTING_S = 5.0  # for which one that could not be reached is let alone
QUIET_S = 10  # without a sign of life on a line that waits, after which the other end is asked for one
GONE = (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.CANCELLED)
# Their log repeats each error with its whole Java stack; ours says what a reader was told.
warnings.filterwarnings("ignore", message=".*RETRIES_EXCEEDED")
logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)


class Line:
    """The session with one server: made when it is first needed, made anew when the server has forgotten it."""

    def __init__(self, address: str) -> None:
        self.address, self.lock = address, RLock()
        self.session: SparkSession | None = None
        self.rests_until = 0.0

    def table(self, sql: str, parameters: dict[str, Any] | None = None) -> Any:
        """The answer to a question as an Arrow table; raises WarehouseUnreachable, or what Spark says."""
        return self.do(lambda session: asked(session, sql, parameters).toArrow())

    def do(self, act: Callable[[SparkSession], Any], seconds: float | None = None) -> Any:
        """What an act in the session gives; a session that the server has lost is made anew, once."""
        try:
            return self.bounded(act, seconds)
        except PySparkException as reason:
            if not lost(reason):
                raise
            self.forget()
            return self.bounded(act, seconds)

    def bounded(self, act: Callable[[SparkSession], Any], seconds: float | None) -> Any:
        session, tag, outcome = self.opened(), uuid4().hex, Future[Any]()

        def run() -> None:
            session.addTag(tag)  # of this thread alone
            try:
                outcome.set_result(act(session))
            except BaseException as reason:  # noqa: BLE001 - handed over to whoever waits, whatever it is
                outcome.set_exception(reason)

        Thread(target=run, daemon=True).start()
        try:
            return outcome.result(seconds or ANSWERED_S)
        except Overdue as reason:
            Thread(target=session.interruptTag, args=(tag,), daemon=True).start()
            raise self.unreachable("it does not answer") from reason
        except (grpc.RpcError, PySparkException) as reason:
            if away(reason):
                raise self.unreachable("the line broke") from reason
            raise

    def opened(self) -> SparkSession:
        with self.lock:
            if self.session is None:
                if time.monotonic() < self.rests_until:
                    raise WarehouseUnreachable(told(self.address))
                self.session = self.made()
            return self.session

    def made(self) -> SparkSession:
        builder = DefaultChannelBuilder(self.address, KEPT_ALIVE)
        trial = builder.toChannel()
        try:
            taken(trial).result(REACHED_S)
        except (Overdue, ConnectionRefusedError) as reason:
            raise self.unreachable("nobody answers there") from reason
        finally:
            trial.close()
        session = SparkSession(builder)
        client = session.client
        client.set_retry_policies([DefaultPolicy(max_retries=2, initial_backoff=200, max_backoff=1_000)])
        # There is no public way to give a session its deadlines: without these a frozen server holds a page for hours.
        client._rpc_deadlines = RpcDeadlines(config=SETTLED_S, analyze_plan=ANSWERED_S, interrupt=SETTLED_S)
        client._max_retry_exception_elapsed_time = ANSWERED_S
        try:
            for name, value in SETTINGS.items():
                session.conf.set(name, value)
        except (grpc.RpcError, PySparkException) as reason:
            raise self.unreachable("the line broke") from reason
        return session

    def unreachable(self, why: str) -> WarehouseUnreachable:
        with self.lock:
            self.session = None
            self.rests_until = time.monotonic() + RESTING_S
        return WarehouseUnreachable(told(self.address), why)

    def forget(self) -> None:
        with self.lock:
            self.session, self.rests_until = None, 0.0


# Times are without a zone, as DuckDB has them; a snapshot says that they are UTC.
# One of Spark's own rules for parts of WITH fails on those that are worked out once (rules/parts.py): it is left out.
BROKEN = "org.apache.spark.sql.catalyst.optimizer.PushdownPredicatesAndPruneColumnsForCTEDef"
SETTINGS = {
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.optimizer.excludedRules": BROKEN,
}
KEPT_ALIVE = [("grpc.keepalive_time_ms", QUIET_S * 1_000), ("grpc.keepalive_timeout_ms", 5_000)]
LINES: dict[str, Line] = {}
LINES_LOCK = RLock()


def line(address: str) -> Line:
    """The one line of this process to a server."""
    with LINES_LOCK:
        return LINES.setdefault(address, Line(address))


@atexit.register
def hang_up() -> None:
    """Close each line while threads still run: gRPC's own end of a process waits for ever for one that has stopped."""
    for each in LINES.values():
        with each.lock:
            session, each.session = each.session, None
        if session is not None:
            session.client.close()


def taken(channel: grpc.Channel) -> Future[None]:
    """Done when a server takes the line, or with ConnectionRefusedError as soon as one says that it does not."""
    outcome = Future[None]()

    def heard(state: grpc.ChannelConnectivity) -> None:
        if outcome.done():
            return
        if state is grpc.ChannelConnectivity.READY:
            outcome.set_result(None)
        elif state in (grpc.ChannelConnectivity.TRANSIENT_FAILURE, grpc.ChannelConnectivity.SHUTDOWN):
            outcome.set_exception(ConnectionRefusedError())

    channel.subscribe(heard, try_to_connect=True)
    return outcome


def asked(session: SparkSession, sql: str, parameters: dict[str, Any] | None) -> Any:
    return session.sql(sql, args=parameters) if parameters else session.sql(sql)


def lost(reason: PySparkException) -> bool:
    """Whether the server does not know the session any more: it was started anew, or let the session go."""
    return "INVALID_HANDLE.SESSION" in str(reason.getCondition() or reason)


def away(reason: BaseException) -> bool:
    """Whether an error says that the server, and not the question, is at fault."""
    seen: BaseException | None = reason
    while seen is not None:
        if isinstance(seen, grpc.RpcError) and seen.code() in GONE:
            return True
        seen = seen.__cause__ or seen.__context__
    return "UNAVAILABLE" in str(reason)[:200]


def first_line(reason: PySparkException) -> str:
    return str(reason.getMessage() or reason).strip().splitlines()[0][:300]
