"""A register with two of the bundled samples."""

from __future__ import annotations

from pathlib import Path

import dieuhanh
from dieuhanh.apps.documents.reading import read_page
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import register

SAMPLES = Path(dieuhanh.__file__).parent / "samples"
NAMES = ("s1_tuan_2024-03.txt", "s5_tuan_2026-03.txt")


def register_samples() -> None:
    """The index must go with the test: rows that are rolled back come again under other ids."""
    know_agencies()
    for name in NAMES:
        register(read_page(address_of(name), (SAMPLES / name).read_bytes()))


def address_of(name: str) -> str:
    return f"https://langson.gov.vn/{name}"
