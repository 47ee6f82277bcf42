"""What may be permitted in this app. Without SEE_EVERY_TASK a person sees, and acts on, the tasks of their own agencies only."""

from __future__ import annotations

SEE_EVERY_TASK = "tasks.see_every_task"

DRAFT_TASKS = "tasks.draft_tasks"
EDIT_DRAFT = "tasks.edit_draft"
MERGE_DRAFTS = "tasks.merge_drafts"
SPLIT_DRAFT = "tasks.split_draft"
DROP_DRAFT = "tasks.drop_draft"
ASSIGN_TASKS = "tasks.assign_tasks"
ADD_TASK = "tasks.add_task"  # Django's own
IMPORT_TASKS = "tasks.import_tasks"
CORRECT_DEADLINE = "tasks.correct_deadline"
REASSIGN = "tasks.reassign"
CHANGE_RULE = "tasks.change_rule"
SET_TARGET = "tasks.set_target"
DROP_TARGET = "tasks.drop_target"

ACCEPT = "tasks.accept"
REFUSE = "tasks.refuse"
REPORT = "tasks.report"
ASK_EXTENSION = "tasks.ask_extension"
ADD_SUBTASKS = "tasks.add_subtasks"
RECORD_MEASURE = "tasks.record_measure"

CONFIRM_DONE = "tasks.confirm_done"
SEND_BACK = "tasks.send_back"
GRANT_EXTENSION = "tasks.grant_extension"
REFUSE_EXTENSION = "tasks.refuse_extension"
SUSPEND = "tasks.suspend"
RESUME = "tasks.resume"
CANCEL = "tasks.cancel"

SET_CALENDAR_DAY = "tasks.set_calendar_day"
PASS_TO_SUCCESSORS = "tasks.pass_to_successors"  # noqa: S105  passing on, no password
MAKE_OCCURRENCES = "tasks.make_occurrences"
SET_MEMBERSHIP = "tasks.set_membership"
