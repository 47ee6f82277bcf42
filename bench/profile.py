"""Where the time goes: the functions that cost most by their own time, and those that cost more than in proportion to the page."""

from __future__ import annotations

import cProfile
import io
import pstats
from collections.abc import Iterable
from pathlib import Path

import dieuhanh
from bench import corpus

BYTES = 1_000_000
SHOWN = 25
# Of a page three times as large: more than 4.5 times the own time is growth and no noise, less than 50 ms is not worth a line.
TIMES, SUSPECT, WORTH = 3, 4.5, 0.05


def report() -> str:
    """The profiler's table and the list of suspects. The profiler makes calls dearer than they are, regexes not."""
    profiled(corpus.generate(BYTES // 10, seed=2))  # warm
    written = io.StringIO()
    pstats.Stats(profiled(corpus.generate(BYTES)), stream=written).strip_dirs().sort_stats("tottime").print_stats(SHOWN)
    suspects = growing(profiled([corpus.one_page(BYTES)]), profiled([corpus.one_page(TIMES * BYTES)]))
    heading = f"Functions that cost more than {SUSPECT} times as much on one page {TIMES} times as large:"
    return "\n".join([written.getvalue().strip(), "", heading, *(suspects or ["  none"])])


def profiled(pages: Iterable[str]) -> cProfile.Profile:
    """The profile of reading the pages."""
    contents = [page.encode() for page in pages]
    profiler = cProfile.Profile()
    profiler.enable()
    for content in contents:
        dieuhanh.read(content)
    profiler.disable()
    return profiler


def growing(small: cProfile.Profile, large: cProfile.Profile) -> list[str]:
    """One line a suspect, the dearest first."""
    before, after = own_times(small), own_times(large)
    suspects = [(seconds, name) for name, seconds in after.items() if seconds > WORTH and seconds > SUSPECT * before.get(name, 0.0)]
    return [f"  {name}: {before.get(name, 0.0):.2f} s → {seconds:.2f} s" for seconds, name in sorted(suspects, reverse=True)]


def own_times(profiler: cProfile.Profile) -> dict[str, float]:
    """Seconds of its own for each function, named by file, line and name."""
    times: dict[str, float] = {}
    for entry in profiler.getstats():
        code = entry.code
        name = code if isinstance(code, str) else f"{Path(code.co_filename).name}:{code.co_firstlineno} {code.co_name}"
        times[name] = times.get(name, 0.0) + entry.inlinetime
    return times
