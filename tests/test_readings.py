"""What the reader finds in each sample stays as it was written down; `make golden` writes it anew, to be reviewed as a diff."""

from __future__ import annotations

from pathlib import Path

import pytest

import dieuhanh

ROOT = Path(__file__).resolve().parents[1]
READINGS = ROOT / "tests" / "readings"
SAMPLES = sorted(path for path in (ROOT / "src" / "dieuhanh" / "samples").iterdir() if path.suffix in {".txt", ".html"})


@pytest.mark.parametrize("sample", [pytest.param(path, id=path.stem) for path in SAMPLES])
def test_sample_reads_as_written_down(sample: Path) -> None:
    reading = (READINGS / f"{sample.stem}.json").read_text(encoding="utf-8")
    assert dieuhanh.to_json(dieuhanh.read(sample), indent=2).decode().splitlines() == reading.splitlines()


def test_every_reading_belongs_to_a_sample() -> None:
    assert {path.stem for path in READINGS.glob("*.json")} == {path.stem for path in SAMPLES} != set()
