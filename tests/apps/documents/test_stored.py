"""Rows give back the digest that they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

import dieuhanh
from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.documents.reading import read_page
from dieuhanh.apps.documents.stored import stored_digests
from tests.apps.pages import register

SAMPLES = sorted((Path(dieuhanh.__file__).parent / "samples").glob("s*_*"))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SAMPLES])
@pytest.mark.django_db
def test_a_sample_comes_back_as_it_was_read(path: Path) -> None:
    read = read_page(path.name, path.read_bytes())
    register(read)
    row = Digest.objects.get()
    assert stored_digests([row.page])[row.page.id] == read.digest
