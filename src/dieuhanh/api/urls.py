"""Addresses of the API: its own description, the page that explains it, and its resources."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_GET

from dieuhanh.api.interface import api
from dieuhanh.api.views import docs, openapi

urlpatterns = [
    path("openapi.json", require_GET(openapi), name="api-openapi"),
    path("docs", require_GET(docs), name="api-docs"),
    path("", api.urls),
]
