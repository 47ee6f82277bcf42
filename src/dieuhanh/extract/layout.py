"""The page's parts: title, summary list, items with headline and body.

Reads: canonical text.  Writes: Layout.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from dieuhanh.extract.facts import Span
from dieuhanh.extract.headlines import announced, announced_loosely, glued, unannounced
from dieuhanh.extract.leads import LIST_MARK, find_lead, gather
from dieuhanh.extract.patterns import UPPER
from dieuhanh.extract.title import find_title, is_dated_title, title_end


class Section(NamedTuple):
    """One item's place on the page: its headline and the paragraphs below it."""

    heading: Span
    paragraphs: list[Span]
    lead_index: int | None


class Layout(NamedTuple):
    """Where everything stands; `lead` are the headlines of the summary list with their places."""

    title: Span | None
    lead: list[Span]
    sections: list[Section]


# What a site puts below the last item, by the words that such a line begins with.
_BELOW = re.compile(
    r"""
    (?: (?:các\ )?(?:tin|bài)\ (?:tức\ |viết\ )?(?:liên\ quan|khác|mới|cũ|cùng)\b[^.]*$
      | (?:tác\ giả(?:\ bài\ viết)?|nguồn(?:\ tin|\ bài)?|người\ (?:đăng|viết|gửi)|tin|ảnh|bài|tin,\ (?:ảnh|bài))\s?:
      | (?:xếp\ hạng|đánh\ giá|từ\ khóa|tags?|chia\ sẻ)\s?: | \(?theo\ (?:báo|cổng|trang)\b[^.]*$
      | tổng\ số\ điểm | click\ để | (?:số\ )?lượt\ (?:xem|truy\ cập) | ý\ kiến\ bạn\ đọc | (?:tệp|file|văn\ bản)\ đính\ kèm
      | (?:chia\ sẻ|bình\ luận|xem\ thêm|tải\ về|thăm\ dò)\b[^.;]{0,24}$
      | cơ\ quan\ chủ\ quản | chịu\ trách\ nhiệm(?:\ [^\W\d]+){0,3}\s?: | bản\ quyền | giấy\ phép\ (?:thiết\ lập|số|xuất\ bản)
      | copyright | © | ghi\ rõ\ nguồn )
    """,
    re.VERBOSE | re.I,
)
_NAME = rf"[{UPPER}][\w.]*(?:\s[{UPPER}][\w.]*){{0,4}}"
_SIGNED = re.compile(
    rf"\(?(?:(?:Tin|Bài|Ảnh|Thực hiện|BBT|PV|CTV)\b[^{UPPER}]{{0,6}})?{_NAME}(?:\s?[-–,&]\s?{_NAME}){{0,2}}(?:\s\(?tổng hợp\)?)?\)?"
)
_LONGEST_SIGNATURE = 60  # characters
_LONGEST_LINE = 160  # characters of a line that stands below the last item


def find_opening(text: str) -> int:
    """Where the title stands, and with it the digest begins; 0 on a page without one."""
    paragraphs = _paragraphs(text)
    titled = find_title(text, paragraphs)
    return 0 if titled is None else paragraphs[titled][0]


def find_layout(text: str) -> Layout:
    """Split a page into title, summary list and items; a page without a title is read from its first paragraph."""
    paragraphs = _paragraphs(text)
    titled = find_title(text, paragraphs)
    first = 0 if titled is None else title_end(text, paragraphs, titled)
    page = gather(text, paragraphs[first:])
    lead = find_lead(page)
    headings = announced(page, lead)
    inline = glued(page, lead, headings)
    headings |= {k: i for k, (_, i) in inline.items()}
    headings |= announced_loosely(page, lead, headings, unannounced(page, lead.after, headings))
    starts = sorted(headings)
    sections = []
    for k, end in pairwise([*starts, len(page.spans)]):
        heading, below = page.spans[k], page.spans[k + 1 : end]
        if k in inline:
            cut = inline[k][0][1]
            rest = cut + len(text[cut : heading[1]]) - len(text[cut : heading[1]].lstrip(" .:-–"))
            heading, below = inline[k][0], [(rest, heading[1]), *below]
        sections.append(Section(heading, below, headings[k]))
    if sections:
        last = sections[-1]
        sections[-1] = last._replace(paragraphs=last.paragraphs[: _end_of_item(text, last.paragraphs)])
    title = None if titled is None else (paragraphs[titled][0], paragraphs[first - 1][1])
    return Layout(title, lead.pieces, sections)


def _paragraphs(text: str) -> list[Span]:
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            found.append((start, end))
        start = end + 1
    return found


def _end_of_item(text: str, paragraphs: list[Span]) -> int:
    """How many paragraphs belong to the last item: what a site puts below it, and its author's name, do not."""
    count = len(paragraphs)
    for k, (start, end) in enumerate(paragraphs):
        if end - start <= _LONGEST_LINE and (_BELOW.match(text, start, end) or is_dated_title(text[start:end])):
            count = k
            break
    closed = next((k for k in range(count - 1, -1, -1) if text[slice(*paragraphs[k])].endswith(("./.", "./"))), None)
    if closed is not None and all(_is_loose(text, span) for span in paragraphs[closed + 1 : count]):
        return closed + 1
    while count and _is_signature(text, paragraphs[count - 1]):
        count -= 1
    return count


def _is_loose(text: str, span: Span) -> bool:
    """Whether a line below a text's end ("./.") is no text of its own."""
    start, end = span
    return end - start <= _LONGEST_LINE and text[end - 1] not in ".;:" and LIST_MARK.match(text, start, end) is None


def _is_signature(text: str, span: Span) -> bool:
    """Whether a line is an author's name: nothing but capitalised words."""
    start, end = span
    return end - start <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(text, start, end) is not None
