"""Điều Hành reads the weekly digests of a Vietnamese people's committee into typed facts.

>>> import dieuhanh
>>> from pathlib import Path
>>> digest = dieuhanh.read(Path("ban-tin.html"))  # doctest: +SKIP

The reader itself is loaded at its first use: its 200 patterns and its word lists take 0.2 s, which a program that only imports
the package, or only catches its errors, need not wait for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dieuhanh.errors import DieuhanhError, EmptyPageError, NotTextError, SecretTextError, TooLargeError

if TYPE_CHECKING:
    from dieuhanh.extract.facts import Digest
    from dieuhanh.reading import read, schema, to_json
    from dieuhanh.text import DEFAULT_LIMIT

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_LIMIT",
    "DieuhanhError",
    "Digest",
    "EmptyPageError",
    "NotTextError",
    "SecretTextError",
    "TooLargeError",
    "__version__",
    "read",
    "schema",
    "to_json",
]

_HOMES = {
    "DEFAULT_LIMIT": "dieuhanh.text",
    "Digest": "dieuhanh.extract.facts",
    "read": "dieuhanh.reading",
    "schema": "dieuhanh.reading",
    "to_json": "dieuhanh.reading",
}


def __getattr__(name: str) -> Any:
    """Load the home of a public name when it is first asked for, and keep the name (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return __all__
