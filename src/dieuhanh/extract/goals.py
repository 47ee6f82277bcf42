"""What a sentence does with its figures: it sets goals, reports, or orders; and what it hands on to those below it.

Reads: Anchors, a sentence with its figures.  Writes: Sentence, Run.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dieuhanh.extract.anchors import Anchors
from dieuhanh.extract.facts import Span
from dieuhanh.extract.figures import Figure
from dieuhanh.extract.governing import carried
from dieuhanh.extract.horizons import Horizon, find_horizons
from dieuhanh.extract.lexicon import Role

# Searched in the sentence in lower case, each word behind its space: with a literal head and no case to fold that is four times as fast.
_GOAL = re.compile(
    r"""\ (?: phấn\sđấu | mục\stiêu(?!\squốc\sgia|,\snhiệm\svụ) | hướng\stới | để\s[^,;.:]{3,60}\sđạt | quyết\stâm\s(?:đạt|đưa)
      | chỉ\stiêu(?!\sbiên\schế|[^,;:.]{0,80}\b(?:đạt|vượt|hoàn\sthành|được)\b) )\b""",
    re.VERBOSE,
)
_RESULT = re.compile(
    r"""\ (?: đã | ước\s(?:đạt|được|thực\shiện|tính) | mới\s(?:chỉ\s)?(?:đạt|giải\sngân|thực\shiện|hoàn\sthành|có) | đạt\sđược
      | giải\sngân\sđược | tính\sđến | (?:lũy|luỹ)\skế | hiện\s(?:có|nay|còn|đạt) | còn\stồn | kết\squả\s(?:đạt|thực\shiện)
      | theo\s(?:báo\scáo|thống\skê|đánh\sgiá) | qua\s(?:rà\ssoát|kiểm\stra|theo\sdõi) | \d{1,2}\stháng\s(?:đầu\s)?năm
      | so\svới\s(?:cùng\skỳ|năm\strước) | cùng\skỳ | đến\snay | xảy\sra | ghi\snhận\s(?:\d|có)
      | dự\stoán\sgiao | được\s(?:giao|phân\sbổ)\s\d | vượt\skế\shoạch )\b""",
    re.VERBOSE,
)
_OTHER_MATTER = re.compile(
    r"(?:(?:các|một số|về|những)\s)?(?:nhiệm vụ|giải pháp|nội dung|kinh phí|tổng kinh phí|nguồn (?:lực|vốn)"
    r"|tổ chức thực hiện|đối tượng|phạm vi)\b",
    re.IGNORECASE,
)
_OPENS_GOALS = re.compile(r"(?:[^\s,;.:]+\s){0,6}?(?:mục tiêu(?! quốc gia)|chỉ tiêu|phấn đấu)\b", re.IGNORECASE)
_OPENS_TIME = re.compile(r"(?:[^\s,;.:]+,?\s){0,4}?(?:năm|giai đoạn) 20\d\d", re.IGNORECASE)


class Run(NamedTuple):
    """What a sentence hands on to those below it: that they set goals, and by when."""

    goal: bool = False
    horizon: Horizon | None = None
    listing: bool = False  # it ends with a colon, so the paragraphs below belong to it, whether they carry marks or not


class Sentence(NamedTuple):
    """A sentence with what was found in it."""

    text: str
    span: Span
    figures: list[Figure]
    horizons: list[Horizon]
    goals: list[int]  # where words stand that set goals
    results: list[int]  # where words stand that report
    run: Run
    directs: bool  # it tells somebody to do something, so "đã" in it speaks of the matter, not of a result
    issued_on: dt.date | None


def analysed(anchors: Anchors, span: Span, figures: list[Figure], run: Run, issued_on: dt.date | None) -> Sentence:
    text = anchors.text
    words = f" {text[span[0] : figures[-1].span[0] + 1 if figures else span[1]].lower()}"
    return Sentence(
        text=text,
        span=span,
        figures=figures,
        horizons=find_horizons(text, *span),
        goals=[span[0] + m.start() for m in _GOAL.finditer(words)],
        results=[span[0] + m.start() for m in _RESULT.finditer(words)],
        run=run,
        directs=_directs(anchors, span[0]),
        issued_on=issued_on,
    )


def only_reports(sentence: Sentence) -> bool:
    """Whether the sentence reports before its first figure and sets nothing: most that reports need no closer look."""
    if not sentence.results or not sentence.figures or sentence.goals or sentence.run.goal or sentence.directs:
        return False
    return sentence.results[0] < sentence.figures[0].span[0] and not sentence.horizons


def continued(anchors: Anchors, sentence: Span, run: Run) -> Run:
    """What still holds at a sentence: an order to somebody, or a heading of another matter, ends the goals above it."""
    if not run.goal and run.horizon is None:
        return run
    k = anchors.at(sentence[0])
    ends = k is not None and anchors.roles[k] & (Role.ACTOR | Role.ORDER)
    return Run() if ends or _OTHER_MATTER.match(anchors.text, *sentence) else run


def _directs(anchors: Anchors, start: int) -> bool:
    k = anchors.at(start)
    if k is not None and anchors.roles[k] & Role.CONNECTOR:
        k = anchors.at(anchors.ends[k] + 2) or anchors.at(anchors.ends[k] + 1)
    return k is not None and bool(anchors.roles[k] & (Role.ACTOR | Role.PREDICATE))


def handed_on(sentence: Sentence) -> Run:
    """A heading ("Mục tiêu đến năm 2025: …") goes on below; a sentence with a time of its own and no heading ends the one above."""
    text, (start, end) = sentence.text, sentence.span
    if not sentence.horizons and not sentence.goals and not _OPENS_GOALS.match(text, start, end):
        return sentence.run
    listing = text[end - 1] == ":"
    horizon = carried(text, sentence.horizons, end)
    opens = _OPENS_GOALS.match(text, start, end) is not None
    if horizon is not None:
        goal = (
            opens
            or sentence.run.goal
            or any(g < horizon.span[1] for g in sentence.goals)
            or bool(sentence.figures and _is_to_come(sentence, horizon))
        )
        return Run(goal, horizon, listing)
    if opens:
        governing = next((h for h in reversed(sentence.horizons) if h.fronted), None)
        return Run(goal=True, horizon=governing, listing=listing)
    if any(h.fronted for h in sentence.horizons) and not sentence.run.goal:
        return Run()
    return sentence.run


def is_over(sentence: Sentence, horizon: Horizon) -> bool:
    return sentence.issued_on is not None and horizon.last < sentence.issued_on


def _is_to_come(sentence: Sentence, horizon: Horizon) -> bool:
    return sentence.issued_on is not None and horizon.last.year > sentence.issued_on.year


def may_open_a_list(text: str, span: Span) -> bool:
    """Whether a sentence without a figure opens goals ("Mục tiêu:") or a time ("Giai đoạn 2021 - 2025:") for those below it."""
    return _OPENS_GOALS.match(text, *span) is not None or _OPENS_TIME.match(text, *span) is not None
