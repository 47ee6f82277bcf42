"""What can be done to pages and documents, one verb a file."""

from dieuhanh.apps.documents.actions.mark_fresh import mark_fresh
from dieuhanh.apps.documents.actions.register_page import Registration, register_page, register_pages

__all__ = ["Registration", "mark_fresh", "register_page", "register_pages"]
