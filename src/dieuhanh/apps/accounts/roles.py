"""The roles, and what each may do. A role is a group of Django.

Permissions of apps to the right stand here as words, "app.verb", for imports point left; a test looks for each.
"""

from __future__ import annotations

from enum import StrEnum

from dieuhanh.apps.accounts.permissions import ADD_USER, ENTER_DESK, REFRESH_ROLES, RESET_ACCESS, SET_ROLES


class Role(StrEnum):
    """What a person is to the desk; the value is the name of the group."""

    READER = "reader"
    AGENCY = "agency"
    LEADER = "leader"
    OFFICER = "officer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


LABELS = {
    Role.READER: "người đọc",
    Role.AGENCY: "đơn vị",
    Role.LEADER: "lãnh đạo",
    Role.OFFICER: "chuyên viên",
    Role.EDITOR: "biên tập",
    Role.ADMINISTRATOR: "quản trị",
}

_READING = frozenset({ENTER_DESK})
_DECIDING = frozenset(f"corrections.{verb}_fact" for verb in ("confirm", "correct", "reject", "add")) | {"corrections.acknowledge_warning"}
_DOING = frozenset(  # only with tasks of one's own agencies, unless one sees every task
    f"tasks.{verb}" for verb in ("accept", "refuse", "report", "ask_extension", "add_subtasks", "record_measure")
) | {"notices.renew_address"}
_JUDGING = frozenset(
    f"tasks.{verb}"
    for verb in ("see_every_task", "confirm_done", "send_back", "grant_extension", "refuse_extension", "suspend", "resume", "cancel")
)
_ASSIGNING = frozenset(
    f"tasks.{verb}"
    for verb in (
        "draft_tasks",
        "edit_draft",
        "merge_drafts",
        "split_draft",
        "drop_draft",
        "assign_tasks",
        "add_task",
        "import_tasks",
        "correct_deadline",
        "reassign",
        "change_rule",
        "set_target",
        "drop_target",
    )
)
_TENDING = frozenset(
    {
        "documents.register_page",
        "documents.mark_fresh",
        "digests.compile_issue",
        "digests.save_issue",
        "digests.submit_issue",
        "digests.send_back_issue",
        "digests.waive_finding",
        "digests.choose_topics",
        "tasks.set_calendar_day",
        "tasks.pass_to_successors",
        "tasks.make_occurrences",
    }
)
_PUBLISHING = frozenset(f"digests.{verb}" for verb in ("approve_issue", "send_back_issue", "publish_issue", "correct_issue", "edit_scheme"))
_RUNNING = frozenset(
    {
        "agencies.load_agencies",
        "audit.view_entry",
        "documents.rebuild_pages",
        "tasks.set_membership",
        "notices.plan_reminders",
        "notices.set_schedule",
        "notices.send_again",
        "webhooks.subscribe",
        "webhooks.unsubscribe",
        "webhooks.pause",
        "webhooks.redeliver",
        ADD_USER,
        SET_ROLES,
        RESET_ACCESS,
        REFRESH_ROLES,
    }
)

_OFFICE = _READING | _DECIDING | _DOING | _JUDGING | _ASSIGNING | {"notices.urge"}

PERMITTED: dict[Role, frozenset[str]] = {
    Role.READER: _READING,
    Role.AGENCY: _READING | _DOING,
    Role.LEADER: _READING | _JUDGING | _PUBLISHING,
    Role.OFFICER: _OFFICE,
    Role.EDITOR: _OFFICE | _TENDING,
    Role.ADMINISTRATOR: _OFFICE | _TENDING | _PUBLISHING | _RUNNING,
}


def permissions_of(role: Role) -> frozenset[str]:
    """All that the role may do, "app.verb" each."""
    return PERMITTED[role]
