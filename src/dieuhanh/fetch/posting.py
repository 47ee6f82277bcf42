"""Sending a few bytes to a machine of the web: no redirect is followed, no more of the answer is read than its head."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading
from collections.abc import Iterator, Mapping

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from dieuhanh.errors import FetchError
from dieuhanh.fetch.hosts import Lookup, Place, addresses_of, place_of

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0  # between two pieces of the answer
WHOLE_SECONDS = 60.0  # for all of it: a machine that drips its head, letter by letter, is left
ACCEPTED = range(200, 300)


def post(url: str, body: bytes, headers: Mapping[str, str], *, lookup: Lookup = addresses_of) -> None:
    """Raises ForbiddenAddressError, FetchError where the machine does not answer or answers otherwise than by 2xx."""
    place = place_of(url, lookup)
    try:
        with _connection(place) as connection:
            connection.request("POST", place.target, body=body, headers={"User-Agent": "dieuhanh", **headers, "Host": place.named})
            status = connection.getresponse().status
    except (HTTPError, OSError, http.client.HTTPException) as error:
        raise FetchError from error
    if status not in ACCEPTED:
        raise FetchError(status)


@contextlib.contextmanager
def _connection(place: Place) -> Iterator[HTTPConnection]:
    """To the checked address, certificate and name as `fetch` has them; cut when the whole takes too long."""
    connection = (
        HTTPConnection(place.address, place.port, timeout=CONNECT_SECONDS)
        if place.scheme == "http"
        else HTTPSConnection(place.address, place.port, timeout=CONNECT_SECONDS, server_hostname=place.host, assert_hostname=place.host)
    )
    with contextlib.closing(connection):
        connection.connect()
        if connection.sock is None:
            raise FetchError
        connection.sock.settimeout(READ_SECONDS)
        watchdog = threading.Timer(WHOLE_SECONDS, _cut, [connection.sock])
        watchdog.daemon = True
        watchdog.start()
        try:
            yield connection
        finally:
            watchdog.cancel()


def _cut(link: socket.socket) -> None:
    """Whoever reads from it sees the end at once."""
    with contextlib.suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
