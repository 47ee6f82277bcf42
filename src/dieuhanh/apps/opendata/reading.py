"""Rows of the register, one after another, without holding more than some thousand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet

CHUNK = 2_000


def streamed(rows: QuerySet[Model], *columns: str) -> Iterator[tuple[Any, ...]]:
    """These columns of the rows, in the order in which they came into the register."""
    return rows.order_by("pk").values_list(*columns).iterator(chunk_size=CHUNK)
