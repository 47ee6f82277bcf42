"""Which machines may be asked: those whose address is public, and that very address.

A name is resolved once and the connection goes to the address that was checked, so that a name which answers differently the second
time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from dieuhanh.errors import FetchError, ForbiddenAddressError

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str, int], list[str]]


class Place(msgspec.Struct, frozen=True):
    """Where a request goes: the name that it asks for, the address that it connects to, what it asks there."""

    scheme: str
    host: str
    address: str
    port: int
    target: str  # path and query

    @property
    def named(self) -> str:
        """As the header Host says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(url: str, lookup: Lookup) -> Place:
    """Resolve and check an address of the web. Raises ForbiddenAddressError, FetchError where the name is unknown."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if not (parts.hostname or "").isascii() else parts.hostname or ""
    except ValueError as error:
        raise ForbiddenAddressError from error
    if parts.scheme not in PORTS or not host or parts.username is not None or port == 0:
        raise ForbiddenAddressError
    port = port or PORTS[parts.scheme]
    addresses = lookup(host, port)
    if not addresses:
        raise FetchError
    if not all(is_public(address) for address in addresses):
        raise ForbiddenAddressError
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Place(parts.scheme, host, addresses[0], port, target)


def addresses_of(host: str, port: int) -> list[str]:
    """What the system's resolver says; nothing where it knows no such name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether the address belongs to a machine on the open internet, also behind IPv6 forms of an IPv4 address.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False, False]
    """
    try:
        ip: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(ip)
    return ip.is_global and not ip.is_multicast and (inner is None or (inner.is_global and not inner.is_multicast))


def _inside(ip: Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries for a gateway or for the system itself."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
