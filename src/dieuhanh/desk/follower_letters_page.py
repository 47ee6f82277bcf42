"""Letters to followers that could not be sent. Of who follows, no more is shown than tells one mail server from another."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import Count

from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.outbox.models import State

LETTERS_A_PAGE = 50


class LetterLine(msgspec.Struct, frozen=True):
    """A letter that was given up; `issue` and `url` are "" where it asks for confirmation."""

    id: int
    address: str  # masked
    issue: str
    url: str
    at: dt.datetime
    tries: int
    fault: str


class LettersPage(msgspec.Struct, frozen=True):
    """How many letters became what, in words; a page of those given up, the newest first."""

    counts: list[tuple[str, int]]
    page: PageOfRows[FollowerLetter]
    lines: list[LetterLine]


def letters_page(number: str) -> LettersPage:
    """With a fixed number of queries."""
    of = dict(FollowerLetter.objects.order_by().values_list("state").annotate(Count("id")))
    rows = FollowerLetter.objects.given_up().select_related("subscription", "issue").order_by("-id")
    page = Paginator(rows, LETTERS_A_PAGE).get_page(number)
    counts = [(State(state).label, of.get(state, 0)) for state in (State.SENT, State.WAITING, State.DEAD)]
    return LettersPage(counts, page, [_line(row) for row in page])


def masked(email: str) -> str:
    """m…@example.org"""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"


def _line(row: FollowerLetter) -> LetterLine:
    issue, url = (row.issue.title, issue_address(row.issue)) if row.issue else ("", "")
    return LetterLine(row.pk, masked(row.subscription.email), issue, url, row.at, row.tries, row.fault)
