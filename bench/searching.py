"""A script: builds a register's index in the DIEUHANH_HOME of its environment, asks it, and prints the table of `bench.search`."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import tantivy
from django.core.management import call_command

from bench import corpus
from dieuhanh.config.startup import start

start()

from dieuhanh.apps.audit.actions import action  # noqa: E402  models need Django started
from dieuhanh.apps.audit.actors import Operator  # noqa: E402
from dieuhanh.apps.audit.models import Entry  # noqa: E402
from dieuhanh.apps.documents.models import Knowledge, note_changes  # noqa: E402
from dieuhanh.apps.search.entry import IndexEntry, Position  # noqa: E402
from dieuhanh.apps.search.following import current_index  # noqa: E402
from dieuhanh.apps.search.query import PAGE_SIZE, SearchQuery  # noqa: E402
from dieuhanh.apps.search.searching import search  # noqa: E402
from dieuhanh.apps.search.words import plain, words_of  # noqa: E402

DOCUMENT_CHARACTERS = 1_600  # 2 KB of UTF-8
POOL_BYTES = 8_000_000  # of varied digests, whose paragraphs make up the documents
DRAWN, COMMON, PASSES = 200, 60, 3
RATIO_LIMIT, TAIL_LIMIT = 3.0, 4.0
TYPES = ("Công văn", "Quyết định", "Kế hoạch", "Thông báo", "Chỉ thị", "Công điện", "Nghị quyết", "Tờ trình", "Báo cáo")
TOPICS = ("kinh-te", "tai-chinh", "nong-nghiep", "van-xa", "giao-duc", "y-te", "noi-chinh", "xay-dung-giao-thong")
WEIGHTS = (50, 20, 10, 8, 3, 3, 3, 2, 1)


@dataclass(frozen=True)
class Times:
    """Milliseconds of each query of one class, in the same order: the words alone, bare, whole; documents found by each."""

    words: list[float]
    bare: list[float]
    whole: list[float]
    found: list[int]


def report(documents: int) -> str:
    """Fills the index, then asks it; a table as Markdown."""
    chance = random.Random(7)
    began = time.perf_counter()
    texts = fill(documents, chance)
    filling = time.perf_counter() - began
    lines = [
        f"{documents:,} documents indexed in {filling:.0f} s; index {size(current_index().folder):.0f} MB.",
        "",
        "| two words | documents found, median | words alone | bare query | search | search ÷ bare | p99 | p99 ÷ median |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*lines, *(row(name, ask(queries)) for name, queries in questions(texts, chance).items())])


def row(name: str, times: Times) -> str:
    bare, whole = statistics.median(times.bare), statistics.median(times.whole)
    tail = statistics.quantiles(times.whole, n=100)[98]
    return (
        f"| {name} | {statistics.median(times.found):,.0f} | {statistics.median(times.words):.2f} ms | {bare:.2f} ms | {whole:.2f} ms "
        f"| {whole / bare:.2f} × (goal {RATIO_LIMIT:g}) | {tail:.2f} ms | {tail / whole:.2f} × (goal {TAIL_LIMIT:g}) |"
    )


def fill(documents: int, chance: random.Random) -> list[str]:
    """The register's index with so many documents, as if it had followed them; some of their texts."""

    call_command("migrate", verbosity=0)
    with action(Operator("bench"), "documents.register_page", dt.datetime.now(dt.UTC)) as ledger:
        ledger.append("documents.Page", "bench", {})
        note_changes(set(range(1, documents + 1)), ledger.sequence)
    sample: list[str] = []
    with current_index().writing() as writer:
        for text, entry in entries(documents, chance):
            writer.replace([], [entry])
            if len(sample) < 2000:
                sample.append(text)
        last = Entry.objects.get()
        writer.commit(Position(last.sequence, documents, last.hash))
    return sample


def entries(documents: int, chance: random.Random) -> Iterator[tuple[str, IndexEntry]]:

    pool = [line for page in corpus.generate(POOL_BYTES, seed=11) for line in page.split("\n") if len(line) > 60]
    issuers = [f"Cơ quan số {number}" for number in range(80)]
    for number in range(1, documents + 1):
        lines: list[str] = []
        while sum(map(len, lines)) < DOCUMENT_CHARACTERS:
            lines.append(chance.choice(pool))
        text = "\n".join(lines)[:DOCUMENT_CHARACTERS]
        entry = IndexEntry(
            document=number,
            type=chance.choices(TYPES, WEIGHTS)[0],
            number=f"{number}/UBND-KT",
            date=dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(4000)),
            issuer=chance.choice(issuers),
            title=text[:90],
            known_by=chance.choice(list(Knowledge)),
            spellings=(f"{number}/ubnd-kt",),
            agencies=tuple(chance.sample(range(1, 300), 3)),
            topics=tuple(chance.sample(TOPICS, 2)),
            text=text,
        )
        yield text, entry


def questions(texts: list[str], chance: random.Random) -> dict[str, list[str]]:
    """Neighbours drawn from the texts, and pairs of the commonest words; each class also without accents."""
    words = [words_of(text.lower()) for text in texts]
    drawn: list[str] = []
    while len(drawn) < DRAWN:
        line = chance.choice(words)
        at = chance.randrange(len(line) - 1)
        if line[at].isalpha() and line[at + 1].isalpha():
            drawn.append(f"{line[at]} {line[at + 1]}")
    common = [word for word, _ in Counter(word for line in words for word in line if word.isalpha()).most_common(12)]
    pairs = [f"{a} {b}" for a in common for b in common if a < b][:COMMON]
    return {
        "drawn from the texts": drawn,
        "the same without accents": [plain(query) for query in drawn],
        "the commonest words": pairs,
        "those without accents": [plain(query) for query in pairs],
    }


def ask(queries: list[str]) -> Times:
    """Each query bare and whole, one right after the other; the first pass warms."""
    index = tantivy.Index.open(str(current_index().folder))
    searcher = index.searcher()
    times = Times([], [], [], [])
    for number in range(PASSES + 1):
        for words in queries:
            field = "plain" if plain(words) == words else "exact"
            alone = index.parse_query(words, [field], conjunction_by_default=True)
            neighbours = index.parse_query(plain(words).replace(" ", "_"), ["pairs"])
            bare = tantivy.Query.boolean_query([(tantivy.Occur.Must, alone), (tantivy.Occur.Should, neighbours)])
            clock = [time.perf_counter()]
            searcher.search(alone, PAGE_SIZE, count=False)
            clock.append(time.perf_counter())
            searcher.search(bare, PAGE_SIZE, count=False)
            clock.append(time.perf_counter())
            results = search(SearchQuery(words))
            clock.append(time.perf_counter())
            assert results.hits, words
            if number:
                for kept, (begin, end) in zip((times.words, times.bare, times.whole), pairwise(clock), strict=True):
                    kept.append((end - begin) * 1000)
                times.found.append(results.total)
    return times


def size(folder: Path) -> float:
    """Megabytes of all files below it."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


if __name__ == "__main__":
    print(report(int(sys.argv[1])))
