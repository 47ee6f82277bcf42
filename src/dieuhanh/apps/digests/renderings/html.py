"""An issue as the semantic HTML of a page's main part; one template, which the site and the e-mail edition share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.renderings.plain_text import notice_lines


def to_html(edition: Edition, after: Mapping[str, SafeString] | None = None) -> SafeString:
    """An `article` with the title as its heading of level 1; everything of the issue's text is escaped.

    `after` holds what the site puts below entries, by their anchors.
    """
    parts = [(entry, (after or {}).get(entry.anchor, "")) for entry in edition.entries]
    context: dict[str, Any] = {"edition": edition, "parts": parts, "notices": notice_lines(edition)}
    return render_to_string("digests/issue.html", context)
