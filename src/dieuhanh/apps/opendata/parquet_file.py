"""Datasets as Parquet, typed and compressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema
from arro3.io import write_parquet as write

from dieuhanh.apps.opendata.dataset import Column, ColumnType, Dataset, Row

TYPES: dict[ColumnType, DataType] = {
    "text": DataType.utf8(),
    "date": DataType.date32(),
    "integer": DataType.int64(),
    "number": DataType.float64(),
}
EPOCH = dt.date(1970, 1, 1).toordinal()
ROW_GROUP = 50_000
COMPRESSION = "zstd(3)"


def write_parquet(file: Path, dataset: Dataset, batches: Iterable[list[Row]]) -> None:
    """One file, row group by row group."""
    fields = [Field(column.name, TYPES[column.type], nullable=not column.required, metadata=_about(column)) for column in dataset.columns]
    schema = Schema(fields)
    reader = RecordBatchReader.from_batches(schema, _record_batches(schema, dataset.columns, batches))
    write(reader, file, compression=COMPRESSION, max_row_group_size=ROW_GROUP, created_by="dieuhanh")


def _about(column: Column) -> dict[str, str]:
    """One entry only: several would come out in any order, and the same register must give the same bytes."""
    return {"description": f"{column.vi} / {column.en}"}


def _record_batches(schema: Schema, columns: tuple[Column, ...], batches: Iterable[list[Row]]) -> Iterator[RecordBatch]:
    for rows in batches:
        values = zip(*rows, strict=True)
        arrays = [_array(column, schema.field(column.name), list(cells)) for column, cells in zip(columns, values, strict=True)]
        yield RecordBatch.from_arrays(arrays, schema=schema)


def _array(column: Column, field: Field, cells: list[Any]) -> Array:
    """Days go in as days since 1970, for arro3 builds no others."""
    if column.type != "date":
        return Array(cells, field)
    days = [None if day is None else day.toordinal() - EPOCH for day in cells]
    return Array(days, DataType.int32()).cast(field)
