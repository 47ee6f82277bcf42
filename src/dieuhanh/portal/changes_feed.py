"""What may be followed by feed: the documents that a search finds, and the pages that speak of one document."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Collection, Sequence

import msgspec
from django.utils.feedgenerator import Atom1Feed

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.digests.renderings.feeds import Channel
from dieuhanh.apps.documents.models import Change, Document, Mention, Role
from dieuhanh.apps.search.query import SearchQuery
from dieuhanh.apps.search.searching import search
from dieuhanh.display.marks import CITATION, INSTRUMENT
from dieuhanh.letters.wording import one_line
from dieuhanh.portal.links import DocumentLink, digest_link, document_links, words_url

PAGES = 3  # of a search: thirty documents
MOST = 30  # pages that speak of one document
BEGINNING = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # of what no entry of the chain tells

Full = Callable[[str], str]  # from a path to its full address


class FeedLine(msgspec.Struct, frozen=True):
    """An entry; `url` is the full address of what it tells of, and identifies it."""

    title: str
    url: str
    summary: str
    updated: dt.datetime


class FeedLines(msgspec.Struct, frozen=True):
    """What a feed tells; `behind` where the index has not followed the register yet."""

    lines: list[FeedLine]
    behind: bool = False


def found_lines(query: SearchQuery, full: Full) -> FeedLines:
    """The newest documents that answer, each updated when the register last learned something of it."""
    results = [search(msgspec.structs.replace(query, newest_first=True, page=page)) for page in range(1, PAGES + 1)]
    hits = {hit.document: hit for one in results for hit in (*one.numbered, *one.hits)}
    links, changed = document_links(hits), _changed(hits)
    lines = [
        FeedLine(_title(links[document]), full(links[document].url), hit.fragment.text if hit.fragment else "", changed[document])
        for document, hit in hits.items()
        if document in links
    ]
    return FeedLines(lines, any(one.behind for one in results))


def document_lines(document: Document, full: Full) -> FeedLines:
    """The places where pages speak of it, those that were registered last first."""
    rows = Mention.objects.of(document).filter(item__digest__page__is_current=True).select_related("item__digest__page__source")
    newest = rows.defer("item__digest__page__text", "item__digest__lead").order_by("-item__digest__page__registered_at", "-pk")[:MOST]
    return FeedLines([_told(row, full) for row in newest])


def to_atom(channel: Channel, lines: Sequence[FeedLine]) -> bytes:
    """Atom 1.0 (RFC 4287); nothing in it that XML forbids."""
    feed = _Feed(one_line(channel.title), channel.url, one_line(channel.description), language="vi", feed_url=channel.feed_url)
    feed.began = channel.updated
    for line in lines:
        feed.add_item(one_line(line.title), line.url, one_line(line.summary), unique_id=line.url, updateddate=line.updated)
    file = io.BytesIO()
    feed.write(file, "utf-8")
    return file.getvalue()


class _Feed(Atom1Feed):
    """Changed when its newest entry was: Django asks the clock for a feed without any."""

    began = BEGINNING

    def latest_post_date(self) -> dt.datetime:
        return max((item["updateddate"] for item in self.items), default=self.began)


def _title(link: DocumentLink) -> str:
    return ", ".join(filter(None, [link.name, f"ngày {link.date}" if link.date else "", link.issuer])) + (
        f": {link.title}" if link.title else ""
    )


def _changed(documents: Collection[int]) -> dict[int, dt.datetime]:
    """When each last changed, by the audit chain; two queries."""
    sequences = dict(Change.objects.filter(document_id__in=documents).values_list("document_id", "sequence"))
    moments = dict(Entry.objects.filter(sequence__in=set(sequences.values())).values_list("sequence", "at"))
    return {document: moments.get(sequences.get(document, 0), BEGINNING) for document in documents}


def _told(row: Mention, full: Full) -> FeedLine:
    reported = row.role == Role.INSTRUMENT
    url = words_url(row.item.digest, INSTRUMENT if reported else CITATION, row.item.order, row.order)
    verb = "đưa tin" if reported else "viện dẫn"
    summary = f"{digest_link(row.item.digest).text} {verb}: {row.item.heading}"
    return FeedLine(row.item.heading, full(url), summary, row.item.digest.page.registered_at)
