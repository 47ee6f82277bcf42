"""What can be done to issues, one subject a file."""

from dieuhanh.apps.digests.actions.compile_issue import compile_issue, compose_entries, compose_week, recompile_entry
from dieuhanh.apps.digests.actions.correct_issue import correct_issue
from dieuhanh.apps.digests.actions.edit_scheme import choose_topics, load_scheme, set_topic, set_weight
from dieuhanh.apps.digests.actions.follow import confirm_subscription, forget_unconfirmed, subscribe, unsubscribe, unsubscribe_token
from dieuhanh.apps.digests.actions.publish_issue import publish_due, publish_issue, schedule_issue
from dieuhanh.apps.digests.actions.rate import Visitor, forget_addresses, new_token, rate
from dieuhanh.apps.digests.actions.review_issue import approve_issue, send_back_issue, submit_issue
from dieuhanh.apps.digests.actions.save_issue import recheck_entry, save_issue, waive_finding

__all__ = [
    "Visitor",
    "approve_issue",
    "choose_topics",
    "compile_issue",
    "compose_entries",
    "compose_week",
    "confirm_subscription",
    "correct_issue",
    "forget_addresses",
    "forget_unconfirmed",
    "load_scheme",
    "new_token",
    "publish_due",
    "publish_issue",
    "rate",
    "recheck_entry",
    "recompile_entry",
    "save_issue",
    "schedule_issue",
    "send_back_issue",
    "set_topic",
    "set_weight",
    "submit_issue",
    "subscribe",
    "unsubscribe",
    "unsubscribe_token",
    "waive_finding",
]
