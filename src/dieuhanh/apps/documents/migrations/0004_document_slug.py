"""Documents get the name by which addresses call them."""

from typing import Any

from django.db import migrations, models

from dieuhanh.text import slug

CHUNK = 1000


def fill(apps: Any, schema_editor: object) -> None:  # noqa: ARG001  Django hands it over
    """For the documents that are there already; it follows from their number."""
    documents = apps.get_model("documents", "Document").objects
    ids = list(documents.values_list("id", flat=True))
    for first in range(0, len(ids), CHUNK):
        rows = list(documents.filter(id__in=ids[first : first + CHUNK]))
        for row in rows:
            row.slug = slug(row.number_key)
        documents.bulk_update(rows, ["slug"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_rebuild_and_standings")]

    operations = [
        migrations.AddField("document", "slug", models.CharField(max_length=160, default=""), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("document", "slug", models.CharField(max_length=160, db_index=True)),
    ]
