"""The queue of django-tasks in our database: what waits is run, what a killed worker left is run again.

Every job of ours may be run twice and do its work once, so a job that was under way when its worker died is simply put back.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

LEASE = dt.timedelta(minutes=15)  # a job that runs longer may be run beside itself, which changes nothing but the load
WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (5, 30, 120))  # from a failure to the next try; then it stays failed
MOST_TRIES = len(WAITS) + 1
KEPT = dt.timedelta(days=30)
BACKEND = "default"


class Queue:
    """The jobs that wait, for one worker."""

    def __init__(self, worker_id: str) -> None:
        self._worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=True,  # ends when nothing is left
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
        )

    def stop(self) -> None:
        """Finish the job under way and begin no other; may be called by the handler of a signal."""
        self._worker.running = False

    def run_ready(self) -> None:
        """Run what is ready, one job after the other. What a job raises is kept with it."""
        if DBTaskResult.objects.ready().filter(backend_name=BACKEND).exists():  # a look takes no lock, the library's own does
            self._worker.run()


def put_back(at: dt.datetime) -> None:
    """Let jobs run again that failed, after a while, and those whose worker died; each a few times at most."""
    running, failed = TaskResultStatus.RUNNING, TaskResultStatus.FAILED
    for job in DBTaskResult.objects.filter(status=running, started_at__lte=at - LEASE):
        again = TaskResultStatus.READY if len(job.worker_ids) < MOST_TRIES else failed
        _move(job, again, at)
    for job in DBTaskResult.objects.filter(status=failed, finished_at__gte=at - KEPT, finished_at__lte=at - WAITS[0]):
        tries = len(job.worker_ids)
        if tries < MOST_TRIES and job.finished_at is not None and job.finished_at + WAITS[tries - 1] <= at:
            _move(job, TaskResultStatus.READY, at)


def forget(at: dt.datetime) -> None:
    """Drop the records of jobs that ended long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT).delete()


def failed_since(at: dt.datetime) -> list[tuple[str, str]]:
    """The jobs that failed since then, with the last line of what they raised; the whole of it stands in their records."""
    rows = DBTaskResult.objects.failed().filter(finished_at__gte=at).order_by("finished_at")
    return [(job.task_name, (job.traceback.strip().splitlines() or ["worker died"])[-1]) for job in rows]


def _move(job: DBTaskResult[Any, Any], status: TaskResultStatus, at: dt.datetime) -> None:
    """Unless another worker was faster."""
    same = DBTaskResult.objects.filter(pk=job.pk, status=job.status, started_at=job.started_at)
    same.update(status=status, run_after=at, finished_at=at if status == TaskResultStatus.FAILED else None)
