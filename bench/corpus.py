"""A corpus of digests of any size, varied from our samples so that no paragraph stands in it twice.

The same seed gives the same bytes. An item keeps the order of its paragraphs, so that orders, lettered points and the
deadlines that belong to them stay together; items are drawn at random into pages of 30 to 60 KB, and numbers, dates,
amounts, agencies, people and ordinary syllables in them are replaced by others of their sort.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import words
from bench.pages import GOLD, GOLDEN, SAMPLES, SEEDS, pages_in

PAGE_BYTES = (30_000, 60_000)
REPLACED = 0.12  # share of the free syllables
TRIES = 20
UNIQUE_FROM = 60  # code points; a shorter paragraph ("1. Sở Công Thương") may come again
FIRST_WEEK = dt.date(2016, 1, 4)
WEEKS = 480

PART = re.compile(
    rf"""
      (?P<agency>{words.AGENCY_ALTERNATION})
    | (?<=đồng[ ]chí[ ])(?P<person>(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]*[ ]){{1,3}}[A-ZĐÀ-Ỹ][a-zà-ỹđ]*)    # đồng chí Nguyễn Văn An
    | (?P<date>\b\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d\b)                                        # 05/4/2024
    | (?P<month>\b\d{{1,2}}(?=/(?:19|20)\d\d\b))                                             # the 5 of 5/2023
    | (?P<day>\b\d{{1,2}}/\d{{1,2}}\b)                                                       # 30/6
    | (?<![/\d])(?P<number>\d{{1,5}})(?=(?:/(?:19|20)\d\d)?/[A-ZĐ]|-[A-Z]+[a-z]*/[A-Z])      # the 12 of 12/VP-KT, of 136-NQ/TU
    | (?P<department>(?<=UBND-)(?:KGVX|KTN|KT|NC|TH)|(?<=/VP-)(?:KGVX|KTN|KT|NC|TH))\b       # the KT of 12/VP-KT
    | (?P<year>\b(?:19|20)\d\d\b)
    | (?P<amount>\b\d{{1,3}}(?:\.\d{{3}})+\b|\b\d+(?:,\d+)?\b)                               # 5.025.000; 61,9; 30
    | (?P<word>[^\W\d_]{{2,}})
    """,
    re.VERBOSE,
)

FURNITURE = re.compile(r"Tổng số điểm|Click để")  # below the last item of a portal page

Parts = list[tuple[str, str]]  # (kind, words); the kind "" is text that stays as it is


@dataclass(frozen=True)
class SourceItem:
    """One item of a sample, cut into parts; `week` is the first day of the week that its page reports."""

    week: dt.date
    heading: Parts
    paragraphs: tuple[Parts, ...]


def generate(size: int, seed: int = 1) -> Iterator[str]:
    """Pages until they hold `size` bytes of UTF-8 together."""
    chance = random.Random(seed)
    variation = Variation(source_items(), chance)
    made = 0
    while made < size:
        page = variation.page(chance.randint(*PAGE_BYTES))
        made += len(page.encode())
        yield page


def one_page(size: int, seed: int = 1) -> str:
    """A single digest of at least `size` bytes of UTF-8."""
    return Variation(source_items(), random.Random(seed)).page(size)


def source_items() -> list[SourceItem]:
    """Every item of the sample pages, cut at the headings that their golden results name."""
    folders = ((SAMPLES, GOLDEN), (SEEDS, GOLD))
    for pages, results in folders:
        known = [(page, results / f"{page.stem}.json") for page in pages_in(pages) if page.suffix == ".txt"]
        items = [item for page, result in known if result.exists() for item in items_of(page, result)]
        if items:
            return items
    return []


def items_of(page: Path, result: Path) -> Iterator[SourceItem]:
    """The items of one page whose golden result stands in `result`."""
    golden = json.loads(result.read_text("utf-8"))
    headings = {fold(item["heading"]) for item in golden["items"]}
    week = dt.date.fromisoformat(golden["period"]["start"]) if golden["period"] else FIRST_WEEK
    heading = ""
    body: list[str] = []
    for paragraph in map(fold, page.read_text("utf-8-sig").splitlines()):
        if not paragraph or FURNITURE.match(paragraph):
            continue
        if paragraph in headings:
            if body:
                yield SourceItem(week, parts(heading), tuple(map(parts, body)))
            heading, body = paragraph, []
        elif heading:
            body.append(paragraph)
    if body:
        yield SourceItem(week, parts(heading), tuple(map(parts, body)))


def fold(text: str) -> str:
    """NFC, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def parts(paragraph: str) -> Parts:
    """The paragraph cut into what can be replaced and what stays."""
    cut: Parts = []
    end = 0
    for match in PART.finditer(paragraph):
        cut += [("", paragraph[end : match.start()]), (match.lastgroup or "", match.group())]
        end = match.end()
    return [*cut, ("", paragraph[end:])]


