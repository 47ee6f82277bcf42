"""The tables: tasks, the parts of their agencies, and all that happens to them."""

from dieuhanh.apps.tasks.models.calendar import CalendarDay
from dieuhanh.apps.tasks.models.deadlines import Answer, Cause, ExtensionRequest, TaskDeadline
from dieuhanh.apps.tasks.models.interruptions import Cancellation, Suspension
from dieuhanh.apps.tasks.models.membership import Membership
from dieuhanh.apps.tasks.models.notes import Note, NoteKind
from dieuhanh.apps.tasks.models.parts import Part, PartRole
from dieuhanh.apps.tasks.models.reports import Attachment, Report, Verdict
from dieuhanh.apps.tasks.models.targets import Measure, TaskTarget
from dieuhanh.apps.tasks.models.tasks import Origin, Task

__all__ = [
    "Answer",
    "Attachment",
    "CalendarDay",
    "Cancellation",
    "Cause",
    "ExtensionRequest",
    "Measure",
    "Membership",
    "Note",
    "NoteKind",
    "Origin",
    "Part",
    "PartRole",
    "Report",
    "Suspension",
    "Task",
    "TaskDeadline",
    "TaskTarget",
    "Verdict",
]
