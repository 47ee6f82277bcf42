"""Every address of the server."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("dieuhanh.web.urls")),
    path("api/v1/", include("dieuhanh.api.urls")),
    path("", include("dieuhanh.desk.sign_in.urls")),
    path("ban-lam-viec/", include("dieuhanh.desk.urls")),
    path("", include("dieuhanh.visitors.urls")),
    path("", include("dieuhanh.portal.urls")),
    path("", include("dieuhanh.feeds.urls")),
]
