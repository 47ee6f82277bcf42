"""Every address of the server."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("dieuhanh.web.urls")),
    path("", include("dieuhanh.portal.urls")),
    path("", include("dieuhanh.feeds.urls")),
]
