"""Members of a committee: "đồng chí Giám đốc Sở X làm Phó Trưởng ban", "Các Ủy viên là lãnh đạo các sở, ngành gồm: A, B".

Reads: canonical text, lexicon, paragraphs.  Writes: Member, one for each seat, under the words of the role.
A role stands before its holders ("Ủy viên gồm: …", "- Tổ trưởng: …") or behind them ("… làm Trưởng ban", "Giám đốc Sở Y tế - Tổ phó").
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dieuhanh.extract.facts import Member, Span
from dieuhanh.extract.lexicon import Lexicon
from dieuhanh.extract.posts import post_end, posts
from dieuhanh.extract.seats import read_seats
from dieuhanh.extract.sentences import list_mark, split_sentences


class Group(NamedTuple):
    """The members that one sentence names, and where it stands."""

    sentence: Span
    members: list[Member]


class _Mark(NamedTuple):
    """A role's place; before its holders, behind them, or in brackets behind one of them."""

    start: int
    end: int
    role: str
    where: str  # "before", "behind", "bracket"


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    bracket: re.Pattern[str]
    apposed: re.Pattern[str]
    also: re.Pattern[str]  # a second role of the same holder


_OF_BODY = r"""(?:(?: \s(?:Ban\sCh[ỉủ]\sđạo|Ban\s(?:Tổ|Vận|Điều|Chỉ\shuy|Soạn|Biên|Giám)|BCĐ|BTC|Tổ|Hội\sđồng|Đoàn|Tiểu\sban|Nhóm|khác)\b
                     | (?<=Chỉ\sđạo) | (?<=Tổ\schức) ) [^:;.,]{0,110}?)?"""
_HOLDS = r"(?:còn\scó|cón\scó|gồm\scó|bao\sgồm|gồm|là|do|có(?!\s(?:nhiệm|trách|quyền|thể|hiệu|liên|mặt)))"
_MADE = r"""(?:tham\sgia\s(?:làm|là|với\stư\scách)|tham\sgia|làm|giữ\s(?:chức\s(?:vụ|danh)|chức|vai\strò|cương\svị)|là|đảm\snhiệm
    |(?:được\s)?(?:giao|phân\scông|cử)(?:\snhiệm\svụ)?(?:\slàm)?)"""
_ONE_HOLDER = re.compile(r"(?:Trưởng|Tổ trưởng|Chủ tịch|Chỉ huy trưởng|Chủ nhiệm)\b|.*Thường trực\b|.*Thư k[ýí]\b", re.I)
_TRACES = ("rưởng", "viên", "hủ tịch", "hư k", "ổ phó", "hó Ban", "hó Đoàn", "uy phó", "ố vấn", "iám khảo", "hủ nhiệm")
_PLACES_BEFORE = re.compile(r"[.;:,–-]\s|(?:gồm|mời|thêm|có|và|gia|với|cùng|Có|Mời)\s")  # after which a role opens a list
_PLACES_BEHIND = re.compile(r"[ ,(](?=l(?:àm|à)\s|giữ\s|tham\sgia|đảm\s|được\s|giao\s|phân\s|cử\s|là,)")
_SUBJECT = re.compile(r".*?(?:\bdo\s(?=đồng chí|các|ông|bà|[A-ZĐ])|(?=\b[Đđ]ồng chí\s)|(?=\bmời\s))", re.S)
_HOLDER = re.compile(r"[,;]\s(?:đồng chí\s)?|\svà\s(?:đồng chí\s)?")
_WORD_STARTS = re.compile(r"^|\s")
_CLAUSE = re.compile(r";\s?|,\s(?=(?:đồng chí|mời|cùng)\s)")
_CONTINUES = re.compile(r"[-+•*–]|\d{1,2}[.)]|[a-zđ]\)")


@cache
def _patterns() -> _Patterns:
    role = posts().role
    before = rf"""
        (?<!\w)
        (?:(?:Các|Những|Một\ssố|\d{{1,2}}|hai|ba|bốn)\s)? (?:đồng\schí\s)? (?P<role>{role}) {_OF_BODY}
        (?: \s{_HOLDS} (?:\s(?:là|gồm|có|các\sđồng\schí|đồng\schí))? \s?:? | \s?: | \s[-–](?=\s) ) (?=\s|$)
    """
    behind = rf"(?<!\w) {_MADE} (?:\scác)? ,?\s (?P<role>{role}) {_OF_BODY} (?=\s*(?:[,.;:)\n]|$|\s(?:và|đồng\schí|cùng|kiêm|thay)\s))"
    bracket = rf"\s?\(\s?(?:làm\s|là\s)? (?P<role>{role}) {_OF_BODY} \s?\)"
    apposed = rf"\s?(?:,|[-–]|:)\s?(?:làm\s|là\s)?(?P<role>{role}){_OF_BODY}\s*$"
    also = rf"\s?,?\s(?:đồng\sthời\s)?kiêm\s(?:nhiệm\s)?(?:làm\s)?{role}{_OF_BODY}(?=\s?[,.;]|$)|\s(?:kiêm\snhiệm|kiêm|đảm\snhiệm|làm)$"
    return _Patterns(*(re.compile(pattern, re.VERBOSE | re.I) for pattern in (before, behind, bracket, apposed, also)))


