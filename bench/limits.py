"""Where the limits are: does time grow in proportion, how much memory does a page need, how long until the first word.

Each measurement runs in a process of its own, in turns with the one that it is compared with; the best of several is kept
where noise can only add (time), since other work on the machine never makes anything faster.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import corpus
from bench.pages import ROOT

PAGE_BYTES = 8_000_000
QUICK = 0.05  # seconds; a page that is read faster tells of the processor's caches, so a larger one is taken
GROWTH_LIMIT = 2.2  # time of a page against one of half its size
MEMORY_LIMIT = 40.0  # times the page
IMPORT_LIMIT = 10.0  # times `python -c pass`
HELP_LIMIT = 30.0

# What a child runs: it prints the seconds that its processor took for reading the page, once the reader is warm; the best of
# several readings where one is too short to be timed. A refusal takes time too.
TIMED = """
import sys, time
import dieuhanh
def seconds(page):
    start = time.process_time()
    try:
        dieuhanh.read(page)
    except dieuhanh.DieuhanhError:
        pass
    return time.process_time() - start
page = open(sys.argv[1], "rb").read()
seconds(page[:20_000])
taken = [seconds(page)]
while sum(taken) < 0.2:
    taken.append(seconds(page))
print(min(taken))
"""

# The peak of its own memory above what it held before the page was there. The high-water mark is asked of /proc where there is
# one: ru_maxrss of a child starts at the peak of the process that started it.
WEIGHED = """
import resource, sys
import dieuhanh
def peak():
    try:
        lines = open("/proc/self/status").read().splitlines()
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
dieuhanh.read(open(sys.argv[1], "rb").read(20_000))
before = peak()
page = open(sys.argv[1], "rb").read()
digest = dieuhanh.read(page)
print((peak() - before) / len(page))
"""


def report() -> str:
    """The table of limits in Markdown."""
    rows = ["| what | measured | limit | |", "|---|--:|--:|---|"]
    for shape, make in SHAPES.items():
        size = PAGE_BYTES if shape == "digest" else PAGE_BYTES // 4
        growth, seconds = growth_of(make, size)
        while seconds < QUICK:
            size *= 4
            growth, seconds = growth_of(make, size)
        label = f"{shape}: a page of {size / 1e6:g} MB ({seconds:.1f} s) against one of {size / 2e6:g} MB"
        rows.append(row(label, growth, GROWTH_LIMIT))
    rows.append(row(f"peak memory over a page of {PAGE_BYTES / 1e6:g} MB, times the page", memory_of(PAGE_BYTES), MEMORY_LIMIT))
    (importing, helping), (nothing, imported, helped) = startup()
    rows.append(
        row(f"`import dieuhanh` ({imported * 1000:.0f} ms) against `python -c pass` ({nothing * 1000:.0f} ms)", importing, IMPORT_LIMIT)
    )
    rows.append(row(f"`dieuhanh --help` ({helped * 1000:.0f} ms) against `python -c pass`", helping, HELP_LIMIT))
    return "\n".join(rows)


def row(label: str, measured: float, limit: float) -> str:
    """One line of the table, with its verdict."""
    return f"| {label} | {measured:.2f} × | {limit:g} × | {'kept' if measured <= limit else 'BROKEN'} |"


def lettered_list(size: int) -> str:
    """One order without end: an agency, and lettered points until the page is full."""
    point = "a) Chủ trì, phối hợp với Sở Tài chính rà soát số liệu, báo cáo trước ngày 31/3/2024;\n"
    return "Giao việc cho sở\n\n1. Sở Công Thương\n" + point * (size // len(point.encode()))


# A digest as it should be, and pages that no office writes but a broken export does: each could make a careless regex look again
# and again at the same words.
SHAPES: dict[str, Callable[[int], str]] = {
    "digest": corpus.one_page,
    "one paragraph without a line break": lambda size: " ".join(corpus.one_page(size).split()),
    "one order with lettered points": lettered_list,
    "agencies in one list": lambda size: "Giao " + "Sở Tài chính, Sở Y tế, UBND các huyện, " * (size // 50),
    "numbers of documents": lambda size: "Công văn số 12/UBND-KT, 13/UBND-KT; " * (size // 38),
    "open brackets": lambda size: "(Công văn số (" * (size // 17),
    "digits": lambda size: "1" * size,
    "spaces": lambda size: "trước ngày" + " " * size + "31/3/2024",
    "cues": lambda size: "chủ trì, phối hợp với " * (size // 28),
    "short lines": lambda size: "Sở\n" * (size // 5),
    "nested HTML": lambda size: "<div>" * (size // 5) + "Sở Tài chính",
}


def growth_of(make: Callable[[int], str], size: int, tries: int = 3) -> tuple[float, float]:
    """Time of a page of `size` bytes against one of half, the best of each; and the seconds of the large one."""
    with tempfile.TemporaryDirectory() as folder:
        large, half = Path(folder) / "large.txt", Path(folder) / "half.txt"
        large.write_text(make(size), "utf-8")
        half.write_text(make(size // 2), "utf-8")
        seconds = [(run(TIMED, large), run(TIMED, half)) for _ in range(tries)]
    best_large, best_half = (min(column) for column in zip(*seconds, strict=True))
    return best_large / best_half, best_large


def memory_of(size: int) -> float:
    """Peak memory while a digest of `size` bytes is read, in multiples of the page."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(corpus.one_page(size), "utf-8")
        return run(WEIGHED, page)


def run(program: str, page: Path) -> float:
    """The number that the program prints about the page, from a process of its own."""
    done = subprocess.run([sys.executable, "-c", program, str(page)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def startup(rounds: int = 20) -> tuple[tuple[float, float], tuple[float, float, float]]:
    """`import dieuhanh` and `dieuhanh --help`, each in multiples of an empty program; and the three in seconds, the best of all rounds."""
    python = sys.executable
    commands = (
        [python, "-c", "pass"],
        [python, "-c", "import dieuhanh"],
        [str(Path(python).parent / "dieuhanh"), "--help"],
    )
    for command in commands:  # byte code is written, files are in the page cache
        seconds_of(command)
    seconds = [[seconds_of(command) for command in commands] for _ in range(rounds)]
    nothing, imported, helped = (min(column) for column in zip(*seconds, strict=True))
    return (imported / nothing, helped / nothing), (nothing, imported, helped)


def seconds_of(command: Sequence[str]) -> float:
    """From start to end of the command, by the clock."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start