class Variation:
    """Makes pages out of source items; it remembers what it has written, so that nothing comes twice."""

    def __init__(self, items: list[SourceItem], chance: random.Random) -> None:
        self.items = items
        self.chance = chance
        self.written: set[str] = set()
        self.syllables = sorted(
            {word for item in items for paragraph in item.paragraphs for kind, word in paragraph if kind == "word" and word.islower()}
            - words.KEPT_SYLLABLES
        )

    def page(self, size: int) -> str:
        """A digest of at least `size` bytes: title, summary list, items."""
        start = FIRST_WEEK + dt.timedelta(weeks=self.chance.randrange(WEEKS))
        end = start + dt.timedelta(days=6)
        headlines: list[str] = []
        body: list[str] = []
        length = 0
        while length < size:
            if len(headlines) % len(self.items) == 0:
                order = self.chance.sample(self.items, len(self.items))
            item = order[len(headlines) % len(self.items)]
            heading, *paragraphs = filter(None, (self.unique(p, item.week, start) for p in (item.heading, *item.paragraphs)))
            headlines.append(heading)
            body += [heading, *paragraphs]
            length += sum(len(p.encode()) + 2 for p in (heading, heading, *paragraphs))
        title = f"Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày {start:%d/%m} đến ngày {end:%d/%m/%Y})"
        return "\n\n".join([title, "; ".join(headlines) + ".", *body]) + "\n"

    def unique(self, source: Parts, source_week: dt.date, week: dt.date) -> str:
        """A variation that was not written before, with more words replaced at each try; empty where there is nothing to replace."""
        for attempt in range(TRIES):
            text = self.varied(source, source_week, week, REPLACED * (1 + attempt))
            if len(text) < UNIQUE_FROM or text not in self.written:
                self.written.add(text)
                return text
        return ""

    def varied(self, source: Parts, source_week: dt.date, week: dt.date, share: float) -> str:
        """The paragraph with its replaceable parts replaced, its dates moved from one week to the other."""
        made = []
        for kind, text in source:
            match kind:
                case "":
                    pass
                case "word":
                    text = self.word(text, share)
                case "date":
                    text = self.date(text, source_week, week)
                case "year":
                    text = str(int(text) + week.year - source_week.year)
                case _:
                    text = self.figure_or_name(kind, text)
            made.append(text)
        return "".join(made)

    def word(self, text: str, share: float) -> str:
        """An ordinary syllable becomes another one, as often as `share` says."""
        free = self.chance.random() < share and text.islower() and text not in words.KEPT_SYLLABLES
        return self.chance.choice(self.syllables) if free else text

    def figure_or_name(self, kind: str, text: str) -> str:
        """Another of its sort: an agency of the same group, a person, a document's number and department, a day, an amount."""
        match kind:
            case "agency":
                return self.chance.choice(words.GROUP_OF[text])
            case "person":
                return " ".join(map(self.chance.choice, (words.FAMILY_NAMES, words.MIDDLE_NAMES, words.GIVEN_NAMES)))
            case "number":
                return f"{self.chance.randint(1, 6000):02d}"
            case "department":
                return self.chance.choice(words.DEPARTMENTS)
            case "month":
                return str(self.chance.randint(1, 12))
            case "day":
                return f"{self.chance.randint(1, 28):02d}/{self.chance.randint(1, 12)}"
        return self.amount(text)

    def date(self, text: str, source_week: dt.date, week: dt.date) -> str:
        """A day of the new week for a day of the old one; farther days move along, give or take half a year."""
        day, month, year = map(int, text.split("/"))
        try:
            away = (dt.date(year, month, day) - source_week).days
        except ValueError:  # no such day, as pages do print: it stays
            return text
        away = self.chance.randint(0, 6) if 0 <= away <= 6 else away + self.chance.randint(-180, 180)
        moved = week + dt.timedelta(days=away)
        return f"{moved:%d}/{moved.month:02d}/{moved.year}" if moved.month < 3 else f"{moved:%d}/{moved.month}/{moved.year}"

    def amount(self, text: str) -> str:
        """Another figure of the same shape and size: the first digit stays, and so does 100, mostly of 100%."""
        if text == "100":
            return text
        return text[0] + "".join(self.chance.choice("123456789") if c.isdigit() else c for c in text[1:])
