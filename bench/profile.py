"""Where the time goes: the functions that cost most by their own time over 1 MB of varied digests."""

from __future__ import annotations

import cProfile
import io
import pstats

import dieuhanh
from bench import corpus

BYTES = 1_000_000
SHOWN = 25


def report() -> str:
    """The profiler's table; the profiler itself makes calls dearer than they are, regexes not."""
    pages = [page.encode() for page in corpus.generate(BYTES)]
    for page in corpus.generate(BYTES // 10, seed=2):
        dieuhanh.read(page)
    profiler = cProfile.Profile()
    profiler.enable()
    for content in pages:
        dieuhanh.read(content)
    profiler.disable()
    written = io.StringIO()
    pstats.Stats(profiler, stream=written).strip_dirs().sort_stats("tottime").print_stats(SHOWN)
    return written.getvalue()
