"""A machine of somebody else's, on this one: it takes what is posted and answers as its path says."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

HOST = "nhan.gov.vn"


class Posted(msgspec.Struct, frozen=True):
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


class Receiver(ThreadingHTTPServer):
    """Keeps every request; `/500` answers so, `/moved` leads elsewhere, `/drip` answers letter by letter."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.posted: list[Posted] = []

    def url(self, path: str = "/") -> str:
        return f"http://{HOST}:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    def do_POST(self) -> None:
        assert isinstance(self.server, Receiver)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posted.append(Posted(self.path, dict(self.headers), body))
        if self.path == "/drip":
            self._drip()
            return
        status = {"/500": 500, "/moved": 307}.get(self.path, 204)
        self.send_response(status)
        if status == 307:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        for letter in b"HTTP/1.1 204 No Content\r\n" * 3:
            self.wfile.write(bytes([letter]))
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@contextmanager
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def lookup(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == HOST and port else ["10.0.0.1"]
