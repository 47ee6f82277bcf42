"""Figures to be reached: "đạt tối thiểu 30%", "khoảng 1.000 lượt khách", "8 - 9%", "từ 50 tổ trở lên".

Reads: canonical text, an item's paragraphs, lexicon of units.  Writes: Target.
Reported results ("đạt gần 3,3 tỷ USD, tăng 61,9% so với cùng kỳ"), prices, counts of documents and dates are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Comparator, Span, Target
from dieuhanh.extract.lexicon import Role

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
_QUANTITY = re.compile(
    rf"""
    (?<![\d/.,\-]) (?<!ngày\ ) (?<!tháng\ ) (?<!năm\ ) (?<!khoản\ ) (?<!Điều\ ) (?<!số\ ) (?<!quý\ )
    (?P<value>{_NUMBER}) (?:\s?(?:-|–|đến)\s?(?P<upper>{_NUMBER}))? (?![\d/])
    (?: \s?\([^()]{{1,20}}\) )?
    (?P<percent>\s?%)? \s?
    """,
    re.VERBOSE,
)
_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    (r"ít nhất|tối thiểu|tối thiếu|không dưới|không thấp hơn|không ít hơn|từ", ">="),
    (r"trên|hơn|vượt", ">"),
    (r"khoảng|xấp xỉ|gần|bình quân khoảng|ước khoảng|ước", "~"),
    (r"tối đa|không quá|không vượt quá|nhiều nhất|không cao hơn", "<="),
    (r"dưới|còn dưới|xuống dưới|thấp hơn", "<"),
)
_COMPARED = re.compile("(?:" + "|".join(f"(?P<c{k}>\\b(?:{words}))" for k, (words, _) in enumerate(_COMPARATORS)) + r")\s(?:là\s|đạt\s)?$", re.I)
_OR_MORE = re.compile(r"[^,.;]{0,40}?\s?trở lên")
_GOAL = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu|(?:đến|hết|đến hết|đến cuối) năm 20\d\d|tầm nhìn|dự kiến|dự báo|tối thi[ểế]u|ít nhất|trở lên|không dưới|100\s?%|cắt giảm|tiết kiệm|bảo đảm|đảm bảo|duy trì|hoàn thành", re.I)
_STRONG_GOAL = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu|(?:đến|hết|đến hết|đến cuối) (?:năm |quý |tháng |ngày )|giai đoạn 20\d\d", re.I)
_GOALS_FOLLOW = re.compile(r"(?:mục tiêu|chỉ tiêu)[^.;]*:", re.I)
_SENTENCE = re.compile(r"[.…]\s(?=[A-ZĐ])")
_RESULT = re.compile(r"so với cùng kỳ|ước (?:đạt|được|thực hiện)|\bđã\b|đạt được|kết quả (?:đạt|thực hiện)|hiện có|hiện nay|đạt gần|vượt kế hoạch|dự toán giao|bằng \d|lũy kế|luỹ kế|đạt \d[\d.,]*% (?:kế hoạch|dự toán)|mức (?:hỗ trợ|chi|thu|phạt|giá)|đơn giá|học phí|có hiệu lực", re.I)
_BY = re.compile(
    r"""
    (?: (?:[Đđ]ến|[Hh]ết|[Tt]rong|[Cc]uối|[Vv]ào) \s (?:hết\s|cuối\s)? năm \s (?P<year>20\d\d) (?!\s?[-–]) | (?:(?<=^)|(?<=[.;:…\n]\s)|(?<=[-+]\s))Năm\s(?P<opening>20\d\d)(?=\s?[,:])
      | [Gg]iai\ đoạn\s(?P<from>20\d\d)\s?[-–]\s?(?P<to>20\d\d)
      | (?:[Đđ]ến|[Hh]ết|[Tt]rước)\s(?:hết\s)?ngày\s(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d) )
    """,
    re.VERBOSE,
)
_PER = re.compile(r"(?:/\s?(?:\d{1,3}\s)?[a-zà-ỹ][\wà-ỹ]*(?:\s(?:dân|đầu người|gia đình))?){1,3}")
_MORE_UNIT = re.compile(r",\s")


class _Figure(NamedTuple):
    value: float
    upper: float | None
    unit: str
    span: Span  # number to unit
    comparator: Comparator


def find_targets(anchors: Anchors, paragraphs: list[Span]) -> list[Target]:
    """All figures to be reached in reading order."""
    found: list[Target] = []
    by = None
    for paragraph in paragraphs:
        found += _read_paragraph(anchors, paragraph, by)
        by = _by(anchors.text, paragraph[0], paragraph[1]) or by
    return found


def _read_paragraph(anchors: Anchors, paragraph: Span, inherited: str | None) -> list[Target]:
    text = anchors.text
    start, end = paragraph
    if not _GOAL.search(text, start, end):
        return []
    found: list[Target] = []
    previous: _Figure | None = None
    for clause_start, clause_end in _clauses(text, start, end):
        for m in _QUANTITY.finditer(text, clause_start, clause_end):
            figure = _figure(anchors, m, clause_start, clause_end, previous)
            if figure is None:
                continue
            if _is_goal(text, start, clause_start, clause_end, figure):
                found.append(_target(text, clause_start, clause_end, figure, _by(text, start, figure.span[0]) or inherited))
            previous = figure
    return found


def _clauses(text: str, start: int, end: int) -> list[Span]:
    pieces = []
    for m in re.finditer(r"[;…]\s|\.\s(?=\D)", text[start:end]):
        pieces.append(start + m.end())
    starts = [start, *pieces]
    return list(zip(starts, [*pieces, end], strict=True))


def _figure(anchors: Anchors, m: re.Match[str], start: int, end: int, previous: _Figure | None) -> _Figure | None:
    """A number with what is counted, and how it is compared; None where nothing countable follows."""
    text = anchors.text
    position = m.end()
    if m["percent"]:
        unit, unit_end = "%", m.end("percent")
        if per := re.compile(r"/(?:năm|tháng)").match(text, unit_end):
            unit, unit_end = unit + per.group(), per.end()
    else:
        k = anchors.at(position)
        if k is None or not anchors.roles[k] & Role.UNIT:
            return None
        unit_end = anchors.ends[k]
        if per := _PER.match(text, unit_end):
            unit_end = per.end()
        more = anchors.at(unit_end + 2) if text.startswith(", ", unit_end) else None
        if more is not None and anchors.roles[more] & Role.UNIT:
            unit_end = anchors.ends[more]
        unit = text[position:unit_end]
    value = number(m["value"])
    upper = number(m["upper"]) if m["upper"] else None
    return _Figure(value, upper, unit, (m.start(), unit_end), _comparator(text, m, start, unit_end, end, previous))


def _comparator(text: str, m: re.Match[str], start: int, unit_end: int, end: int, previous: _Figure | None) -> Comparator:
    if _OR_MORE.match(text, unit_end, end):
        return ">="
    compared = _COMPARED.search(text, max(start, m.start() - 24), m.start())
    if compared is not None and compared.lastgroup is not None:
        return _COMPARATORS[int(compared.lastgroup[1:])][1]
    if previous is not None and re.fullmatch(r"[^,.;]{0,90}\svà\s", text[previous.span[1] : m.start()]):
        return previous.comparator
    return "="


def number(words: str) -> float:
    """A Vietnamese number: points group thousands, a comma is decimal ("5.560" → 5560, "61,9" → 61.9)."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", words):
        words = words.replace(".", "")
    value = float(words.replace(",", "."))
    return int(value) if value.is_integer() else value


