"""The tables are those of the models."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connection

from dieuhanh.config.migrating import LOCK_FILE, alone, bring_up_to_date, is_up_to_date
from tests.apps.pages import NOW


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)  # ends the process where one is


@pytest.mark.django_db
def test_a_process_killed_before_the_permissions_is_made_up_for() -> None:
    Permission.objects.filter(codename="rebuild_pages").delete()
    assert not is_up_to_date()
    bring_up_to_date(NOW)
    assert is_up_to_date()


@pytest.mark.django_db
def test_the_lock_lies_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the database is in memory, or is a server, and has no place of its own."""
    monkeypatch.chdir(tmp_path)
    with alone():
        assert list(tmp_path.iterdir()) == []
    assert (settings.HOME / LOCK_FILE).exists() == (connection.vendor == "sqlite")


@pytest.mark.django_db
def test_a_migration_that_fails_keeps_nobody_waiting() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the lock on a file ends with the file")
    with pytest.raises(ZeroDivisionError), alone():
        raise ZeroDivisionError
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
        assert cursor.fetchone() == (0,)
