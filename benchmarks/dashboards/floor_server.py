"""The floor's server: sends the files of a folder, compressed already; the script is kept by the browser for good."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Files(BaseHTTPRequestHandler):
    """Answers for what is in the folder, and for nothing else."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    held: dict[str, bytes]

    def do_GET(self) -> None:
        body = self.held.get(self.path)
        self.send_response(404 if body is None else 200)
        is_script = self.path.endswith(".js")
        self.send_header("Content-Type", "text/javascript" if is_script else "text/html; charset=utf-8")
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if is_script else "no-cache")
        if body is not None:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_said: object) -> None:
        """Nothing: a line for each request costs time."""


if __name__ == "__main__":
    Files.held = {f"/{path.name}": path.read_bytes() for path in Path(sys.argv[1]).iterdir()}
    ThreadingHTTPServer(("localhost", int(sys.argv[2])), Files).serve_forever()
