"""A register with two samples, as the API sees it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.apps.samples import register_samples


@pytest.fixture
def samples(db: None, settings: Settings, tmp_path: Path) -> None:  # noqa: ARG001  asks for the database
    settings.SEARCH_FOLDER = tmp_path / "search"
    register_samples()
