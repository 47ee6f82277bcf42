"""All that a register says, without the numbers of rows and the hours of the clock: equal registers have equal fingerprints.

As a script it prints the fingerprint of the installation that the environment names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import cache

import django
from django.apps import apps
from django.db import models

CLOCKS = {"at", "fetched_at", "registered_at"}
FOLLOWED = {"Change", "Check"}  # which batch touched a document last depends on the batches; when somebody looked, on people
CHAINED = {"hash", "previous_hash"}  # they hold the hours


def register_fingerprint() -> list[str]:
    """One line a row, sorted; what a row refers to is named by the hash of its own line."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("dieuhanh.")]  # Django's own follow from the models
    tables = {model: model._default_manager.in_bulk() for model in ours if model.__name__ not in FOLLOWED}

    @cache
    def line(model: type[models.Model], key: object) -> str:
        return json.dumps([model.__name__, said(tables[model][key], line)], ensure_ascii=False, sort_keys=True, default=str)

    return sorted(line(model, key) for model, rows in tables.items() for key in rows)


def said(row: models.Model, line: Callable[[type[models.Model], object], str]) -> dict[str, object]:
    """The fields of a row by name."""
    fields: dict[str, object] = {}
    for field in row._meta.concrete_fields:
        if field.name in CLOCKS | CHAINED or isinstance(field, models.AutoField):
            continue
        value = getattr(row, field.attname)
        if isinstance(field, models.ForeignKey) and value is not None:
            value = hashed(line(field.remote_field.model, value).encode())
        fields[field.name] = hashed(bytes(value)) if isinstance(value, bytes | memoryview) else value
    return fields


def hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


if __name__ == "__main__":
    django.setup()
    print("\n".join(register_fingerprint()))  # noqa: T201  its output is what it is for
