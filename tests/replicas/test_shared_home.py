"""Replicas on one home: all show what is published, none writes, and a reader of one is a reader of all."""

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from lsk_metrics import paths
from tests.replicas.conftest import SHUT
from tools.heard import Run
from tools.replicas import Replica
from tools.session import connected
from tools.traffic import Answered, get

Command = Callable[..., str]
ANSWER = "/api/v1/indicators/members_by_type/answer.json"
VIEW = "lang=pl&real=true&member_types=sme"


def asked(replicas: list[Replica], path: str) -> list[Answered]:
    """One request to each replica."""

    async def all_of_them() -> list[Answered]:
        return list(await asyncio.gather(*(get(each.base, path) for each in replicas)))

    return asyncio.run(all_of_them())


def shown(replicas: list[Replica]) -> set[str]:
    """The snapshots by which each replica's data and health say they are."""
    data = [json.loads(each.body)["snapshot"] for each in asked(replicas, ANSWER)]
    health = [json.loads(each.body)["snapshot"]["id"] for each in asked(replicas, "/health")]
    return {*data, *health}


def test_the_first_request_after_a_snapshot_is_published_or_rolled_back_is_answered_from_it_by_every_replica(
    replicas: list[Replica], command: Command, snapshot: str, tmp_path: Path
) -> None:
    assert shown(replicas) == {snapshot}
    data = shutil.copytree(paths.data(), tmp_path / "data")
    (data / "reference" / "note.csv").write_text("one\n1\n", encoding="utf-8")
    command("build", data=data)
    [new] = shown(replicas)
    assert new != snapshot
    command("rollback", snapshot)
    assert shown(replicas) == {snapshot}
    command("rollback", "--forward")
    assert shown(replicas) == {new}


def test_nobody_writes_into_the_home_and_what_could_not_be_written_is_said_once(
    replicas: list[Replica], shared: Path
) -> None:
    tried = subprocess.run([*SHUT, "/bin/sh", "-c", f"touch {shared}/x {shared}/snapshots/x"], capture_output=True)
    assert tried.returncode != 0, "The test itself could write there."
    assert asked(replicas, "/members?lang=pl")[0].status == 200
    found = {path.relative_to(shared).as_posix() for path in shared.rglob("*") if not path.is_dir()}
    of_the_publisher = {"snapshots/current", "snapshots/order", "turn.lock"}
    assert {path for path in found if not path.endswith(".duckdb")} <= of_the_publisher
    for each in replicas:
        log = each.log.read_text(encoding="utf-8")
        assert "Traceback" not in log
        assert log.count('"event": "early.unwritable"') <= 2, "once for each snapshot"
        assert '"event": "early.unwritable"' in log


def test_a_file_is_checked_and_a_query_asked_where_nothing_can_be_written(shared: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [*SHUT, "/usr/bin/env", f"LSK_HOME={shared}", sys.executable, "-m", "lsk_metrics", "import", "members",
         str(paths.data() / "illustrative" / "members.csv"), "--dry-run", "--format", "json"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["table"] == "members"


async def seen(replica: Replica, page: str, address: str) -> tuple[Run, str]:
    session = await connected(replica.base)
    run = await session.open(page, address)
    await session.line.close()
    return run, session.address


def test_whoever_loses_a_replica_finds_the_same_view_on_another(replicas: list[Replica]) -> None:
    """The address is the view: what it says is opened by a replica that has never heard of the reader."""

    async def lose() -> tuple[Run, Run, bool]:
        session = await connected(replicas[0].base)
        before = await session.open("members", VIEW)
        await asyncio.to_thread(replicas[0].kill)
        await asyncio.wait_for(session.line.wait_closed(), 30)
        after, address = await seen(replicas[1], "members", session.address)
        return before, after, set(address.split("&")) == set(session.address.split("&"))

    before, after, is_same = asyncio.run(lose())
    try:
        assert (before.errors, after.errors, is_same) == ([], [], True)
        assert [each.SerializeToString() for each in after.elements] == [
            each.SerializeToString() for each in before.elements
        ]
        assert len(after.elements) > 20
    finally:
        replicas[0].begin()
        replicas[0].wait()


def test_a_replica_begins_without_a_snapshot_and_shows_the_first_one_that_is_published(
    tmp_path: Path, snapshot: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    replica = Replica(home, tmp_path / "log")
    replica.begin()
    try:
        wait_for_answer(replica)
        assert asked([replica], "/health")[0].status == 503
        run, _address = asyncio.run(seen(replica, "members", "lang=en"))
        assert ["There is no snapshot yet." in each for each in run.errors] == [True]
        assert not (home / "snapshots").exists()
        shutil.copytree(paths.home() / "snapshots", home / "snapshots")
        assert asked([replica], "/health")[0].status == 200
        run, _address = asyncio.run(seen(replica, "members", "lang=en"))
        assert run.errors == []
    finally:
        replica.kill()


def wait_for_answer(replica: Replica) -> None:
    from tools.server import wait_until_up

    wait_until_up(replica.running, f"{replica.base}/_stcore/health", replica.log)
