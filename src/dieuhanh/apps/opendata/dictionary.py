"""The data dictionary: what every column holds, in Vietnamese and English, from the definitions of the datasets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dieuhanh.apps.opendata.dataset import Dataset, Row

DICTIONARY_COLUMNS = ("dataset", "file", "column", "type", "required", "refers_to", "vi", "en")


def dictionary_rows(datasets: Iterable[Dataset]) -> Iterator[Row]:
    """A row a column, in the order of the files."""
    for dataset in datasets:
        for column in dataset.columns:
            required = "yes" if column.required else "no"
            yield dataset.name, dataset.slug, column.name, column.type, required, column.refers or "", column.vi, column.en
