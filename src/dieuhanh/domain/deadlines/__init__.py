"""Deadline algebra, explained (thời hạn): words → rule → day, each step in Vietnamese.

`explain` asks what the words mean, `occurrences` lays a recurrence out over time, `reresolve` asks again with another calendar and says
why the answer differs; `resolve_deadlines` is the reader's own use of the same code.
"""

from __future__ import annotations

from dieuhanh.domain.deadlines.cycles import Cycle, Occurrence, Recurrence, occurrences
from dieuhanh.domain.deadlines.explaining import Change, explain, reresolve
from dieuhanh.domain.deadlines.explanation import DayOff, Explanation, Question
from dieuhanh.domain.deadlines.items import resolve_deadlines

__all__ = [
    "Change",
    "Cycle",
    "DayOff",
    "Explanation",
    "Occurrence",
    "Question",
    "Recurrence",
    "explain",
    "occurrences",
    "reresolve",
    "resolve_deadlines",
]
