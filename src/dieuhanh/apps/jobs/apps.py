"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "dieuhanh.apps.jobs"
    verbose_name = "Việc của máy"
