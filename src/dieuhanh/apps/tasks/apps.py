"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "dieuhanh.apps.tasks"
    verbose_name = "Nhiệm vụ"
