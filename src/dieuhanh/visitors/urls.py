"""Addresses where visitors write."""

from __future__ import annotations

from django.urls import path

from dieuhanh.visitors.views.following import confirm, follow, stop
from dieuhanh.visitors.views.rating import rate_issue

app_name = "visitors"
urlpatterns = [
    path("diem-tin/<slug:period>/danh-gia/", rate_issue, name="rate"),
    path("theo-doi/", follow, name="follow"),
    path("theo-doi/xac-nhan/<str:token>/", confirm, name="confirm"),
    path("theo-doi/thoi/<str:token>/", stop, name="stop"),
]
