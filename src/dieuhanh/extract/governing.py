"""Which time governs which figure: "đến năm 2030: A, B", "A đạt 60% vào năm 2025 và 80% vào năm 2030; B đạt 90%".

Reads: the figures and the horizons of a sentence.  Writes: the horizon of each figure; what a heading hands on.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dieuhanh.extract.facts import Span
from dieuhanh.extract.figures import Figure
from dieuhanh.extract.horizons import Horizon
from dieuhanh.extract.qualifiers import describes

_LISTED = re.compile(r"[^;.:]*(?:,|\svà)\s[^;.:,]*")
_NEXT_SEGMENT = re.compile(r",\s(?:(?:cơ bản\s)?(?:hoàn thành|xong|hoàn tất|kết thúc|thực hiện xong)\s(?:xong\s)?)?", re.IGNORECASE)
# "1.200 hộ nghèo, hộ cận nghèo trước ngày …": what follows the comma only goes on naming what is counted.
_SAME_LIST = re.compile(
    r",\s(?![^,;.]*\b(?:báo cáo|gửi|trình|nộp|tổng hợp|bàn giao|ban hành|công bố|phê duyệt|thông báo|kết thúc|tổ chức|triển khai|thực hiện"
    r"|kiểm tra|rà soát|xử lý|đưa|chuyển)\b)(?:[^\s,;.]+\s){1,16}"
)
_STOP = re.compile(r";|[.…](?:\s|$)")
_YEARLY = re.compile(r"\s?(?:mỗi|hằng|hàng)\snăm\b", re.IGNORECASE)


class Timed(NamedTuple):
    """A figure with the horizon that governs it, and where the next figure begins."""

    figure: Figure
    next_at: int
    horizon: Horizon | None


def timed(text: str, span: Span, figures: list[Figure], horizons: list[Horizon]) -> list[Timed]:
    """Each figure with its horizon; a limit at the end of a list is that of all its figures."""
    found: list[Timed] = []
    ends = {h: _end_of_rule(text, span, figures, h) for h in horizons}
    behind: Horizon | None = None
    next_at = reach = span[1]
    for k in range(len(figures) - 1, -1, -1):
        figure = figures[k]
        horizon = _horizon_of(text, ends, figure.span, reach)
        if horizon is None and behind is not None and _LISTED.fullmatch(text, figure.span[1], next_at):
            horizon = behind
        behind = horizon if horizon is not None and horizon.span[0] > figure.span[0] else None
        found.append(Timed(figure, next_at, horizon))
        next_at = figure.span[0]
        if k == 0 or not describes(text, figures[k - 1], figure):  # "100% trẻ dưới 5 tuổi, hoàn thành trước ngày …"
            reach = next_at
    return found[::-1]


def _end_of_rule(text: str, span: Span, figures: list[Figure], horizon: Horizon) -> int:
    """Where a time stops to govern at the latest.

    Right behind a figure it is that figure's own and rules no other; where it opens a part behind a comma and a figure
    ("A đạt 60%, đến năm 2025 đạt 70%; B …") it rules to the end of its clause.
    """
    at, stop = horizon.span
    clause = max(text.rfind(";", span[0], at), text.rfind(":", span[0], at), span[0])
    before = next((f for f in reversed(figures) if f.span[1] <= at), None)
    if before is None or before.span[0] < clause or text.startswith(":", stop):
        return span[1]
    if _belongs_after(text, horizon, before.span) and not (horizon.fronted and ", " in text[before.span[1] : at]):
        return stop
    end = text.find(";", stop, span[1])
    return end if end >= 0 else span[1]


def _horizon_of(text: str, ends: dict[Horizon, int], figure: Span, next_figure: int) -> Horizon | None:
    """The horizon that governs a figure: a limit right after it, else the nearest before it that reaches so far; None without one."""
    behind = [h for h in ends if figure[1] <= h.span[0] < next_figure]
    for horizon in behind:
        if horizon.led and _belongs_after(text, horizon, figure):
            return horizon
    before = [h for h in ends if h.span[1] <= figure[0]]
    headed = any(h.fronted and text.startswith(":", h.span[1]) for h in before)
    for horizon in reversed(before):
        if figure[0] < ends[horizon] and (horizon.fronted or _in_same_clause(text, horizon, figure, headed=headed)):
            return horizon
    return next((h for h in behind if _belongs_after(text, h, figure)), None)


def _belongs_after(text: str, horizon: Horizon, figure: Span) -> bool:
    """Whether a limit behind a figure is its own: "100% kế hoạch vốn trước ngày 30/4/2025", "100% hồ sơ, hoàn thành trước ngày …"."""
    at = horizon.span[0]
    if _STOP.search(text, figure[1], at) or text.endswith(" và ", figure[1], at):  # behind "và" it opens what follows
        return False
    comma = text.rfind(",", figure[1], at)
    if comma < 0 or not horizon.led:
        return comma < 0
    m = _NEXT_SEGMENT.fullmatch(text, comma, at)
    if m is not None:
        return horizon.limits or m.end() > comma + 2
    return horizon.limits and _SAME_LIST.fullmatch(text, comma, at) is not None


def _in_same_clause(text: str, horizon: Horizon, figure: Span, *, headed: bool) -> bool:
    """A horizon that does not open its part governs the rest of its own clause.

    Only up to the comma does a limit ("xong trước ngày …"), a year that names something ("đợt 2 năm 2025, …"), and a time under a heading
    with another: "đến năm 2030: A thời kỳ 2021 - 2030 tăng 8%, B đạt 9%".
    """
    between = text[horizon.span[1] : figure[0]]
    if ";" in between or (between.startswith(", ") and not horizon.led):
        return False
    return not ((horizon.limits or headed) and ", " in between)


def inherited(text: str, start: int, heading: Horizon | None) -> Horizon | None:
    """The horizon of the heading above a sentence; what is done every year has no one day by which it is done."""
    return None if heading is not None and "/" not in heading.by and _YEARLY.match(text, start) else heading


def carried(text: str, horizons: list[Horizon], end: int) -> Horizon | None:
    """The horizon that a sentence hands on to the sentences and list points below it: the last that governs and that a colon follows."""
    return next((h for h in reversed(horizons) if h.fronted and text.find(":", h.span[1], end) >= 0), None)
