"""How a task counted week by week, as far as it is known today: from which day on as what."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

DAY = dt.timedelta(days=1)


class CountedAs(StrEnum):
    """The four counts of the State."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"


class Work(msgspec.Struct, frozen=True):
    """The days of a task: given, last day in time, reported and waiting for a word, done (the day of the report that was confirmed)."""

    assigned_on: dt.date
    due_on: dt.date | None
    reported_on: dt.date | None
    done_on: dt.date | None


def course_of(work: Work) -> list[tuple[dt.date, CountedAs]]:
    """From which day on it counts as what, in order; each holds until the next.

    What is reported is measured by the day of its report, so that the office's delay is not the agency's. A deadline that was moved
    counts as it stands now.
    """
    course = [(work.assigned_on, CountedAs.OPEN_IN_TIME)]
    ended = work.done_on or work.reported_on
    late = work.due_on is not None and (ended is None or ended > work.due_on)
    if work.due_on is not None and late:
        course.append((max(work.assigned_on, work.due_on + DAY), CountedAs.OPEN_OVERDUE))
    if work.done_on is not None:
        course.append((max(work.assigned_on, work.done_on), CountedAs.DONE_LATE if late else CountedAs.DONE_IN_TIME))
    return course
