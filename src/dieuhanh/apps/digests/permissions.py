"""What may be permitted in this app."""

from __future__ import annotations

COMPILE_ISSUE = "digests.compile_issue"
SAVE_ISSUE = "digests.save_issue"
SUBMIT_ISSUE = "digests.submit_issue"
SEND_BACK_ISSUE = "digests.send_back_issue"
WAIVE_FINDING = "digests.waive_finding"
APPROVE_ISSUE = "digests.approve_issue"
PUBLISH_ISSUE = "digests.publish_issue"
CORRECT_ISSUE = "digests.correct_issue"
CHOOSE_TOPICS = "digests.choose_topics"
EDIT_SCHEME = "digests.edit_scheme"
