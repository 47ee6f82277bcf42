"""Pages by their address on the web, and only from there: no address of a private network is ever connected to."""

from dieuhanh.fetch.client import fetch

__all__ = ["fetch"]
