"""Where an issue stands on the public pages: by its year and week, which outlive every row."""

from __future__ import annotations

from dieuhanh.apps.digests.models import Issue


def issue_address(issue: Issue) -> str:
    """/diem-tin/2024-W03/"""
    year, week, _ = issue.period_start.isocalendar()
    return f"/diem-tin/{year}-W{week:02d}/"
