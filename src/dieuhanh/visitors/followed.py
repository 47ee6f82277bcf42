"""What somebody wants to follow, as the page shows it: its name, its page, its feed."""

from __future__ import annotations

import msgspec
from django.urls import reverse
from django.utils.http import urlencode

from dieuhanh.apps.digests.models import Subject
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.followers.subjects import name_of
from dieuhanh.errors import NotSubscriptionError


class Followed(msgspec.Struct, frozen=True):
    """`value` as subscriptions keep it."""

    subject: Subject
    value: str
    name: str
    url: str
    feed_url: str


class Way(msgspec.Struct, frozen=True):
    """Something that can be followed at once, and where its form is."""

    name: str
    url: str


def followed(subject: str, value: str) -> Followed | None:
    """None for what cannot be followed."""
    value = " ".join(value.split())
    if subject not in Subject.values or (subject == Subject.ISSUES and value):
        return None
    kind = Subject(subject)
    try:
        name = name_of(kind, value)
    except NotSubscriptionError:
        return None
    url, feed_url = _addresses(kind, value)
    return Followed(kind, value, name, url, feed_url)


def _addresses(subject: Subject, value: str) -> tuple[str, str]:
    """Of the page and of the feed."""
    match subject:
        case Subject.ISSUES:
            return reverse("portal:issues"), reverse("portal:issues_atom")
        case Subject.TOPIC:
            return reverse("portal:topic", args=[value]), reverse("portal:topic_atom", args=[value])
        case Subject.AGENCY:
            return reverse("portal:agency", args=[value]), reverse("portal:agency_atom", args=[value])
        case Subject.DOCUMENT:
            parts = value.split("/")
            return reverse("portal:document", args=parts), reverse("portal:document_atom", args=parts)
        case Subject.SEARCH:
            asked = urlencode({"q": value})
            return f"{reverse('portal:search')}?{asked}", f"{reverse('portal:search_atom')}?{asked}"


def ways_to_follow() -> list[Way]:
    """The issues, then each topic; agencies, documents and searches say on their own pages how."""
    page = reverse("visitors:follow")
    topics = [Way(f"Lĩnh vực {topic.name}", f"{page}?{urlencode({'loai': 'topic', 'gi': topic.code})}") for topic in topics_in_force()]
    return [Way("Mọi kỳ điểm tin tuần", page), *topics]
