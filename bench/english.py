"""English legal text with real-looking citations, as thick with them as the digests: what eyecite is measured on.

Sentences are put together from word lists, so that no two are alike; the same seed gives the same text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

PAGE_BYTES = (30_000, 60_000)
SENTENCES_A_PARAGRAPH = (3, 9)
WORDS = tuple((Path(__file__).parent / "english_words.txt").read_text("utf-8").split())

REPORTERS = (
    ("U.S.", 40, 590),
    ("S. Ct.", 60, 140),
    ("F.2d", 1, 999),
    ("F.3d", 1, 999),
    ("F. Supp. 2d", 1, 999),
    ("P.2d", 1, 999),
    ("N.E.2d", 1, 999),
    ("So. 2d", 1, 999),
    ("Cal. App. 4th", 1, 250),
)
COURTS = ("2d Cir.", "5th Cir.", "9th Cir.", "D.C. Cir.", "S.D.N.Y.", "N.D. Ill.", "E.D. Pa.")
PARTIES = (
    *("Adams", "Barlow", "Carver", "Dalton", "Ellison", "Fairfax", "Garland", "Hartwell", "Ingram", "Jennings", "Kessler", "Lambert"),
    *("Merrick", "Norwood", "Oakley", "Prescott", "Quimby", "Radcliffe", "Sheldon", "Thatcher", "Underhill", "Vaughan", "Whitlock"),
)


def generate(size: int, citations_per_kb: float, *, courts: bool, seed: int = 1) -> Iterator[str]:
    """Pages until they hold `size` bytes together; `citations_per_kb` citations in 1,000 bytes, on average.

    With `courts` the cases of the federal reporters, a third of all, name their court in brackets, as opinions do. The share
    matters: eyecite looks such a court up in its whole list, and reads a text where no case names one three times as fast.
    """
    writer = Writer(random.Random(seed), citations_per_kb, courts=courts)
    made = 0
    while made < size:
        page = writer.page()
        made += len(page)
        yield page


class Writer:
    """Writes pages and keeps the density of citations: a citation falls due as soon as the text so far lacks one."""

    def __init__(self, chance: random.Random, citations_per_kb: float, *, courts: bool) -> None:
        self.chance = chance
        self.courts = courts
        self.per_byte = citations_per_kb / 1000
        self.owed = 0.0

    def page(self) -> str:
        """One opinion: paragraphs set off by blank lines."""
        size = self.chance.randint(*PAGE_BYTES)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < size:
            paragraphs.append(" ".join(self.sentence() for _ in range(self.chance.randint(*SENTENCES_A_PARAGRAPH))))
        return "\n\n".join(paragraphs) + "\n"

    def sentence(self) -> str:
        """Words in the rhythm of prose, a citation at the end where one is owed."""
        text = " ".join(self.chance.choices(WORDS, k=self.chance.randint(12, 34)))
        text = text[0].upper() + text[1:]
        self.owed += len(text) * self.per_byte
        if self.owed < 1:
            return text + "."
        self.owed -= 1
        citation = self.citation()
        self.owed += len(citation) * self.per_byte
        return f"{text}. {citation}."

    def citation(self) -> str:
        """A case, a short form, a statute, an id. or a supra, about as often as opinions use them."""
        number = self.chance.randint
        case = self.chance.choice(PARTIES)
        reporter, low, high = self.chance.choice(REPORTERS)
        place = f"{number(low, high)} {reporter} {number(1, 1400)}"
        form = self.chance.random()
        if form < 0.5:
            year = number(1950, 2020)
            court = f"{self.chance.choice(COURTS)} " if self.courts and reporter.startswith("F.") else ""
            return f"{case} v. {self.chance.choice(PARTIES)}, {place}, {number(1, 1400)} ({court}{year})"
        if form < 0.65:
            return f"{case}, {number(low, high)} {reporter} at {number(1, 1400)}"
        if form < 0.85:
            return f"See {number(1, 50)} U.S.C. § {number(1, 9000)}({self.chance.choice('abcdef')})"
        return f"Id. at {number(1, 1400)}" if form < 0.95 else f"{case}, supra, at {number(1, 1400)}"
