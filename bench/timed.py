"""One timed case in a process of its own: reads its pages once and prints the figures as JSON.

The modules `ours` and `rivals` hold the readers and are run as `python -m bench.ours CASE FOLDER PAGES PREFIX`, so that what
one of them imports weighs on no other. Before the clock starts a case reads other pages of the same sort, so that tables,
regexes and the interpreter are warm; it never meets a page twice, so that no memory of an answer helps.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

Reader = Callable[[bytes], object]


@dataclass(frozen=True)
class Timing:
    """One pass: bytes of UTF-8 read, seconds by the clock and of the processor."""

    bytes: int
    clock: float
    processor: float


def main(makers: Mapping[str, Callable[[Path], Reader]]) -> None:
    """Make the reader that the command line names, warm it, time it, print its `Timing`."""
    parser = argparse.ArgumentParser(description="Time one reader over the pages of a folder.")
    parser.add_argument("case", choices=makers)
    parser.add_argument("folder", type=Path, help="as speed.lay_out makes it")
    parser.add_argument("pages", help="the folder of pages in it")
    parser.add_argument("prefix", type=int, help="read so many bytes of them")
    args = parser.parse_args()
    reader = makers[args.case](args.folder)
    timed(reader, first_pages(args.folder / "warm" / args.pages, args.prefix))
    print(json.dumps(asdict(timed(reader, first_pages(args.folder / args.pages, args.prefix)))))


def timed(reader: Reader, pages: list[bytes]) -> Timing:
    """One pass over the pages."""
    clock, processor = time.perf_counter(), time.process_time()
    for page in pages:
        reader(page)
    return Timing(sum(map(len, pages)), time.perf_counter() - clock, time.process_time() - processor)


def first_pages(folder: Path, prefix: int) -> list[bytes]:
    """The folder's pages by name until they hold `prefix` bytes."""
    taken: list[bytes] = []
    for path in sorted(folder.glob("*.txt")):
        if sum(map(len, taken)) >= prefix:
            break
        taken.append(path.read_bytes())
    return taken
