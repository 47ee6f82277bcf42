"""Which documents changed when; those that are there already changed with the last entry of the audit chain."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def note_all(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001  Django hands both
    head = apps.get_model("audit", "Head").objects.get()
    ids = apps.get_model("documents", "Document").objects.values_list("id", flat=True)
    change = apps.get_model("documents", "Change")
    change.objects.bulk_create((change(document_id=document, sequence=head.sequence) for document in ids.iterator()), batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("audit", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("document_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("sequence", models.BigIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["sequence", "document_id"], name="documents_change_order")]},
        ),
        migrations.RunPython(note_all, migrations.RunPython.noop),
    ]
