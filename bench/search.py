"""Searching the register, against the bare query of the index that it rests on: the ranked one, for the first page, without counts.

Goals: two words, first page with highlights and facets, at most 3 times the bare query at the median, at most 4 times the median at
the 99th percentile, for drawn words and for the commonest, with accents and without. What Tantivy takes for the two words alone, without
the preference for neighbours, is shown beside it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

DOCUMENTS = 20_000


def report(documents: int = DOCUMENTS) -> str:
    """Builds the index of so many documents in a process and a home of its own, and asks it there."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("DIEUHANH", "DATABASE", "DJANGO"))}
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "bench.searching", str(documents)]
        done = subprocess.run(command, env=variables | {"DIEUHANH_HOME": home}, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()
