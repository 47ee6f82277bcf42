"""A register with two samples whose orders were given out three weeks ago, to be published."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import dieuhanh
from dieuhanh.apps.documents.models import Source
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.tasks.actions import assign_tasks, draft_tasks_of
from dieuhanh.apps.tasks.models import Task
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import NOW, TESTER, register

SAMPLES = Path(dieuhanh.__file__).parent / "samples"


@pytest.fixture
def samples(db: None) -> None:  # noqa: ARG001  asks for the database
    know_agencies()
    register(
        *(
            read_page(f"https://langson.gov.vn/{name}", (SAMPLES / name).read_bytes())
            for name in ("s1_tuan_2024-03.txt", "s5_tuan_2026-03.txt")
        )
    )
    given = NOW - dt.timedelta(weeks=3)
    draft_tasks_of(list(Source.objects.values_list("address", flat=True)), actor=TESTER, at=given)
    assign_tasks(list(Task.objects.drafts().filter(lead__isnull=False).values_list("pk", flat=True)), actor=TESTER, at=given)
