"""A client without a browser: it speaks the server's own protocol, and sends what no page of ours would."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from websockets.sync.client import ClientConnection, connect

SECRET = "k3" * 24  # the cookie secret of the server that is tried
XSRF = "_streamlit_xsrf"
USER = "_streamlit_user"
RUN_S = 60.0


def signed(base: str, email: str = "editor@example.org", secret: str = SECRET, **claims: Any) -> str:
    """The cookie that Streamlit sets once a provider has vouched for somebody, signed with a secret."""
    said = {"is_logged_in": True, "origin": base, "email": email, "email_verified": True, "exp": time.time() + 3600}
    return create_signed_value(secret, USER, json.dumps({**said, **claims})).decode()


@dataclass
class Client:
    """One session of the dashboard, on its Import page; what the server sent in the last run is kept."""

    base: str
    user: str = ""
    token: str = field(default_factory=generate_xsrf_token_string)
    said: str = ""  # another token than that of the cookie
    origin: str = ""
    door: Any = None
    line: ClientConnection | None = None
    session: str = ""
    sent: list[ForwardMsg] = field(default_factory=list)

    def __enter__(self) -> Client:
        cookies = f"{XSRF}={self.token}" + (f"; {USER}={self.user}" if self.user else "")
        self.door = connect(
            self.base.replace("http", "ws", 1) + "/_stcore/stream",
            origin=self.origin or self.base,  # type: ignore[arg-type]
            additional_headers={"Cookie": cookies},
            subprotocols=["streamlit", self.said or self.token],  # type: ignore[list-item]
            max_size=None,
        )
        self.line = self.door.__enter__()
        return self

    def __exit__(self, *_left: object) -> None:
        self.door.__exit__(None, None, None)

    def run(
        self, *pressed: str, files: dict[str, Any] | None = None, page: str = "register",
        texts: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        """A run of the page in which these buttons, by their widgets' ids, are pressed; until it has ended.

        texts: what is chosen in boxes, by their widgets' ids."""
        message = BackMsg()
        message.rerun_script.query_string = "lang=en"
        message.rerun_script.page_script_hash = calc_hash(page)
        for name in pressed:
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = name, True
        for name, given in (files or {}).items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id = name
            state.file_uploader_state_value.uploaded_file_info.append(given)
        for name, text in (texts or {}).items():
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = name, text
        self.send(message)
        self.sent = []
        while True:
            heard = self.hear()
            self.sent.append(heard)
            kind = heard.WhichOneof("type")
            if kind == "new_session":
                self.session = heard.new_session.initialize.session_id or self.session
            if kind == "script_finished" and heard.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return

    def send(self, message: BackMsg) -> None:
        assert self.line is not None
        self.line.send(message.SerializeToString())

    def hear(self) -> ForwardMsg:
        assert self.line is not None
        heard = ForwardMsg()
        heard.ParseFromString(self.line.recv(timeout=RUN_S))  # type: ignore[arg-type]
        return heard

    def elements(self, kind: str) -> list[Any]:
        """What stands on the page of one kind."""
        found = [each.delta.new_element for each in self.sent if each.WhichOneof("type") == "delta"]
        return [getattr(each, kind) for each in found if each.WhichOneof("type") == kind]

    def widget(self, kind: str, key: str) -> str:
        """The id of the widget whose key begins so; empty where it is not on the page."""
        return next((each.id for each in self.elements(kind) if f"-{key}" in each.id), "")

    def words(self) -> str:
        said = [each.body for kind in ("markdown", "alert") for each in self.elements(kind)]
        return " ".join(" ".join(said).replace("\\", "").split())

    def place(self, name: str, size: int) -> Any:
        """Where the server wants a file to be sent to, as its page would ask."""
        message = BackMsg()
        asked = message.file_urls_request
        asked.request_id, asked.session_id = "1", self.session
        asked.file_names.append(name)
        self.send(message)
        while (heard := self.hear()).WhichOneof("type") != "file_urls_response":
            pass
        [urls] = heard.file_urls_response.file_urls
        return UploadedFileInfo(name=name, size=size, file_id=urls.file_id, file_urls=urls)

    def upload(self, given: Any, content: bytes, token: str | None = None, method: str = "PUT") -> int:
        """The status of an upload; with the page's own token unless another is given."""
        sent = self.token if token is None else token
        headers = {"Cookie": f"{XSRF}={self.token}", **({"X-Xsrftoken": sent} if sent else {})}
        return upload(self.base, given.file_urls.upload_url, content, headers, method, given.name)


def upload(
    base: str, path: str, content: bytes, headers: dict[str, str], method: str = "PUT", name: str = "a.csv"
) -> int:
    edge = os.urandom(8).hex()
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
    body = head + content + f"\r\n--{edge}--\r\n".encode()
    return ask(base, path, method, body, {"Content-Type": f"multipart/form-data; boundary={edge}", **headers})[0]


def ask(
    base: str, path: str, method: str = "GET", body: Any = None, headers: dict[str, str] | None = None
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body of one request."""
    line = HTTPConnection(urlsplit(base).netloc, timeout=RUN_S)
    try:
        line.request(method, path if path.startswith("/") else f"/{path}", body, headers or {})
        answer = line.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    finally:
        line.close()
