"""A terminal shows how far a download is; a file gets no such lines."""

import io
import sys

import pytest

from lsk_metrics.ingest import progress
from lsk_metrics.ingest.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_says_how_much_there_is_of_how_much() -> None:
    assert str(Progress("a.zip", 12_300_000, 100_000_000)) == "  a.zip: 12.3 of 100.0 MB (12%)"
    assert str(Progress("a.zip", 12_300_000, None)) == "  a.zip: 12.3 MB"


def test_a_terminal_sees_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "EVERY_S", -1)
    with Progress("a.zip", 0, 2_000_000) as shown:
        shown.add(1_000_000)
        shown.add(1_000_000)
    assert screen.getvalue().split("\r") == [
        "", "  a.zip: 1.0 of 2.0 MB (50%)\033[K", "  a.zip: 2.0 of 2.0 MB (100%)\033[K", "\033[K"]  # fmt: skip


def test_what_is_no_terminal_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("a.zip", 0, 2_000_000) as shown:
        shown.add(1_000_000)
    assert capsys.readouterr().err == ""
