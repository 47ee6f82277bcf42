"""Indexes that hold all that the counts of the leader's page ask."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("documents", "0004_document_slug"),
        ("tasks", "0002_append_only"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="task",
            name="tasks_task_counts_by_lead",
        ),
        migrations.RemoveIndex(
            model_name="task",
            name="tasks_task_counts_by_document",
        ),
        migrations.RemoveIndex(
            model_name="task",
            name="tasks_task_due",
        ),
        migrations.AddIndex(
            model_name="part",
            index=models.Index(fields=["task", "role", "agency", "state", "done_on", "reported_on"], name="tasks_part_counts"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["state", "lead", "due_on", "done_on", "reported_on", "recurring"], name="tasks_task_counts_by_lead"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                fields=["document", "state", "recurring", "due_on", "done_on", "reported_on"], name="tasks_task_counts_by_document"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["lead", "state", "due_on", "recurring"], name="tasks_task_lead"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["state", "due_on", "reported_on", "document", "recurring"], name="tasks_task_due"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["done_on", "due_on", "recurring"], name="tasks_task_done"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["due_on", "state", "reported_on", "recurring"], name="tasks_task_fallen_due"),
        ),
    ]
