"""A document, or the choice between those that an address could mean."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dieuhanh.apps.documents import addresses
from dieuhanh.apps.documents.models import Document
from dieuhanh.portal.document_page import document_page
from dieuhanh.portal.links import agency_link, link_of
from dieuhanh.web.kept import kept


@kept()
def documents_called(request: HttpRequest, number: str) -> HttpResponse:
    """By number alone."""
    found = addresses.documents_called(number)
    if len(found) == 1:
        return redirect(link_of(found[0]).url)
    return _choice(request, found)


@kept(parameters=("trang", "viec"))
def document(request: HttpRequest, number: str, day: str, issuer: str | None = None) -> HttpResponse:
    """By number and day, and by issuer where another one has the same."""
    found = addresses.documents_called(number, day, issuer)
    if len(found) != 1:
        return _choice(request, found)
    link = link_of(found[0])
    shown = document_page(found[0], link.name, mentions_page=request.GET.get("trang", ""), orders_page=request.GET.get("viec", ""))
    issued_by = agency_link(found[0].issuer) if found[0].issuer else None
    followed = "/".join(addresses.document_parts(found[0]))
    context = {"row": found[0], "link": link, "issuer": issued_by, "document": shown, "followed": followed}
    return render(request, "portal/document.html", context)


def _choice(request: HttpRequest, found: list[Document]) -> HttpResponse:
    if not found:
        raise Http404
    return render(request, "portal/documents_choice.html", {"found": [link_of(row) for row in found]})
