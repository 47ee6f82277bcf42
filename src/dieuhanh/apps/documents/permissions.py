"""What may be permitted in this app."""

from __future__ import annotations

REGISTER_PAGE = "documents.register_page"
MARK_FRESH = "documents.mark_fresh"
REBUILD_PAGES = "documents.rebuild_pages"
