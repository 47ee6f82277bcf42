"""Issues as Atom and RSS, newest first."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import msgspec
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import format_html, format_html_join

from dieuhanh.apps.digests.renderings.edition import Edition


class Channel(msgspec.Struct, frozen=True):
    """What the feed is of; `url` is the page that it follows, `feed_url` its own address. `updated` stands for a feed without issues."""

    title: str
    description: str
    url: str
    feed_url: str
    updated: dt.datetime


def to_atom(channel: Channel, editions: Sequence[Edition]) -> bytes:
    """Atom 1.0 (RFC 4287)."""
    return _written(Atom1Feed, channel, editions)


def to_rss(channel: Channel, editions: Sequence[Edition]) -> bytes:
    """RSS 2.0."""
    return _written(Rss201rev2Feed, channel, editions)


def _written(kind: type[SyndicationFeed], channel: Channel, editions: Sequence[Edition]) -> bytes:
    feed = _dated(kind, channel.updated)(channel.title, channel.url, channel.description, language="vi", feed_url=channel.feed_url)
    for edition in editions:
        feed.add_item(
            title=edition.title,
            link=edition.url,
            description=_headlines(edition),
            author_name=edition.publisher,
            pubdate=edition.published_at,
            updateddate=edition.updated_at,
            unique_id=edition.url,
        )
    file = io.BytesIO()
    feed.write(file, "utf-8")
    return file.getvalue()


def _dated(kind: type[SyndicationFeed], updated: dt.datetime) -> type[SyndicationFeed]:
    """Django asks the clock for the day of a feed without items."""

    class Dated(kind):  # type: ignore[misc, valid-type]  # a class made of one that is given
        def latest_post_date(self) -> dt.datetime:
            return max((item["updateddate"] for item in self.items), default=updated)

    return Dated


def _headlines(edition: Edition) -> str:
    items = format_html_join("", '<li><a href="{}#{}">{}</a></li>', ((edition.url, e.anchor, e.headline) for e in edition.entries))
    return format_html("<ul>{}</ul>", items)
