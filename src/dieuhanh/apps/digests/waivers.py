"""Who answers for what the gate found, kept for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dieuhanh.apps.digests.gate import Judged
from dieuhanh.apps.digests.models import Issue, Waiver
from dieuhanh.errors import NoSuchFindingError

LONGEST_REASON = 2000


def write_waivers(issue: Issue, found: Sequence[Judged], reason: str, *, author: str, at: dt.datetime) -> list[Waiver]:
    """For each of these findings, once for each line in which its words stand. Raises NoSuchFindingError without a reason."""
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON or "\0" in reason:
        raise NoSuchFindingError
    once = {(one.entry_key, one.finding.kind.value, one.finding.words, one.context) for one in found}
    return Waiver.objects.bulk_create(
        Waiver(issue=issue, entry_key=key, kind=kind, words=words, context=context, reason=reason, actor=author, at=at)
        for key, kind, words, context in sorted(once, key=str)
    )
