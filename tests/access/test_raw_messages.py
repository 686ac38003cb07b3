"""The editor's rights, tried by messages that no page sends: pressed are buttons that the sender was never shown."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.access.conftest import published
from tests.access.raw import Client, signed

HEADER = "id;name;type;area;value_chain;town;joined;left\n"
THREE = (HEADER + "".join(f"N{at};Firm {at};sme;BioF;;Tarnow;1.05.201{at};\n" for at in range(3))).encode()
OUTLINES = b'{"type": "FeatureCollection", "features": []}'


def hand_in(client: Client) -> dict[str, object]:
    """The file handed in on the Import page, and checked there: what a reader may do without any right."""
    client.run()
    urls = client.place("members.csv", len(THREE))
    assert client.upload(urls.file_urls, THREE) == 204
    files = {client.widget("file_uploader", "file_members"): urls}
    client.run(files=files)
    return files


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
                theirs = hand_in(other)
                assert other.widget("button", "publish_") == "", who
                other.run(button, files=theirs)
                assert "It is published" not in other.words()
            assert published(own) == before, who
        editor.run(button, files=files)
        assert published(own) == [*before, "editor@example.org"]


@pytest.mark.parametrize("who", PEOPLE)
def test_outlines_and_roll_backs_are_refused_to_who_is_no_editor(base: str, own: Path, who: str) -> None:
    """Their buttons have the same ids for everybody: only what they do can be refused."""
    with Client(base, signed(base)) as editor:
        editor.run(page="data")
        uploader = editor.widget("file_uploader", "boundaries")
        assert uploader
        urls = editor.place("a.geojson", len(OUTLINES))
        assert editor.upload(urls.file_urls, OUTLINES) == 204
        editor.run(page="data", files={uploader: urls})
        button = editor.widget("button", "import_boundaries")
        assert button
    with Client(base, PEOPLE[who](base)) as other:
        other.run(page="data")
        assert other.widget("file_uploader", "boundaries") == ""
        theirs = other.place("a.geojson", len(OUTLINES))
        assert other.upload(theirs.file_urls, OUTLINES) == 204
        other.run(button, page="data", files={uploader: theirs})
        assert other.widget("button", "import_boundaries") == ""
    assert not list((own / "boundaries").glob("*.toml"))
