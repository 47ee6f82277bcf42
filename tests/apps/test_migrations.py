"""The tables are those of the models."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command

from dieuhanh.config.migrating import bring_up_to_date, is_up_to_date


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)  # ends the process where one is


@pytest.mark.django_db
def test_a_process_killed_after_the_last_migration_is_made_up_for() -> None:
    assert is_up_to_date()
    Permission.objects.filter(codename="register_page").delete()
    assert not is_up_to_date()
    bring_up_to_date()
    assert Permission.objects.filter(codename="register_page").exists()
