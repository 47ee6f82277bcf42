"""What may be followed, by the words that name it in a subscription, and what of an issue concerns it.

| subject | value |
|---|---|
| `issues` | empty |
| `topic` | its code: "y-te" |
| `agency` | its name as addresses write it: "so-tai-chinh" |
| `document` | the parts of its address: "512-ubnd-kt/2024-05-07" |
| `search` | words as they are typed |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.digests.document_topics import topics_of_documents
from dieuhanh.apps.digests.entry_documents import EntryOrigin, origins_of
from dieuhanh.apps.digests.models import Issue, Subject, Subscription
from dieuhanh.apps.digests.scheme import topics_in_force
from dieuhanh.apps.documents.addresses import documents_called
from dieuhanh.apps.documents.models import AssignedAgency, Document
from dieuhanh.apps.search.words import plain, units_of, words_of
from dieuhanh.display import wording
from dieuhanh.errors import NotSubscriptionError
from dieuhanh.extract import facts
from dieuhanh.text import slug

MOST_PARTS = 3
NOTHING = EntryOrigin((), ())


class ToldEntry(msgspec.Struct, frozen=True):
    """An entry by what it may be followed for; `words` are its plain words with a space on either side."""

    key: int
    words: str
    documents: frozenset[int]
    topics: frozenset[str]
    agencies: frozenset[str]  # as addresses write their names


def name_of(subject: Subject, value: str) -> str:
    """What is followed, in words: "lĩnh vực Y tế". Raises NotSubscriptionError where the register holds no such thing."""
    match subject:
        case Subject.ISSUES:
            return "mọi kỳ điểm tin tuần"
        case Subject.TOPIC:
            names = [f"lĩnh vực {topic.name}" for topic in topics_in_force() if topic.code == value]
        case Subject.AGENCY:
            names = sorted(Agency.objects.called(value).values_list("name", flat=True))
        case Subject.DOCUMENT:
            names = [_document_name(row.type, row.number, row.title) for row in _documents(value)]
        case Subject.SEARCH:
            names = [f"câu tìm “{wording.one_line(value)}”"] if units_of(value) else []
    if not names:
        raise NotSubscriptionError("value")
    return names[0]


def told_entries(issue: Issue) -> list[ToldEntry]:
    """The entries of an issue. A fixed number of queries."""
    origins = origins_of([issue])
    topics = topics_of_documents({one for origin in origins.values() for one in origin.documents})
    agencies = _agencies({item for origin in origins.values() for item in origin.items})
    return [
        ToldEntry(
            entry.key,
            f" {' '.join(words_of(plain(f'{entry.headline} {entry.body}')))} ",
            frozenset(origin.documents),
            frozenset(code for one in origin.documents for code in topics.get(one, ())),
            frozenset(name for item in origin.items for name in agencies[item]),
        )
        for entry in issue.entries.all()
        for origin in [origins.get((issue.pk, entry.key), NOTHING)]
    ]


def concerning(subscription: Subscription, entries: Iterable[ToldEntry]) -> list[int]:
    """The keys of the entries that concern what is followed."""
    value = subscription.value
    match Subject(subscription.subject):
        case Subject.ISSUES:
            return [entry.key for entry in entries]
        case Subject.TOPIC:
            return [entry.key for entry in entries if value in entry.topics]
        case Subject.AGENCY:
            return [entry.key for entry in entries if value in entry.agencies]
        case Subject.DOCUMENT:
            meant = {row.pk for row in _documents(value)}
            return [entry.key for entry in entries if meant & entry.documents]
        case Subject.SEARCH:
            sought = [f" {' '.join(unit.plain)} " for unit in units_of(value)]
            return [entry.key for entry in entries if sought and all(words in entry.words for words in sought)]


def _documents(value: str) -> list[Document]:
    """One, or none: an address that means several cannot be followed."""
    parts = value.split("/")
    found = documents_called(*parts) if 1 < len(parts) <= MOST_PARTS else []
    return found if len(found) == 1 else []


def _document_name(type_: str, number: str | None, title: str | None) -> str:
    return wording.document(facts.Document(type_, number, None, None, title, None, "", (0, 0)))


def _agencies(items: Collection[int]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    rows = AssignedAgency.objects.filter(assignment__item__in=items, agency__isnull=False)
    for item, name in rows.values_list("assignment__item", "agency__name"):
        found[item].add(slug(name or ""))
    return found
