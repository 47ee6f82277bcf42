"""An issue as the semantic HTML of a page's main part; one template, which the site and the e-mail edition share."""

from __future__ import annotations

from django.template.loader import render_to_string

from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.renderings.plain_text import notice_lines


def to_html(edition: Edition) -> str:
    """An `article` with the title as its heading of level 1; everything of the issue's text is escaped."""
    return render_to_string("digests/issue.html", {"edition": edition, "notices": notice_lines(edition)})
