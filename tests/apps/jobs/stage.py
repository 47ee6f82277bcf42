"""A script on an installation. `set PEOPLE`: so many people, each with a late task that they are to be reminded of, and no standing job due.
`reset`: all of them are still to be reminded. `free`: the leases of workers that were killed have run out. `states`: the notices by state, as JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import sys

import django

django.setup()

from django.db.models import Count  # noqa: E402  models need Django set up
from django.utils import timezone  # noqa: E402

from dieuhanh.apps.accounts.models import User  # noqa: E402
from dieuhanh.apps.jobs.models import Occasion  # noqa: E402
from dieuhanh.apps.jobs.standing import STANDING  # noqa: E402
from dieuhanh.apps.notices.actions import plan_reminders  # noqa: E402
from dieuhanh.apps.notices.models import Notice  # noqa: E402
from dieuhanh.apps.tasks.actions import Plan, set_membership  # noqa: E402
from tests.apps.pages import NOW, TESTER  # noqa: E402
from tests.apps.tasks.people_at_work import DUE, agency, given  # noqa: E402


def set_stage(people: int) -> None:
    now = timezone.now()
    for standing in STANDING:
        Occasion.objects.create(job=standing.name, due_at=now + dt.timedelta(days=2))
    for number in range(people):
        name = f"nguoi-{number}"
        User.objects.create(username=name, email=f"{name}@langson.gov.vn", date_joined=NOW)
        office = agency(f"Sở số {number}")
        set_membership(name, [office.id], actor=TESTER, at=NOW)
        given(Plan(title=f"Việc {number}", lead=office.id, due_on=DUE))
    plan_reminders(DUE + dt.timedelta(days=3), actor=TESTER, at=NOW)


def states() -> dict[str, int]:
    return dict(Notice.objects.values_list("state").annotate(Count("pk")))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["set", people]:
            set_stage(int(people))
        case ["reset"]:
            Notice.objects.update(state="waiting", tries=0, next_at=timezone.now(), fault="")
        case ["free"]:
            Notice.objects.filter(state="waiting").update(next_at=timezone.now())
    print(json.dumps(states()))  # noqa: T201  its output is what it is for
