"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "dieuhanh.apps.audit"
    verbose_name = "Nhật ký"
