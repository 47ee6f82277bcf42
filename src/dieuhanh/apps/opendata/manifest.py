"""What is published: the files of the current set, and which state of the register they hold."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import msgspec

from dieuhanh.apps.opendata.snapshot import Position

NAME = "manifest.json"


class PublishedFile(msgspec.Struct, frozen=True):
    """A file of the set; `dataset` is None for those about the whole. `modified` is when its bytes last changed."""

    name: str
    media_type: str
    dataset: str | None
    rows: int | None
    size: int  # bytes
    sha256: str
    modified: dt.datetime


class Manifest(msgspec.Struct, frozen=True):
    """`generation` names the folder of the files, `checked` when they were last compared with the register.

    `week` is the Monday of the last week that the counts of tasks hold: a week that ends changes them though nobody writes anything.
    `definitions` stands for the columns: where the code knows others, the set is written anew though the register has not changed.
    """

    generation: str
    position: Position
    definitions: str
    week: dt.date
    publisher: str | None
    checked: dt.datetime
    files: tuple[PublishedFile, ...]

    def file(self, name: str) -> PublishedFile | None:
        return next((one for one in self.files if one.name == name), None)


def read_manifest(folder: Path) -> Manifest | None:
    """That of the current set, None before the first. Raises OSError."""
    try:
        return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except (FileNotFoundError, msgspec.DecodeError):  # none yet, or that of another version of ours
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Whole or not at all: from here on the new set is the current one."""
    beside = folder / f"{NAME}.new"
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
    settle(beside)
    beside.replace(folder / NAME)
    settle(folder)


def settle(path: Path) -> None:
    """Wait until the disk has it, so that no power cut leaves a name without its bytes."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
