"""Where a published issue stands on the web: by its days, which outlive every row."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.digests.models import Issue


def issue_address(issue: Issue) -> str:
    """The path of its page: "/diem-tin/2024-W03/", for other days than a week "/diem-tin/2024-01-15_2024-01-25/"."""
    period = issue.period
    year, week, _ = period.start.isocalendar()
    whole = period.start.isoweekday() == 1 and period.end - period.start == dt.timedelta(days=6)
    return f"/diem-tin/{year:04}-W{week:02}/" if whole else f"/diem-tin/{period.start}_{period.end}/"
