"""A week in the register, and what people do to its issue, for tests."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.digests.actions import approve_issue, compile_issue, publish_issue, submit_issue
from dieuhanh.apps.digests.contents import IssueContent, content_of
from dieuhanh.apps.digests.models import Issue
from dieuhanh.domain.composing import week_of
from dieuhanh.extract.facts import Period
from tests.apps.pages import LETTER, NOW, ORDER, TESTER, digest_text, item, page, register

WEEK = week_of("2024-W19")
TODAY = dt.date(2026, 3, 2)
DREDGING = item("Chỉ đạo nạo vét mương máng trước vụ mùa", LETTER, ORDER)
PLANTING = item(
    "Kế hoạch trồng rừng năm 2024",
    "UBND tỉnh ban hành Kế hoạch trồng rừng năm 2024 (Kế hoạch số 91/KH-UBND, ngày 08/5/2024).",
    "Phấn đấu năm 2024 trồng ít nhất 9.500 ha rừng.",
)
TEXT = digest_text(DREDGING, PLANTING)


def draft(text: str = TEXT, week: Period = WEEK) -> Issue:
    """The draft of a week whose digest was just registered."""
    register(page(text))
    return compile_issue(week, today=TODAY, actor=TESTER, at=NOW)


def in_review(text: str = TEXT) -> Issue:
    return submit_issue(draft(text).pk, actor=TESTER, at=NOW)


def approved(text: str = TEXT) -> Issue:
    issue = in_review(text)
    return approve_issue(issue.pk, issue.version, actor=TESTER, at=NOW)


def published(text: str = TEXT) -> Issue:
    return publish_issue(approved(text).pk, actor=TESTER, at=NOW)


def with_body(issue: Issue, place: int, old: str, new: str) -> IssueContent:
    """The issue's content with some words of one entry's body exchanged."""
    content = content_of(issue)
    entry = content.entries[place]
    assert old in entry.body
    changed = type(entry)(entry.key, entry.headline, entry.body.replace(old, new), entry.sources)
    return IssueContent(content.title, (*content.entries[:place], changed, *content.entries[place + 1 :]))
