"""Asking a server on this machine the same thing over and over, with as little work of our own as can be."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import msgspec

CONNECTIONS = 4  # each has one question under way; half of the threads of the server, so that none waits in its queue
PATIENCE = 20.0  # seconds for one answer
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TAG = re.compile(rb"\r\netag: *(\S+)", re.IGNORECASE)


class Answer(msgspec.Struct, frozen=True):
    """One answer: its status, its tag ("" where it has none), its body."""

    status: int
    tag: str
    body: bytes


def ask(port: int, address: str, tag: str = "") -> Answer:
    """Once."""
    with _connected(port) as line:
        line.sendall(_question(port, address, tag))
        head, body = _received(line)
    found = _TAG.search(head)
    return Answer(int(head[9:12]), found[1].decode() if found else "", body)


def rate_of(port: int, address: str, seconds: float) -> float:
    """Answers a second over so many seconds, on connections that stay; every answer must be 200."""
    question = _question(port, address, "")
    with ExitStack() as stack:
        lines = [stack.enter_context(_connected(port)) for _ in range(CONNECTIONS)]
        for line in lines:
            line.sendall(question)
        count, began = 0, time.perf_counter()
        while (now := time.perf_counter()) < began + seconds:
            for line in lines:
                head, _ = _received(line)
                assert b" 200 " in head[:13], head
                line.sendall(question)
            count += len(lines)
        for line in lines:
            _received(line)
    return count / (now - began)


def unchanged_rate_of(port: int, address: str, tag: str, seconds: float) -> float:
    """Likewise of 304; each on a connection of its own, for waitress hangs up after an answer without a body."""
    question = _question(port, address, tag)
    count, began = 0, time.perf_counter()
    while (now := time.perf_counter()) < began + seconds:
        with ExitStack() as stack:
            lines = [stack.enter_context(_connected(port)) for _ in range(CONNECTIONS)]
            for line in lines:
                line.sendall(question)
            for line in lines:
                head, _ = _received(line)
                assert b" 304 " in head[:13], head
        count += CONNECTIONS
    return count / (now - began)


@contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield line


def _question(port: int, address: str, tag: str) -> bytes:
    also = f"If-None-Match: {tag}\r\n" if tag else ""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{also}\r\n".encode()


def _received(line: socket.socket) -> tuple[bytes, bytes]:
    """Head and body of the next answer."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += _some(line)
    head, _, rest = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    parts, missing = [rest], (int(length[1]) if length else 0) - len(rest)
    while missing > 0:
        parts.append(_some(line))
        missing -= len(parts[-1])
    return head, b"".join(parts)


def _some(line: socket.socket) -> bytes:
    data = line.recv(1 << 18)
    assert data, "the server hung up"
    return data