def _is_goal(text: str, start: int, clause_start: int, clause_end: int, figure: _Figure) -> bool:
    clause = text[clause_start:clause_end]
    if _RESULT.search(clause):
        return False
    sentence = max((m.end() for m in _SENTENCE.finditer(text, start, figure.span[0])), default=start)
    if _STRONG_GOAL.search(text, sentence, figure.span[0]) or _GOALS_FOLLOW.search(text, start, min(start + 90, figure.span[0])):
        return True
    near = text[max(clause_start, figure.span[0] - 60) : min(clause_end, figure.span[1] + 30)]
    if figure.unit.startswith("%"):
        return _GOAL.search(near) is not None
    return figure.comparator in (">=", "<=") and _GOAL.search(near) is not None


def _by(text: str, start: int, position: int) -> str | None:
    """The year or day by which the figure is to be reached: the last that the paragraph names before it."""
    last = None
    for m in _BY.finditer(text, start, position):
        last = m
    if last is None:
        return None
    if last["from"]:
        return f"{last['from']}/{last['to']}"
    if last["y"]:
        return f"{last['y']}-{int(last['m']):02}-{int(last['d']):02}"
    return last["year"] or last["opening"]


def _target(text: str, start: int, end: int, figure: _Figure, by: str | None) -> Target:
    """The figure with its subject: what follows the unit, or for a share what stands before it."""
    number_start, unit_end = figure.span
    before = re.split(r"[,:;]\s", text[start:number_start])[-1]
    after = re.split(r"[,.;:]\s|\s(?:và|trên tổng|so với|đến năm|chiếm|đạt|có|đều)\s|[.;,…]$", text[unit_end:end] + " ")[0]
    subject = after.strip(" .,;") if after.strip(" .,;") and not re.match(r"\s?(?:trở lên|trên|so với)", after) else re.sub(r"\s?(?:đạt|chiếm|là|tăng|giảm|còn|xuống|lên)?(?:\s(?:khoảng|trên|tối thi[ểế]u|ít nhất|từ|gần|dưới))?\s?$", "", before)
    said = text.rfind(before, start, number_start)
    span_start = said if said >= 0 else number_start
    while span_start < number_start and text[span_start] == " ":
        span_start += 1
    return Target(subject.strip(), figure.comparator, figure.value, figure.upper, figure.unit, by, (span_start, unit_end + len(after.rstrip(" .,;"))))
