"""Who issued a document: from the words ("của Bộ trưởng Bộ Tài chính"), else from the symbol ("VP-KGVX"), else from the sentence.

Reads: Anchors, a symbol.  Writes: the canonical name of the agency in whose series the number stands.
"""

from __future__ import annotations

import re

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.codes import parts_of
from dieuhanh.extract.lexicon import Lexicon, Role

_OF = re.compile(
    r"""
    \s?,?\s? (?: \(?khóa\s[IVX]+\)?\s )?
    (?: (?:của|do)\s(?:liên\s)?(?:Hội\snghị\s[\w ]{1,30}?(?=\sBan\sChấp\shành)\s)?
      | Hội\snghị\s[\w ]{1,30}?(?=\sBan\sChấp\shành)\s
      | Ban\shành\sbởi\s )
    (?: (?:đồng\schí\s)?
        (?: Bộ\strưởng | (?:Phó\s)?Chủ\stịch | Chủ\snhiệm | Thủ\strưởng | (?:Tổng\s)?Giám\sđốc | Tổng\sThanh\stra | Thống\sđốc
          | Viện\strưởng | Chánh\s(?:án|Văn\sphòng) )\s )?
    """,
    re.VERBOSE | re.I,
)
_OF_OPENS = "cdhbCDHB(kK"  # first letters of the above: a quick look before the pattern
_TERM = re.compile(r"\s?(?:,\s)?\(?(?:khóa|khoá)\s[IVX]+\)?")
_BODY = r"(?:Ban Chỉ đạo|Hội đồng|Tổ công tác|Ban Tổ chức|Ban Chỉ huy)\s"
_BODY_NAMED = re.compile(rf"{_BODY}[^,.;()\n]{{3,140}}?(?=\s(?:về|v/v|ban hành)\s|[,.;()\n]|$)")
_BODY_ISSUES = re.compile(rf"(?P<body>{_BODY}[^.;()\n]{{3,200}}?)\s(?:vừa\s|đã\s)?(?:ban hành|phát|có|ký ban hành)\s$")
_SENTENCE_BACK = 240  # characters before a number in which the committee that issues it is named


def issuer_of_words(anchors: Anchors, position: int) -> tuple[str | None, int]:
    """The issuer named at `position` and where its words end; (None, position) where none is named."""
    text = anchors.text
    opens = text[position : position + 4].lstrip(" ,")[:1]
    m = _OF.match(text, position) if opens in _OF_OPENS else None
    if m is None:
        return None, position
    k = anchors.at(m.end())
    if k is not None and anchors.roles[k] & Role.AGENCY:
        return anchors.name(k), _end_of_issuer(anchors, anchors.ends[k])
    body = _BODY_NAMED.match(text, m.end())
    return (body.group(), body.end()) if body else (None, position)


def issuer_of_symbol(lexicon: Lexicon, symbol: str) -> str | None:
    """The issuer that a symbol names: its first part that is an agency's ("UBND-KT", "QĐ-TTg", "CĐ-LĐTBXH"); None where none is known."""
    parts = parts_of(symbol)
    if len(parts) > 1 and parts[0] in lexicon.kinds_by_code:
        parts = parts[1:]
    known = (lexicon.symbols.get(part) or lexicon.symbols.get(part.rstrip("0123456789")) for part in parts)
    return next(filter(None, known), None)


def issuer_before(text: str, start: int) -> str | None:
    """The committee that issues the document at `start` in so many words ("Ban Chỉ đạo … ban hành Kế hoạch số 19-KH/BCĐ")."""
    m = _BODY_ISSUES.search(text, max(0, start - _SENTENCE_BACK, text.rfind("\n", 0, start) + 1), start)
    return m["body"] if m else None


def _end_of_issuer(anchors: Anchors, end: int) -> int:
    """Where the issuer's words end with the province's name and the Party's term after it."""
    text, province = anchors.text, anchors.lexicon.province
    for tail in (f" tỉnh {province}", f" {province}") if province else ():
        if text.startswith(tail, end):
            end += len(tail)
            break
    term = _TERM.match(text, end)
    return term.end() if term else end
