"""A script: `fill` writes agencies with a person and tasks each into the empty register of its environment, `kept` prints what it has.

What `fill` prints: the tokens and tasks of everybody who will come, as JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import sys

from django.core.management import call_command
from django.utils import timezone

from dieuhanh.config.startup import start

start()

from dieuhanh.apps.accounts.actions import NewUser, add_user  # noqa: E402  models need Django started
from dieuhanh.apps.accounts.roles import Role  # noqa: E402
from dieuhanh.apps.accounts.tokens import make_token  # noqa: E402
from dieuhanh.apps.agencies.models import Agency  # noqa: E402
from dieuhanh.apps.audit.actors import Operator  # noqa: E402
from dieuhanh.apps.tasks.actions import Plan, add_tasks, assign_tasks, set_membership  # noqa: E402
from dieuhanh.apps.tasks.models import Report, Task  # noqa: E402
from dieuhanh.domain.task_states import State  # noqa: E402

WHO = Operator("bench")
PASSWORD = "Chợ Kỳ Lừa họp sáu phiên"  # noqa: S105  of people who do not exist
DUE = dt.timedelta(days=30)


def fill(people: int, tasks: int, drafts: int) -> dict[str, object]:
    """So many people, an agency and so many assigned tasks each; one officer with so many drafts to assign."""
    call_command("migrate", verbosity=0)
    now = timezone.now()
    due = timezone.localdate() + DUE
    agencies = [Agency.objects.create(place="bench", code=str(n), name=f"Cơ quan số {n}", kind="province") for n in range(people)]
    plans = [Plan(title=f"Việc {n} của {one}", lead=one.id, due_on=due) for one in agencies for n in range(tasks)]
    given = assign_tasks([task.id for task in add_tasks(plans, actor=WHO, at=now)], actor=WHO, at=now)
    waiting = add_tasks([Plan(title=f"Dự thảo {n}", lead=agencies[n % people].id) for n in range(drafts)], actor=WHO, at=now)
    crowd = []
    for agency in agencies:
        name = f"nguoi-{agency.code}"
        add_user(NewUser(name, PASSWORD, frozenset({Role.AGENCY})), actor=WHO, at=now)
        set_membership(name, [agency.id], actor=WHO, at=now)
        own = [task.id for task in given if task.lead_id == agency.id]
        crowd.append({"token": make_token(name, "bench", actor=WHO, at=now), "tasks": own})
    add_user(NewUser("chuyen-vien", PASSWORD, frozenset({Role.OFFICER})), actor=WHO, at=now)
    return {"crowd": crowd, "officer": make_token("chuyen-vien", "bench", actor=WHO, at=now), "drafts": [task.id for task in waiting]}


def kept() -> dict[str, object]:
    """What the database has: the text of every report, and which of the drafts are assigned."""
    reported = Task.objects.filter(state=State.REPORTED).count()
    assigned = Task.objects.filter(title__startswith="Dự thảo", state=State.ASSIGNED).values_list("id", flat=True)
    return {"reports": list(Report.objects.values_list("text", flat=True)), "reported": reported, "assigned": list(assigned)}


if __name__ == "__main__":
    print(json.dumps(fill(*map(int, sys.argv[2:])) if sys.argv[1] == "fill" else kept()))
