"""A register with two samples, to be published."""

from __future__ import annotations

from pathlib import Path

import pytest

import dieuhanh
from dieuhanh.apps.documents.reading import read_page
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import register

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
