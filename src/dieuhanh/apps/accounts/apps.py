"""The app for Django."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "dieuhanh.apps.accounts"
    verbose_name = "Người dùng"
