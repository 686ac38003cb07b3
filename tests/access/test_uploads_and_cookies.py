"""Uploads and cookies by raw requests: without the page's token, too large, for a session of nobody's."""

import os

from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string

from tests.access.raw import XSRF, Client, ask, signed, upload

MB = 1024 * 1024


def test_a_file_is_taken_only_with_the_token_of_the_page(base: str) -> None:
    with Client(base) as reader:
        reader.run()
        urls = reader.place("members.csv", 3)
        assert reader.upload(urls, b"a;b", token="") == 403
        assert reader.upload(urls, b"a;b", token=generate_xsrf_token_string()) == 403
        assert reader.upload(urls, b"a;b", token="2|nonsense") == 403
        assert reader.upload(urls, b"", token="", method="DELETE") == 403
        assert upload(base, urls.file_urls.upload_url, b"a;b", {"X-Xsrftoken": reader.token}) == 403, "without cookie"
        assert reader.upload(urls, b"a;b") == 204


def test_a_file_for_no_session_is_not_taken(base: str) -> None:
    token = generate_xsrf_token_string()
    sent = {"X-Xsrftoken": token, "Cookie": f"{XSRF}={token}"}
    assert upload(base, "/_stcore/upload_file/nobody/1", b"a;b", sent) == 404


def test_25_mb_are_taken_and_no_more_whatever_the_head_says(base: str) -> None:
    with Client(base) as reader:
        reader.run()
        urls = reader.place("members.csv", 25 * MB)
        assert reader.upload(urls, b"x" * (25 * MB - 1000)) == 204
        assert reader.upload(urls, b"x" * (25 * MB + 1000)) == 413
        head = {"Content-Type": "multipart/form-data; boundary=edge", "Cookie": f"{XSRF}={reader.token}"}
        head |= {"X-Xsrftoken": reader.token, "Transfer-Encoding": "chunked"}
        begins = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        parts = iter([begins, *[os.urandom(MB)] * 27, b"\r\n--edge--\r\n"])  # no length is said
        try:
            status = ask(base, urls.file_urls.upload_url, "PUT", parts, head)[0]
        except (BrokenPipeError, ConnectionResetError):  # hung up on before the last part
            status = 413
        assert status == 413


def test_the_cookies_there_are_and_their_flags(base: str) -> None:
    """The page's token has to be read by the page: it alone is not HttpOnly, and it opens nothing by itself."""
    _status, headers, _body = ask(base, "/_stcore/health")
    [cookie] = [value for name, value in headers if name.lower() == "set-cookie"]
    assert cookie.startswith(f"{XSRF}=2|")
    assert "SameSite=Lax" in cookie and "Secure" not in cookie and "Max-Age" not in cookie and "Expires" not in cookie
    _status, headers, _body = ask(base, "/_stcore/health", headers={"X-Forwarded-Proto": "https"})
    [cookie] = [value for name, value in headers if name.lower() == "set-cookie"]
    assert cookie.endswith("; Secure")
    for path in ("/", "/members", "/present?story=glance", "/embed/members", "/api/v1/indicators", "/static/x"):
        assert [value for name, value in ask(base, path)[1] if name.lower() == "set-cookie"] == [], path


def test_signing_out_takes_the_identity_away(base: str) -> None:
    cookie = f"_streamlit_user={signed(base)}"
    status, headers, _body = ask(base, "/auth/logout", headers={"Cookie": cookie})
    assert status in (302, 307)
    gone = [value for name, value in headers if name.lower() == "set-cookie" and value.startswith("_streamlit_user=")]
    assert gone and all("Max-Age=0" in value or "1970" in value for value in gone)


def test_programs_that_drive_the_pages_over_http_are_refused(base: str) -> None:
    """Streamlit brings such a door; it is shut unless somebody opens it."""
    status, _headers, body = ask(base, "/_stcore/agent/interact", "POST", b"{}", {"Content-Type": "application/json"})
    assert (status, b"not_available" in body) == (403, True)
    call = b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'
    status, _headers, body = ask(base, "/_stcore/agent/mcp", "POST", call, {"Content-Type": "application/json"})
    assert b'"tools"' not in body and status >= 400
