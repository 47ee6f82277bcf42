"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "dieuhanh.web"
    verbose_name = "Khung trang"