def find_members(lexicon: Lexicon, text: str, paragraphs: list[Span]) -> list[Group]:
    """All seats in reading order, by sentence; a role that a paragraph announces with ":" goes on over the list below it."""
    found = []
    carried = ""
    for paragraph in paragraphs:
        listed = _CONTINUES.match(text, *paragraph) is not None
        if not listed:
            carried = ""
        if not carried and not any(text.find(trace, *paragraph) >= 0 for trace in _TRACES):
            continue
        start = paragraph[0] + len(list_mark(text, paragraph))
        for sentence in split_sentences(text, (start, paragraph[1])):
            members, carried = _read_sentence(lexicon, text, sentence, carried)
            if members:
                found.append(Group(sentence, members))
    return found


def _read_sentence(lexicon: Lexicon, text: str, sentence: Span, carried: str) -> tuple[list[Member], str]:
    """The seats of a sentence, and the role that goes on below it."""
    start, end = sentence
    end = start + len(text[start:end].rstrip(" .;/"))
    marks = _marks(text[start:end], start)
    if not marks:
        members = _apposed(lexicon, text[start:end]) or (_seated(lexicon, text[start:end], carried) if carried else [])
        return members, carried
    members = []
    position = start
    opened = ""  # the role of the list that we are in
    for mark in marks:
        cut = mark.start if mark.where == "before" else _boundary(text, position, mark) if opened else position
        if opened:
            members += _seated(lexicon, text[position:cut], opened)
        elif mark.where == "before":
            members += _apposed(lexicon, text[position:cut])
        if mark.where == "before":
            opened = mark.role
        else:
            members += _seated(lexicon, _holders(text[cut : mark.start]), mark.role)
            opened = opened if mark.where == "bracket" else ""
        position = mark.end
    rest = text[position:end].strip(" :")
    return members + (_seated(lexicon, rest, opened) if opened else []), "" if rest else opened


def _marks(sentence: str, offset: int) -> list[_Mark]:
    """Roles of a sentence in reading order, with their places in the text."""
    if not any(trace in sentence for trace in _TRACES):
        return []
    patterns = _patterns()
    opens = [0, *(m.end() for m in _PLACES_BEFORE.finditer(sentence))]
    found = [(m.start(), "before", m) for place in opens if (m := patterns.before.match(sentence, place))]
    found += [(m.start(), "bracket", m) for m in (patterns.bracket.finditer(sentence) if "(" in sentence else ())]
    found += [
        (m.start(), "behind", m) for place in _PLACES_BEHIND.finditer(sentence) if (m := patterns.behind.match(sentence, place.end()))
    ]
    marks: list[_Mark] = []
    for _, where, m in sorted(found, key=lambda item: item[0]):
        mark = _Mark(offset + m.start(), offset + m.end(), _role(m["role"]), where)
        if not marks or marks[-1].end <= mark.start:
            marks.append(mark)
        elif mark.where != "behind" and marks[-1].where == "behind":
            marks[-1] = mark
    return marks


def _role(words: str) -> str:
    words = " ".join(words.split())
    return words[0].upper() + words[1:]


def _boundary(text: str, start: int, mark: _Mark) -> int:
    """Where the holders of a role behind them begin, after those of the list that goes before."""
    cut = start
    for m in (_HOLDER if mark.where == "bracket" else _CLAUSE).finditer(text, start, mark.start):
        if mark.where != "bracket" or post_end(text[m.end() : mark.start]):
            cut = m.end()
    return cut


def _holders(words: str) -> str:
    """The holders alone, without the body as subject: "Ban Chỉ đạo do đồng chí Giám đốc …"."""
    cut = 0
    while (m := _SUBJECT.match(words, cut)) is not None and m.end() > cut:
        cut = m.end()
        if words.startswith(("đồng chí", "Đồng chí", "mời"), cut):
            break
    return words[cut:]


def _seated(lexicon: Lexicon, words: str, role: str) -> list[Member]:
    if "kiêm" in words or words.endswith((" làm", " đảm nhiệm")):
        words = _patterns().also.sub("", words)
    words = words.strip(" .,;:")
    one = _ONE_HOLDER.match(role) is not None
    return [Member(role, seat.post, seat.unit) for seat in read_seats(lexicon, words, one_person=one)] if words else []


def _apposed(lexicon: Lexicon, words: str) -> list[Member]:
    """ "Giám đốc Sở Y tế - Phó Trưởng ban": clauses that end with the role."""
    members = []
    for clause in words.split(";"):
        if (m := _patterns().apposed.search(clause)) is not None and any(
            post_end(clause[place.end() : m.start()]) for place in _WORD_STARTS.finditer(clause, 0, m.start())
        ):
            members += _seated(lexicon, _holders(clause[: m.start()]), _role(m["role"]))
    return members
