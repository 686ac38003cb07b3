"""What `lsk run` prints while things go wrong: no secret, no token, nobody's address."""

import re
import time
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.access.conftest import CLIENT_SECRET
from tests.access.raw import SECRET, USER, Client, ask, signed

STRANGER = "somebody.private@example.org"


def provoke(base: str, cookie: str) -> list[str]:
    """Whatever goes wrong on purpose; gives what must not stand in the log beside the server's own secrets."""
    with Client(base, cookie) as reader:
        reader.run()
        uploader = reader.widget("file_uploader", "file_members")
        reader.run("no-such-widget", page="no-such-page")
        urls = reader.place("wrong.exe", 3)
        reader.upload(urls, b"a;b")
        reader.run(files={uploader: urls})  # an incident with a number
        reader.upload(urls, b"a;b", token="")
        assert reader.line is not None
        reader.line.send(b"\xff\xff no message of the protocol")
        try:
            while True:
                reader.hear()
        except ConnectionClosed:
            token = reader.token
    for given in (cookie[:-4] + "AAAA", "nonsense", signed(base, STRANGER, secret="y" * 48)):
        with Client(base, given) as reader:
            reader.send(BackMsg())
            reader.run()
    try:
        with Client(base, cookie, origin="https://evil.example.org"):
            pass
    except InvalidStatus:
        pass
    sent = {"Cookie": f"{USER}={cookie}"}
    for path in ("/auth/login", "/oauth2callback?code=c0de-0f-the-provider&state=5tate", "/auth/logout",
                 "/members?lang=en&token=t0ken-in-an-address", "/api/v1/nothing", "/%2e%2e/etc/passwd"):  # fmt: skip
        ask(base, path, headers=sent)
    return [cookie, token, "c0de-0f-the-provider", "t0ken-in-an-address"]


def test_nothing_secret_stands_in_what_the_server_prints(base: str, own: Path) -> None:
    secrets = provoke(base, signed(base, STRANGER))
    deadline = time.monotonic() + 20  # what is printed comes through a pipe of its own
    while "page.failed" not in (printed := (own / "server.log").read_text()) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert "page.failed" in printed, "something did go wrong"
    for secret in [SECRET, CLIENT_SECRET, *secrets]:
        assert secret not in printed
    assert re.findall(r"[\w.+-]+@example\.org", printed) == []
    assert "127.0.0.1" not in printed and "::1" not in printed
