"""The words that the reader knows, loaded from `data/`: national rows, then those of one province, which win.

Reads: data/vn/*.csv, data/vn/<province>/*.csv.  Writes: a Lexicon, built once for each province.
"""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dieuhanh.extract.lists import NATIONAL, rows, spellings
from dieuhanh.text import fold, placements


class Role:
    """What a literal may be in a sentence, as bits: one word can have several roles ("giao" orders and is a verb).

    Plain integers: tests of enum.IntFlag members took a quarter of the reading time.
    """

    VERB = 1  # opens a predicate: rà soát, khẩn trương, có trách nhiệm
    ORDER = 2  # is followed by those who must do it: giao, yêu cầu, đề nghị
    LEAD = 4  # chủ trì
    COOPERATE = 8  # is followed by those who help: phối hợp với
    CONNECTOR = 16  # may stand before a sentence: theo đó, đồng thời
    AGENCY = 32  # a known agency
    HEAD = 64  # opens a collective or an agency that no row names: các sở, thủ trưởng
    CAPITAL = 128  # counts only with a capital letter: Sở, but not "cơ sở"
    KIND = 256  # a kind of document: Quyết định
    LAW = 512  # a law by its name: Luật Đất đai
    RULE = 1024  # governs a document that follows: thực hiện, bãi bỏ; the name says how
    BARE = 2048  # of a HEAD: after "các …," it goes on with that collective: "các sở, ngành, cơ quan liên quan"
    WHOLE = 4096  # of a HEAD: a collective of fixed words, complete in itself: các sở, ban, ngành
    BODY = 8192  # of a HEAD: a committee, whose name may hold any verb: Ban Chỉ đạo phát triển du lịch

    ACTOR = AGENCY | HEAD
    PREDICATE = VERB | ORDER | LEAD | COOPERATE


class Lexicon(NamedTuple):
    """All that is looked up while reading."""

    province: str | None  # "Lạng Sơn"
    publisher: str | None  # "UBND tỉnh Lạng Sơn"
    scanner: AhoCorasick
    roles: list[int]  # of each literal of the scanner
    names: list[str]  # of each literal: the canonical name of an agency, a kind or a law, the relation of a rule; "" for other words
    agencies: dict[str, str]  # folded name or alias → canonical name
    levels: dict[str, str]  # canonical name → "central" or "province"
    symbols: dict[str, str]  # part of a symbol → issuer
    kinds_by_code: dict[str, str]  # "QĐ" → "Quyết định"


_FORMS = {"any": 0, "capital": Role.CAPITAL, "bare": Role.BARE, "whole": Role.WHOLE, "body": Role.BODY | Role.CAPITAL}
_CUES = {
    "verb": Role.VERB,
    "order": Role.VERB | Role.ORDER,
    "lead": Role.LEAD,
    "cooperate": Role.COOPERATE,
    "connector": Role.CONNECTOR,
    "connecting verb": Role.CONNECTOR | Role.VERB,
    "other": 0,  # hides a shorter word: "cơ sở"
}


_ORGANS = {  # of a province and of a city of the same rank, with the forms in which they are written
    kind: {
        f"UBND {kind}": (f"UBND {kind}", f"Ủy ban nhân dân {kind}"),
        f"HĐND {kind}": (f"HĐND {kind}", f"Hội đồng nhân dân {kind}"),
        party: (party,),
    }
    for kind, party in (("tỉnh", "Tỉnh ủy"), ("thành phố", "Thành ủy"))
}


@cache
def lexicon_of(folder: str | None) -> Lexicon:
    """The lexicon of a province's folder, or of the nation alone; built once (60 ms for 4,000 words)."""
    words = _Words()
    words.read(NATIONAL)
    province: dict[str, str] = {}
    if folder is not None:
        words.read(NATIONAL / folder)
        province = next(rows(NATIONAL / folder, "province"))
        words.read_other_provinces(province["name"])
    literals = [(spelling, *entry) for word, entry in words.literals.items() for spelling in placements(word)]
    return Lexicon(
        province=province.get("name"),
        publisher=province.get("publisher"),
        scanner=AhoCorasick([spelling for spelling, _, _ in literals], matchkind=MatchKind.LeftmostLongest),
        roles=[roles for _, roles, _ in literals],
        names=[name for _, _, name in literals],
        agencies=words.agencies,
        levels=words.levels,
        symbols=words.symbols,
        kinds_by_code=words.kinds_by_code,
    )


class _Words:
    """Collects words while the rows are read; later rows (the province's) win over earlier ones."""

    def __init__(self) -> None:
        self.literals: dict[str, tuple[int, str]] = {}  # folded word → roles, canonical name
        self.agencies: dict[str, str] = {}
        self.levels: dict[str, str] = {}
        self.symbols: dict[str, str] = {}
        self.kinds_by_code: dict[str, str] = {}

    def add(self, literal: str, roles: int, name: str = "") -> None:
        key = fold(literal)
        known_roles, known_name = self.literals.get(key, (0, ""))
        self.literals[key] = (roles | known_roles, name or known_name)

    def read(self, folder: Traversable) -> None:
        self._read_agencies(folder)
        self._read_documents(folder)
        for row in rows(folder, "heads"):
            self.add(row["word"], Role.HEAD | _FORMS[row["form"]])
        for row in rows(folder, "cues"):
            self.add(row["word"], _CUES[row["role"]])
        for row in rows(folder, "rules"):
            self.add(row["word"], Role.RULE, row["relation"])

    def read_other_provinces(self, own: str) -> None:
        """The organs of the other provinces, which keep their name: "UBND tỉnh Cao Bằng" is not our own "UBND tỉnh"."""
        for row in rows(NATIONAL, "provinces"):
            organs = _ORGANS[row["kind"]].items() if row["name"] != own else ()
            for organ, forms in organs:
                for form, place in product(forms, spellings(row)):
                    self.add(f"{form} {place}", Role.AGENCY | Role.CAPITAL, f"{organ} {row['name']}")

    def _read_agencies(self, folder: Traversable) -> None:
        for row in rows(folder, "agencies"):
            self.levels[row["name"]] = "central" if row["kind"].startswith(("central", "post")) else "province"
            for literal in spellings(row):
                self.add(literal, Role.AGENCY | Role.CAPITAL, row["name"])
                self.agencies[fold(literal)] = row["name"]
        for row in rows(folder, "symbols"):
            self.symbols[row["symbol"]] = row["issuer"]

    def _read_documents(self, folder: Traversable) -> None:
        for row in rows(folder, "kinds"):
            for literal in spellings(row):
                self.add(literal, Role.KIND, row["name"])
            for code in filter(None, row["code"].split("|")):
                self.kinds_by_code.setdefault(code, row["name"])
        for row in rows(folder, "laws"):
            for literal in spellings(row):
                self.add(literal, Role.LAW | Role.CAPITAL, row["name"])
