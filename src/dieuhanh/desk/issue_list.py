"""The issues with how far each has come, and the weeks of the register that have none yet."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import F

from dieuhanh.apps.digests.models import Correction, Entry, Issue, State
from dieuhanh.apps.documents.models import Digest, Page
from dieuhanh.display.wording import one_line
from dieuhanh.extract.facts import Period

ISSUES_A_PAGE = 30
LOOKED_AT = 60  # of the newest digests, for weeks without an issue
SUGGESTED = 6
SUNDAY = 6


class IssueLine(msgspec.Struct, frozen=True):
    """One issue of the list."""

    issue: Issue
    title: str
    entries: int
    corrections: int

    @property
    def published(self) -> bool:
        return self.issue.state == State.PUBLISHED


class IssueList(msgspec.Struct, frozen=True):
    """A page of the issues, the newest days first."""

    page: PageOfRows[Issue]
    lines: list[IssueLine]


def issue_list(number: str) -> IssueList:
    """Four queries a page."""
    page = Paginator(Issue.objects.order_by("-period_end", "-period_start"), ISSUES_A_PAGE).get_page(number)
    ids = [row.pk for row in page]
    entries, corrections = _counts(Entry, ids), _counts(Correction, ids)
    return IssueList(page, [IssueLine(row, one_line(row.title), entries[row.pk], corrections[row.pk]) for row in page])


def issues_under_way() -> list[Issue]:
    """Those that the public does not see yet, the newest first."""
    return list(Issue.objects.exclude(state=State.PUBLISHED).order_by("-period_end")[:SUGGESTED])


def issue_beside(page: Page) -> Issue | None:
    """The issue of the days of a digest."""
    digest = Digest.objects.filter(page=page).exclude(period_start=None).first()
    if digest is None or digest.period_start is None or digest.period_end is None:
        return None
    return Issue.objects.of(Period(digest.period_start, digest.period_end)).first()


def weeks_without_issue() -> list[Period]:
    """The days of the newest digests of the register of which nobody has compiled an issue."""
    dated = Digest.objects.exclude(period_start=None).order_by(F("period_end").desc(), "-id")
    known = {(issue.period_start, issue.period_end) for issue in Issue.objects.order_by("-period_end")[: LOOKED_AT * 2]}
    periods = dict.fromkeys(dated.values_list("period_start", "period_end")[:LOOKED_AT])
    return [Period(start, end) for start, end in periods if start and end and (start, end) not in known][:SUGGESTED]


def week_name(period: Period) -> str:
    """2024-W10 for Monday to Sunday; "" for other days."""
    year, week, day = period.start.isocalendar()
    return f"{year}-W{week:02d}" if day == 1 and period.end - period.start == dt.timedelta(days=SUNDAY) else ""


def _counts(rows: type[Entry] | type[Correction], issues: list[int]) -> Counter[int]:
    return Counter(rows._default_manager.filter(issue__in=issues).order_by().values_list("issue", flat=True))
