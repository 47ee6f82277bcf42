"""Where a published issue stands on the web, and the way back; pages, letters and feeds all name it so.

A calendar week is named as ISO 8601 names it, other days by their first and last: "2024-W03", "2024-01-15_2024-01-25".
"""

from __future__ import annotations

import datetime as dt
import re

from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.addresses import PERIOD, day_of
from dieuhanh.domain.composing import week_of
from dieuhanh.errors import NotWeekError
from dieuhanh.extract.facts import Period

ROOT = "/diem-tin/"
WEEK = re.compile(r"\d{4}-W\d\d", re.ASCII)


def issue_address(issue: Issue) -> str:
    """The path of its page: "/diem-tin/2024-W03/"."""
    return f"{ROOT}{issue_part(issue.period)}/"


def issue_part(period: Period) -> str:
    """The part of the path that tells one issue from all others."""
    year, week, _ = period.start.isocalendar()
    whole = period.start.isoweekday() == 1 and period.end - period.start == dt.timedelta(days=6)
    return f"{year:04}-W{week:02}" if whole else f"{period.start}_{period.end}"


def period_at(part: str) -> Period | None:
    """The days that a part of an address names; None where it names none."""
    try:
        if WEEK.fullmatch(part):
            return week_of(part)
        days = PERIOD.fullmatch(part)
        return Period(day_of(days["start"]), day_of(days["end"])) if days else None
    except (NotWeekError, ValueError):
        return None


def issue_at(part: str) -> Issue | None:
    """The published issue of that address; a week by its days, or by its name, leads to the same one only under its own address."""
    period = period_at(part)
    if period is None or issue_part(period) != part:
        return None
    return Issue.objects.published().of(period).first()
