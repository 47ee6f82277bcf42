"""Posts that people hold in agencies, and roles that they have in a body: the words of data/vn/posts.csv as patterns.

Kinds of rows: head (takes Phó, Quyền and Thường trực: "Phó Giám đốc"), plain ("lãnh đạo"), leads (a role of one person, takes Phó:
"Phó Trưởng ban"), sits (other roles: "Ủy viên"). `agency` is the word that the name of the post's agency begins with, where the post
says it already: "Chánh Văn phòng UBND tỉnh" heads "Văn phòng UBND tỉnh".
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from importlib import resources
from typing import NamedTuple

_SPACE = re.compile(r"\\ ")


class Posts(NamedTuple):
    """Patterns of posts and roles, each without regard to capitals."""

    post: re.Pattern[str]  # at the beginning of words: "Phó Chủ tịch Thường trực"
    role: str  # to be set into patterns: "Phó Trưởng ban Thường trực"
    agency: dict[str, str]  # small post → word that its agency's name begins with


@cache
def posts() -> Posts:
    """All posts and roles that the data name; built once (2 ms)."""
    path = resources.files("dieuhanh.extract") / "data" / "vn" / "posts.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    words = {kind: _any_of([row["word"] for row in rows if row["kind"] == kind]) for kind in ("head", "plain", "leads", "sits")}
    post = rf"(?:{words['plain']}|(?:Quyền\ |nguyên\ )?(?:Phó\ |Cấp\ phó\ )?{words['head']}(?:\ Thường\ trực)?)(?!\w)"
    role = rf"""(?: (?:Đồng\s)?(?:Phó\s)?{words["leads"]} (?:\s(?:Chỉ\sđạo|Tổ\schức)\b)? (?:\sThường\strực)? (?:\sHội\sđồng\b)?
                  | {words["sits"]} (?:\s(?:Thường\strực|(?:kiêm\s)?Thư\sk[ýí]|phản\sbiện))? ) (?!\w)"""
    return Posts(re.compile(post, re.I), role, {row["word"].lower(): row["agency"] for row in rows if row["agency"]})


def _any_of(words: list[str]) -> str:
    """Alternatives, the longest first; a tone may stand on either letter of "ủy"."""
    ordered = sorted(set(words), key=len, reverse=True)
    escaped = (_SPACE.sub(r"\\s", re.escape(word)).replace("Ủy", "(?:Ủy|Uỷ)") for word in ordered)
    return f"(?:{'|'.join(escaped)})"
