"""Loading the register, against the least that any loader pays: reading the pages and a bare bulk insert of the same rows.

Goals: a load takes at most 3 times that least, twice the digests at most 2.2 times as long, and no more memory. The first half of a load
is a load of half the digests: the command tells when each page is in, so both meet the same machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

import dieuhanh
from bench import corpus
from bench.bare import copy_rows

DIGESTS = 1000
PAGE_BYTES = 46_000  # of a digest of the corpus, on average
SERVER = os.environ.get("DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
RATIO_LIMIT, GROWTH_LIMIT = 3.0, 2.2
WARM_PAGES = 20
EVERY = 0.1  # seconds between two looks at a process


@dataclass(frozen=True)
class Load:
    """One load into an empty register: seconds of it, of its first half, of reading alone, of the bare insert; most MB held until then."""

    digests: int
    seconds: float
    half: float
    reading: float
    bare: float
    rows: int
    peak_of_half: float
    peak: float

    @property
    def ratio(self) -> float:
        return self.seconds / (self.reading + self.bare)

    @property
    def growth(self) -> float:
        return self.seconds / self.half


def report(digests: int = DIGESTS) -> str:
    """A table for both databases; PostgreSQL is left out where none answers."""
    lines = [
        "| database | digests | rows | load | reading | bare insert | load ÷ (reading + insert) "
        "| first half | load ÷ first half | most memory of that half | of all |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder)
        lay_out(pages, digests)
        seconds = reading(pages)
        for database in ("SQLite", "PostgreSQL"):
            if database == "PostgreSQL" and not answers():
                lines.append("| PostgreSQL | no server answers | | | | | | | | | |")
                continue
            lines.append(_row(database, load(database, pages, seconds)))
    return "\n".join(lines)


def _row(database: str, one: Load) -> str:
    return (
        f"| {database} | {one.digests:,} | {one.rows:,} | {one.seconds:.1f} s | {one.reading:.1f} s | {one.bare:.1f} s "
        f"| {one.ratio:.2f} (goal {RATIO_LIMIT:g}) | {one.half:.1f} s | {one.growth:.2f} × (goal {GROWTH_LIMIT:g}) "
        f"| {one.peak_of_half:.0f} MB | {one.peak:.0f} MB |"
    )


def lay_out(folder: Path, digests: int) -> None:
    """So many varied digests as files."""
    pages = corpus.generate(2 * digests * PAGE_BYTES)
    for number, page in zip(range(digests), pages, strict=False):
        (folder / f"{number:06}.txt").write_text(page, encoding="utf-8")


def reading(pages: Path) -> float:
    """Seconds that reading the pages takes, one after another in this process, once it is warm."""
    files = sorted(pages.iterdir())
    for file in files[:WARM_PAGES]:
        dieuhanh.read(file)
    began = time.perf_counter()
    for file in files:
        dieuhanh.read(file)
    return time.perf_counter() - began


def load(database: str, pages: Path, reading: float) -> Load:
    """Load and insert the same pages, one after another on an otherwise idle machine; `reading` is what reading them took."""
    digests = len(list(pages.iterdir()))
    with installation(database) as environment, installation(database) as bare:
        seconds, told = timed_load(environment, pages)
        with tempfile.TemporaryDirectory() as nothing:
            timed_command(bare, "load", nothing)  # the same tables and agencies, no page
        rows, inserting = copy_rows(environment, bare)
    half, peak_of_half = told[digests // 2 - 1]
    return Load(digests, seconds, half, reading, inserting, rows, peak_of_half, max(peak for _, peak in told))


def timed_load(environment: dict[str, str], pages: Path) -> tuple[float, list[tuple[float, float]]]:
    """Seconds of a load and, for each line in which it tells of a page that is in, seconds and the most MB held until then."""
    command = [str(Path(sys.executable).with_name("dieuhanh")), "load", str(pages)]
    told = []
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in process.stdout:
            told.append((time.perf_counter() - began, peak_of(process.pid)))
    assert process.returncode == 0, command
    return time.perf_counter() - began, told


def timed_command(environment: dict[str, str], *words: str) -> tuple[float, float]:
    """Seconds and peak memory in MB of one run of our command; it must end well."""
    began = time.perf_counter()
    command = [str(Path(sys.executable).with_name("dieuhanh")), *words]
    peak = 0.0
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, peak_of(process.pid))
            time.sleep(EVERY)
    assert process.returncode == 0, command
    return time.perf_counter() - began, peak


def peak_of(pid: int) -> float:
    """MB that a process held at most so far, 0 once it is gone.

    What `wait4` tells would count ours, from before its program began.
    """
    try:
        said = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in said.splitlines() if line.startswith("VmHWM:")), 0.0)


@contextmanager
def installation(database: str) -> Iterator[dict[str, str]]:
    """The environment of an empty register that is thrown away."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("DIEUHANH", "DATABASE", "DJANGO"))}
    with tempfile.TemporaryDirectory() as home:
        variables["DIEUHANH_HOME"] = home
        if database == "SQLite":
            yield variables
            return
        name = f"dieuhanh_bench_{Path(home).name.lower()}"
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}"'.encode())
            try:
                yield variables | {"DATABASE_URL": f"{SERVER.rpartition('/')[0]}/{name}"}
            finally:
                server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def answers() -> bool:
    try:
        psycopg.connect(SERVER, connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True
