"""`search`: the one query behind the command, the page and the API."""

from __future__ import annotations

from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.apps.search.results import SearchResults

PATIENCE = 2.0  # seconds that a search waits for the index to follow the register


def search(query: SearchQuery, *, patience: float = PATIENCE) -> SearchResults:
    """The documents that answer the query, best first; what was just registered is found. Raises OSError, DatabaseError."""
    raise NotImplementedError
