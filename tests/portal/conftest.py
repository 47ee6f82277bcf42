"""A register with two samples, as the public pages see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

import dieuhanh
from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.documents.reading import read_page
from tests.apps.pages import NOW, TESTER, register

SAMPLES = Path(dieuhanh.__file__).parent / "samples"


@pytest.fixture
def samples(db: None, settings: Settings, tmp_path: Path) -> None:  # noqa: ARG001  asks for the database
    """The index goes with the test: rows that are rolled back come again under other ids."""
    settings.SEARCH_FOLDER = tmp_path / "search"
    load_agencies(actor=TESTER, at=NOW)
    for name in ("s1_tuan_2024-03.txt", "s5_tuan_2026-03.txt"):
        register(read_page(f"https://langson.gov.vn/{name}", (SAMPLES / name).read_bytes()))
