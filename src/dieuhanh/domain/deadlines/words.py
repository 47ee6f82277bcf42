"""The words of a deadline brought into one form, so that each pattern has to know only one spelling.

"Ba mươi (30) ngày" → "30 ngày", "Quý IV" → "quý 4", "hàng tháng" → "hằng tháng", "tháng mười hai năm" → "tháng 12 năm".
Reads: an expression as printed.  Writes: small letters, spaces folded, no stop at the end.
"""

from __future__ import annotations

import datetime as dt
import re

_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mốt": 1}
_ONE = "|".join(_ONES)
_NUMBER = re.compile(  # "hai mươi lăm", "mười", "ba"; a month, quarter or weekday by its number is none: "tháng ba năm", "thứ năm"
    rf"""
    (?<!tháng\s)(?<!quý\s)(?<!thứ\s)(?<!mười\s)(?<!mươi\s)(?<!hằng\s)(?<!\d\s) \b
    (?: (?P<tens>{_ONE})\smươi (?:\s(?P<more>{_ONE}))? | (?P<ten>mười) (?:\s(?P<teen>{_ONE}))? | (?P<one>{_ONE}) )
    (?= \s (?: \(\d{{1,3}}\)\s )? (?: ngày | tuần | giờ | quý\smột | (?:(?<!năm\s)(?:tháng|năm)) ) \b | \s lần )
    """,
    re.VERBOSE,
)
_MONTHS = {"hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12}
_MONTH = re.compile(r"\btháng (?P<name>mười hai|mười một|mười|hai|ba|tư|sáu|bảy|tám|chín)\b(?! (?:ngày|tuần)\b)")
_IN_BRACKETS = re.compile(r"(?P<count>\d{1,3}) \((?:\d{1,3}|[a-zà-ỹ ]{2,20})\) (?=ngày|tuần|tháng|quý|năm|giờ)")
_REPEATED = re.compile(r"\b(?:hàng|mỗi|từng) (?=(?:ngày|tuần|tháng|quý|năm)\b)")
_REGULARLY = re.compile(r"\bđịnh kỳ (?=(?:ngày|tuần|tháng|quý|năm)\b)")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_QUARTER = re.compile(r"\bquý (?:(?:iv|i{1,3}|[1-4])(?:, ?| ?- ?| và (?:quý )?| đến (?:quý )?))*(?:iv|i{1,3}|[1-4])\b")
_ROMAN_ONE = re.compile(r"\b(?:iv|i{1,3})\b")
_ENDS = re.compile(r"\b(?:trước )?khi (?:hết|kết thúc) (?=(?:tháng|quý|năm \d))")
_STOP = " .;,:"

HOUR = r"(?P<hour>\d{1,2}) ?(?:giờ|h(?![a-zà-ỹ])|:) ?(?:(?P<minute>\d{2})(?!\d) ?(?:phút|['’p])?)?"
ISSUE = r"(?:ngày\s)?(?:ký|ban\shành|phát\shành)"
_HOUR = re.compile(rf"\b{HOUR}")


def plain_words(expression: str) -> str:
    """The words in one form.

    >>> plain_words("Chậm nhất trong ba mươi (30) ngày,  hết Quý IV/2024.")
    'chậm nhất trong 30 ngày, hết quý 4/2024'
    """
    words = " ".join(expression.lower().replace("–", "-").replace("—", "-").split()).strip(_STOP)
    words = _MONTH.sub(lambda m: f"tháng {_MONTHS[m['name']]}", words)
    words = _NUMBER.sub(_figure, words)
    words = _IN_BRACKETS.sub(lambda m: f"{m['count']} ", words)
    words = _REGULARLY.sub("định kỳ hằng ", _REPEATED.sub("hằng ", words))
    words = _ENDS.sub("hết ", words).replace("mồng ", "mùng ")
    return _QUARTER.sub(lambda m: _ROMAN_ONE.sub(lambda roman: _ROMAN[roman.group()], m.group()), words)


def _figure(m: re.Match[str]) -> str:
    if m["one"]:
        return str(_ONES[m["one"]])
    if m["ten"]:
        return str(10 + _ONES.get(m["teen"] or "", 0))
    return str(10 * _ONES[m["tens"]] + _ONES.get(m["more"] or "", 0))


def hour_in(words: str) -> dt.time | None:
    """The hour that the words name, the last of several; None without one, and for one that no clock shows."""
    found = None
    for m in _HOUR.finditer(words):
        hour, minute = int(m["hour"]), int(m["minute"] or 0)
        found = dt.time(hour, minute) if hour < 24 and minute < 60 else None
    return found
