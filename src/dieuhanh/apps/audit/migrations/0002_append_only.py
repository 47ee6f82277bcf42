"""The database refuses to change or delete an entry; the chain begins."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from dieuhanh.apps.audit.append_only import refuse_changes
from dieuhanh.apps.audit.chain import GENESIS


def begin(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The triggers of the database that is being migrated, and the head before the first entry."""
    refuse_changes("audit_entry", "entries of the audit chain are neither changed nor deleted", schema_editor)
    apps.get_model("audit", "Head").objects.create(id=1, sequence=0, hash=GENESIS)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(begin)]
