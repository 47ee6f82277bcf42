"""Fetching one page: few redirects, each checked anew; a limit on size and on time."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

from dieuhanh.errors import FetchError, TooLargeError
from dieuhanh.fetch.hosts import Lookup, Place, addresses_of, place_of

REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0  # between two pieces of the answer
WHOLE_SECONDS = 120.0  # for all of it, so that a server that drips cannot hold us
PIECE = 65_536
FOUND, REDIRECT = 200, frozenset({301, 302, 303, 307, 308})
HEADERS = {"User-Agent": "dieuhanh", "Accept": "text/html, text/plain;q=0.9", "Accept-Encoding": "identity, gzip, deflate"}


def fetch(url: str, *, limit: int, lookup: Lookup = addresses_of) -> bytes:
    """The bytes of a page of the web, at most `limit`.

    Raises ForbiddenAddressError (also where a redirect leads into a private network), FetchError, TooLargeError.
    """
    for _ in range(REDIRECTS + 1):
        place = place_of(url, lookup)
        with answer(place) as response:
            if response.status == FOUND:
                return _body(response, limit)
            if response.status not in REDIRECT or "Location" not in response.headers:
                raise FetchError(response.status)
            url = urljoin(url, response.headers["Location"])
    raise FetchError(response.status)


@contextlib.contextmanager
def answer(place: Place) -> Iterator[urllib3.BaseHTTPResponse]:
    """What the machine answers, body still to be read; certificate and Host stand for the name. Raises FetchError."""
    try:
        with pool_of(place) as pool:
            response = pool.request(
                "GET", place.target, headers={**HEADERS, "Host": place.named}, redirect=False, retries=False, preload_content=False
            )
            yield response
            response.close()
    except HTTPError as error:
        raise FetchError from error


def pool_of(place: Place) -> urllib3.HTTPConnectionPool:
    """A connection to the checked address. Proxies of the environment are left aside: they would resolve the name once more."""
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.address, place.port, timeout=timeout)
    return urllib3.HTTPSConnectionPool(place.address, place.port, timeout=timeout, server_hostname=place.host, assert_hostname=place.host)


def _body(response: urllib3.BaseHTTPResponse, limit: int) -> bytes:
    """The body, unpacked piece by piece, so that neither a lie about its size nor a packed bomb passes the limit."""
    until = time.monotonic() + WHOLE_SECONDS
    body = bytearray()
    for piece in response.stream(PIECE, decode_content=True):
        body += piece
        if len(body) > limit:
            raise TooLargeError(len(body), limit)
        if time.monotonic() > until:
            raise FetchError
    return bytes(body)
