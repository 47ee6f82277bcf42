"""Searching the register, against the bare query of the index that it rests on: the ranked one, for the first page, without counts.

Goals: two words, first page with highlights and facets, at most 3 times the bare query at the median, at most 4 times the median at
the 99th percentile, for drawn words and for the commonest, with accents and without. What Tantivy takes for the two words alone, without
the preference for neighbours, is shown beside it.
"""

from __future__ import annotations

import subprocess
import sys

from bench.register import answers, installation

DOCUMENTS = 20_000


def report(documents: int = DOCUMENTS) -> str:
    """Builds the index of so many documents in a process and a home of its own, once for each database, and asks it there."""
    return "\n\n".join(f"{database}: {_asked(database, documents)}" for database in ("SQLite", "PostgreSQL"))


def _asked(database: str, documents: int) -> str:
    if database == "PostgreSQL" and not answers():
        return "no server answers."
    with installation(database) as environment:
        command = [sys.executable, "-m", "bench.searching", str(documents)]
        return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
