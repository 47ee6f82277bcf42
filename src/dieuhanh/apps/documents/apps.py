"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "dieuhanh.apps.documents"
    verbose_name = "Văn bản"
