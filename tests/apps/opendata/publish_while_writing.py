"""A script: publishes the register of its environment while a page is loaded between two tables.

Prints how many documents and assignments stand in the files, and how many in the register afterwards.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from unittest.mock import patch

import msgspec

from dieuhanh.config.startup import start

start()

from django.conf import settings  # noqa: E402  Django is started first

from dieuhanh.apps.documents.models import Assignment, Document  # noqa: E402
from dieuhanh.apps.opendata import publishing  # noqa: E402
from dieuhanh.apps.opendata.dataset import Row  # noqa: E402
from dieuhanh.apps.opendata.datasets import DATASETS  # noqa: E402
from dieuhanh.apps.opendata.datasets.documents import DOCUMENTS  # noqa: E402


def documents_and_then_a_load(today: dt.date) -> Iterator[Row]:
    """The rows of the documents; then the command that our arguments name, to its end."""
    yield from DOCUMENTS.rows(today)
    subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    interrupted = msgspec.structs.replace(DOCUMENTS, rows=documents_and_then_a_load)
    datasets = tuple(interrupted if dataset is DOCUMENTS else dataset for dataset in DATASETS)
    with patch.object(publishing, "DATASETS", datasets):
        manifest = publishing.publish_open_data(dt.datetime(2026, 3, 2, tzinfo=dt.UTC), settings.OPEN_DATA_FOLDER)
    rows = {file.dataset: file.rows for file in manifest.files}
    print(rows["documents"], rows["assignments"], Document.objects.count(), Assignment.objects.count())  # noqa: T201  for the test


if __name__ == "__main__":
    main()
