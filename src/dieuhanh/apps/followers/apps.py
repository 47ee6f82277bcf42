"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class FollowersConfig(AppConfig):
    name = "dieuhanh.apps.followers"
    verbose_name = "Người theo dõi"
