"""`lsk doctor` finds what is broken in homes that really are, says what to do, and changes nothing."""

import json
import os
import shutil
import socketserver
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.__main__ import main
from lsk_metrics.commands.health import installed, state
from lsk_metrics.warehouse import pointers, snapshots

CARD, TOWNS = "sources/geonames.toml", "raw/geonames/towns.csv"
Doctor = Callable[..., tuple[int, dict[str, dict[str, Any]]]]


@pytest.fixture
def own(home: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the snapshot in it, which a test may break."""
    folder = tmp_path / "own"
    (folder / "snapshots").mkdir(parents=True)
    for name in ("current", f"{snapshot}.duckdb"):
        shutil.copyfile(home / "snapshots" / name, folder / "snapshots" / name)
    monkeypatch.setenv("LSK_HOME", str(folder))
    return folder


@pytest.fixture
def doctor(capsys: pytest.CaptureFixture[str]) -> Doctor:
    """What the doctor finds, by the check; the status is 1 exactly where something is broken."""

    def asked(*more: str) -> tuple[int, dict[str, dict[str, Any]]]:
        status = main(["doctor", "--format", "json", "--port", "0", *more])
        rows = {row["check"]: row for row in json.loads(capsys.readouterr().out)}
        assert (status == 1) == any(row["state"] == "broken" for row in rows.values())
        return status, rows

    return asked


def test_a_healthy_home_is_one_screenful_and_nothing_is_broken(
    own: Path, snapshot: str, doctor: Doctor, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in (own / "snapshots").iterdir())
    status, found = doctor()
    assert status == 0
    assert found["Current snapshot"]["found"].startswith(f"{snapshot}, built ")
    assert found["Kept snapshots"]["found"].startswith("snapshots: 1, all whole, ")
    assert found["Data files"]["found"] == "files: 58, each as its card says"
    assert set(found) >= {"Python", "Packages", "Home folder", "Locks and leftovers", "Boundaries", "Service eurostat",
                          "Languages", "Letters for files", "Port", "Signing in"}  # fmt: skip
    assert sorted((path, path.stat().st_mtime_ns) for path in (own / "snapshots").iterdir()) == before
    assert main(["doctor", "--port", "0", "--lang", "pl"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) <= 40
    assert told[-1].startswith("Wszystko działa")


def test_a_home_without_a_snapshot_is_told_to_build(tmp_path: Path, monkeypatch: Any, doctor: Doctor) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "new"))
    status, found = doctor()
    assert status == 1
    assert found["Current snapshot"]["do"] == "“lsk build” makes one from the data folder."
    assert not (tmp_path / "new").exists()


def test_a_damaged_current_snapshot_is_broken_and_the_one_pages_show_is_named(
    own: Path, snapshot: str, doctor: Doctor
) -> None:
    shutil.copyfile(snapshots.file(snapshot), own / "snapshots" / "20991231-ffffffff.duckdb")
    os.truncate(own / "snapshots" / "20991231-ffffffff.duckdb", 100_000)
    pointers.point_at("20991231-ffffffff")
    _status, found = doctor()
    assert found["Current snapshot"]["state"] == "broken"
    assert found["Current snapshot"]["do"] == f"Pages go on with {snapshot}. “lsk build” makes a new one."
    assert found["Kept snapshots"]["found"] == "damaged: 20991231-ffffffff"


def test_a_single_damaged_block_of_a_kept_snapshot_is_found(own: Path, snapshot: str, doctor: Doctor) -> None:
    content = bytearray(snapshots.file(snapshot).read_bytes())
    at = content.index(b"Sample SME 07")
    content[at : at + 13] = b"Tampered name"
    (own / "snapshots" / "20180101-aaaaaaaa.duckdb").write_bytes(content)
    _status, found = doctor()
    assert found["Kept snapshots"]["found"] == "damaged: 20180101-aaaaaaaa"
    assert found["Current snapshot"]["state"] == "ok"


def test_a_roll_back_and_what_a_killed_build_left_are_notes(own: Path, snapshot: str, doctor: Doctor) -> None:
    pointers.pin(snapshot)
    (own / "snapshots" / "draft-1.part").write_bytes(b"")
    status, found = doctor()
    assert status == 0
    assert (found["Roll-back"]["state"], found["Roll-back"]["do"]) == ("note", "“lsk rollback --forward” ends it.")
    assert found["Locks and leftovers"]["found"] == "left by a killed build: draft-1.part"


def test_a_file_that_is_not_as_its_card_says_is_named(own: Path, tmp_path: Path, doctor: Doctor) -> None:
    (own / "register").mkdir()
    (own / "register" / "members.csv").write_text("id\n", encoding="utf-8")
    words = "".join(f'{name} = "x"\n' for name in (
        "id", "producer", "producer_pl", "title", "title_pl", "kind", "licence", "retrieved", "sha256"))  # fmt: skip
    (own / "register" / "members.toml").write_text(f'{words}file = "register/members.csv"\n', encoding="utf-8")
    status, found = doctor()
    assert status == 1
    assert found["Data files"]["found"].startswith("members.toml – register/members.csv is not the file its card")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: (data / CARD).write_bytes(b'id = "\xff"'), "Karta źródła geonames.toml nie jest poprawnym"),
        (lambda data: (data / CARD).write_text('id = "x"'), "W karcie źródła geonames.toml brakuje: file, "),
        (lambda data: (data / TOWNS).unlink(), f"Brakuje pliku źródła „geonames”: {TOWNS}"),
        (lambda data: (data / TOWNS).write_text("x"), f"{TOWNS} nie jest plikiem, który opisuje karta"),
    ],
)  # fmt: skip
def test_in_polish_a_damaged_data_file_is_told_in_polish(
    spoil: Callable[[Path], object], said: str, own: Path, tmp_path: Path, monkeypatch: Any, doctor: Doctor
) -> None:
    shutil.copytree(paths.data(), tmp_path / "data")
    monkeypatch.setenv("LSK_DATA", str(tmp_path / "data"))
    spoil(tmp_path / "data")
    status, found = doctor("--lang", "pl")
    assert status == 1
    assert said in found["Pliki danych"]["found"].replace("\N{NO-BREAK SPACE}", " ")


def test_a_home_that_is_a_file_cannot_be_written_to(tmp_path: Path, monkeypatch: Any, doctor: Doctor) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "file"))
    status, found = doctor()
    assert (status, found["Home folder"]["state"]) == (1, "broken")
    assert found["Home folder"]["do"] == "LSK_HOME may name a folder of your own."


def test_a_disk_that_is_nearly_full_is_said_before_it_is(own: Path, monkeypatch: Any) -> None:
    free = state.shutil.disk_usage(own)
    for left, found in ((400e6, "note"), (40e6, "broken")):
        monkeypatch.setattr(state.shutil, "disk_usage", lambda place, left=left: free._replace(free=int(left)))
        assert state.home().state == found


def test_a_port_that_is_taken_is_a_note_with_another() -> None:
    with socketserver.TCPServer(("localhost", 0), socketserver.BaseRequestHandler) as other:
        taken = other.server_address[1]
        assert installed.port(taken).state == "note"
        assert installed.port(taken).do.endswith(f"“lsk run --port {taken + 1}” takes another.")
    assert installed.port(0).state == "ok"


def test_sign_in_that_is_half_set_up_is_broken_and_secrets_that_others_read_are_a_note(own: Path) -> None:
    file = own / "secrets.toml"
    file.write_text('[auth]\nclient_id = "x"\n', encoding="utf-8")
    found = installed.signing_in()
    assert (found.state, found.found) == ("broken", f"{file} is not complete")
    auth = {"redirect_uri": "r", "cookie_secret": "k" * 40, "client_id": "i", "client_secret": "s"}
    lines = "".join(f'{name} = "{value}"\n' for name, value in auth.items())
    told = f'[auth]\n{lines}server_metadata_url = "u"\n[publishing]\neditors = ["a@example.org"]\n'
    file.write_text(told, encoding="utf-8")
    file.chmod(0o644)
    assert installed.signing_in().state == "note"
    file.chmod(0o600)
    assert installed.signing_in().state == "ok"


def test_versions_are_held_against_the_lock(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("lsk_metrics.paths.house", lambda: tmp_path)
    assert installed.packages().state == "note"
    lock = tmp_path / "requirements.lock"
    lock.write_text("duckdb==0.0.1 \\\n    --hash=sha256:0\ncolorama-of-windows==1 ; sys_platform == 'win32' \\\n")
    assert installed.packages().found.endswith("(0.0.1)")
    lock.write_text("there-is-no-such-package==1.0 \\\n")
    assert (installed.packages().state, installed.packages().found) == ("broken", "missing: there-is-no-such-package")
