"""The day's reminders: one row for each person and task, and word to other systems of tasks that have become overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.audit.actions import action, require
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import Notice, NoticeKind, PlannedDay
from dieuhanh.apps.notices.models.schedules import standing_schedule
from dieuhanh.apps.notices.permissions import PLAN_REMINDERS
from dieuhanh.apps.notices.urged import People, urged, with_parts
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.webhooks.announcing import announce_all
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.urging import Reminder, Schedule, days_left, reminders
from dieuhanh.domain.working_calendar import WorkingCalendar

MADE_UP = 7  # days back at most that a worker which was off makes up for
BATCH = 500


def plan_reminders(on: dt.date, *, actor: Actor, at: dt.datetime) -> int:
    """Plan the reminders of that day, and of the days since the last that was planned; how many rows are new.

    Twice on a day, or by two workers at once, plans each reminder once. Raises NotPermittedError.
    """
    require(actor, PLAN_REMINDERS)
    schedule, calendar, days = standing_schedule(), working_calendar(), _days(on)
    tasks = list(with_parts(_horizon(on, schedule, calendar)))
    rows = _unknown(_rows(tasks, sorted({*days, on}), schedule, calendar, at))  # slow with many tasks, so before the frame
    begins = {day: [task for task in tasks if task.due_on and _begins_late(task.due_on, day, calendar)] for day in days}
    with action(actor, PLAN_REMINDERS, at) as ledger:
        before = Notice.objects.count()
        Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
        new = Notice.objects.count() - before
        planned = set(PlannedDay.objects.filter(day__in=days).values_list("day", flat=True))
        late = [task for day in days if day not in planned for task in begins[day]]
        PlannedDay.objects.bulk_create([PlannedDay(day=day) for day in days if day not in planned])
        if new or late:
            ledger.append("notices.PlannedDay", on.isoformat(), {"notices": new, "overdue": [task.pk for task in late]})
        announce_all(EventName.TASK_OVERDUE, [words_of(task) for task in late], ledger)
    return new


def _days(on: dt.date) -> list[dt.date]:
    """The days behind the last one that was planned, up to `on`."""
    last = PlannedDay.objects.order_by("-day").values_list("day", flat=True).first()
    first = max(last + dt.timedelta(days=1), on - dt.timedelta(days=MADE_UP)) if last else on
    return [first + dt.timedelta(days=number) for number in range((on - first).days + 1)]


def _horizon(on: dt.date, schedule: Schedule, calendar: WorkingCalendar) -> dt.date:
    """No deadline behind this day is reminded of yet."""
    return calendar.next_working(calendar.add_working_days(on, max(0, *schedule.lead_before, *schedule.cooperating_before)))


def _rows(tasks: Sequence[Task], days: Sequence[dt.date], schedule: Schedule, calendar: WorkingCalendar, at: dt.datetime) -> list[Notice]:
    """Of several missed days only the last reminder of a person and a task is worth sending."""
    people, rows = People(), dict[tuple[int, int], Notice]()
    for day in days:
        for task in tasks:
            told = set[int]()
            for reminder in reminders(urged(task), day, schedule, calendar):
                for person in people.reached_by(reminder):
                    if person.pk not in told:  # who is in two circles is reminded in the nearer one
                        told.add(person.pk)
                        rows[task.pk, person.pk] = _notice(task, person, reminder, day, at)
    return list(rows.values())


def _unknown(rows: list[Notice]) -> list[Notice]:
    """Those that are not there yet; some queries for many. Another worker may plan the same at this moment: the key refuses the second."""
    known = set[str]()
    for first in range(0, len(rows), BATCH):
        keys = [row.key for row in rows[first : first + BATCH]]
        known |= set(Notice.objects.filter(key__in=keys).values_list("key", flat=True))
    return [row for row in rows if row.key not in known]


def _notice(task: Task, person: User, reminder: Reminder, day: dt.date, at: dt.datetime) -> Notice:
    if task.due_on is None:
        raise ValueError("a task without a deadline is reminded of")
    return Notice(
        key=f"{task.pk}/{task.due_on}/{reminder.days}/{person.pk}",
        kind=NoticeKind.LATE if reminder.days < 0 else NoticeKind.SOON,
        circle=reminder.circle.value,
        recipient=person,
        task=task,
        due_on=task.due_on,
        on=day,
        why=reminder.why,
        next_at=at,
    )


def _begins_late(due_on: dt.date, day: dt.date, calendar: WorkingCalendar) -> bool:
    return due_on < day and calendar.is_working(day) and days_left(due_on, day, calendar) == -1
