"""Tasks as the person whose token was shown sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from django.db.models import Prefetch
from django.utils.timezone import localdate

from dieuhanh.api.links import agency_address, digest_address, task_address, task_page
from dieuhanh.api.shapes.facts import Named
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.documents.models import Digest
from dieuhanh.apps.tasks.models import Attachment, Part, PartRole, Report, Task
from dieuhanh.apps.tasks.models.deadlines import Answer, Cause
from dieuhanh.apps.tasks.models.reports import Verdict
from dieuhanh.apps.tasks.stepping import TASK
from dieuhanh.apps.tasks.versions import versions_of
from dieuhanh.domain.task_states import State
from dieuhanh.domain.task_status import Status, status_of


class TaskRow(msgspec.Struct, frozen=True):
    """A task: who leads and who helps, by when, how far it is. `due` is the last day that is in time."""

    id: int
    action: str
    state: State
    standing: Status
    lead: tuple[Named, ...]
    cooperating: tuple[Named, ...]
    due: dt.date | None
    progress: int
    recurring: bool
    document: str | None
    assigned_on: dt.date | None
    reported_on: dt.date | None
    done_on: dt.date | None
    url: str
    page: str


class TaskPart(msgspec.Struct, frozen=True):
    """What one agency has of a task that a collective leads, or in which it helps."""

    id: int
    role: PartRole
    agency: Named
    state: State
    progress: int
    reported_on: dt.date | None
    done_on: dt.date | None


class TaskOrder(msgspec.Struct, frozen=True):
    """The words that ordered the task, and where they stand."""

    words: str
    heading: str
    digest: str | None


class TaskLimit(msgspec.Struct, frozen=True):
    """A deadline that the task has or had, with its calculation; the last one holds."""

    due: dt.date | None
    start: dt.date | None
    cause: Cause
    expression: str | None
    steps: tuple[str, ...]
    unresolved: str | None
    reason: str | None
    at: dt.datetime


class TimeRequest(msgspec.Struct, frozen=True):
    """More time that was asked for, and the answer."""

    agency: Named
    due: dt.date
    wanted_on: dt.date
    reason: str
    answer: Answer
    granted_on: dt.date | None
    answer_reason: str | None
    at: dt.datetime


class ReportFile(msgspec.Struct, frozen=True):
    """A file of a report; its bytes are given out at the desk."""

    name: str
    type: str
    size: int
    sha256: str


class TaskReport(msgspec.Struct, frozen=True):
    """What an agency reported; a `final` one says that the work is done."""

    agency: Named
    part: int | None
    final: bool
    text: str
    document_number: str | None
    progress: int
    at: dt.datetime
    verdict: Verdict | None
    verdict_reason: str | None
    files: tuple[ReportFile, ...]


class TaskStep(msgspec.Struct, frozen=True):
    """Something that was done to the task, as the audit chain has it."""

    step: str
    at: dt.datetime
    actor: str
    state: State
    reason: str | None


class TaskWhole(TaskRow, frozen=True):
    """A task with all that hangs on it; `tag` is its version, to be sent back in If-Match."""

    tag: str
    order: TaskOrder | None
    parts: tuple[TaskPart, ...]
    deadlines: tuple[TaskLimit, ...]
    extensions: tuple[TimeRequest, ...]
    reports: tuple[TaskReport, ...]
    steps: tuple[TaskStep, ...]


def task_rows(tasks: Sequence[Task]) -> Iterator[TaskRow]:
    """Of tasks that come with lead and parts."""
    today = localdate()
    return (_row(task, today) for task in tasks)


def task_whole(task: Task) -> TaskWhole:
    """Of a task that comes with lead and parts; eight queries at most, whatever hangs on it."""
    reports = task.reports.select_related("agency").prefetch_related(Prefetch("attachments", Attachment.objects.listed()))
    return TaskWhole(
        **msgspec.structs.asdict(_row(task, localdate())),
        tag=versions_of([task.id]).get(task.id, ""),
        order=_order(task),
        parts=tuple(_part(part) for part in task.parts.all()),
        deadlines=tuple(
            TaskLimit(
                due=one.due_on,
                start=one.from_on,
                cause=Cause(one.cause),
                expression=one.words or None,
                steps=tuple(one.steps),
                unresolved=one.unresolved or None,
                reason=one.reason or None,
                at=one.at,
            )
            for one in task.deadlines.all()
        ),
        extensions=tuple(
            TimeRequest(
                agency=_named(one.agency.name, one.agency),
                due=one.old_due_on,
                wanted_on=one.wanted_on,
                reason=one.reason,
                answer=Answer(one.answer),
                granted_on=one.granted_on,
                answer_reason=one.answer_reason or None,
                at=one.asked_at,
            )
            for one in task.extensions.select_related("agency").order_by("id")
        ),
        reports=tuple(_report(one) for one in reports),
        steps=tuple(_steps(task)),
    )


def _row(task: Task, today: dt.date) -> TaskRow:
    parts = list(task.parts.all())
    leading = [_part_named(part) for part in parts if part.role == PartRole.LEAD]
    sole = [_named(task.lead.name, task.lead)] if task.lead else [_named(task.lead_name, None)] if task.lead_name and not leading else []
    return TaskRow(
        id=task.id,
        action=task.title,
        state=State(task.state),
        standing=status_of(State(task.state), task.due_on, task.done_on, today),
        lead=tuple(sole or leading),
        cooperating=tuple(_part_named(part) for part in parts if part.role == PartRole.COOPERATING),
        due=task.due_on,
        progress=task.progress,
        recurring=task.recurring,
        document=task.document_name or None,
        assigned_on=task.assigned_on,
        reported_on=task.reported_on,
        done_on=task.done_on,
        url=task_address(task.id),
        page=task_page(task.id),
    )


def _named(name: str, agency: Agency | None) -> Named:
    return Named(name, agency_address(agency) if agency else None)


def _part_named(part: Part) -> Named:
    return _named(part.agency.name if part.agency else part.name, part.agency)


def _part(part: Part) -> TaskPart:
    return TaskPart(part.id, PartRole(part.role), _part_named(part), State(part.state), part.progress, part.reported_on, part.done_on)


def _order(task: Task) -> TaskOrder | None:
    if not task.words:
        return None
    digest = Digest.objects.filter(page__is_current=True, page__source__address=task.address).select_related("page__source").first()
    return TaskOrder(task.words, task.heading, digest_address(digest) if digest else None)


def _report(report: Report) -> TaskReport:
    return TaskReport(
        agency=_named(report.agency.name, report.agency),
        part=report.part_id,
        final=report.final,
        text=report.text,
        document_number=report.document_number or None,
        progress=report.progress,
        at=report.at,
        verdict=Verdict(report.verdict) if report.verdict else None,
        verdict_reason=report.verdict_reason or None,
        files=tuple(ReportFile(file.name, file.media_type, file.size, file.sha256) for file in report.attachments.all()),
    )


def _steps(task: Task) -> Iterable[TaskStep]:
    for entry in Entry.objects.filter(object_type=TASK, object_key=str(task.id)).order_by("sequence"):
        told = entry.payload
        yield TaskStep(entry.verb.rpartition(".")[2], entry.at, entry.actor, State(told["task"]["state"]), told.get("reason") or None)
