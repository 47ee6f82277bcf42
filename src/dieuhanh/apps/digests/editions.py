"""From the rows of published issues to their editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from django.db.models import prefetch_related_objects
from django.utils.timezone import localdate

from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.renderings.edition import Edition, EditionEntry, Notice, blocks_of
from dieuhanh.apps.documents.models import Digest
from dieuhanh.letters.wording import one_line

ANCHOR = "muc-{}"
NOBODY_KNOWN = "UBND tỉnh"


def editions_of(issues: Iterable[Issue], url_of: Callable[[Issue], str]) -> list[Edition]:
    """The editions of published issues; `url_of` gives the full address of each. Three queries, however many they are."""
    rows = list(issues)
    prefetch_related_objects(rows, "entries", "corrections")
    publisher = publisher_name() if rows else NOBODY_KNOWN
    return [edition_of(issue, publisher, url_of(issue)) for issue in rows]


def edition_of(issue: Issue, publisher: str, url: str) -> Edition:
    """One of them. Raises ValueError for an issue that is not published."""
    if issue.published_at is None:
        raise ValueError("only a published issue has an edition")
    return _edition(issue, publisher, url, issue.published_at)


def preview_of(issue: Issue, at: dt.datetime) -> Edition:
    """An issue in any state as it would look if it were published at that moment; it has no address yet."""
    return _edition(issue, publisher_name(), "", issue.published_at or at)


def _edition(issue: Issue, publisher: str, url: str, published_at: dt.datetime) -> Edition:
    corrections = list(issue.corrections.all())
    return Edition(
        title=one_line(issue.title),
        publisher=one_line(publisher),
        period=issue.period,
        url=url,
        published_at=published_at,
        updated_at=max([published_at, *(correction.at for correction in corrections)]),
        entries=tuple(
            EditionEntry(ANCHOR.format(entry.key), one_line(entry.headline), blocks_of("\n".join(map(one_line, entry.body.split("\n")))))
            for entry in issue.entries.all()
        ),
        notices=tuple(Notice(localdate(correction.at), one_line(correction.statement)) for correction in corrections),
    )


def publisher_name() -> str:
    """Whose digests the register holds: the publisher that the newest of them names."""
    newest = Digest.objects.exclude(publisher_name=None).order_by("-period_end", "id").first()
    return newest.publisher_name or NOBODY_KNOWN if newest else NOBODY_KNOWN
