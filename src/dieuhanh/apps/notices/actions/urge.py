"""A slip that urges an agency to do what is overdue."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Max

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.notices.permissions import URGE
from dieuhanh.apps.notices.slips import overdue_lines
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.errors import NotFoundError, NothingOverdueError


def urge(agency: int, on: dt.date, *, actor: Actor, at: dt.datetime) -> UrgingSlip:
    """The next slip to this agency in that year, with the tasks that are overdue on that day as they stand now.

    Numbers run by agency and year, without gaps: the head of the chain is held while one is given. Raises NotPermittedError, NotFoundError,
    NothingOverdueError.
    """
    with action(actor, URGE, at) as ledger:
        row = Agency.objects.filter(pk=agency).first()
        if row is None:
            raise NotFoundError
        lines = overdue_lines(row, on, working_calendar())
        if not lines:
            raise NothingOverdueError(row.name)
        last = UrgingSlip.objects.filter(agency=row, year=on.year).aggregate(last=Max("number"))["last"] or 0
        kept = msgspec.to_builtins(lines)
        slip = UrgingSlip.objects.create(agency=row, year=on.year, number=last + 1, on=on, lines=kept, actor=actor.get_username(), at=at)
        ledger.append("notices.UrgingSlip", f"{row.name}/{on.year}/{slip.number}", {"on": on.isoformat(), "lines": kept})
    return slip
