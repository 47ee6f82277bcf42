"""The API's own description: for programs, and as a page for people."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dieuhanh.api.docs_page import docs_page
from dieuhanh.api.openapi import document


def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  as Django calls a view
    return HttpResponse(msgspec.json.encode(document()), content_type="application/json")


def docs(request: HttpRequest) -> HttpResponse:
    return render(request, "api/docs.html", {"docs": docs_page()})
