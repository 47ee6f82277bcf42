"""All that a register says, without the numbers of rows and the hours of the clock: equal registers have equal fingerprints.

As a script it prints the fingerprint of the installation that the environment names.
"""

from __future__ import annotations

import json
from typing import Any

import django
from django.apps import apps
from django.db import models

CLOCKS = {"at", "fetched_at", "registered_at"}
CHAINED = {"hash", "previous_hash"}  # they hold the hours


def register_fingerprint() -> list[str]:
    """One line a row, sorted; what a row refers to is written out in its place."""
    lines = []
    for model in apps.get_models():
        for row in model._default_manager.all():
            words = json.dumps([model.__name__, said(row)], ensure_ascii=False, sort_keys=True, default=str)
            lines.append(words)
    return sorted(lines)


def said(row: models.Model, depth: int = 3) -> dict[str, Any]:
    """The fields of a row; a reference becomes the row that it means."""
    fields: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.name in CLOCKS | CHAINED or (field.primary_key and isinstance(field, models.BigAutoField)):
            continue
        value = getattr(row, field.name)
        if isinstance(value, models.Model):
            value = said(value, depth - 1) if depth else None
        elif isinstance(value, bytes | memoryview):
            value = bytes(value).hex()
        fields[field.name] = value
    return fields


if __name__ == "__main__":
    django.setup()
    print("\n".join(register_fingerprint()))  # noqa: T201  its output is what it is for
