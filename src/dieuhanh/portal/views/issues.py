"""Published issues: the archive by year and month, one issue, its files, and what changed in its days."""

from __future__ import annotations

import calendar
import datetime as dt

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dieuhanh import letters
from dieuhanh.apps.digests.addresses import issue_address, issue_at, period_at
from dieuhanh.apps.digests.editions import editions_of, publisher_name
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.renderings.office_document import office_of, to_letter
from dieuhanh.apps.digests.renderings.plain_text import to_text
from dieuhanh.display import wording
from dieuhanh.extract.provinces import provinces
from dieuhanh.portal.issue_archive import issues_between, lines_of, month_link, months_of, years
from dieuhanh.portal.issue_page import FORMS, issue_page
from dieuhanh.portal.links import Link
from dieuhanh.portal.week_changes import week_changes
from dieuhanh.web.absolute import full_address
from dieuhanh.web.kept import kept
from dieuhanh.web.states import State, issue_state

ISSUES_A_PAGE = 30
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
}


@kept(parameters=("trang",))
def issues(request: HttpRequest) -> HttpResponse:
    page = Paginator(Issue.objects.published(), ISSUES_A_PAGE).get_page(request.GET.get("trang", ""))
    context = {"page": page, "lines": lines_of(page), "spans": years(), "spans_name": "Theo năm"}
    return render(request, "portal/issues.html", context | {"title": "Điểm tin tuần"})


@kept()
def issues_of_year(request: HttpRequest, year: int) -> HttpResponse:
    """All of a year: a week each, so one page holds them."""
    try:
        found = issues_between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    except ValueError as error:
        raise Http404 from error
    return _span(request, lines_of(found), f"Điểm tin năm {year}", {"spans": months_of(year), "spans_name": "Theo tháng"})


@kept()
def issues_of_month(request: HttpRequest, month: str) -> HttpResponse:
    try:
        first = dt.date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise Http404 from error
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    up = Link(str(first.year), "../" + str(first.year) + "/")
    return _span(request, lines_of(issues_between(first, last)), f"Điểm tin tháng {first.month}/{first.year}", {"year": up})


def _span(request: HttpRequest, lines: list[object] | object, title: str, more: dict[str, object]) -> HttpResponse:
    if not lines:
        raise Http404
    return render(request, "portal/issues.html", {"lines": lines, "title": title, "part": True} | more)


@kept(state=issue_state)
def issue(request: HttpRequest, period: str) -> HttpResponse:
    row = issue_at(period)
    if row is None:
        return _none_of(request, period)
    shown = issue_page(row, lambda one: full_address(request, issue_address(one)))
    month = month_link(row.period_start.year, row.period_start.month)
    return render(request, "portal/issue.html", {"issue": row, "shown": shown, "forms": FORMS, "month": month, "part": period})


def _none_of(request: HttpRequest, period: str) -> HttpResponse:
    """Days without an issue are told from an address that means nothing."""
    days = period_at(period)
    if days is None:
        raise Http404
    return render(request, "portal/no_issue.html", {"days": wording.period(days)}, status=404)


@kept()
def issue_changes(request: HttpRequest, period: str) -> HttpResponse:
    row = issue_at(period)
    if row is None:
        return _none_of(request, period)
    link = Link(wording.one_line(row.title), issue_address(row))
    return render(request, "portal/week_changes.html", {"changes": week_changes(row.period), "link": link})


def file_state(period: str, form: str) -> State:
    """A file says what its issue says and no more: other entries of the audit chain leave it as it is."""
    row = issue_at(period)
    return State(f"{row.pk} {row.version} {row.published_at} {publisher_name()}" if row and form in TYPES else "")


@kept(state=file_state)
def issue_file(request: HttpRequest, period: str, form: str) -> HttpResponse:
    """The issue to take along: as office document, PDF or plain text."""
    row = issue_at(period)
    if row is None or form not in TYPES:
        raise Http404
    edition = editions_of([row], lambda one: full_address(request, issue_address(one)))[0]
    if form == "txt":
        content = to_text(edition).encode()
    else:
        letter = to_letter(edition, office_of(next(iter(provinces()))))
        content = letters.to_docx(letter) if form == "docx" else letters.to_pdf(letter)
    headers = {"Content-Disposition": f'{"inline" if form == "txt" else "attachment"}; filename="diem-tin-{period}.{form}"'}
    return HttpResponse(content, content_type=TYPES[form], headers=headers)
