"""What agencies report, with the files that prove it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.announcing import words_of
from dieuhanh.apps.tasks.models import Attachment, Report, Task
from dieuhanh.apps.tasks.models.tasks import ALL_DONE
from dieuhanh.apps.tasks.permissions import REPORT
from dieuhanh.apps.tasks.stepping import agency_of, day_of, follow_parts, found_one, has_subtasks, holder_of, keep, roll_up, take, tell
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.domain.attachments import media_type, stored_name
from dieuhanh.domain.task_states import Step
from dieuhanh.errors import NotTaskError, TooLargeError

MOST_FILES = 10  # of one report
LARGEST_FILE = 20 * 1024 * 1024  # bytes; a scan of some hundred pages
LARGEST_REPORT = 50 * 1024 * 1024  # bytes of all files of one report


class SentFile(msgspec.Struct, frozen=True):
    """A file as it came from the sender."""

    name: str
    content: bytes


class NewReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an agency says: a `final` one tells that the work is done, another how far it is in percent."""

    text: str
    final: bool = True
    document_number: str = ""
    progress: int = ALL_DONE
    files: tuple[SentFile, ...] = ()


def report(task: int, new: NewReport, *, part: int | None = None, actor: Actor, at: dt.datetime) -> Report:
    """The lead, or the agency of that part, reports; a final report waits for the office's word.

    The progress of a task with sub-tasks stays theirs. Raises NotPermittedError, NoSuchTaskError, ForbiddenStepError, NotTaskError,
    NotAttachmentError, TooLargeError, SecretTextError; then nothing of it is kept.
    """
    files = [_checked(file) for file in _bounded(new.files)]
    with action(actor, REPORT, at) as ledger:
        row = found_one(task, actor)
        holder = holder_of(row, part, actor, REPORT)
        take(row, Step.REPORT if new.final else Step.NOTE_PROGRESS, holder)
        if new.final:
            holder.reported_on = day_of(at)
        if part is not None or not has_subtasks(row):
            holder.progress = ALL_DONE if new.final else typed.percent("progress", new.progress)
        follow_parts(row)
        keep([row])
        said = _kept(row, part, agency_of(holder), new, actor, at)
        for file in files:
            file.report = said
        Attachment.objects.bulk_create(files)
        tell(ledger, row, **_told(said, files))
        if new.final:
            announce(EventName.TASK_REPORTED, words_of(row), ledger)
        roll_up(ledger, [row])
    return said


def _bounded(files: Sequence[SentFile]) -> Sequence[SentFile]:
    if len(files) > MOST_FILES:
        raise NotTaskError("files")
    total = sum(len(file.content) for file in files)
    if total > LARGEST_REPORT:
        raise TooLargeError(total, LARGEST_REPORT)
    return list({file.content: file for file in files}.values())  # the same bytes twice are one file


def _checked(file: SentFile) -> Attachment:
    """The row of a file. Raises NotAttachmentError, TooLargeError."""
    if len(file.content) > LARGEST_FILE:
        raise TooLargeError(len(file.content), LARGEST_FILE)
    kind = media_type(file.content, file.name)
    return Attachment(
        name=stored_name(file.name, kind),
        media_type=kind,
        size=len(file.content),
        sha256=hashlib.sha256(file.content).hexdigest(),
        content=file.content,
    )


def _kept(task: Task, part: int | None, agency: int, new: NewReport, actor: Actor, at: dt.datetime) -> Report:
    return Report.objects.create(
        task=task,
        part_id=part,
        agency_id=agency,
        final=new.final,
        text=typed.text("text", new.text),
        document_number=typed.text("document_number", new.document_number, longest=typed.SHORT, needed=False),
        progress=ALL_DONE if new.final else new.progress,
        actor=actor.get_username(),
        at=at,
    )


def _told(report: Report, files: Sequence[Attachment]) -> dict[str, object]:
    return {
        "part": report.part_id,
        "report": report.id,
        "final": report.final,
        "text": report.text,
        "document_number": report.document_number,
        "progress": report.progress,
        "files": [{"name": file.name, "size": file.size, "sha256": file.sha256} for file in files],
    }
