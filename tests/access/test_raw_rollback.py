"""Rolling back, tried by messages that no page sends: only who is an editor at that moment moves the readers."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access.raw import Client, signed
from tests.access.test_raw_messages import PEOPLE

EARLIER = "20180507-aaaaaaaa"


@pytest.fixture
def kept(own: Path, snapshot: str) -> Iterator[Path]:
    """The pointer of a roll-back, in a folder with an earlier snapshot to go back to."""
    folder = own / "snapshots"
    shutil.copyfile(folder / f"{snapshot}.duckdb", folder / f"{EARLIER}.duckdb")
    yield folder / "pinned"
    (folder / "pinned").unlink(missing_ok=True)
    (folder / f"{EARLIER}.duckdb").unlink()


def chosen(editor: Client) -> tuple[dict[str, str], str]:
    """The earlier snapshot chosen in the box, as the browser says it, and the button that would show it to all."""
    editor.run(page="data")
    [box] = [each for each in editor.elements("selectbox") if "-rollback_to" in each.id]
    texts = {box.id: next(option for option in box.options if EARLIER in option)}
    editor.run(page="data", texts=texts)
    button = editor.widget("button", f"rollback_{EARLIER}")
    assert button
    return texts, button


def test_a_roll_back_pressed_by_its_name_alone_does_nothing_for_who_is_no_editor(base: str, kept: Path) -> None:
    with Client(base, signed(base)) as editor:
        texts, back = chosen(editor)
        for who, cookie in PEOPLE.items():
            with Client(base, cookie(base)) as other:
                other.run(back, page="data", texts=texts)
                assert other.widget("selectbox", "rollback_to") == "", who
                other.run(back, page="data", texts=texts)
            assert not kept.exists(), who
        editor.run(back, page="data", texts=texts)
        assert kept.read_text(encoding="utf-8").strip() == EARLIER, "the editor's press moves all readers"
        forward = editor.widget("button", "rollback_--forward")
        assert forward
        for who, cookie in PEOPLE.items():
            with Client(base, cookie(base)) as other:
                other.run(page="data")
                other.run(forward, page="data")
            assert kept.exists(), who
        editor.run(forward, page="data")
        assert not kept.exists()


def test_a_roll_back_pressed_once_the_sign_in_has_run_out_does_nothing(base: str, kept: Path) -> None:
    """The page is still open and shows the button; the provider's time has passed."""
    with Client(base, signed(base)) as editor:
        texts, back = chosen(editor)
    for seconds in (6, 30, 180):  # as long as this machine needs to show the page
        until = time.time() + seconds
        with Client(base, signed(base, exp=until)) as late:
            late.run(page="data", texts=texts)
            if not late.widget("button", f"rollback_{EARLIER}"):
                continue
            time.sleep(max(0.0, until - time.time()))
            late.run(back, page="data", texts=texts)
            assert "you are not signed in as an editor" in late.words()
            assert late.widget("button", "rollback_") == ""
            break
    else:
        raise AssertionError("the button was never shown")
    assert not kept.exists()
