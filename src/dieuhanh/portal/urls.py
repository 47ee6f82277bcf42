"""Addresses of the public pages, Vietnamese without accents."""

from __future__ import annotations

from django.urls import path

from dieuhanh.portal.views import home

app_name = "portal"
urlpatterns = [path("", home, name="home")]
