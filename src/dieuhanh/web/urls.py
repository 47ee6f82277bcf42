"""Addresses of the frame."""

from __future__ import annotations

from django.urls import path

from dieuhanh.web.views import set_comfort

app_name = "web"
urlpatterns = [path("hien-thi/", set_comfort, name="comfort")]
