"""Personal data of citizens, which no issue may publish (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP).

Names and posts of officials in office, and the lines and letter-boxes of agencies, are ordinary published data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dieuhanh.domain.gate.findings import FindingKind
from dieuhanh.extract.facts import Span
from dieuhanh.extract.patterns import UPPER

_GROUPED = r"\d(?:[\s.-]?\d)"  # a digit and more, in groups or without
_IDENTITY = re.compile(
    rf"""
    (?: (?:CCCD|CMND|CMTND|[Cc]ăn\scước(?:\scông\sdân)?|[Cc]hứng\sminh(?:\snhân\sdân|\sthư)?|[Đđ]ịnh\sdanh(?:\scá\snhân)?|[Hh]ộ\schiếu)
        [^\d\n;]{{0,25}}? (?P<said>{_GROUPED}{{8,11}}|[A-Z]\d{{7,8}}) (?!\d)
      | (?<![\d./,-])(?P<bare>0\d{{11}})(?![\d/]|[.,]\d) )            # a number of twelve digits begins with its province's, all below 100
    """,
    re.VERBOSE,
)
_PHONE = re.compile(
    r"""(?<![\d./,-])(?: (?:\+84|0084)[\s.-]?|0 ) (?: [35789](?:[\s.-]?\d){8} | (?P<landline>2(?:[\s.-]?\d){8,9}) ) (?![\d/]|[.,]\d)""",
    re.VERBOSE,
)
_HOTLINE = re.compile(r"đường dây nóng|(?:[đĐ]iện thoại|[Tt]ổng đài)[^.;\n]{0,40}(?:cơ quan|thường trực|tiếp nhận)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"""(?:số\stài\skhoản|tài\skhoản(?:\s(?:ngân\shàng|cá\snhân))?\s(?:số|:)|STK|số\sTK)[^\d\n;]{0,25}?
        (?P<number>\d(?:[\s.-]?\d){5,18})(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_OF_AGENCIES = (".gov.vn", ".dcs.vn", ".quochoi.vn")
_CITIZEN = re.compile(
    rf"""\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Ee]m|[Cc]ông\sdân|(?:[Hh]ộ|[Gg]ia\sđình)(?:\s(?:ông|bà|anh|chị))?)
        \s[{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,4}}(?P<post>\s?[,(–-]\s?(?:nguyên\s|Phó\s|Quyền\s)?(?:Chủ\stịch|Bí\sthư|Giám\sđốc|Trưởng|Chánh|Bộ\strưởng
        |Cục\strưởng|Tỉnh\sủy\sviên|Ủy\sviên|Đại\sbiểu))?""",
    re.VERBOSE,
)
_HOME = re.compile(
    r"""(?:\b(?:trú|cư\strú|ngụ|ở|sinh\ssống|thường\strú|tạm\strú|địa\schỉ|nhà)\s?:?\s(?:tại\s|ở\s)?)?
        \b(?:số\snhà|(?:nhà\s)?số\s\d+\w*,?\s(?:đường|phố|ngõ|ngách|hẻm)|thôn|xóm|bản|khối\sphố|khu\sphố|tổ\sdân\sphố|khối|ngõ|ngách|hẻm)
        \s[^.;\n()]{0,80}""",
    re.VERBOSE,
)
_BIRTH = re.compile(r"\bsinh\s(?:ngày|năm)\s?:?\s\d[\d/.\s]*(?:tháng\s\d+\snăm\s\d+)?")
_SENTENCE = re.compile(r"[^\n;]+")


class Private(NamedTuple):
    """Words that say something about a citizen."""

    kind: FindingKind
    span: Span


def find_private(text: str) -> list[Private]:
    """Personal data of citizens in reading order; what several rules see is found once."""
    found = [*_identities(text), *_phones(text), *_accounts(text), *_letter_boxes(text), *_homes(text)]
    kept: list[Private] = []
    for one in sorted(found, key=lambda private: (private.span[0], -private.span[1])):
        if not kept or one.span[0] >= kept[-1].span[1]:
            kept.append(one)
    return kept


def _identities(text: str) -> Iterator[Private]:
    for m in _IDENTITY.finditer(text):
        yield Private(FindingKind.IDENTITY_NUMBER, m.span("said") if m["said"] else m.span("bare"))


def _phones(text: str) -> Iterator[Private]:
    """Mobile numbers, and lines of homes: a fixed line that an agency or a hotline is named for is the agency's."""
    for m in _PHONE.finditer(text):
        line = text[text.rfind("\n", 0, m.start()) + 1 : m.start()]
        if _HOTLINE.search(line) or (m["landline"] and not _CITIZEN.search(line)):
            continue
        yield Private(FindingKind.PHONE, m.span())


def _accounts(text: str) -> Iterator[Private]:
    return (Private(FindingKind.ACCOUNT, m.span("number")) for m in _ACCOUNT.finditer(text))


def _letter_boxes(text: str) -> Iterator[Private]:
    return (Private(FindingKind.EMAIL, m.span()) for m in _EMAIL.finditer(text) if not m["host"].lower().endswith(_OF_AGENCIES))


def _homes(text: str) -> Iterator[Private]:
    """Where a named citizen lives and when they were born, said in one sentence with the name."""
    for sentence in _SENTENCE.finditer(text):
        for citizen in _CITIZEN.finditer(text, *sentence.span()):
            if citizen["post"]:
                continue
            yield from (Private(FindingKind.ADDRESS, m.span()) for m in _HOME.finditer(text, citizen.end(), sentence.end()))
            yield from (Private(FindingKind.BIRTH, m.span()) for m in _BIRTH.finditer(text, citizen.end(), sentence.end()))
