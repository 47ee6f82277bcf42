"""The roles, and what each may do. A role is a group of Django; the higher may do all that the lower may.

Permissions of apps to the right stand here as words, "app.verb", for imports point left; a test looks for each.
"""

from __future__ import annotations

from enum import StrEnum

from dieuhanh.apps.accounts.permissions import ADD_USER, ENTER_DESK, REFRESH_ROLES, SET_ROLES


class Role(StrEnum):
    """What a person is to the desk; the value is the name of the group."""

    READER = "reader"
    OFFICER = "officer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


LABELS = {
    Role.READER: "người đọc",
    Role.OFFICER: "chuyên viên",
    Role.EDITOR: "biên tập",
    Role.ADMINISTRATOR: "quản trị",
}

_ADDED = {
    Role.READER: {ENTER_DESK},
    Role.OFFICER: {
        "corrections.confirm_fact",
        "corrections.correct_fact",
        "corrections.reject_fact",
        "corrections.add_fact",
    },
    Role.EDITOR: {
        "documents.register_page",
        "documents.mark_fresh",
        "digests.compile_issue",
        "digests.save_issue",
        "digests.submit_issue",
        "digests.send_back_issue",
        "digests.waive_finding",
        "digests.choose_topics",
    },
    Role.ADMINISTRATOR: {
        "agencies.load_agencies",
        "documents.rebuild_pages",
        "digests.approve_issue",
        "digests.publish_issue",
        "digests.correct_issue",
        "digests.edit_scheme",
        ADD_USER,
        SET_ROLES,
        REFRESH_ROLES,
    },
}


def permissions_of(role: Role) -> set[str]:
    """All that the role may do: what it adds, and what the roles before it may."""
    roles = list(Role)
    return set[str]().union(*(_ADDED[lower] for lower in roles[: roles.index(role) + 1]))
