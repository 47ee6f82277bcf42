"""Setting on which days people are reminded."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import ReminderSchedule
from dieuhanh.apps.notices.models.schedules import standing_schedule
from dieuhanh.apps.notices.permissions import SET_SCHEDULE
from dieuhanh.domain.urging import Schedule, checked


def set_schedule(schedule: Schedule, *, actor: Actor, at: dt.datetime) -> Schedule:
    """The schedule holds from the next planning on. Raises NotPermittedError, NotScheduleError."""
    with action(actor, SET_SCHEDULE, at) as ledger:
        tidy = checked(schedule)
        if tidy != standing_schedule():
            days = msgspec.to_builtins(tidy)
            ReminderSchedule.objects.create(days=days, actor=actor.get_username(), at=at)
            ledger.append("notices.ReminderSchedule", "*", days)
    return tidy
