"""The editor's rights, tried by messages that no page sends: pressed are buttons that the sender was never shown."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.exceptions import InvalidStatus

from tests.access.conftest import published
from tests.access.raw import Client, signed

HEADER = "id;name;type;area;value_chain;town;joined;left\n"
THREE = (HEADER + "".join(f"N{at};Firm {at};sme;BioF;;Tarnow;1.05.201{at};\n" for at in range(3))).encode()
OUTLINES = b'{"type": "FeatureCollection", "features": []}'


def hand_in(client: Client) -> dict[str, object]:
    """The file handed in on the Import page, and checked there: what a reader may do without any right."""
    client.run()
    urls = client.place("members.csv", len(THREE))
    assert client.upload(urls, THREE) == 204
    files = {client.widget("file_uploader", "file_members"): urls}
    client.run(files=files)
    return files


LOOKED_AT = "jpt_kod_je"  # what the check of outlines says of a file without any
# The others press without a file: what a file is checked for takes its time, and gives nobody a right.
WITH_A_FILE = ("signed in, but on no list",)
PEOPLE: dict[str, Callable[[str], str]] = {
    "nobody": lambda base: "",
    "signed in, but on no list": lambda base: signed(base, "stranger@example.org"),
    "an editor whose sign-in has run out": lambda base: signed(base, exp=time.time() - 1),
    "an editor for whom nobody vouches": lambda base: signed(base, email_verified=False),
    "an identity signed with another secret": lambda base: signed(base, secret="x" * 48),
    "an editor's cookie from another site": lambda base: signed("https://other.example.org"),
}


def test_a_button_pressed_by_its_name_alone_does_nothing_for_who_is_no_editor(base: str, own: Path) -> None:
    """The editor's own buttons, by their very ids, pressed by everybody else; and at the end by the editor."""
    before = published(own)
    with Client(base, signed(base)) as editor:
        files = hand_in(editor)
        button = editor.widget("button", "publish_")
        assert button
        for who, cookie in PEOPLE.items():
            with Client(base, cookie(base)) as other:
                theirs = hand_in(other) if who in WITH_A_FILE else None
                assert other.widget("button", "publish_") == "", who
                other.run(button, files=theirs)
                assert other.widget("button", "publish_") == "" and "It is published" not in other.words(), who
            assert published(own) == before, who
        editor.run(button, files=files)
        assert published(own) == [*before, "editor@example.org"]
        editor.run(button, files=files)
        assert published(own) == [*before, "editor@example.org"], "the same message a second time"


def test_outlines_are_refused_to_who_is_no_editor(base: str, own: Path) -> None:
    """The button has the same id for everybody: only what it does can be refused."""
    with Client(base, signed(base)) as editor:
        editor.run(page="data")
        uploader = editor.widget("file_uploader", "boundaries")
        assert uploader
        urls = editor.place("a.geojson", len(OUTLINES))
        assert editor.upload(urls, OUTLINES) == 204
        editor.run(page="data", files={uploader: urls})
        button = editor.widget("button", "import_boundaries")
        assert button
        for who, cookie in PEOPLE.items():
            with Client(base, cookie(base)) as other:
                other.run(page="data")
                assert other.widget("file_uploader", "boundaries") == "", who
                theirs = other.place("a.geojson", len(OUTLINES))
                assert other.upload(theirs, OUTLINES) == 204
                other.run(button, page="data", files={uploader: theirs})
                assert other.widget("button", "import_boundaries") == "", who
                assert LOOKED_AT not in other.words(), who
        editor.run(button, page="data", files={uploader: urls})
        assert LOOKED_AT in editor.words(), "the editor's press is heard, and the file is refused for what is in it"
    assert not list((own / "boundaries").glob("*.toml"))


def test_a_press_that_comes_once_the_sign_in_has_run_out_does_nothing(base: str, own: Path) -> None:
    """The page is still open and shows the button; the provider's time has passed."""
    before = published(own)
    until = time.time() + 4
    with Client(base, signed(base, exp=until)) as editor:
        editor.run(page="data")
        uploader = editor.widget("file_uploader", "boundaries")
        urls = editor.place("a.geojson", len(OUTLINES))
        assert editor.upload(urls, OUTLINES) == 204
        time.sleep(max(0.0, until - time.time()))
        editor.run(page="data", files={uploader: urls})
        assert editor.widget("button", "import_boundaries") == ""
    assert published(own) == before


def test_a_line_from_another_site_is_not_taken(base: str) -> None:
    with pytest.raises(InvalidStatus) as refused, Client(base, signed(base), origin="https://evil.example.org"):
        pass
    assert refused.value.response.status_code == 403


def test_without_the_page_s_own_token_an_editor_is_nobody(base: str) -> None:
    """The cookie alone, which a browser sends along from anywhere, opens nothing."""
    with Client(base, signed(base)) as editor:
        editor.run()
        assert "editor@example.org" in editor.words()
    with Client(base, signed(base), said=generate_xsrf_token_string()) as other:
        other.run()
        assert "editor@example.org" not in other.words()
        assert "Only editors who are signed in may publish" in other.words()
