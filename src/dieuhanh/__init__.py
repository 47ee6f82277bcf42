"""Điều Hành reads the weekly digests of a Vietnamese people's committee into typed facts.

>>> import dieuhanh
>>> from pathlib import Path
>>> digest = dieuhanh.read(Path("ban-tin.html"))  # doctest: +SKIP
"""

from __future__ import annotations

from dieuhanh.errors import DieuhanhError, EmptyPageError, NotTextError, SecretTextError, TooLargeError
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
