"""Whether a figure is to be reached: as a goal every figure but means and norms, in an order only some.

Reads: a Sentence, one of its figures.  Writes: yes or no.
"""

from __future__ import annotations

import re

from dieuhanh.extract.figures import SHARES, Figure
from dieuhanh.extract.goals import Sentence, is_over
from dieuhanh.extract.horizons import Horizon
from dieuhanh.extract.ordered import counts_in_order
from dieuhanh.extract.qualifiers import describes, qualifies
from dieuhanh.extract.units import MONEY, PASSING

_LONGEST_PART = 400  # characters before a figure in which its clause is looked at
_AFTERWARDS = re.compile(r"so với (?:cùng kỳ|năm trước)|(?:kế hoạch|dự toán) (?:năm|cả năm)|vượt kế hoạch", re.IGNORECASE)
# What follows is searched in lower case in the words before a figure from the last comma.
_MEANS = re.compile(r"\b(?:kinh phí|tổng mức đầu tư|tổng vốn(?: đầu tư)?|nguồn vốn|vốn ngân sách|diện tích đất|quy mô)\b")
_RAISES = re.compile(r"\b(?:thu hút|huy động|giải ngân)\b")
_CONTAINS = re.compile(r"\b(?:đề ra|gồm|bao gồm|nêu|xác định)\s$")  # what a plan holds is no goal of it
_RANKED = re.compile(r"\b(?:nhóm|top|tốp|thuộc|trong số)\s(?:\S+\s)?$")
_AGES = re.compile(r"\b(?:tuổi thọ|số năm|sống khỏe|sống khoẻ)\b")
_SHRINKS = re.compile(r"(?:còn|xuống|giảm|rút ngắn|gấp|tăng)\s(?:\S+\s){0,3}$")
_LIFE = ("tuổi", "năm")


def is_wanted(sentence: Sentence, figure: Figure, horizon: Horizon | None, previous: Figure | None) -> bool:
    """Whether the sentence wants the figure reached."""
    if horizon is not None and is_over(sentence, horizon) and _is_reported(sentence, figure, horizon):
        return False
    if previous is not None and describes(sentence.text, previous, figure):
        return False
    clause, part = _words_before(sentence, figure)
    if qualifies(sentence.text, sentence.span[0], figure, part):
        return False
    goal = _state(sentence, figure, horizon)
    if goal is None:
        return False
    if goal:
        return _counts_as_goal(figure, part)
    return counts_in_order(sentence, figure, horizon, (clause, part), follows=previous is not None)


def _is_reported(sentence: Sentence, figure: Figure, horizon: Horizon) -> bool:
    """Whether a time that is over makes a result of a figure; no longer where a goal is set behind it: "đến nay …; phấn đấu đạt 80%"."""
    if horizon.span[0] > figure.span[0]:
        return horizon.led
    return not any(horizon.span[1] <= goal < figure.span[0] for goal in sentence.goals)


def _state(sentence: Sentence, figure: Figure, horizon: Horizon | None) -> bool | None:
    """True where goals are set at the figure, None where results are reported, False where neither is said.

    A word of its own clause that sets goals wins; then a word that reports, unless an order only speaks of what was done;
    then a time to come.
    """
    text, start, at = sentence.text, sentence.span[0], figure.span[0]
    clause = max(text.rfind(";", start, at) + 1, start)
    goal_at = max((g for g in sentence.goals if g < at), default=-1)
    if goal_at >= clause:
        return True
    coming_at = max((h.span[0] for h in sentence.horizons if h.span[1] <= at and _sets_goal(sentence, h)), default=-1)
    result_at = max((r for r in sentence.results if r < at and (r >= clause or not sentence.directs)), default=-1)
    if result_at > goal_at and (result_at >= clause or max(goal_at, coming_at) < 0):
        return None
    if max(goal_at, coming_at) >= 0 or sentence.run.goal:
        return True
    end = min(sentence.span[1], at + _LONGEST_PART)
    stop = text.find(";", at, end)
    if _AFTERWARDS.search(text, at, stop if stop >= 0 else end):
        return None
    return bool(horizon is not None and horizon.until and horizon.fronted)


def _sets_goal(sentence: Sentence, horizon: Horizon) -> bool:
    """Whether a time to come makes goals of what follows: "đến năm 2030", "giai đoạn 2026 - 2030:", next year."""
    issued_on = sentence.issued_on
    if is_over(sentence, horizon) or not horizon.fronted:
        return False
    if horizon.until or "/" in horizon.by:
        return True
    return issued_on is not None and horizon.last.year > issued_on.year


def _words_before(sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """The clause and the part of it (from the last comma) that stand before a figure, in lower case."""
    text, at = sentence.text, figure.span[0]
    low = max(sentence.span[0], at - _LONGEST_PART)
    clause = text[max(text.rfind(";", low, at) + 1, low) : at].lower()
    return clause, clause[max(clause.rfind(","), clause.rfind(":")) + 1 :]


def _counts_as_goal(figure: Figure, part: str) -> bool:
    """In a sentence of goals every figure counts but means, norms, spans of time and what no list knows."""
    unit = figure.unit
    if unit.startswith(SHARES):
        return True
    if not figure.known:
        return True
    if _CONTAINS.search(part):
        return False
    if unit in _LIFE:
        return _AGES.search(part) is not None
    if PASSING.search(unit) and "/" not in unit:
        return figure.compared or _SHRINKS.search(part) is not None
    means = MONEY.search(unit) and _MEANS.search(part) and not _RAISES.search(part)
    return not means and _RANKED.search(part) is None
