"""The standing jobs, as data: what, at what hour or how often, by which action.

A job is queued by whichever worker sees first that its hour has come. A worker that was off at that hour queues it once when it is
back; a job looks after the days that were missed itself. Each is safe to run twice.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from dieuhanh.apps.audit.actors import Operator
from dieuhanh.apps.digests.actions import forget_addresses, forget_unconfirmed, publish_due
from dieuhanh.apps.followers.actions import tell_followers
from dieuhanh.apps.jobs.models import Occasion
from dieuhanh.apps.jobs.queue import forget
from dieuhanh.apps.notices.actions import plan_reminders
from dieuhanh.apps.opendata.publishing import publish_open_data
from dieuhanh.apps.tasks.actions import make_occurrences, pass_to_successors

WORKER = Operator("dieuhanh: worker")
DAY = dt.timedelta(days=1)
NEVER = dt.datetime(1, 1, 2, tzinfo=dt.UTC)


@task()
def pass_on() -> None:
    """Open tasks of agencies that have ended go to whoever took over."""
    now = timezone.now()
    pass_to_successors(timezone.localdate(now), actor=WORKER, at=now)


@task()
def occur() -> None:
    """Recurring tasks have the occurrences that are to come."""
    now = timezone.now()
    make_occurrences(timezone.localdate(now), actor=WORKER, at=now)


@task()
def remind() -> None:
    """The reminders of the day are planned; what they say is sent from the outbox."""
    now = timezone.now()
    plan_reminders(timezone.localdate(now), actor=WORKER, at=now)


@task()
def publish() -> None:
    """Issues whose hour has come go to the public, and whoever follows something in a new issue is written to."""
    now = timezone.now()
    publish_due(actor=WORKER, at=now)
    tell_followers(now)


@task()
def forget_visitors() -> None:
    """Network addresses of yesterday's visitors, and e-mail addresses that never answered, are not kept."""
    now = timezone.now()
    forget_addresses(now.date())  # days of UTC, as they are counted
    forget_unconfirmed(now)


@task()
def open_data() -> None:
    """The files of the open data are brought up to the register."""
    publish_open_data(timezone.now(), settings.OPEN_DATA_FOLDER)


@task()
def forget_old_jobs() -> None:
    """Records of jobs that ended a month ago go."""
    forget(timezone.now())


class StandingJob(msgspec.Struct, frozen=True):
    """A job of every day, or of every so often from that hour on; `name` is its key in the database, `label` what people call it."""

    name: str
    label: str
    hour: dt.time  # in Vietnam
    job: Task[[], None]
    every: dt.timedelta = DAY

    def last_due(self, at: dt.datetime) -> dt.datetime:
        """The last time at or before that moment at which it was to run."""
        today = timezone.localtime(at).replace(hour=self.hour.hour, minute=self.hour.minute, second=0, microsecond=0)
        begun = today if today <= at else today - DAY
        return begun + (at - begun) // self.every * self.every


STANDING = (
    StandingJob("publish", "Đăng bản tin đến giờ, gửi thư cho người theo dõi", dt.time(0, 0), publish, every=dt.timedelta(minutes=1)),
    StandingJob("forget_visitors", "Xóa địa chỉ của người xem", dt.time(7, 30), forget_visitors),
    StandingJob("forget_old_jobs", "Dọn hồ sơ việc đã xong của máy", dt.time(2, 30), forget_old_jobs),
    StandingJob("pass_on", "Chuyển nhiệm vụ cho cơ quan kế thừa", dt.time(3, 0), pass_on),
    StandingJob("occur", "Lập các kỳ của nhiệm vụ định kỳ", dt.time(3, 15), occur),
    StandingJob("open_data", "Xuất bản dữ liệu mở", dt.time(4, 0), open_data),
    StandingJob("remind", "Nhắc việc trong ngày", dt.time(7, 0), remind),
)


def queue_due(at: dt.datetime) -> list[str]:
    """Queue the standing jobs whose hour has come; the names of those that this call queued."""
    last = dict(Occasion.objects.values_list("job", "due_at"))
    late = [one for one in STANDING if last.get(one.name, NEVER) < one.last_due(at)]
    return [one.name for one in late if _queued(one, one.last_due(at))]


def _queued(standing: StandingJob, due_at: dt.datetime) -> bool:
    """Whether this process was the one that moved the occasion forward; the job is queued in the same transaction."""
    with transaction.atomic():
        Occasion.objects.bulk_create([Occasion(job=standing.name, due_at=NEVER)], ignore_conflicts=True)
        moved = Occasion.objects.filter(job=standing.name, due_at__lt=due_at).update(due_at=due_at)
        if moved:
            standing.job.enqueue()
    return bool(moved)
