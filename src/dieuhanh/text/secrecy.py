"""Marks of secrecy. Documents marked MẬT, TỐI MẬT or TUYỆT MẬT never enter a system; we refuse them and keep nothing.

A mark is printed in capitals, apart from the sentences: alone on its line or in its cell, after "Độ mật:", or at the head of the
page beside the number. "bí mật", "bảo mật", "mật ong" and "tài liệu mật" in prose are none.

Reads: paragraphs. Writes: nothing; raises SecretTextError.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dieuhanh.errors import SecretTextError

MARKS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")  # Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 10a

HEAD = 20  # lines; a printed document has its mark above its title
SHORT = 80  # code points; a longer line is prose about secrecy, not a label

# "M Ậ T": printers space the letters of a stamp.
SPACED = "|".join("[ ]?".join(mark.replace(" ", "")) for mark in MARKS)
EDGE = r"[^\w|]*"  # brackets, quotes, stars around a mark

ALONE = re.compile(
    rf"""
    (?:^|[|]) {EDGE}                                            # a line, or a cell of a row
    (?:(?i:(?:mức[ ])?độ[ ](?:bảo[ ])?mật|mức[ ]mật) {EDGE})?   # "Độ mật:"
    (?P<mark>{SPACED}) {EDGE}
    (?:$|[|])
    """,
    re.VERBOSE,
)
LABELLED = re.compile(
    rf"(?:^|[|]) {EDGE} (?:(?:mức[ ])?độ[ ](?:bảo[ ])?mật|mức[ ]mật) [^\w|]+ (?P<mark>{SPACED}) {EDGE} (?:$|[|])",
    re.VERBOSE | re.IGNORECASE,
)
BESIDE_NUMBER = re.compile(
    rf"""
      ^ {EDGE} (?P<mark>{SPACED}) {EDGE}[ ](?:Bản[ ])?(?i:số)\b     # MẬT Số: 05/BC-UBND
    | \b(?i:số)[ ]?: [^|]{{1,60}}[ ] {EDGE} (?P<after>{SPACED}) {EDGE} $   # Số: 05/BC-UBND MẬT
    """,
    re.VERBOSE,
)


def refuse_secret(lines: Iterable[str], *, capitals_lost: bool = False) -> None:
    """Raises SecretTextError at a mark. `capitals_lost`: the encoding had capitals in another font, so any case counts."""
    for number, line in enumerate(lines):
        mark = _mark(line.upper() if capitals_lost and len(line) <= SHORT else line, at_head=number < HEAD)
        if mark:
            letters = mark.replace(" ", "").upper()
            raise SecretTextError(next(known for known in MARKS if known.replace(" ", "") == letters))


def _mark(line: str, *, at_head: bool) -> str | None:
    """The mark that `line` bears, as it is written there."""
    found = None
    if "Ậ" in line:
        found = ALONE.search(line) or (BESIDE_NUMBER.search(line) if at_head else None)
    if found is None and len(line) <= SHORT and "ậ" in line:
        found = LABELLED.search(line)
    return found[found.lastgroup or "mark"] if found else None
