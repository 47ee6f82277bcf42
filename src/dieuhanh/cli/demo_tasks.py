"""The tasks of a demo: drafts of every week, those of two weeks given to their agencies, some of them on their way through the hands."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils.timezone import localdate

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.tasks.actions import NewReport, accept, assign_tasks, confirm_done, correct_deadline, draft_tasks_of, report
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.task_states import State

WEEKS = 2  # the newest, whose tasks are given; those of the others stay drafts
AHEAD = dt.timedelta(days=20)  # to the days that the office sets anew, for the weeks of the samples are over
WHY = "tuần mẫu đã qua; đặt lại ngày để xem thử"


def make_tasks(agency: Agency, officer: User, worker: User, at: dt.datetime) -> None:
    """`officer` drafts, gives and confirms, `worker` answers for `agency`. What is there already stays."""
    addresses = list(Page.objects.current().order_by("-digest__period_end").values_list("source__address", flat=True))
    draft_tasks_of(addresses, actor=officer, at=at)
    if Task.objects.assigned().exists():
        return
    led = Q(lead__isnull=False) | Q(parts__agency__isnull=False)
    drafts = Task.objects.filter(led, address__in=addresses[:WEEKS], state=State.DRAFT, recurring=False).distinct().order_by("id")
    given = assign_tasks([task.pk for task in drafts], actor=officer, at=at)
    for task in given[::3]:
        correct_deadline(task.pk, localdate(at) + AHEAD, WHY, actor=officer, at=at)
    for number, task in enumerate(Task.objects.assigned().filter(lead=agency).order_by("id")):
        _work_on(number, task, officer, worker, at)


def _work_on(number: int, task: Task, officer: User, worker: User, at: dt.datetime) -> None:
    """The first of an agency's tasks is done, the second waits for the office's word, the third is taken on."""
    if number > 2:
        return
    accept(task.pk, actor=worker, at=at)
    if number < 2:
        report(task.pk, NewReport(text="Đã thực hiện xong; kết quả nêu trong báo cáo kèm theo."), actor=worker, at=at)
    if number == 0:
        confirm_done(task.pk, actor=officer, at=at)
