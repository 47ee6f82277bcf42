"""A script: fills the empty register of its environment with the samples and so many published issues, a week each."""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import corpus
from dieuhanh.config.startup import start

start()

from django.core.management import call_command  # noqa: E402  models need Django started

import dieuhanh  # noqa: E402
from dieuhanh.apps.agencies.actions import load_agencies  # noqa: E402
from dieuhanh.apps.audit.actors import Operator  # noqa: E402
from dieuhanh.apps.digests.models import Correction, Entry, EntrySource, Issue, Rating, Version  # noqa: E402
from dieuhanh.apps.documents.actions import register_pages  # noqa: E402
from dieuhanh.apps.documents.models import Item  # noqa: E402
from dieuhanh.apps.documents.reading import read_page  # noqa: E402
from dieuhanh.domain.composing.weeks import title_of  # noqa: E402
from dieuhanh.extract.facts import Period  # noqa: E402

NOW = dt.datetime(2026, 3, 9, 1, 0, tzinfo=dt.UTC)
NEWEST = dt.date(2026, 3, 2)  # a Monday
POOL_BYTES = 1_000_000
ENTRIES, PARAGRAPHS = 10, 3
CHUNK = 500


def fill(issues: int) -> None:
    """Each issue with ten entries that rest on items of the samples; every tenth corrected, the newest rated."""
    call_command("migrate", verbosity=0)
    operator = Operator("bench")
    load_agencies(actor=operator, at=NOW)
    samples = sorted((Path(dieuhanh.__file__).parent / "samples").glob("s[1-8]_*"))
    register_pages([read_page(f"https://langson.gov.vn/{one.stem}", one.read_bytes()) for one in samples], actor=operator, at=NOW)
    chance = random.Random(11)
    pool = [line for page in corpus.generate(POOL_BYTES, seed=11) for line in page.split("\n") if len(line) > 60]
    sources = list(
        Item.objects.filter(mentions__role="instrument", mentions__order=0).values_list(
            "digest__page__source__address", "heading", "mentions__key", "digest__page__original"
        )
    )
    for first in range(0, issues, CHUNK):
        _write(list(_issues(range(first, min(first + CHUNK, issues)))), pool, sources, chance)
    newest = Issue.objects.published()[0]
    Rating.objects.bulk_create(
        Rating(issue=newest, question="stars", value=1 + n % 5, voter=f"{n:064x}", on=NOW.date()) for n in range(200)
    )


def _issues(weeks: range) -> Iterator[Issue]:
    for week in weeks:
        monday = NEWEST - dt.timedelta(weeks=week)
        days = Period(monday, monday + dt.timedelta(days=6))
        published = NOW - dt.timedelta(weeks=week)
        yield Issue(
            period_start=days.start, period_end=days.end, title=title_of(days), state="published", published_at=published,
            next_key=ENTRIES + 1,
        )  # fmt: skip


def _write(issues: list[Issue], pool: list[str], sources: list[tuple[str, str, str, str]], chance: random.Random) -> None:
    Issue.objects.bulk_create(issues)
    entries = [
        Entry(issue=issue, key=key, order=key, headline=chance.choice(pool)[:110], body="\n".join(chance.sample(pool, PARAGRAPHS)))
        for issue in issues
        for key in range(1, ENTRIES + 1)
    ]
    Entry.objects.bulk_create(entries)
    EntrySource.objects.bulk_create(
        EntrySource(entry=entry, order=0, address=address, heading=heading, document_key=key, sha256="0" * 64, original=original)
        for entry in entries
        for address, heading, key, original in [chance.choice(sources)]
    )
    corrected = issues[::10]
    Version.objects.bulk_create(Version(issue=one, number=2, content_json="{}", author="bench", at=NOW) for one in corrected)
    versions = {one.issue_id: one for one in Version.objects.filter(issue__in=corrected)}
    Correction.objects.bulk_create(
        Correction(issue=one, version=versions[one.pk], statement="Sửa ngày ở mục 1.", at=NOW) for one in corrected
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]))
