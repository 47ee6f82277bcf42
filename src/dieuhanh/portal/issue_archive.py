"""Published issues by year, month and week, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth, ExtractYear
from django.urls import reverse

from dieuhanh.apps.digests.addresses import issue_address, issue_part
from dieuhanh.apps.digests.models import Correction, Entry, Issue
from dieuhanh.display import wording
from dieuhanh.extract.facts import Period
from dieuhanh.portal.links import Link

MOST_HEADLINES = 8  # of an issue on the first page


class IssueLine(msgspec.Struct, frozen=True):
    """An issue as a list shows it."""

    link: Link
    week: str
    entries: int
    corrected: int


class Span(msgspec.Struct, frozen=True):
    """A year or a month, and how many issues it has."""

    link: Link
    issues: int


class NewestIssue(msgspec.Struct, frozen=True):
    """The newest issue with its first headlines, and how many more there are."""

    link: Link
    period: Period
    headlines: list[Link]
    more: int


def issues_between(first: dt.date, last: dt.date) -> QuerySet[Issue]:
    """Those that begin in these days."""
    return Issue.objects.published().filter(period_start__range=(first, last))


def lines_of(issues: Iterable[Issue]) -> list[IssueLine]:
    """With their counts: two queries, however many they are."""
    rows = list(issues)
    entries, corrections = (_counts(model, rows) for model in (Entry, Correction))
    return [
        IssueLine(
            Link(wording.one_line(issue.title), issue_address(issue)),
            week_name(issue),
            entries.get(issue.pk, 0),
            corrections.get(issue.pk, 0),
        )
        for issue in rows
    ]


def _counts(model: type[Entry | Correction], issues: list[Issue]) -> dict[int, int]:
    return dict(model._default_manager.filter(issue__in=issues).order_by().values_list("issue").annotate(Count("pk")))


def week_name(issue: Issue) -> str:
    """ "Tuần 3 năm 2024"; other days have no number."""
    year, _, week = issue_part(issue.period).partition("-W")
    return f"Tuần {int(week)} năm {year}" if week else "Kỳ riêng"


def years() -> list[Span]:
    """All years with issues. One query."""
    rows = Issue.objects.published().order_by().annotate(year=ExtractYear("period_start")).values_list("year").annotate(Count("pk"))
    return [Span(Link(str(year), reverse("portal:issues_of_year", args=[year])), count) for year, count in sorted(rows, reverse=True)]


def months_of(year: int) -> list[Span]:
    """The months of a year with issues. One query."""
    rows = Issue.objects.published().filter(period_start__year=year).order_by()
    counts = rows.annotate(month=ExtractMonth("period_start")).values_list("month").annotate(Count("pk"))
    return [Span(month_link(year, month), count) for month, count in sorted(counts, reverse=True)]


def month_link(year: int, month: int) -> Link:
    return Link(f"Tháng {month}/{year}", reverse("portal:issues_of_month", args=[f"{year:04}-{month:02}"]))


def newest_issue() -> NewestIssue | None:
    """None while nothing is published. Two queries."""
    issue = Issue.objects.published().first()
    if issue is None:
        return None
    address = issue_address(issue)
    rows = list(Entry.objects.filter(issue=issue).values_list("key", "headline"))
    headlines = [Link(wording.one_line(headline), f"{address}#muc-{key}") for key, headline in rows[:MOST_HEADLINES]]
    return NewestIssue(Link(wording.one_line(issue.title), address), issue.period, headlines, len(rows) - len(headlines))
