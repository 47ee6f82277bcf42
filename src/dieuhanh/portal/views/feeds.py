"""Public feeds, and what crawlers ask for."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.digests.addresses import ROOT, issue_address
from dieuhanh.apps.digests.editions import editions_of
from dieuhanh.apps.digests.models import Correction, Issue
from dieuhanh.apps.digests.renderings import feeds
from dieuhanh.apps.digests.renderings.feeds import Channel
from dieuhanh.apps.digests.renderings.sitemap import to_sitemap
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.documents.addresses import documents_called
from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.portal.changes_feed import BEGINNING, FeedLines, document_lines, found_lines, to_atom
from dieuhanh.portal.issue_page import topic_link
from dieuhanh.portal.links import agency_link, link_of
from dieuhanh.web.absolute import full_address
from dieuhanh.web.kept import kept

ISSUES = 20
ATOM, RSS = "application/atom+xml; charset=utf-8", "application/rss+xml; charset=utf-8"
LONGEST = 200  # characters of a search
MOST_ADDRESSES = 49_000  # of one sitemap; the rule allows 50,000
CLOSED = ("/ban-lam-viec/", "/dang-nhap/", "/rieng/", "/theo-doi/", "/hien-thi/", "/tim-kiem")
FIXED = ("home", "issues", "digests", "agencies", "topics", "status", "open_data")


@kept(dated=True)
def issues_atom(request: HttpRequest) -> HttpResponse:
    return _issues(request, ATOM)


@kept(dated=True)
def issues_rss(request: HttpRequest) -> HttpResponse:
    return _issues(request, RSS)


def _issues(request: HttpRequest, media_type: str) -> HttpResponse:
    editions = editions_of(Issue.objects.published()[:ISSUES], lambda one: full_address(request, issue_address(one)))
    channel = _channel(request, "Điểm tin tuần", "Chỉ đạo, điều hành của UBND tỉnh, mỗi tuần một kỳ", ROOT)
    write = feeds.to_atom if media_type == ATOM else feeds.to_rss
    return HttpResponse(write(channel, editions), content_type=media_type)


@kept(dated=True)
def topic_atom(request: HttpRequest, code: str) -> HttpResponse:
    topic = next((one for one in topics_in_force() if one.code == code), None)
    if topic is None:
        raise Http404
    lines = found_lines(SearchQuery(topic=code), lambda path: full_address(request, path))
    return _lines(request, lines, f"Lĩnh vực {topic.name}", topic_link(code, topic.name).url or "")


@kept(dated=True)
def agency_atom(request: HttpRequest, name: str) -> HttpResponse:
    found = list(Agency.objects.called(name).order_by("name"))
    if not found:
        raise Http404
    lines = found_lines(SearchQuery(agencies=tuple(one.pk for one in found)), lambda path: full_address(request, path))
    return _lines(request, lines, f"Văn bản giao việc cho {found[0].name}", agency_link(found[0]).url or "")


@kept(dated=True)
def document_atom(request: HttpRequest, number: str, day: str, issuer: str | None = None) -> HttpResponse:
    found = documents_called(number, day, issuer)
    if len(found) != 1:
        raise Http404
    link = link_of(found[0])
    lines = document_lines(found[0], lambda path: full_address(request, path))
    return _lines(request, lines, f"{link.name}: các bản tin nói đến", link.url)


@kept(dated=True, parameters=("q",))
def search_atom(request: HttpRequest) -> HttpResponse:
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    if not words:
        raise Http404
    lines = found_lines(SearchQuery(words=words), lambda path: full_address(request, path))
    return _lines(request, lines, f"Tìm “{words}”", request.get_full_path().replace("/atom.xml", "", 1))


def _lines(request: HttpRequest, found: FeedLines, title: str, path: str) -> HttpResponse:
    response = HttpResponse(to_atom(_channel(request, title, title, path), found.lines), content_type=ATOM)
    if found.behind:
        response["Cache-Control"] = "no-store"
    return response


def _channel(request: HttpRequest, title: str, description: str, path: str) -> Channel:
    return Channel(title, description, full_address(request, path), full_address(request, request.get_full_path()), BEGINNING)


@kept(dated=True)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every issue and the pages that lead to all else."""
    corrected = dict(Correction.objects.order_by("at").values_list("issue", "at"))
    issues = Issue.objects.published()[:MOST_ADDRESSES]
    pages = [(full_address(request, reverse(f"portal:{name}")), None) for name in FIXED]
    changed = [(full_address(request, issue_address(one)), corrected.get(one.pk) or one.published_at) for one in issues]
    return HttpResponse(to_sitemap([*pages, *changed]), content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be listed; forms, private addresses and the desk may not."""
    closed = "\n".join(f"Disallow: {path}" for path in CLOSED)
    words = f"User-agent: *\n{closed}\n\nSitemap: {full_address(request, reverse('portal:sitemap'))}\n"
    return HttpResponse(words, content_type="text/plain; charset=utf-8")
