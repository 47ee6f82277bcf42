"""The open data as its page shows them."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.urls import reverse

from dieuhanh.apps.opendata.dataset import Column, Dataset
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.files import DICTIONARY, LICENCE, LICENCE_ADDRESS, LICENCE_NAME, REGISTER, SUMS
from dieuhanh.apps.opendata.manifest import Manifest, PublishedFile

FORMS = {"csv": "CSV", "jsonl": "JSON Lines", "parquet": "Parquet"}
TYPES = {"text": "chữ", "date": "ngày", "integer": "số nguyên", "number": "số"}


class FileLink(msgspec.Struct, frozen=True):
    """A file, and what its link says; size in bytes."""

    url: str
    name: str
    form: str
    size: int
    sha256: str


class DatasetPart(msgspec.Struct, frozen=True):
    """A dataset with its files, and its columns with their types in words."""

    slug: str
    title: str
    about: str
    rows: int
    modified: dt.datetime
    files: list[FileLink]
    columns: list[tuple[Column, str]]


class OpenDataPage(msgspec.Struct, frozen=True):
    """Everything that is given out; `checked` is when it was last compared with the register."""

    checked: dt.datetime
    modified: dt.datetime
    publisher: str
    register: FileLink
    datasets: list[DatasetPart]
    dictionary: FileLink
    licence: FileLink
    sums: FileLink
    licence_name: str
    licence_address: str


def open_data_page(manifest: Manifest) -> OpenDataPage:
    """No query: the manifest and the definitions say it all."""
    links = {file.name: _link(file) for file in manifest.files}
    return OpenDataPage(
        checked=manifest.checked,
        modified=max(file.modified for file in manifest.files),
        publisher=manifest.publisher or "Điều Hành",
        register=links[REGISTER],
        datasets=[_part(dataset, [file for file in manifest.files if file.dataset == dataset.name]) for dataset in DATASETS],
        dictionary=links[DICTIONARY],
        licence=links[LICENCE],
        sums=links[SUMS],
        licence_name=LICENCE_NAME,
        licence_address=LICENCE_ADDRESS,
    )


def _part(dataset: Dataset, files: list[PublishedFile]) -> DatasetPart:
    return DatasetPart(
        slug=dataset.slug,
        title=dataset.vi,
        about=dataset.about_vi,
        rows=files[0].rows or 0,
        modified=max(file.modified for file in files),
        files=[_link(file) for file in files],
        columns=[(column, TYPES[column.type]) for column in dataset.columns],
    )


def _link(file: PublishedFile) -> FileLink:
    form = FORMS.get(file.name.rpartition(".")[2], "")
    return FileLink(reverse("portal:open_data_file", args=[file.name]), file.name, form, file.size, file.sha256)
