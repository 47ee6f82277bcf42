"""Bringing the database up to date: what a new installation, or a newer version of the product, needs before its first write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.files import locks
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from dieuhanh.apps.accounts.actions import refresh_roles, roles_are_fresh
from dieuhanh.apps.audit.actors import Operator
from dieuhanh.config.databases import SQLITE_FILE
from dieuhanh.errors import DatabaseUnreachableError

MIGRATION = Operator("dieuhanh: migrate")
LOCK_FILE = f"{SQLITE_FILE}.migrating"
LOCK = 0x6469_6575  # "dieu": one number for all our processes on a PostgreSQL server


def bring_up_to_date(at: dt.datetime) -> None:
    """Apply the migrations that are missing, one process at a time. Raises DatabaseUnreachableError."""
    require_database()
    if is_up_to_date():
        return
    with alone():
        call_command("migrate", interactive=False, verbosity=0)
        refresh_roles(actor=MIGRATION, at=at)


def require_database() -> None:
    """Raises DatabaseUnreachableError where no database answers."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise DatabaseUnreachableError from error


def is_up_to_date() -> bool:
    """Whether the database has every migration of this version, and what Django writes after the last of them.

    A process that was killed in between leaves tables without permissions; migrating again makes up for it.
    """
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes()) and _has_permissions() and roles_are_fresh()


def _has_permissions() -> bool:
    wanted = {
        (model._meta.app_label, codename)
        for model in apps.get_models()
        for codename in (
            *(get_permission_codename(verb, model._meta) for verb in model._meta.default_permissions),
            *(codename for codename, _ in model._meta.permissions),
        )
    }
    return wanted <= set(Permission.objects.values_list("content_type__app_label", "codename"))


@contextmanager
def alone() -> Iterator[None]:
    """Keeps other processes from migrating the same database; who waited finds nothing left to do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        return
    with (settings.HOME / LOCK_FILE).open("w") as file:
        locks.lock(file, locks.LOCK_EX)
        yield
