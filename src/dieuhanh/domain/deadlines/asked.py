"""A question with its words in one form and the calendar to answer by: what every form of words is given."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dieuhanh.domain.deadlines.explanation import Question
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.extract.facts import Bound

NO_ISSUE = "chưa biết ngày ban hành văn bản"


class Asked(NamedTuple):
    """`words` in the form of plain_words, of the question `question`."""

    words: str
    question: Question
    calendar: WorkingCalendar

    @property
    def bound(self) -> Bound:
        """On which side of the day the work has to be done."""
        return self.question.bound

    @property
    def issued_on(self) -> dt.date | None:
        """The day of the document."""
        return self.question.issued_on

    def quoted(self) -> str:
        """The words as printed, in quotes, spaces folded."""
        return f"“{' '.join(self.question.expression.split())}”"

    def printed(self, words: str) -> str:
        """Some of the words as they are printed, with their capitals; the words themselves where one form was made of another spelling."""
        printed = " ".join(self.question.expression.split())
        at = printed.lower().find(words)
        return words if at < 0 else printed[at : at + len(words)]

    def event_day(self, event: str) -> tuple[str, dt.date] | None:
        """The event that a person gave a day to and whose name the words hold, the longest name first."""
        known = sorted(self.question.events, key=lambda pair: (-len(pair[0]), pair[0]))
        return next(((name, day) for name, day in known if name.lower() in event), None)
