"""Pages in the memory of this process, the least used going first.

Django's cache in local memory would do, and copies a page through pickle with every answer, which takes longer than all else that a
kept page costs.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Any, Generic, TypeVar

MOST = 32_000_000  # bytes of pages that a process keeps: a thousand

Page = TypeVar("Page")


class PageStore(Generic[Page]):
    """By key, so many bytes of content at most; several threads may use it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._pages: OrderedDict[str, tuple[Page, int]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> Page | None:
        with self._lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
            return found[0]

    def put(self, key: str, page: Page, size: int) -> None:
        """`size` in bytes; in place of what stands under the key."""
        with self._lock:
            self._size += size - self._pages.pop(key, (None, 0))[1]
            self._pages[key] = (page, size)
            while self._size > self._most:
                self._size -= self._pages.popitem(last=False)[1][1]

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._size = 0


PAGES: PageStore[Any] = PageStore(MOST)  # of web/kept.py
