"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    name = "dieuhanh.apps.corrections"
    verbose_name = "Ý kiến của người dùng"
