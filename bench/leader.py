"""The leader's page of a large register, against the bare aggregate that it rests on: the four counts by agency, in one SELECT.

Goals: the page (reader, rendering, all of the request) at most 3 times the bare query on each database, and the same number of queries for
a tenth of the tasks. The bare query counts what the page counts: tasks of one lead, and for collectives the part of each agency; what the
tasks of one lead take alone is shown beside it.
"""

from __future__ import annotations

import subprocess
import sys

from bench.register import answers, installation

TASKS = 200_000


def report(tasks: int = TASKS) -> str:
    """Fills a register in a process and a home of its own, for a tenth and for all, on each database, and measures there."""
    lines = [
        "| database | tasks | agencies | one lead, bare | bare query | page | page ÷ bare | queries |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for database in ("SQLite", "PostgreSQL"):
        if database == "PostgreSQL" and not answers():
            lines.append("| PostgreSQL | no server answers | | | | | | |")
            continue
        lines += [_measured(database, number) for number in (tasks // 10, tasks)]
    return "\n".join(lines)


def _measured(database: str, tasks: int) -> str:
    with installation(database) as environment:
        command = [sys.executable, "-m", "bench.leading", database, str(tasks)]
        return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
