"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "dieuhanh.apps.agencies"
    verbose_name = "Cơ quan, đơn vị"
