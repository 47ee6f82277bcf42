"""What can be done to pages and documents, one verb a file."""

from dieuhanh.apps.documents.actions.acknowledge import acknowledge_warning
from dieuhanh.apps.documents.actions.decide import add_fact, confirm_fact, correct_fact, reject_fact
from dieuhanh.apps.documents.actions.mark_fresh import mark_fresh
from dieuhanh.apps.documents.actions.rebuild_pages import name_documents, rebuild_pages
from dieuhanh.apps.documents.actions.register_page import Registration, register_page, register_pages

__all__ = [
    "Registration",
    "acknowledge_warning",
    "add_fact",
    "confirm_fact",
    "correct_fact",
    "mark_fresh",
    "name_documents",
    "rebuild_pages",
    "register_page",
    "register_pages",
    "reject_fact",
]
