"""Addresses of the desk, Vietnamese without accents."""

from __future__ import annotations

from django.urls import path

from dieuhanh.desk.views.home import home

app_name = "desk"
urlpatterns = [
    path("", home, name="home"),
]
