"""The files of a set, all written from the one SQLite file."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from dieuhanh.apps.opendata.dataset import Dataset
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.dictionary import DICTIONARY_COLUMNS, dictionary_rows
from dieuhanh.apps.opendata.manifest import PublishedFile, settle
from dieuhanh.apps.opendata.parquet_file import write_parquet
from dieuhanh.apps.opendata.sqlite_file import read_rows
from dieuhanh.apps.opendata.text_files import write_csv, write_json_lines

REGISTER = "so-dang-ky.sqlite"
DICTIONARY = "tu-dien-du-lieu.csv"
LICENCE = "giay-phep.txt"
SUMS = "SHA256SUMS"
MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".txt": "text/plain; charset=utf-8",
    "": "text/plain; charset=utf-8",
}
LICENCE_NAME = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TEXT = f"""Dữ liệu trong thư mục này được cung cấp miễn phí theo giấy phép Creative Commons Ghi công 4.0 Quốc tế ({LICENCE_NAME}):
{LICENCE_ADDRESS}deed.vi

Bạn được sao chép, chia sẻ, biến đổi và dùng dữ liệu vào mọi mục đích, kể cả thương mại, với điều kiện ghi rõ nguồn, dẫn giấy phép
và nói rõ nếu đã thay đổi. Dữ kiện do máy đọc từ bản tin đã đăng và do người rà soát; khi cần chắc chắn, hãy đối chiếu với văn bản gốc.

These data are free to use under the Creative Commons Attribution 4.0 International licence ({LICENCE_NAME}):
{LICENCE_ADDRESS}

You may copy, share, adapt and use them for any purpose, if you name the source, link the licence and say what you changed.
"""


def write_files(folder: Path, at: dt.datetime, before: Iterable[PublishedFile]) -> tuple[PublishedFile, ...]:
    """Everything but the SQLite file, which lies there as "register"; the files as published, their sums last.

    A file with the bytes that it had `before` keeps its day.
    """
    (folder / "register").rename(folder / REGISTER)
    days = {(file.name, file.sha256): file.modified for file in before}
    made: list[PublishedFile] = []

    def note(name: str, dataset: str | None = None, rows: int | None = None) -> None:
        path = folder / name
        settle(path)
        digest = _sha256(path)
        modified = days.get((name, digest), at)
        made.append(PublishedFile(name, MEDIA_TYPES[path.suffix], dataset, rows, path.stat().st_size, digest, modified))

    for dataset in DATASETS:
        rows = _count(folder / REGISTER, dataset)
        for name in _write_dataset(folder, dataset):
            note(name, dataset.name, rows)
    note(REGISTER)
    write_csv(folder / DICTIONARY, DICTIONARY_COLUMNS, [dictionary_rows(DATASETS)])
    note(DICTIONARY)
    (folder / LICENCE).write_text(LICENCE_TEXT, encoding="utf-8")
    note(LICENCE)
    (folder / SUMS).write_text("".join(f"{file.sha256}  {file.name}\n" for file in made), encoding="ascii")
    note(SUMS)
    return tuple(made)


def _write_dataset(folder: Path, dataset: Dataset) -> Iterator[str]:
    """The names of its files, each once it is written."""
    register = folder / REGISTER
    write_csv(folder / f"{dataset.slug}.csv", dataset.names, read_rows(register, dataset))
    yield f"{dataset.slug}.csv"
    write_json_lines(folder / f"{dataset.slug}.jsonl", dataset.names, read_rows(register, dataset))
    yield f"{dataset.slug}.jsonl"
    write_parquet(folder / f"{dataset.slug}.parquet", dataset, read_rows(register, dataset))
    yield f"{dataset.slug}.parquet"


def _count(register: Path, dataset: Dataset) -> int:
    with closing(sqlite3.connect(f"file:{register}?mode=ro", uri=True)) as database:
        return int(database.execute(f"SELECT count(*) FROM {dataset.name}").fetchone()[0])  # noqa: S608  a name of our own


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
