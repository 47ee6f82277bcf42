"""Pages of the web: what is fetched, and above all what is not. No test leaves this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dieuhanh.errors import DieuhanhError, FetchError, ForbiddenAddressError, TooLargeError
from dieuhanh.fetch import client, fetch, hosts
from dieuhanh.fetch.hosts import is_public, place_of

LIMIT = 10_000


@pytest.mark.parametrize(
    ("address", "public"),
    [
        pytest.param("93.184.215.14", True, id="a public one"),
        pytest.param("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True, id="a public one of IPv6"),
        pytest.param("127.0.0.1", False, id="this machine"),
        pytest.param("127.8.8.8", False, id="this machine by another number"),
        pytest.param("0.0.0.0", False, id="this machine by no number"),  # noqa: S104  nothing is bound
        pytest.param("::1", False, id="this machine in IPv6"),
        pytest.param("::", False, id="no address of IPv6"),
        pytest.param("10.1.2.3", False, id="a private network"),
        pytest.param("172.16.0.1", False, id="another private network"),
        pytest.param("192.168.1.1", False, id="an office network"),
        pytest.param("100.64.0.1", False, id="a carrier's network"),
        pytest.param("169.254.169.254", False, id="where clouds keep their keys"),
        pytest.param("fe80::1", False, id="link-local"),
        pytest.param("fe80::1%eth0", False, id="link-local with its interface"),
        pytest.param("fd00::1", False, id="a private network of IPv6"),
        pytest.param("::ffff:127.0.0.1", False, id="this machine, mapped"),
        pytest.param("::ffff:a00:1", False, id="a private network, mapped"),
        pytest.param("64:ff9b::a9fe:a9fe", False, id="a cloud's keys behind NAT64"),
        pytest.param("2002:7f00:1::", False, id="this machine by 6to4"),
        pytest.param("224.0.0.1", False, id="many machines"),
        pytest.param("255.255.255.255", False, id="all machines"),
        pytest.param("no address", False, id="none"),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("ftp://example.gov.vn/page", id="another scheme"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("gopher://example.gov.vn/", id="an old scheme"),
        pytest.param("http://", id="no host"),
        pytest.param("http://user:word@example.gov.vn/", id="a password"),
        pytest.param("http://example.gov.vn:port/", id="no port"),
        pytest.param("http://[::1/", id="no address"),
    ],
)
def test_addresses_of_no_page_are_refused_unasked(url: str) -> None:
    def lookup(host: str, port: int) -> list[str]:
        raise AssertionError(f"asked for {host}:{port}")

    with pytest.raises(ForbiddenAddressError):
        place_of(url, lookup)


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        pytest.param(["10.0.0.1"], ForbiddenAddressError, id="a private one"),
        pytest.param(["93.184.215.14", "10.0.0.1"], ForbiddenAddressError, id="a private one among others"),
        pytest.param([], FetchError, id="none"),
    ],
)
def test_names_that_lead_inside_are_refused(answers: list[str], error: type[DieuhanhError]) -> None:
    with pytest.raises(error):
        fetch("http://example.gov.vn/", limit=LIMIT, lookup=lambda *_: answers)


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://[::ffff:127.0.0.1]/"]
)
def test_spellings_of_this_machine_are_refused(url: str) -> None:
    with pytest.raises((ForbiddenAddressError, FetchError)):
        fetch(url, limit=LIMIT)


class Portal(BaseHTTPRequestHandler):
    """A portal on this machine."""

    hosts: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        match self.path:
            case "/page?tuan=19":
                self.answer(200, b"ban tin")
            case "/moved":
                self.answer(302, location="/page?tuan=19")
            case "/inside":
                self.answer(302, location="http://inside.gov.vn/keys")
            case "/loop":
                self.answer(302, location="/loop")
            case "/large":
                self.answer(200, b"x" * (LIMIT + 1))
            case "/bomb":
                self.answer(200, gzip.compress(b"x" * 50_000_000), encoding="gzip")
            case "/short":
                self.answer(200, b"x" * 10, length=1000)
            case _:
                self.answer(404)

    def answer(self, status: int, body: bytes = b"", *, location: str = "", encoding: str = "", length: int | None = None) -> None:
        self.send_response(status)
        for name, value in (("Location", location), ("Content-Encoding", encoding), ("Content-Length", str(length or len(body)))):
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The portal's address; as an exception this machine counts as public, under one name."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1")
    Portal.hosts.clear()
    yield f"http://portal.gov.vn:{server.server_port}"
    server.shutdown()
    server.server_close()


def lookup(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == "portal.gov.vn" and port else ["10.0.0.1"]


@pytest.mark.parametrize("path", ["/page?tuan=19", "/moved"])
def test_a_page_is_fetched(path: str, portal: str) -> None:
    assert fetch(portal + path, limit=LIMIT, lookup=lookup) == b"ban tin"
    assert set(Portal.hosts) == {portal.removeprefix("http://")}


@pytest.mark.parametrize(
    ("path", "error"),
    [
        pytest.param("/inside", ForbiddenAddressError, id="a redirect into a private network"),
        pytest.param("/loop", FetchError, id="redirects without end"),
        pytest.param("/missing", FetchError, id="no such page"),
        pytest.param("/large", TooLargeError, id="too large"),
        pytest.param("/bomb", TooLargeError, id="too large once unpacked"),
        pytest.param("/short", FetchError, id="broken off"),
    ],
)
def test_what_is_not_fetched(path: str, error: type[DieuhanhError], portal: str) -> None:
    with pytest.raises(error):
        fetch(portal + path, limit=LIMIT, lookup=lookup)


def test_a_name_is_asked_for_once(portal: str) -> None:
    """A name that answers differently the second time is never asked a second time."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    assert fetch(f"{portal}/page?tuan=19", limit=LIMIT, lookup=lambda *_: next(answers)) == b"ban tin"
    assert next(answers) == ["10.0.0.1"]


def test_a_server_that_drips_is_left(portal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "WHOLE_SECONDS", -1.0)
    with pytest.raises(FetchError):
        fetch(f"{portal}/page?tuan=19", limit=LIMIT, lookup=lookup)
