"""Publishing the open data: a new set of files is made beside the current one and takes its place in one step."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from django.core.files import locks
from django.utils import timezone

from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.opendata.datasets import DATASETS
from dieuhanh.apps.opendata.dictionary import dictionary_rows
from dieuhanh.apps.opendata.files import SUMS, write_files
from dieuhanh.apps.opendata.manifest import Manifest, PublishedFile, read_manifest, settle, write_manifest
from dieuhanh.apps.opendata.snapshot import snapshot
from dieuhanh.apps.opendata.sqlite_file import write_sqlite
from dieuhanh.apps.tasks.weekly import last_whole_week

BUILDING = "building"
FORMAT = 1  # to be raised where files change and no definition of a column does


def publish_open_data(at: dt.datetime, folder: Path) -> Manifest:
    """Bring the files in `folder` up to the register, and say what is there now; `at` is when that was done.

    Where neither the audit chain has moved since last time nor a week ended, nothing is written but the day; else all files are made
    anew, and those whose bytes are the same keep their day. The register is read once, as it stood at one moment; memory does not grow
    with it. A process that dies leaves the old set; a second one waits. The previous set is kept for whoever is still fetching it. Raises
    OSError, DatabaseError.
    """
    today = timezone.localdate(at)
    week = last_whole_week(today)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        held = read_manifest(folder)
        building = folder / BUILDING
        shutil.rmtree(building, ignore_errors=True)  # of a process that died
        with snapshot() as position:
            if held and (held.position, held.definitions, held.week) == (position, _definitions(), week):
                manifest = msgspec.structs.replace(held, checked=at)
                write_manifest(folder, manifest)
                return manifest
            building.mkdir()
            write_sqlite(building / "register", DATASETS, today)
            publisher = _publisher()
        files = write_files(building, at, held.files if held else ())
        manifest = Manifest(_generation(files), position, _definitions(), week, publisher, at, files)
        _replace(folder, manifest.generation, held)
        write_manifest(folder, manifest)
        return manifest


def _definitions() -> str:
    described = msgspec.json.encode([FORMAT, *dictionary_rows(DATASETS)])
    return hashlib.sha256(described).hexdigest()


def _publisher() -> str | None:
    """Whose newest digest it is that the register holds."""
    newest = Digest.objects.exclude(publisher_name=None).order_by("-period_end", "-pk")
    return newest.exclude(period_end=None).values_list("publisher_name", flat=True).first()


def _generation(files: tuple[PublishedFile, ...]) -> str:
    """The same content has the same name."""
    return next(file.sha256 for file in files if file.name == SUMS)[:16]


def _replace(folder: Path, generation: str, held: Manifest | None) -> None:
    """Put the new set in its place, and throw away those before the current one."""
    place = folder / generation
    if place.exists():
        shutil.rmtree(folder / BUILDING)
    else:
        (folder / BUILDING).rename(place)
        settle(folder)
    kept = {generation, held.generation if held else ""}
    for other in folder.iterdir():
        if other.is_dir() and other.name not in kept:
            shutil.rmtree(other)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time; the system releases the lock of one that dies."""
    with (folder / "lock").open("w") as file:
        locks.lock(file, locks.LOCK_EX)
        yield
