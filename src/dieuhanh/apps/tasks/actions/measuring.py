"""Figures measured of a task's targets."""

from __future__ import annotations

import datetime as dt

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.models import Measure, TaskTarget
from dieuhanh.apps.tasks.permissions import RECORD_MEASURE
from dieuhanh.apps.tasks.stepping import day_of, found_one, leading_agencies, require_own, take, tell
from dieuhanh.domain.task_states import Step
from dieuhanh.errors import NotTaskError


def record_measure(task: int, target: int, on: dt.date, value: float, *, actor: Actor, at: dt.datetime) -> Measure:
    """What was measured on a day that has come; a later word on that day replaces it.

    Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError.
    """
    with action(actor, RECORD_MEASURE, at) as ledger:
        row = found_one(task, actor)
        aim = TaskTarget.objects.filter(task=row, id=target).first()
        if aim is None:
            raise NotTaskError("target")
        require_own(leading_agencies(row), actor, RECORD_MEASURE)
        take(row, Step.RECORD_MEASURE)
        if typed.day("on", on) is None or on > day_of(at):
            raise NotTaskError("on")
        said = {"value": typed.number("value", value), "actor": actor.get_username(), "at": at}
        measure, _ = Measure.objects.update_or_create(target=aim, on=on, defaults=said)
        tell(ledger, row, target=str(aim), on=on.isoformat(), value=value)
    return measure
