"""Where things are is asked each time, so that settings and tests can move them."""

from pathlib import Path

import pytest

from lsk_metrics import paths

ROOT = Path(__file__).parents[1]


def test_in_a_checkout_the_house_is_the_folder_with_the_front_door() -> None:
    assert paths.house() == ROOT
    assert (paths.house() / "app.py").is_file()


def test_the_data_lie_in_the_house_unless_a_setting_names_another_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert paths.data() == ROOT / "data"
    monkeypatch.setenv("LSK_DATA", str(tmp_path))
    assert paths.data() == tmp_path


def test_state_lies_beside_the_data_unless_a_setting_names_another_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "state"))
    assert paths.home() == tmp_path / "state"
    monkeypatch.delenv("LSK_HOME")
    assert paths.home() == ROOT / ".lsk"
    monkeypatch.setenv("LSK_DATA", str(tmp_path / "elsewhere" / "data"))
    assert paths.home() == tmp_path / "elsewhere" / ".lsk"


def test_a_tilde_in_a_setting_is_the_reader_s_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LSK_HOME", "~/state")
    assert paths.home() == tmp_path / "state"


def test_an_installed_package_finds_the_house_inside_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "lsk_metrics")
    assert paths.house() == tmp_path / "lsk_metrics" / "house"
