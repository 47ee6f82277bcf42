"""Who issued a document: from the words ("của Bộ trưởng Bộ Tài chính"), else from the symbol ("VP-KGVX").

Reads: Anchors, a symbol.  Writes: the canonical name of the agency in whose series the number stands.
"""

from __future__ import annotations

import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.lexicon import Lexicon, Role

_OF = re.compile(
    r"""
    \s?,?\s? (?: \(?khóa\s[IVX]+\)?\s )?
    (?: (?:của|do)\s(?:liên\s)? | Hội\snghị\s(?:lần\sthứ\s)?[\w ]{1,24}?(?=\sBan\sChấp\shành)\s | Ban\shành\sbởi\s )
    (?: (?:đồng\schí\s)? (?:Bộ\strưởng|Chủ\stịch|Phó\sChủ\stịch|Chủ\snhiệm|Thủ\strưởng|Tổng\sGiám\sđốc|Giám\sđốc|Tổng\sThanh\stra|Thống\sđốc|Viện\strưởng|Chánh\s(?:án|Văn\sphòng))\s )?
    """,
    re.VERBOSE | re.I,
)
_PROVINCE = re.compile(r"\s(?:tỉnh\s)?(?:[A-ZĐ]\w+(?:\s[A-ZĐ]\w+)?)(?=[\s,.;)])")
_TERM = re.compile(r"\s?(?:,\s)?\(?(?:khóa|khoá)\s[IVX]+\)?")
_STEERING = re.compile(r"(?:Ban Chỉ đạo|Hội đồng|Tổ công tác|Ban Tổ chức)\s[^,.;()\n]{3,140}?(?=\s(?:về|v/v|ban hành)\s|[,.;()\n]|$)")
_ISSUES = re.compile(r"(?P<body>(?:Ban Chỉ đạo|Hội đồng|Tổ công tác|Ban Tổ chức|Ban Chỉ huy)\s[^.;()\n]{3,200}?)\s(?:vừa\s|đã\s)?(?:ban hành|có|ký ban hành)\s$")
_PARTS = re.compile(r"[/\-_]")


def issuer_of_words(anchors: Anchors, position: int) -> tuple[str | None, int]:
    """The issuer named at `position` and where its words end; (None, position) where none is named."""
    m = _OF.match(anchors.text, position)
    if m is None:
        return None, position
    k = anchors.at(m.end())
    if k is not None and anchors.roles[k] & Role.AGENCY:
        end = anchors.ends[k]
        province = anchors.lexicon.province
        for tail in (f" tỉnh {province}", f" {province}") if province else ():
            if anchors.text.startswith(tail, end):
                end += len(tail)
                break
        if term := _TERM.match(anchors.text, end):
            end = term.end()
        return anchors.name(k), end
    if steering := _STEERING.match(anchors.text, m.end()):
        return steering.group(), steering.end()
    return None, position


def issuer_before(text: str, start: int) -> str | None:
    """The committee that issues the document at `start` in so many words ("Ban Chỉ đạo … ban hành Kế hoạch số 19-KH/BCĐ")."""
    m = _ISSUES.search(text, max(0, start - 240, text.rfind("\n", 0, start) + 1), start)
    return m["body"] if m else None


def issuer_of_symbol(lexicon: Lexicon, symbol: str) -> str | None:
    """The issuer that a symbol names: its first part that is an agency's ("UBND-KT", "QĐ-TTg", "CĐ-LĐTBXH"); None where none is known."""
    parts = _PARTS.split(symbol)
    if len(parts) > 1 and parts[0] in lexicon.kinds_by_code:
        parts = parts[1:]
    for part in parts:
        issuer = lexicon.symbols.get(part) or lexicon.symbols.get(part.rstrip("0123456789"))
        if issuer is not None:
            return issuer
    return None
