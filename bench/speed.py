"""How fast pages are read, beside eyecite and beside the bare cost of decoding the same bytes, all in one run."""

from __future__ import annotations

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import dieuhanh
from bench import corpus, english
from bench.pages import ROOT, known_pages
from bench.timed import Timing

ROUNDS = 5
DIGEST_BYTES = 10_000_000
ENGLISH_BYTES = 1_500_000
WARM_BYTES = 300_000
GOAL = 4.0  # times eyecite with Hyperscan
CITATION = re.compile(r"\d/(?:\d{4}/)?[A-ZĐ]|\d-[A-Z]+[a-z]*/[A-Z]")  # 12/VP-KT, 04/2024/QĐ-UBND, 136-NQ/TU


@dataclass(frozen=True)
class Case:
    """One row of the table; `prefix` spares the slow ones most of the text."""

    label: str
    module: str
    name: str
    pages: str
    prefix: int


READING = Case("**dieuhanh.read**, bytes → Digest", "bench.ours", "read", "digests", DIGEST_BYTES)
DECODING = Case("decode the same bytes and check NFC, nothing else", "bench.ours", "decode", "digests", DIGEST_BYTES)
HYPERSCAN = Case("eyecite, HyperscanTokenizer, cases cited as in opinions", "bench.rivals", "hyperscan", "english", ENGLISH_BYTES)
HYPERSCAN_PLAIN = Case("eyecite, HyperscanTokenizer, no case names a court", "bench.rivals", "hyperscan", "english-plain", ENGLISH_BYTES)
DEFAULT = Case("eyecite, default tokenizer", "bench.rivals", "default", "english", 600_000)
CASES = (READING, DECODING, HYPERSCAN, HYPERSCAN_PLAIN, DEFAULT)


def report() -> str:
    """The table of speeds in Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        densities = lay_out(folder)
        timings = run_rounds(folder)
    return "\n".join([densities, "", table(timings), "", ratios(timings)])


def lay_out(folder: Path) -> str:
    """Write the pages of every sort, and others to warm up with; says how thick facts and citations stand in them."""
    digests = list(corpus.generate(DIGEST_BYTES))
    size = sum(len(page.encode()) for page in digests)
    citations = sum(len(CITATION.findall(page)) for page in digests) * 1000 / size
    write(folder / "digests", digests)
    write(folder / "warm" / "digests", corpus.generate(WARM_BYTES, seed=2))
    for name, courts in (("english", True), ("english-plain", False)):
        write(folder / name, english.generate(ENGLISH_BYTES, citations, courts=courts))
        write(folder / "warm" / name, english.generate(WARM_BYTES, citations, courts=courts, seed=2))
    real = facts_per_kb([page.read_bytes() for page in known_pages()])
    varied = facts_per_kb([page.encode() for page in digests[:: len(digests) // 20]])
    return (
        f"{size / 1e6:.1f} MB in {len(digests)} digests of 30–60 KB; {citations:.2f} citations in 1,000 bytes, "
        f"there and in the English text. The reader finds {varied:.1f} facts "
        f"in 1,000 bytes of the varied digests, {real:.1f} in the pages that people wrote."
    )


def write(folder: Path, pages: Iterable[str]) -> None:
    """One file a page, named in order."""
    folder.mkdir(parents=True)
    for index, page in enumerate(pages):
        (folder / f"{index:05}.txt").write_text(page, "utf-8", newline="\n")


def facts_per_kb(pages: list[bytes]) -> float:
    """Facts that the reader finds in 1,000 bytes."""
    items = [item for page in pages for item in dieuhanh.read(page).items]
    lists = ("instruments", "officials", "citations", "relations", "assignments", "deadlines", "targets", "bodies")
    return sum(len(getattr(item, name)) for item in items for name in lists) * 1000 / sum(map(len, pages))


def run_rounds(folder: Path) -> dict[Case, list[Timing]]:
    """Every case once a round, in an order drawn anew for each, one at a time."""
    run_case(HYPERSCAN, folder)  # compiles the database of Hyperscan, which no round shall pay
    timings: dict[Case, list[Timing]] = {case: [] for case in CASES}
    order = random.Random(1)
    for _ in range(ROUNDS):
        for case in order.sample(CASES, len(CASES)):
            timings[case].append(run_case(case, folder))
    return timings


def run_case(case: Case, folder: Path) -> Timing:
    """The case in a process of its own."""
    command = [sys.executable, "-m", case.module, case.name, str(folder), case.pages, str(case.prefix)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return Timing(**json.loads(done.stdout))


def speeds(timings: list[Timing]) -> list[float]:
    """MB of UTF-8 a second by the clock, slowest first."""
    return sorted(t.bytes / t.clock / 1e6 for t in timings)


def table(timings: dict[Case, list[Timing]]) -> str:
    """One row a case."""
    ours = statistics.median(speeds(timings[READING]))
    rows = ["| what | MB read | MB/s, median | slowest–fastest | MB/s of processor time | dieuhanh.read is |", "|---|--:|--:|--:|--:|--:|"]
    for case in CASES:
        measured = speeds(timings[case])
        median = statistics.median(measured)
        processor = statistics.median(t.bytes / t.processor / 1e6 for t in timings[case])
        rows.append(
            f"| {case.label} | {timings[case][0].bytes / 1e6:.1f} | {median:.2f} | {measured[0]:.2f}–{measured[-1]:.2f} "
            f"| {processor:.2f} | {ours / median:.3g} × |"
        )
    return "\n".join(rows)


def ratios(timings: dict[Case, list[Timing]]) -> str:
    """The goal, judged by the text that cites as opinions do; beside it the text without any court."""
    ours = statistics.median(speeds(timings[READING]))
    usual, plain = (ours / statistics.median(speeds(timings[case])) for case in (HYPERSCAN, HYPERSCAN_PLAIN))
    verdict = "reached" if usual >= GOAL else "NOT reached"
    goal = f"at least {GOAL:.0f} × eyecite with Hyperscan on text that cites as opinions do"
    return f"{ROUNDS} rounds. Goal: {goal}. Measured: {usual:.1f} ×, {verdict}. On text in which no case names a court: {plain:.1f} ×."
