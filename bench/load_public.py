"""Public pages under load, against a bare Django page of the same bytes behind the same waitress, on this machine's loopback.

Goal: at least half of the bare page's answers a second, in a register of 10,000 issues; who has the page is told so (304).
The servers run one at a time beside the one who asks, in turns, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bench.asking import ask, rate_of, unchanged_rate_of
from bench.register import answers, installation

ISSUES = 10_000
SECONDS, TURNS = 0.5, 13  # of each measurement; how often, the median counts: short turns, so that other work on the machine weighs on all
RATIO_LIMIT = 0.5
PAGES = {
    "home": "/",
    "issue": "/diem-tin/2026-W10/",
    "document": "/van-ban/274-ubnd-kt/2024-03-04/",
    "Atom": "/diem-tin/atom.xml",
    "archive": "/diem-tin/",
}
PORTS = {"ours": 8471, "bare": 8472}


class Measured(msgspec.Struct, frozen=True):
    """Of one page: its bytes; seconds of the first answer, which renders it; answers a second of ours, of the bare page, of 304.

    `work` is the processor time of our server for one answer, `bare_work` that of the other, in seconds.
    """

    size: int
    first: float
    ours: float
    bare: float
    unchanged: float
    work: float
    bare_work: float

    def row(self, name: str) -> str:
        return (
            f"| {name} | {self.size:,} | {self.first * 1000:.0f} ms | {self.ours:,.0f} | {self.bare:,.0f} "
            f"| {self.ours / self.bare:.2f} (goal {RATIO_LIMIT:g}) | {self.unchanged:,.0f} "
            f"| {self.work * 1e6:,.0f} | {self.bare_work * 1e6:,.0f} |"
        )


def report(issues: int = ISSUES) -> str:
    """A table for each database; PostgreSQL is left out where none answers."""
    return "\n\n".join(f"{database}: {_table(database, issues)}" for database in ("SQLite", "PostgreSQL"))


def _table(database: str, issues: int) -> str:
    if database == "PostgreSQL" and not answers():
        return "no server answers."
    with installation(database) as environment, tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "bench.public_issues", str(issues)], env=environment, check=True, stdout=subprocess.DEVNULL)
        rows = [one.row(name) for name, one in measure(environment, Path(folder)).items()]
    head = "| page | bytes | first answer | ours, a second | bare, a second | ours ÷ bare | 304, a second | processor, µs: ours | bare |"
    head += "\n|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    return "\n".join([f"{issues:,} issues.", "", head, *rows])


def measure(environment: dict[str, str], folder: Path) -> dict[str, Measured]:
    """Each page, in turns with the bare one."""
    command = str(Path(sys.executable).with_name("dieuhanh"))
    with served([command, "serve", "--port", str(PORTS["ours"])], environment) as ours:
        seen = {name: _timed_first(address) for name, address in PAGES.items()}
        files = [folder / str(number) for number in range(len(seen))]
        for file, (_, body, _) in zip(files, seen.values(), strict=True):
            file.write_bytes(body)
        with served([sys.executable, "-m", "bench.bare_pages", str(PORTS["bare"]), *map(str, files)], environment) as bare:
            numbered = enumerate(seen.items())
            return {name: _measured(PAGES[name], number, one, (ours, bare)) for number, (name, one) in numbered}


def _timed_first(address: str) -> tuple[float, bytes, str]:
    """Seconds, bytes and tag of the answer that renders the page; it must be the same the second time, and 304 the third."""
    began = time.perf_counter()
    answer = ask(PORTS["ours"], address)
    seconds = time.perf_counter() - began
    assert answer.status == 200, (address, answer.status)
    assert ask(PORTS["ours"], address) == answer
    assert ask(PORTS["ours"], address, answer.tag).status == 304
    return seconds, answer.body, answer.tag


def _measured(address: str, number: int, seen: tuple[float, bytes, str], servers: tuple[int, int]) -> Measured:
    first, body, tag = seen
    ours, bare = (Worker(server) for server in servers)
    rates = []
    for _ in range(TURNS):
        rates.append(
            (
                ours.measure(lambda: rate_of(PORTS["ours"], address, SECONDS)),
                bare.measure(lambda: rate_of(PORTS["bare"], f"/{number}", SECONDS)),
                unchanged_rate_of(PORTS["ours"], address, tag, SECONDS),
            )
        )
    whole, plain, unchanged = (statistics.median(turn[place] for turn in rates) for place in range(3))
    return Measured(len(body), first, whole, plain, unchanged, ours.work, bare.work)


class Worker:
    """A server's process: the median of its processor time for one answer."""

    def __init__(self, process: int) -> None:
        self._stat = Path(f"/proc/{process}/stat")
        self._works: list[float] = []

    def measure(self, ask_for_a_while: Callable[[], float]) -> float:
        """The rate that was found; the work is noted. A system without /proc notes nothing."""
        began, clock = self._seconds(), time.perf_counter()
        rate = ask_for_a_while()
        self._works.append((self._seconds() - began) / (rate * (time.perf_counter() - clock)))
        return rate

    @property
    def work(self) -> float:
        return statistics.median(self._works)

    def _seconds(self) -> float:
        if not self._stat.exists():
            return 0.0
        user, system = self._stat.read_text().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(command: list[str], environment: dict[str, str]) -> Iterator[int]:
    """A server that is stopped in the end, whatever happened; the id of its process."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert "http://" in process.stdout.readline(), command
            yield process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
