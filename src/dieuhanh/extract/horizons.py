"""By when a figure is to be reached: "đến năm 2030: …", "phấn đấu năm 2024 …", "giai đoạn 2021 - 2025", "… trước ngày 20/6/2025".

Reads: a sentence of the canonical text.  Writes: Horizon; "2025", "2025-06-30" or "2021/2025".
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.extract.facts import Span
from dieuhanh.extract.moments import read_day, read_stretch

# Searched in lower case: without letters to fold it is three times as fast.
_HEAD = re.compile(
    r"""
    (?: giai\sđoạn | thời\skỳ | nhiệm\skỳ | 0?5\snăm | các\snăm | từ\snăm ) \s?
        (?P<from>20\d\d) \s? (?: [-–] | đến\s(?:hết\s)?(?:năm\s)? ) \s? (?P<to>20\d\d)
    | (?P<bare>(?:đến|hết|trước|tới|thời\sđiểm)\s) (?=\d{1,2}[/.]\d{1,2}[/.]20\d\d)
    | năm\s20\d\d | quý\s[iv1-4] | tháng\s\d | ngày\s\d | 0?[69]\stháng\s(?:đầu|cuối)?\s?năm
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"20\d\d(?!\d)")
_BEFORE = 48  # characters before a time that tell what it is
_REACH = 24  # characters before a year in which its phrase begins: "ngày 31 tháng 12 năm 2025"
_LEADS = (  # the longer first: "đến hết" before "hết"
    *("chậm nhất đến hết ", "muộn nhất đến hết ", "chậm nhất là ", "chậm nhất vào ", "chậm nhất trong ", "chậm nhất ", "muộn nhất "),
    *("cho đến hết ", "cho đến ", "đến hết ", "đến cuối ", "đến trước ", "tới hết ", "tới cuối ", "trước cuối ", "vào cuối "),
    *("tại thời điểm ", "vào thời điểm ", "đến thời điểm "),
    *("đến ", "tới ", "hết ", "cuối ", "trước ", "trong ", "vào ", "cả "),
)
_UNTIL = ("đến", "tới", "hết", "cuối", "cho")
_LIMITS = ("trước", "trong", "chậm", "muộn")
_COMPARED_WITH = re.compile(
    r"\b(?:so với|cùng kỳ|bằng|lần|thực hiện|kể từ|trước|như|số liệu|theo|chuẩn nghèo)\s(?:[^\s,;]+\s){0,2}$|\bhơn\s(?:[^\s,;\d]+\s){0,2}$"
)
_OUTLOOK = ("định hướng ", "tầm nhìn ")
_MARKS = (", ", "; ", ": ", "… ")  # each may close a part of a sentence
_ADVERBIAL = re.compile(
    r"\s?(?:(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s)?(?:theo đó,?\s|riêng\s(?:trong\s)?|ngay\s|cụ thể,?\s|và\s|đồng thời,?\s|trong đó,?\s)*",
    re.IGNORECASE,
)
_GOAL_BEFORE = ("phấn đấu", "mục tiêu", "chỉ tiêu", "mục đích")
_PURPOSE = re.compile(r"\b(?:để|nhằm)\s(?:[^\s,;]+\s){0,3}$")  # "nhằm góp phần đến năm 2030 có …": a purpose by then


class Horizon(NamedTuple):
    """A time that figures may be reached by; `last` is its last day."""

    by: str
    last: dt.date
    span: Span  # with the word that leads it in: "đến hết năm 2025"
    led: bool  # a word leads it in: đến, hết, trong, trước …
    until: bool  # that word is đến, hết, cuối
    limits: bool  # that word is trước, trong, chậm nhất
    fronted: bool  # it opens its part of the sentence or closes a heading, so it governs what follows


def find_horizons(text: str, start: int, end: int) -> list[Horizon]:
    """All horizons of a sentence in reading order; each names a year, and a year is found fastest."""
    found: list[Horizon] = []
    position = start
    for year in _YEAR.finditer(text, start, end):
        if year.start() < position:
            continue
        low = max(position, year.start() - _REACH)
        m = _HEAD.search(text[low : min(end, year.end() + 16)].lower())
        horizon = _horizon(text, m, low, start, end) if m is not None and low + m.start() <= year.start() else None
        position = horizon.span[1] if horizon else year.end()
        if horizon:
            found.append(horizon)
    return found


def _horizon(text: str, m: re.Match[str], offset: int, start: int, end: int) -> Horizon | None:
    """The horizon at a match that begins `offset` characters into the text; None where a year is no horizon."""
    head = offset + (m.end() if m["bare"] else m.start())
    before = text[max(start, head - _BEFORE) : head].lower()
    led = _lead(before)
    if not led and m.group().startswith("ngày"):  # a document's day, as most
        return None
    at = head - len(led)
    if m["from"]:
        by, last, stop = f"{m['from']}/{m['to']}", dt.date(int(m["to"]), 12, 31), offset + m.end()
    else:
        day = read_day(text, head, end)
        moment = day or read_stretch(text, head, end)
        if moment is None or moment.last is None or moment.recurrence:
            return None
        whole_year = moment.first is not None and (moment.first.month, moment.last.month) == (1, 12)
        if not whole_year and not led:
            return None
        by, last, stop = str(moment.last.year) if whole_year else moment.last.isoformat(), moment.last, moment.end
    before = before[: len(before) - len(led)]
    if _COMPARED_WITH.search(before):
        return None
    fronted = _is_fronted(text, start, at) or text.startswith(":", stop) or (led.startswith(_UNTIL) and _PURPOSE.search(before) is not None)
    if before.endswith(_OUTLOOK) and not (fronted and _only_adverbials(text, start, at)):
        return None
    return Horizon(by, last, (at, stop), bool(led), led.startswith(_UNTIL), led.startswith(_LIMITS), fronted)


def _lead(before: str) -> str:
    """The words with which what is before a time leads it in: "đến hết "; "" without them."""
    if not before.endswith(_LEADS):
        return ""
    led = next(lead for lead in _LEADS if before.endswith(lead))
    return "" if before[: -len(led)][-1:].isalnum() else led


def _only_adverbials(text: str, start: int, at: int) -> bool:
    """Whether only list marks and adverbials stand between two places."""
    return _ADVERBIAL.fullmatch(text, start, at) is not None


def _is_fronted(text: str, start: int, at: int) -> bool:
    last = max(text.rfind(mark, start, at) for mark in _MARKS)
    segment = last + 2 if last >= 0 else start
    if _only_adverbials(text, segment, at):
        return True
    words = text[segment:at].lower()
    return any(goal in words for goal in _GOAL_BEFORE)
