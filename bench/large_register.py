"""A script: fills the empty register of its environment with so many documents, each reported, related, and ordering something."""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterable
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from bench import corpus
from dieuhanh.config.startup import start

start()

from dieuhanh.apps.agencies.actions import load_agencies  # noqa: E402  models need Django started
from dieuhanh.apps.agencies.models import Agency  # noqa: E402
from dieuhanh.apps.audit.actors import Operator  # noqa: E402
from dieuhanh.apps.documents import models  # noqa: E402

NOW = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)
POOL_BYTES = 2_000_000  # of varied digests, whose paragraphs become headlines and orders
A_DIGEST = 12  # documents, one an item
CHUNK = 200  # digests at a time


def fill(documents: int) -> None:
    """Digests of twelve documents; each document with one order to two agencies, a deadline, and a relation to the one before."""
    call_command("migrate", verbosity=0)
    load_agencies(actor=Operator("bench"), at=NOW)
    chance = random.Random(11)
    pool = [line for page in corpus.generate(POOL_BYTES, seed=11) for line in page.split("\n") if len(line) > 60]
    agencies = list(Agency.objects.values_list("pk", flat=True))
    numbers = range(1, documents + 1)
    for first in range(0, documents, A_DIGEST * CHUNK):
        chunk = numbers[first : first + A_DIGEST * CHUNK]
        with transaction.atomic():
            _digests({1 + (number - 1) // A_DIGEST for number in chunk}, pool, chance)
            _documents(chunk, pool, chance)
            _work(chunk, pool, chance, agencies)


def _digests(numbers: set[int], pool: list[str], chance: random.Random) -> None:
    monday = dt.date(2010, 1, 4)
    moment = NOW.isoformat(" ")
    page = {"version": 1, "text": "", "reader_version": "bench", "registered_at": moment, "is_current": True}
    rows = sorted(numbers)
    write(models.Source, ({"id": n, "address": f"https://langson.gov.vn/tuan-{n}", "fetched_at": moment} for n in rows))
    write(models.Original, ({"sha256": f"{n:064x}", "content": b""} for n in rows))
    write(models.Page, ({"id": n, "source_id": n, "original_id": f"{n:064x}", **page} for n in rows))
    write(
        models.Digest,
        (
            {
                "id": n,
                "page_id": n,
                "title": chance.choice(pool)[:90],
                "publisher_name": "UBND tỉnh Lạng Sơn",
                "period_start": str(monday + dt.timedelta(weeks=n % 800)),
                "period_end": str(monday + dt.timedelta(weeks=n % 800, days=6)),
                "lead": "[]",
            }
            for n in rows
        ),
    )


def _documents(numbers: range, pool: list[str], chance: random.Random) -> None:
    """Each with its item, its designation, its mention and its relation."""
    items, documents, designations, mentions, relations = [], [], [], [], []
    for n in numbers:
        title, day = chance.choice(pool)[:160], str(dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4000)))
        name = {"number_key": f"{n}/UBND-KT", "issuer_key": "ubnd tỉnh lạng sơn", "date": day}
        said = {"type": "Công văn", "number": f"{n}/UBND-KT", "issuer_name": "UBND tỉnh Lạng Sơn", "title": title}
        span = {"id": n, "order": 0, "start": 0, "end": 1, "item_id": n}
        items.append({"id": n, "digest_id": 1 + (n - 1) // A_DIGEST, "order": (n - 1) % A_DIGEST, "start": 0, "end": 1, "heading": title})
        documents.append({"id": n, **name, **said, "slug": f"{n}-ubnd-kt", "known_by": "reported"})
        designations.append({"id": n, **name, "year": 0, "document_id": n})
        mentions.append({"role": "instrument", "designation_id": n, "date": day, "key": f"{n}/UBND-KT", **said, **span})
        keys = {"source_key": f"{n}/UBND-KT", "target_key": f"{max(1, n - 1)}/UBND-KT"}
        relations.append({"type": "implements", "source_id": n, "target_id": max(1, n - 1), **keys, **span})
    write(models.Item, items)
    write(models.Document, documents)
    write(models.Designation, designations)
    write(models.Mention, mentions)
    write(models.Relation, relations)


def _work(numbers: range, pool: list[str], chance: random.Random, agencies: list[int]) -> None:
    """The order of each document, who has to do it, by when."""
    assignments, assigned, deadlines, targets = [], [], [], []
    for n in numbers:
        span = {"id": n, "order": 0, "start": 0, "end": 1, "item_id": n}
        assignments.append({"action": chance.choice(pool), **span})
        for part in models.Part.values:
            who = {"order": 0, "name": "Sở Tài chính", "agency_id": chance.choice(agencies)}
            assigned.append({"assignment_id": n, "part": part, **who})
        due = dt.date(2024, 1, 1) + dt.timedelta(days=n % 900)
        deadlines.append({"assignment_id": n, "due": str(due), "bound": "before", "expression": f"trước ngày {due:%d/%m/%Y}", **span})
        targets.append({"subject": "tỷ lệ hồ sơ", "comparator": ">=", "value": n % 100, "unit": "%", "by": "2025", **span})
    write(models.Assignment, assignments)
    write(models.AssignedAgency, assigned)
    write(models.Deadline, deadlines)
    write(models.Target, targets)


def write(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    """Past the ORM, which takes a millisecond for what one document brings."""
    values = list(rows)
    names = ", ".join(f'"{name}"' for name in values[0])
    statement = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({', '.join(['%s'] * len(values[0]))})"  # noqa: S608  names of our own
    with connection.cursor() as cursor:
        cursor.executemany(statement, [tuple(row.values()) for row in values])


if __name__ == "__main__":
    fill(int(sys.argv[1]))
