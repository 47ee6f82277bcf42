"""A published issue is told to whoever follows something in it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from dieuhanh.apps.digests.models import Issue, Subscription
from dieuhanh.apps.followers.models import FollowerLetter, ToldIssue
from dieuhanh.apps.followers.subjects import concerning, told_entries

REMEMBERED = dt.timedelta(days=7)  # an issue that was published longer ago, while no worker ran, is news no more
CHUNK = 1000


def tell_followers(at: dt.datetime) -> int:
    """For a standing job: letters for the issues that were published since; how many were written. Each follower has one of each issue."""
    since = Issue.objects.published().filter(published_at__gte=at - REMEMBERED, told=None)
    return sum(_tell(issue, at) for issue in since.values_list("pk", flat=True))


def _tell(issue: int, at: dt.datetime) -> int:
    """Of one issue, all letters or none; a second worker finds it told."""
    with transaction.atomic():
        row = Issue.objects.select_for_update().get(pk=issue)
        if ToldIssue.objects.filter(issue=row).exists():
            return 0
        ToldIssue.objects.create(issue=row, at=at)
        entries, everything = told_entries(row), row.entries.count()
        letters = []
        for subscription in Subscription.objects.confirmed().iterator(CHUNK):
            keys = concerning(subscription, entries)
            if keys:
                only = [] if len(keys) == everything else keys
                letters.append(FollowerLetter(subscription=subscription, issue=row, entries=only, next_at=at, at=at))
        FollowerLetter.objects.bulk_create(letters, batch_size=CHUNK)
    return len(letters)
