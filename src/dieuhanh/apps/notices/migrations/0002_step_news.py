"""News of steps, and how far the chain has been told."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0001_initial"),
        ("tasks", "0003_counting_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ToldUntil",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("sequence", models.BigIntegerField()),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="notices_tolduntil_single_row")],
            },
        ),
        migrations.CreateModel(
            name="StepNews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "chờ gửi"), ("sent", "đã gửi"), ("dead", "không gửi được"), ("needless", "không cần gửi nữa")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("fault", models.CharField(blank=True, max_length=300)),
                ("key", models.CharField(max_length=200, unique=True)),
                ("sequence", models.BigIntegerField()),
                ("verb", models.CharField(max_length=100)),
                ("reason", models.TextField(blank=True)),
                ("why", models.TextField()),
                (
                    "recipient",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="news", to=settings.AUTH_USER_MODEL),
                ),
                ("task", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="news", to="tasks.task")),
            ],
            options={
                "indexes": [models.Index(fields=["state", "next_at"], name="notices_stepnews_due")],
            },
        ),
    ]
