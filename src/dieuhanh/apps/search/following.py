"""The index follows the database: what changed there is read and indexed again, in the order of the audit chain.

Each machine, or each DIEUHANH_HOME, has an index of its own. One process at a time follows for all that use the folder, and holds
its lock meanwhile; the system releases the lock of a process that dies, and what it had not committed is done again.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.files import locks
from django.db import connection
from django.db.models import Q, QuerySet

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.models import Change
from dieuhanh.apps.search.engine.fields import VERSION
from dieuhanh.apps.search.engine.index import SearchIndex, Writer, discard
from dieuhanh.apps.search.entries import entries_of
from dieuhanh.apps.search.entry import BEGINNING, Position

BATCH = 500  # documents at a time: about half a second, some megabytes
NAP = 0.02  # seconds between two looks at a lock that another process holds
FOREVER = float("inf")

# The last change is asked for by its order, so that a database without statistics reads the end of the index and not all changes.
_STANDING = (
    f"SELECT COALESCE((SELECT (sequence, document_id) > (%s, %s) FROM {Change._meta.db_table} "  # noqa: S608  names of our own tables
    "ORDER BY sequence DESC, document_id DESC LIMIT 1), FALSE), "
    f"EXISTS (SELECT 1 FROM {Entry._meta.db_table} WHERE sequence = %s AND hash = %s)"
)

Watcher = Callable[[int], None]  # told after each batch how many documents were indexed


class Standing(Enum):
    """How an index stands to its database."""

    CURRENT = "current"
    BEHIND = "behind"
    FOREIGN = "foreign"  # it followed another database, or a later state of this one than was restored


def current_index() -> SearchIndex:
    """The index of this installation, made anew where somebody deleted or damaged it. Raises OSError."""
    folder = Path(settings.SEARCH_FOLDER) / f"schema-{VERSION}"
    with contextlib.suppress(ValueError, FileNotFoundError):
        index = _opened(folder)
        index.snapshot()
        return index
    _opened.cache_clear()
    return _opened(folder)


def follow(index: SearchIndex, *, patience: float = FOREVER, watcher: Watcher | None = None) -> bool:
    """Index what changed since last time, for so many seconds at most; whether all of it is indexed. Raises OSError, DatabaseError."""
    if standing(index.snapshot().position) is Standing.CURRENT:
        return True
    ends = time.monotonic() + patience
    with _alone(index.folder, ends) as held:
        return held and _catch_up(index, ends, watcher)


def rebuild(*, watcher: Watcher | None = None) -> None:
    """Make the index anew from the database; until that is done the old one answers. Raises OSError, DatabaseError."""
    index = current_index()
    with _alone(index.folder, FOREVER), index.writing() as writer:
        writer.clear()
        position = BEGINNING
        while batch := _changes_after(position):
            position = _apply(writer, batch)
            if watcher:
                watcher(len(batch))
        writer.commit(position)


def pending(index: SearchIndex, *, anew: bool = False) -> int:
    """How many documents there are to index."""
    position = index.snapshot().position
    foreign = anew or standing(position) is Standing.FOREIGN
    return _later(BEGINNING if foreign else position).count()


def standing(position: Position) -> Standing:
    """One query, in SQL of our own, for every search asks it: 0.05 ms, where the ORM takes 0.7 to word the same."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [position.sequence, position.document, position.sequence, position.hash])
        behind, known = cursor.fetchone()
    if not known and position != BEGINNING:
        return Standing.FOREIGN
    return Standing.BEHIND if behind else Standing.CURRENT


@cache
def _opened(folder: Path) -> SearchIndex:
    """One index a process; one that cannot be read is thrown away, for the database has all that it held."""
    if (folder / "meta.json").exists():
        with contextlib.suppress(ValueError):
            return SearchIndex(folder)
    with _alone(folder, FOREVER):
        try:
            return SearchIndex(folder)
        except ValueError:
            discard(folder)
            return SearchIndex(folder)
        finally:
            for other in folder.parent.glob("schema-*/"):
                if other != folder:
                    discard(other)


def _catch_up(index: SearchIndex, ends: float, watcher: Watcher | None) -> bool:
    position = index.snapshot().position
    found = standing(position)
    if found is Standing.CURRENT:
        return True
    with index.writing() as writer:
        if found is Standing.FOREIGN:
            writer.clear()
            position = BEGINNING
            writer.commit(position)
        while batch := _changes_after(position):
            position = _apply(writer, batch)
            writer.commit(position)
            if watcher:
                watcher(len(batch))
            if len(batch) < BATCH:
                break
            if time.monotonic() > ends:
                return False
    return True


def _apply(writer: Writer, batch: list[Change]) -> Position:
    documents = [change.document_id for change in batch]
    writer.replace(documents, entries_of(documents))
    last = batch[-1]
    entry = Entry.objects.get(sequence=last.sequence)
    return Position(last.sequence, last.document_id, entry.hash)


def _changes_after(position: Position) -> list[Change]:
    return list(_later(position).order_by("sequence", "document_id")[:BATCH])


def _later(position: Position) -> QuerySet[Change]:
    later = Q(sequence__gt=position.sequence) | Q(sequence=position.sequence, document_id__gt=position.document)
    return Change.objects.filter(later, sequence__gte=position.sequence)  # the second says it so that the index of the table helps


@contextmanager
def _alone(folder: Path, ends: float) -> Iterator[bool]:
    """Keeps others from writing to the folder; False where one still did when the time was over."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with Path(f"{folder}.lock").open("w") as file:
        while not (held := locks.lock(file, locks.LOCK_EX | locks.LOCK_NB)) and time.monotonic() < ends:
            time.sleep(NAP)
        yield held
