"""Topics with how many documents each has, and the newest documents of one."""

from __future__ import annotations

import msgspec

from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.search.query import LAST_PAGE, SearchQuery
from dieuhanh.apps.search.searching import search
from dieuhanh.portal.issue_page import topic_link
from dieuhanh.portal.links import Link
from dieuhanh.portal.results_page import Found, found_documents


class TopicLine(msgspec.Struct, frozen=True):
    """A topic, some of the words that suggest it, and its documents in number."""

    link: Link
    words: str
    documents: int


class TopicsPage(msgspec.Struct, frozen=True):
    """In the order of the scheme; `behind` where the index has not followed the register yet."""

    lines: list[TopicLine]
    behind: bool


class TopicPage(msgspec.Struct, frozen=True):
    """One page of a topic's documents, newest first; `earlier` and `later` are numbers of pages, None where there is none."""

    code: str
    name: str
    words: str
    total: int
    found: tuple[Found, ...]
    page: int
    pages: int
    earlier: int | None
    later: int | None
    behind: bool


def topics_page() -> TopicsPage:
    results = search(SearchQuery())
    counts = {one.value: one.count for one in results.facets.topics}
    lines = [TopicLine(topic_link(one.code, one.name), ", ".join(one.cues[:6]), counts.get(one.code, 0)) for one in topics_in_force()]
    return TopicsPage(lines, results.behind)


def topic_page(code: str, typed: str) -> TopicPage | None:
    """None for a topic that there is not; the page's number as typed."""
    topic = next((one for one in topics_in_force() if one.code == code), None)
    if topic is None:
        return None
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 1
    page = min(max(number, 1), LAST_PAGE)
    results = search(SearchQuery(topic=code, page=page))
    return TopicPage(
        code=code,
        name=topic.name,
        words=", ".join(topic.cues),
        total=results.total,
        found=found_documents(results),
        page=page,
        pages=results.pages,
        earlier=page - 1 if page > 1 else None,
        later=page + 1 if page < results.pages else None,
        behind=results.behind,
    )
