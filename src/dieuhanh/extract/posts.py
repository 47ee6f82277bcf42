"""Posts that people hold in agencies, and roles that they have in a body: the words of data/vn/posts.csv as patterns.

Kinds of rows: head (takes Phó, Quyền and Thường trực: "Phó Giám đốc"), plain ("lãnh đạo"), leads (a role of one person, takes Phó:
"Phó Trưởng ban"), sits (other roles: "Ủy viên"). `agency` is the word that the name of the post's agency begins with, where the post
says it already: "Chánh Văn phòng UBND tỉnh" heads "Văn phòng UBND tỉnh". `answers` is "yes" where the agency as a whole is meant when
its holder is given work: "Giám đốc Sở Tài chính", but not "Kế toán trưởng Sở Tài chính".
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

_SPACE = re.compile(r"\\ ")
_ACTING = ("quyền ", "nguyên ")
_DEPUTY = ("phó ", "cấp phó ")
_STANDING = " thường trực"
_LONGEST = 60  # characters of a post; the longest row has 23
_WORDS = 5  # words of a post; the longest row has 4


class Posts(NamedTuple):
    """Words of posts in small letters, and the pattern of roles, to be read without regard to capitals."""

    heads: frozenset[str]
    plain: frozenset[str]
    openings: frozenset[str]  # first words of all posts
    role: str  # to be set into patterns: "Phó Trưởng ban Thường trực"
    agency: dict[str, str]  # small post → word that its agency's name begins with
    answering: frozenset[str]  # those whose agency is meant when they are given work


@cache
def posts() -> Posts:
    """All posts and roles that the data name; built once (1 ms)."""
    path = resources.files("dieuhanh.extract") / "data" / "vn" / "posts.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    words = {kind: [row["word"] for row in rows if row["kind"] == kind] for kind in ("head", "plain", "leads", "sits")}
    role = rf"""(?: (?:Đồng\s)?(?:Phó\s)?{_any_of(words["leads"])} (?:\s(?:Chỉ\sđạo|Tổ\schức)\b)? (?:\sThường\strực)? (?:\sHội\sđồng\b)?
                  | {_any_of(words["sits"])} (?:\s(?:Thường\strực|(?:kiêm\s)?Thư\sk[ýí]|phản\sbiện))? ) (?!\w)"""
    heads, plain = (frozenset(word.lower() for word in words[kind]) for kind in ("head", "plain"))
    return Posts(
        heads=heads,
        plain=plain,
        openings=frozenset(word.split(" ", 1)[0] for word in {*heads, *plain, *_ACTING, *_DEPUTY}),
        role=role,
        agency={row["word"].lower(): row["agency"] for row in rows if row["agency"]},
        answering=frozenset(row["word"].lower() for row in rows if row["answers"]),
    )


@lru_cache(maxsize=4096)
def post_end(words: str) -> int:
    """Where the post ends with which words begin: "Phó Chủ tịch Thường trực UBND tỉnh" → 24; 0 where they begin with none."""
    known = posts()
    if words.split(" ", 1)[0].lower() not in known.openings:
        return 0
    low = words[:_LONGEST].lower()
    start = next((len(said) for said in _ACTING if low.startswith(said)), 0)
    start += next((len(said) for said in _DEPUTY if low.startswith(said, start)), 0)
    end = cut = 0
    for _ in range(_WORDS):
        cut = low.find(" ", max(cut + 1, start))
        cut = len(low) if cut < 0 else cut
        said = low[start:cut]
        if said in known.heads or (not start and said in known.plain):
            end = cut
        if cut == len(low):
            break
    if end and low.startswith(_STANDING, end):
        end += len(_STANDING)
    return end


def agency_headed(words: str) -> str | None:
    """The agency that is meant when whoever heads it is given work; None where the words name no such head, or a deputy.

    >>> agency_headed("Chủ tịch UBND huyện Cao Lộc"), agency_headed("Chánh Thanh tra tỉnh"), agency_headed("Phó Giám đốc Sở Y tế")
    ('UBND huyện Cao Lộc', 'Thanh tra tỉnh', None)
    """
    end = post_end(words)
    post = words[:end].lower()
    agency = f"{posts().agency.get(post, '')}{words[end:]}".strip()
    return agency if agency and post in posts().answering else None


def _any_of(words: list[str]) -> str:
    """Alternatives, the longest first; a tone may stand on either letter of "ủy"."""
    ordered = sorted(set(words), key=len, reverse=True)
    escaped = (_SPACE.sub(r"\\s", re.escape(word)).replace("Ủy", "(?:Ủy|Uỷ)") for word in ordered)
    return f"(?:{'|'.join(escaped)})"
