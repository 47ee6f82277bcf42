"""An agency's deadlines as a calendar (RFC 5545), for Outlook, Google Calendar and phones to subscribe to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Alarm, Calendar, Event

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.domain.task_states import State
from dieuhanh.feeds.told import ToldTask, plain

PRODUCT = "-//Điều Hành//Thời hạn nhiệm vụ//VI"
REFRESH = "PT1H"
# Before midnight of the day: at eight in the morning, three days and one day ahead.
ALARMS = (dt.timedelta(days=2, hours=16), dt.timedelta(hours=16))
ENDED = frozenset({State.DONE, State.CANCELLED})


def calendar_of(agency: Agency, tasks: Sequence[ToldTask]) -> bytes:
    """One event of a whole day for each task with a deadline. The same task keeps its UID; another deadline raises SEQUENCE."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Thời hạn nhiệm vụ – {plain(agency.name)}")
    calendar.add("refresh-interval;value=duration", REFRESH)
    for task in tasks:
        if task.due_on is not None:
            calendar.add_component(_event(task, task.due_on))
    return bytes(calendar.to_ical())


def _event(task: ToldTask, due_on: dt.date) -> Event:
    event = Event()
    event.add("uid", f"nhiem-vu-{task.id}@dieuhanh")
    event.add("dtstamp", task.changed_at.astimezone(dt.UTC))
    event.add("dtstart", due_on)
    event.add("dtend", due_on + dt.timedelta(days=1))
    event.add("sequence", task.revision)
    event.add("status", "CANCELLED" if task.state is State.CANCELLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a deadline keeps nobody from meeting
    event.add("class", "PRIVATE")
    event.add("summary", f"[{task.label}] {task.title}")
    event.add("description", "\n".join(_lines(task)))
    if task.state not in ENDED:
        for before in ALARMS:
            event.add_component(_alarm(task, before))
    return event


def _lines(task: ToldTask) -> list[str]:
    lines = [f"Vai trò: {task.role}", f"Chủ trì: {task.lead}", f"Tình trạng: {task.label}"]
    return [*lines, f"Theo: {task.document}"] if task.document else lines


def _alarm(task: ToldTask, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", f"Sắp đến hạn: {task.title}")
    return alarm
