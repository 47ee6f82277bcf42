"""The database refuses to change or delete what people noted of warnings."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from dieuhanh.apps.audit.append_only import refuse_changes


def keep(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  what Django hands over
    refuse_changes("corrections_acknowledgement", "acknowledgements are neither changed nor deleted", schema_editor)


class Migration(migrations.Migration):
    dependencies = [("corrections", "0003_acknowledgement")]

    operations = [migrations.RunPython(keep)]
