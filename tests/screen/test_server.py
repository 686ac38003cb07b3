"""The settings of the dashboard: all of them known to Streamlit, and quiet."""

from streamlit import config

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
