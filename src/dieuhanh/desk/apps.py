"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "dieuhanh.desk"
    verbose_name = "Bàn làm việc"
