"""The settings of the dashboard: all of them known to Streamlit, and quiet."""

import tomllib
from pathlib import Path

from streamlit import config

from lsk_metrics import paths
from lsk_metrics.screen import editors
from lsk_metrics.screen.server import dotted, settings


def test_streamlit_knows_every_setting() -> None:
    assert settings()
    assert set(settings()) <= set(config.get_config_options())


def test_nothing_is_reported_to_anybody() -> None:
    assert settings()["browser.gatherUsageStats"] is False


def test_a_page_run_does_not_wait_for_the_garbage() -> None:
    assert settings()["runner.postScriptGC"] is False


def test_a_reader_never_sees_the_inside_of_an_error() -> None:
    assert settings()["client.showErrorDetails"] == "none"


def test_both_grounds_have_colours_of_their_own() -> None:
    found = settings()
    for name in ("primaryColor", "backgroundColor", "textColor", "orangeTextColor"):
        assert found[f"theme.light.{name}"] != found[f"theme.dark.{name}"]


def test_nested_tables_become_dotted_names() -> None:
    assert dict(dotted({"theme": {"font": "serif", "light": {"sidebar": {"x": 1}}}})) == {
        "theme.font": "serif",
        "theme.light.sidebar.x": 1,
    }


def test_secrets_are_looked_for_beside_the_front_door_and_with_the_state(home: Path) -> None:
    beside, state = settings()["secrets.files"]
    assert beside.endswith("/.streamlit/secrets.toml")
    assert state == f"{home}/secrets.toml"


def test_the_polish_words_on_the_uploader_name_its_true_limit() -> None:
    css = (paths.PACKAGE / "screen" / "style.css").read_text(encoding="utf-8")
    assert settings()["server.maxUploadSize"] == 25
    assert "do 25\N{NO-BREAK SPACE}MB" in css


def test_the_example_of_secrets_is_no_set_up_and_the_real_ones_stay_out_of_the_repository(home: Path) -> None:
    example = tomllib.loads((paths.house() / ".streamlit" / "secrets.example.toml").read_text(encoding="utf-8"))
    assert set(editors.NEEDED) == set(example["auth"])
    assert editors.PLACEHOLDER in example["auth"]["cookie_secret"]
    ignored = (paths.house() / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert ".streamlit/secrets.toml" in ignored
