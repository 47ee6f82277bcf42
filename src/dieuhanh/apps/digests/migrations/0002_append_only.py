"""The database refuses to change or delete versions, corrections and waivers."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from dieuhanh.apps.audit.append_only import refuse_changes


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  what Django hands over
    refuse_changes("digests_version", "versions are neither changed nor deleted", schema_editor)
    refuse_changes("digests_correction", "corrections are neither changed nor deleted", schema_editor)
    refuse_changes("digests_waiver", "waivers are neither changed nor deleted", schema_editor)


class Migration(migrations.Migration):
    dependencies = [("digests", "0001_initial")]

    operations = [migrations.RunPython(keep)]
