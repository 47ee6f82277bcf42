"""Who will be reminded of a task in the days to come, for the page of the task: the same rules as the worker's, asked ahead."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.notices.models.schedules import standing_schedule
from dieuhanh.apps.notices.urged import People, urged
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.urging import CIRCLES, reminders

AHEAD = 30  # days


class Upcoming(msgspec.Struct, frozen=True):
    """On that day these people get a letter, for that reason; `people` is empty where an agency has nobody here."""

    on: dt.date
    circle: str  # as people call it
    agency: str | None
    people: tuple[str, ...]
    why: str


def upcoming_reminders(task: Task, today: dt.date) -> list[Upcoming]:
    """From today on, if nothing happens to the task meanwhile; at most six queries."""
    schedule, calendar, people, seen = standing_schedule(), working_calendar(), People(), urged(task)
    days = [today + dt.timedelta(days=number) for number in range(AHEAD + 1)]
    return [
        Upcoming(day, CIRCLES[one.circle], one.agency, tuple(user.full_name or user.username for user in people.reached_by(one)), one.why)
        for day in days
        for one in reminders(seen, day, schedule, calendar)
    ]
