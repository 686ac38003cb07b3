"""The row of files under a picture: which are offered, in which language they are made, what is said when one fails."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.errors import LskError, NothingToDraw
from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.indicators import answer
from lsk_metrics.screen.takeaway import Making


def row(name: str, first_year: str = "1900") -> None:
    from lsk_metrics.indicators import answer
    from lsk_metrics.screen import takeaway

    takeaway.choices(answer(name, {"first_year": first_year}))


def offered(name: str, **given: str) -> list[str]:
    seen = AppTest.from_function(row, kwargs={"name": name, **given}, default_timeout=60).run()
    assert not seen.exception
    return [each.label for each in seen.get("download_button")]


def test_data_picture_and_all_of_it_are_offered(snapshot: str) -> None:
    assert offered("members") == ["CSV", "XLSX", "Parquet", "SVG", "PNG", "ZIP"]


def test_no_picture_is_offered_where_there_is_none(snapshot: str) -> None:
    assert offered("similar_regions") == ["CSV", "XLSX", "Parquet", "ZIP"]
    assert offered("members", first_year="2050") == ["CSV", "XLSX", "Parquet", "ZIP"]


def test_a_file_speaks_the_language_of_its_page_in_whichever_thread_it_is_made(snapshot: str) -> None:
    language.use("pl")
    making = Making(answer("gerd_share_of_gdp", {"places": "PL"}, snapshot), FORMATS["csv"])
    language.use("en")
    with ThreadPoolExecutor(1) as other:
        assert ",Polska," in other.submit(making).result().decode()


def test_a_file_is_made_once_however_often_it_is_asked_for(snapshot: str) -> None:
    found = answer("members", {}, snapshot)
    making = Making(found, FORMATS["csv"])
    with ThreadPoolExecutor(8) as others:
        first, *rest = [each.result() for each in [others.submit(making) for _time in range(40)]]
    assert all(each is first for each in rest)


def test_what_goes_wrong_is_the_same_for_all_who_ask(snapshot: str) -> None:
    making = Making(answer("similar_regions", {}, snapshot), FORMATS["svg"])
    for _time in range(2):
        with pytest.raises(NothingToDraw, match="“Likeness of regions” has no picture for this choice"):
            making()


def test_nothing_is_made_before_it_is_asked_for(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = answer("members", {}, snapshot)
    made: list[str] = []
    watched: Callable[..., bytes] = lambda _answer: made.append("made") or b"x"  # noqa: E731
    monkeypatch.setattr("lsk_metrics.exports.csv.csv_file", watched)
    making = Making(replace(found), FORMATS["csv"])
    assert made == []
    assert making() == b"x"
    assert made == ["made"]
    assert issubclass(NothingToDraw, LskError)
