"""What can be done to tasks, a family of verbs a file."""

from dieuhanh.apps.tasks.actions.answering import accept, refuse
from dieuhanh.apps.tasks.actions.assigning import add_task, add_tasks, assign_tasks
from dieuhanh.apps.tasks.actions.belonging import set_membership
from dieuhanh.apps.tasks.actions.dividing import SubTask, add_subtasks
from dieuhanh.apps.tasks.actions.drafting import Drafted, draft_tasks_of
from dieuhanh.apps.tasks.actions.drafts import drop_draft, edit_draft, merge_drafts, split_draft
from dieuhanh.apps.tasks.actions.extending import ask_extension, correct_deadline, grant_extension, refuse_extension
from dieuhanh.apps.tasks.actions.importing import Imported, import_tasks
from dieuhanh.apps.tasks.actions.interrupting import cancel, resume, suspend
from dieuhanh.apps.tasks.actions.judging import confirm_done, send_back
from dieuhanh.apps.tasks.actions.measuring import record_measure
from dieuhanh.apps.tasks.actions.passing_on import pass_to_successors
from dieuhanh.apps.tasks.actions.reassigning import Holders, reassign
from dieuhanh.apps.tasks.actions.recurring import make_occurrences
from dieuhanh.apps.tasks.actions.reporting import NewReport, SentFile, report
from dieuhanh.apps.tasks.actions.rescheduling import change_rule
from dieuhanh.apps.tasks.actions.scheduling import set_calendar_day
from dieuhanh.apps.tasks.actions.targeting import NewTarget, drop_target, set_target
from dieuhanh.apps.tasks.typed import Plan

__all__ = [
    "Drafted",
    "Holders",
    "Imported",
    "NewReport",
    "NewTarget",
    "Plan",
    "SentFile",
    "SubTask",
    "accept",
    "add_subtasks",
    "add_task",
    "add_tasks",
    "ask_extension",
    "assign_tasks",
    "cancel",
    "change_rule",
    "confirm_done",
    "correct_deadline",
    "draft_tasks_of",
    "drop_draft",
    "drop_target",
    "edit_draft",
    "grant_extension",
    "import_tasks",
    "make_occurrences",
    "merge_drafts",
    "pass_to_successors",
    "reassign",
    "record_measure",
    "refuse",
    "refuse_extension",
    "report",
    "resume",
    "send_back",
    "set_calendar_day",
    "set_membership",
    "set_target",
    "split_draft",
    "suspend",
]
