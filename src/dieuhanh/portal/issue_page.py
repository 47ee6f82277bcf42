"""A published issue as its page shows it: its edition, and below each entry what the register and its visitors add."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.document_topics import topics_of_documents
from dieuhanh.apps.digests.editions import ANCHOR, editions_of
from dieuhanh.apps.digests.entry_documents import EntryOrigin, origins_of
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.digests.renderings.edition import Edition
from dieuhanh.apps.digests.renderings.html import to_html
from dieuhanh.apps.digests.renderings.schema_org import to_schema_org
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.digests.voices import NOBODY, Voice, voices
from dieuhanh.portal.links import DocumentLink, Link, document_links

FORMS = (("pdf", "PDF"), ("docx", "DOCX"), ("txt", "Văn bản thuần"))
NOTHING = EntryOrigin((), ())


class EntryMore(msgspec.Struct, frozen=True):
    """What stands below an entry; `name` is its headline, which its links carry for who hears them alone."""

    name: str
    documents: tuple[DocumentLink, ...]
    topics: tuple[Link, ...]
    voice: Voice
    rate_url: str


class IssuePage(msgspec.Struct, frozen=True):
    """The page's parts; `html` is the edition with each entry's EntryMore in it."""

    edition: Edition
    html: SafeString
    linked_data: SafeString
    contents: tuple[Link, ...]
    topics: tuple[Link, ...]
    voice: Voice
    address: str
    rate_url: str
    earlier: Link | None
    later: Link | None


def issue_page(issue: Issue, url_of: Callable[[Issue], str]) -> IssuePage:
    """With a fixed number of queries; `url_of` gives full addresses."""
    edition = editions_of([issue], url_of)[0]
    entries = list(issue.entries.all())  # prefetched with the edition
    said, origins = voices(issue), origins_of([issue])
    documents = {one for origin in origins.values() for one in origin.documents}
    links, topics = document_links(documents), topics_of_documents(documents)
    names = {topic.code: topic_link(topic.code, topic.name) for topic in topics_in_force()}
    rate_url = f"{issue_address(issue)}danh-gia/"
    after: dict[str, SafeString] = {}
    met: list[str] = []
    for entry in entries:
        origin = origins.get((issue.pk, entry.key), NOTHING)
        codes = list(dict.fromkeys(code for one in origin.documents for code in topics.get(one, ())))
        met += codes
        more = EntryMore(
            name=edition.entries[len(after)].headline,
            documents=tuple(links[one] for one in origin.documents if one in links),
            topics=tuple(names[code] for code in codes),
            voice=said.get(entry.key, NOBODY),
            rate_url=f"{rate_url}?muc={entry.key}",
        )
        after[ANCHOR.format(entry.key)] = render_to_string("portal/issue_entry.html", {"more": more})
    voice = said.get(None, NOBODY)
    return IssuePage(
        edition=edition,
        html=to_html(edition, after),
        linked_data=mark_safe(to_schema_org(edition, voice)),  # noqa: S308  it escapes what could end the element
        contents=tuple(Link(entry.headline, f"#{entry.anchor}") for entry in edition.entries),
        topics=tuple(link for code, link in names.items() if code in met),
        voice=voice,
        address=issue_address(issue),
        rate_url=rate_url,
        earlier=_neighbour(Issue.objects.published().filter(period_end__lt=issue.period_end).first()),
        later=_neighbour(Issue.objects.published().filter(period_end__gt=issue.period_end).order_by("period_end", "period_start").first()),
    )


def topic_link(code: str, name: str) -> Link:
    return Link(name, reverse("portal:topic", args=[code]))


def _neighbour(issue: Issue | None) -> Link | None:
    return Link(issue.title, issue_address(issue)) if issue else None
