"""Publishing the open data: what is written, when, and what never is."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from dieuhanh.apps.opendata import publishing
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.manifest import NAME, Manifest, read_manifest
from dieuhanh.apps.opendata.publishing import publish_open_data
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register

LATER = NOW + dt.timedelta(days=1)

pytestmark = pytest.mark.django_db


def contents(folder: Path, manifest: Manifest) -> dict[str, bytes]:
    return {file.name: (folder / manifest.generation / file.name).read_bytes() for file in manifest.files}


@pytest.mark.usefixtures("samples")
def test_every_file_is_as_the_manifest_says(tmp_path: Path) -> None:
    manifest = publish_open_data(NOW, tmp_path)
    files = contents(tmp_path, manifest)
    assert set(files) == {path.name for path in (tmp_path / manifest.generation).iterdir()}
    assert {f"{dataset.slug}.{ending}" for dataset in DATASETS for ending in ("csv", "jsonl", "parquet")} <= set(files)
    for file in manifest.files:
        assert (file.size, file.sha256) == (len(files[file.name]), hashlib.sha256(files[file.name]).hexdigest())
    assert files["SHA256SUMS"].decode() == "".join(f"{file.sha256}  {file.name}\n" for file in manifest.files[:-1])
    assert all(file.rows for file in manifest.files if file.dataset)
    assert manifest.publisher


@pytest.mark.usefixtures("samples")
def test_same_register_gives_same_bytes(tmp_path: Path) -> None:
    first, second = publish_open_data(NOW, tmp_path / "a"), publish_open_data(LATER, tmp_path / "b")
    assert contents(tmp_path / "a", first) == contents(tmp_path / "b", second)


@pytest.mark.usefixtures("samples")
def test_nothing_is_written_while_the_register_stands_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish_open_data(NOW, tmp_path)
    monkeypatch.setattr(publishing, "write_sqlite", None)
    second = publish_open_data(LATER, tmp_path)
    assert (second.files, second.generation, second.checked) == (first.files, first.generation, LATER)


@pytest.mark.usefixtures("samples")
def test_a_week_that_ended_is_counted_though_nobody_wrote_anything(tmp_path: Path) -> None:
    first = publish_open_data(NOW, tmp_path)
    second = publish_open_data(NOW + dt.timedelta(weeks=1), tmp_path)
    days = {file.name: (file.modified - NOW).days for file in second.files}
    assert (days["van-ban.csv"], days["so-nhiem-vu.csv"]) == (0, 7)
    weeks = [
        {line.split(",")[1] for line in contents(tmp_path, one)["so-nhiem-vu.csv"].decode().splitlines()[1:]} for one in (first, second)
    ]
    assert sorted(weeks[1] - weeks[0]) == ["2026-03-02"]


@pytest.mark.usefixtures("samples")
def test_a_change_makes_a_new_set_and_keeps_the_day_of_files_that_are_the_same(tmp_path: Path) -> None:
    first = publish_open_data(NOW, tmp_path)
    register(page(digest_text(item("Nạo vét mương máng", LETTER, ORDER))))
    second = publish_open_data(LATER, tmp_path)
    days = {file.name: file.modified for file in second.files}
    assert (days["co-quan.csv"], days["van-ban.csv"], days["so-dang-ky.sqlite"]) == (NOW, LATER, LATER)
    folders = {path.name for path in tmp_path.iterdir() if path.is_dir()}
    assert folders == {first.generation, second.generation}
    register(page(digest_text(item("Cấp nước sạch", LETTER)), "https://langson.gov.vn/khac"))
    third = publish_open_data(LATER, tmp_path)
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {second.generation, third.generation}


@pytest.mark.usefixtures("samples")
def test_other_columns_make_a_new_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish_open_data(NOW, tmp_path)
    monkeypatch.setattr(publishing, "FORMAT", publishing.FORMAT + 1)
    assert publish_open_data(LATER, tmp_path).definitions != first.definitions


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("step", ["write_sqlite", "write_files", "_replace", "write_manifest"])
def test_a_crash_leaves_the_old_set(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish_open_data(NOW, tmp_path)
    before = contents(tmp_path, first)
    register(page(digest_text(item("Nạo vét mương máng", LETTER, ORDER))))

    def crash(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(publishing, step, crash)
        with pytest.raises(OSError, match="No space"):
            publish_open_data(LATER, tmp_path)
    held = read_manifest(tmp_path)
    assert held == first
    assert contents(tmp_path, held) == before
    second = publish_open_data(LATER, tmp_path)
    assert second.generation != first.generation
    assert contents(tmp_path, second)


def test_an_empty_register_is_published_too(tmp_path: Path) -> None:
    manifest = publish_open_data(NOW, tmp_path)
    assert {file.rows for file in manifest.files if file.dataset} == {0}
    assert manifest.publisher is None


def test_a_manifest_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    first = publish_open_data(NOW, tmp_path)
    (tmp_path / NAME).write_text('{"generation": 7}')
    assert read_manifest(tmp_path) is None
    assert publish_open_data(NOW, tmp_path) == first
