"""Publishing the open data of a large register: seconds, peak memory, size of the files; twice the documents against half of them.

Goals: twice the documents at most 2.2 times as long, and at most 1.2 times the memory; where nothing changed, no more than it takes to
start the command.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.register import answers, installation, timed_command

DOCUMENTS = 200_000
GROWTH_LIMIT, MEMORY_LIMIT = 2.2, 1.2
MEGABYTE = 1024 * 1024


def report(documents: int = DOCUMENTS) -> str:
    """A table for both databases; PostgreSQL is left out where none answers."""
    lines = [
        "| database | documents | rows | files | published in | peak memory | again, nothing changed |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for database in ("SQLite", "PostgreSQL"):
        if database == "PostgreSQL" and not answers():
            lines.append("| PostgreSQL | no server answers | | | | | |")
            continue
        half, whole = (measure(database, count) for count in (documents // 2, documents))
        lines += [half.row(database), whole.row(database)]
        lines.append(
            f"| | twice | | | {whole.seconds / half.seconds:.2f} × (goal {GROWTH_LIMIT:g}) "
            f"| {whole.peak / half.peak:.2f} × (goal {MEMORY_LIMIT:g}) | |"
        )
    return "\n".join(lines)


class Published:
    """One set, made by a process of its own."""

    def __init__(self, environment: dict[str, str], documents: int) -> None:
        self.documents = documents
        self.seconds, self.peak = timed_command(environment, "opendata")
        self.again, _ = timed_command(environment, "opendata")
        files = [file for file in (Path(environment["DIEUHANH_HOME"]) / "open-data").rglob("*.*") if file.is_file()]
        self.size = sum(file.stat().st_size for file in files)
        self.rows = sum(file.read_bytes().count(b"\n") for file in files if file.suffix == ".jsonl")

    def row(self, database: str) -> str:
        return (
            f"| {database} | {self.documents:,} | {self.rows:,} | {self.size / MEGABYTE:.0f} MB | {self.seconds:.1f} s "
            f"| {self.peak:.0f} MB | {self.again:.1f} s |"
        )


def measure(database: str, documents: int) -> Published:
    with installation(database) as environment:
        subprocess.run([sys.executable, "-m", "bench.large_register", str(documents)], env=environment, check=True)
        return Published(environment, documents)
