"""What a visitor typed: a number or a name leads straight there, words to what was found."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.portal.finding import documents_typed
from dieuhanh.portal.links import agency_link, link_of
from dieuhanh.portal.results_page import PARAMETERS, asked, results_page

LONGEST = 200  # characters of a parameter that are looked at


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    question = asked({name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST] for name in PARAMETERS})
    query = question.words
    documents = [link_of(row) for row in documents_typed(query)] if query else []
    agencies = [agency_link(row) for row in Agency.objects.meant_by(query)] if query else []
    if len(documents) + len(agencies) == 1:
        return redirect(documents[0].url if documents else agencies[0].url or "/")
    results = results_page(question) if query else None
    return render(request, "portal/search.html", {"query": query, "agencies": agencies, "results": results})
