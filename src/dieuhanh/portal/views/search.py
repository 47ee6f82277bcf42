"""What a visitor typed: the number of a document or the name of an agency leads straight there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.portal.finding import agencies_called, documents_typed
from dieuhanh.portal.links import agency_link, link_of
from dieuhanh.text import slug

LONGEST = 200  # characters of a query that are looked at


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    documents = [link_of(row) for row in documents_typed(query)] if query else []
    agencies = [agency_link(row) for row in _agencies(query)] if query else []
    if len(documents) + len(agencies) == 1:
        return redirect(documents[0].url if documents else agencies[0].url or "/")
    return render(request, "portal/search.html", {"query": query, "documents": documents, "agencies": agencies})


def _agencies(query: str) -> list[Agency]:
    """By any of its names, or by its present one typed without accents."""
    return list(Agency.objects.named(query).order_by("name")) or agencies_called(slug(query))
