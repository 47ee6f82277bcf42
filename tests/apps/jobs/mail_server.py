"""A mail server on this machine: takes letters, and can be told to keep a client waiting for its yes."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

ANSWERS = {"DATA": b"354 go on\r\n", "QUIT": b"221 bye\r\n"}


class MailServer(socketserver.ThreadingTCPServer):
    """`letters` are those that were accepted; from the `hold_at`-th on nobody gets a yes until `go_on` is set."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Client)
        self.letters: list[Message] = []
        self.lock = threading.Lock()
        self.hold_at: int | None = None
        self.held = threading.Event()
        self.go_on = threading.Event()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    @property
    def recipients(self) -> list[str]:
        return [str(letter["To"]) for letter in self.letters]


class Client(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self) -> None:
        assert isinstance(self.server, MailServer)
        self.wfile.write(b"220 here\r\n")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].decode("ascii").strip().upper()
            self.wfile.write(ANSWERS.get(word, b"250 ok\r\n"))
            if word == "DATA" and not self._taken():
                return
            if word == "QUIT":
                return

    def _taken(self) -> bool:
        """Read a letter to its final full stop and say yes; False where the client was gone before."""
        assert isinstance(self.server, MailServer)
        lines = list(iter(self.rfile.readline, b".\r\n"))
        if self.server.hold_at is not None and len(self.server.letters) + 1 >= self.server.hold_at:
            self.server.held.set()
            self.server.go_on.wait(30)
            return False
        with self.server.lock:
            self.server.letters.append(message_from_bytes(b"".join(lines)))
        self.wfile.write(b"250 ok\r\n")
        return True


@contextmanager
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.go_on.set()
        server.shutdown()
