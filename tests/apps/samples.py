"""A register with two of the bundled samples."""

from __future__ import annotations

from pathlib import Path

import dieuhanh
from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.documents.reading import read_page
from tests.apps.pages import NOW, TESTER, register

SAMPLES = Path(dieuhanh.__file__).parent / "samples"
NAMES = ("s1_tuan_2024-03.txt", "s5_tuan_2026-03.txt")


def register_samples() -> None:
    """The index must go with the test: rows that are rolled back come again under other ids."""
    load_agencies(actor=TESTER, at=NOW)
    for name in NAMES:
        register(read_page(address_of(name), (SAMPLES / name).read_bytes()))


def address_of(name: str) -> str:
    return f"https://langson.gov.vn/{name}"
