"""Digests: the list, the digests of one period, one digest."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dieuhanh.apps.documents.addresses import digests_of
from dieuhanh.portal.archive import DIGESTS_A_PAGE, archive, lines_of
from dieuhanh.portal.digest_page import digest_page
from dieuhanh.portal.links import digest_link, digest_url
from dieuhanh.web.kept import kept


@kept(parameters=("trang",))
def digests(request: HttpRequest) -> HttpResponse:
    page = Paginator(archive(), DIGESTS_A_PAGE).get_page(request.GET.get("trang", ""))
    return render(request, "portal/digests.html", {"page": page, "lines": lines_of(page)})


@kept()
def digest_of_period(request: HttpRequest, period: str) -> HttpResponse:
    """The only digest of the period, or the choice between several."""
    found = digests_of(period)
    if not found:
        raise Http404
    if len(found) == 1:
        return redirect(digest_url(found[0]))
    return render(request, "portal/digests_choice.html", {"found": [(digest_link(row), row) for row in found]})


@kept()
def digest(request: HttpRequest, period: str, source: str) -> HttpResponse:
    found = digests_of(period, source)
    if not found:
        raise Http404
    original = found[0].page.source.public_address
    context = {"row": found[0], "digest": digest_page(found[0]), "link": digest_link(found[0]), "original": original}
    return render(request, "portal/digest.html", context)
