"""A script: fills the empty register of its environment with so many tasks of 300 agencies, a document for ten of them."""

from __future__ import annotations

import datetime as dt
import random
import sys

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from bench.large_register import fill as fill_documents
from bench.large_register import write
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.domain.task_states import State

TODAY = timezone.localdate()  # the page asks for the day, so the tasks lie around it
AGENCIES = 300
A_DOCUMENT = 10  # tasks
CHUNK = 10_000  # tasks in one transaction
YEARS = 4  # over which they were given
COLLECTIVE, MEMBERS = 0.05, 12  # one in twenty goes to a collective of so many
COOPERATING = 0.3
UNLIMITED = 0.2
DRAFT = 0.03
DONE, LATE = 0.9, 0.2  # of what fell due: done by now; of that, late
HARDEST = 3.0  # how much likelier the first agency is given work than the last
Row = dict[str, object]


def fill(tasks: int) -> None:
    """Tasks of the last years up to today, one in twenty of a collective, most of them done."""
    fill_documents(max(1, tasks // A_DOCUMENT))
    missing = AGENCIES - Agency.objects.count()
    Agency.objects.bulk_create(Agency(place="vn", code=f"bench-{n}", name=f"Cơ quan số {n}", kind="province") for n in range(missing))
    agencies = list(Agency.objects.order_by("id").values_list("pk", flat=True)[:AGENCIES])
    chance = random.Random(5)
    for first in range(1, tasks + 1, CHUNK):
        rows, parts = _drawn(range(first, min(first + CHUNK, tasks + 1)), agencies, chance)
        with transaction.atomic():
            write(Task, rows)
            write(Part, parts)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # as autovacuum does behind so many rows; SQLite keeps no statistics unless it is asked to
            cursor.execute("VACUUM ANALYZE")


def _drawn(numbers: range, agencies: list[int], chance: random.Random) -> tuple[list[Row], list[Row]]:
    rows, parts = [], []
    weights = [1 + HARDEST * (len(agencies) - place) / len(agencies) for place in range(len(agencies))]
    for n in numbers:
        row = _task(n, chance)
        if row["collective"]:
            members = chance.sample(agencies, MEMBERS)
            parts += [_part(n, order, "lead", member, row) for order, member in enumerate(members)]
        else:
            row["lead_id"] = chance.choices(agencies, weights)[0]
        if chance.random() < COOPERATING:
            helper = chance.choice([one for one in agencies[:50] if one != row["lead_id"]])
            used = {part["agency_id"] for part in parts if part["task_id"] == n} if row["collective"] else set()
            parts += [_part(n, MEMBERS, "cooperating", helper, row)] if helper not in used else []
        rows.append(row)
    return rows, parts


def _task(n: int, chance: random.Random) -> Row:
    """Given on a day of the last years, due within three months, and mostly done."""
    given = TODAY - dt.timedelta(days=chance.randrange(365 * YEARS))
    due = None if chance.random() < UNLIMITED else given + dt.timedelta(days=chance.randrange(5, 90))
    state, reported, done = _life(given, due, chance)
    return {
        "id": n,
        "title": f"rà soát, báo cáo kết quả thực hiện nội dung số {n} theo chỉ đạo của UBND tỉnh, đề xuất biện pháp tiếp theo",
        "state": state.value,
        "origin": "province",
        "lead_id": None,
        "lead_name": "",
        "collective": chance.random() < COLLECTIVE,
        "document_id": 1 + (n - 1) // A_DOCUMENT,
        "document_name": f"Công văn số {1 + (n - 1) // A_DOCUMENT}/UBND-KT",
        "address": f"https://langson.gov.vn/tuan-{1 + (n - 1) // (A_DOCUMENT * 12)}",
        "heading": "",
        "words": "",
        "nth": 0,
        "edited": False,
        "due_on": due and str(due),
        "due_words": "",
        "assigned_on": None if state is State.DRAFT else str(given),
        "reported_on": reported and str(reported),
        "done_on": done and str(done),
        "progress": 100 if done else 0,
        "recurring": False,
        "period": "",
    }


def _life(given: dt.date, due: dt.date | None, chance: random.Random) -> tuple[State, dt.date | None, dt.date | None]:
    """State, day of the report, day of what was confirmed."""
    if chance.random() < DRAFT:
        return State.DRAFT, None, None
    end = due or given + dt.timedelta(days=60)
    if end > TODAY or chance.random() > DONE:
        state = chance.choices(
            [State.ASSIGNED, State.ACCEPTED, State.SENT_BACK, State.SUSPENDED, State.REFUSED, State.REPORTED], [5, 8, 1, 1, 1, 2]
        )
        return state[0], (min(TODAY, end) if state[0] is State.REPORTED else None), None
    late = dt.timedelta(days=chance.randrange(1, 30) if chance.random() < LATE else -chance.randrange(5))
    day = min(TODAY, end + late)
    return State.DONE, day, day


def _part(task: int, order: int, role: str, agency: int, row: Row) -> Row:
    """Where the task stands; of a collective all stand alike."""
    resting = row["state"] == State.SUSPENDED.value
    return {
        "task_id": task,
        "order": order,
        "role": role,
        "name": "Cơ quan",
        "agency_id": agency,
        "collective": "các sở, ban, ngành" if role == "lead" else "",
        "state": State.ACCEPTED.value if resting else row["state"],
        "progress": row["progress"],
        "reported_on": row["reported_on"],
        "done_on": row["done_on"],
    }


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    fill(int(sys.argv[1]))
