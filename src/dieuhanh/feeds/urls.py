"""Private addresses; nothing links to them."""

from __future__ import annotations

from django.urls import path

from dieuhanh.feeds.views import atom, ics

app_name = "feeds"
urlpatterns = [
    path("rieng/<str:token>/viec.ics", ics, name="ics"),
    path("rieng/<str:token>/viec.atom", atom, name="atom"),
]
