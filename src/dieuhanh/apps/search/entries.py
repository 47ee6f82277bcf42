"""Documents of the register as entries of the index, many at a time: a fixed number of queries, each bounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import F, QuerySet, Window
from django.db.models.functions import Greatest, Least, RowNumber, Substr

from dieuhanh.apps.digests.document_topics import topics_of_documents
from dieuhanh.apps.documents.item_words import number, words_of_items
from dieuhanh.apps.documents.models import AssignedAgency, Document, Knowledge, Mention, Role
from dieuhanh.apps.search.entry import IndexEntry

REPORTS = 12  # items reporting one document whose text counts, the newest; more than a few is one number used for many things
ITEM_LENGTH = 20_000  # code points of an item that count
CITATIONS = 12  # items citing one document whose words around it count, the newest; laws are cited thousands of times
BEFORE, AROUND = 120, 320  # code points before a citation and in all


def entries_of(documents: Collection[int]) -> Iterator[IndexEntry]:
    """An entry for each of these ids that is still a document."""
    rows = list(Document.objects.filter(id__in=documents).order_by("id"))
    reports = _newest(Role.INSTRUMENT, documents, REPORTS)
    citations = _newest(Role.CITATION, documents, CITATIONS)
    items = words_of_items({item for found in reports.values() for _, item in found}, ITEM_LENGTH)
    around = _words_around({mention for found in citations.values() for mention, _ in found})
    agencies = _agencies(documents, reports)
    topics = topics_of_documents(documents)
    for row in rows:
        own = [item for _, item in reports[row.id]]
        texts = [items[item] for item in dict.fromkeys(own) if item in items]
        texts += [around[mention] for mention, item in citations[row.id] if mention in around and item not in own]
        yield IndexEntry(
            document=row.id,
            type=row.type,
            number=row.number,
            date=row.date,
            issuer=row.issuer_name,
            title=row.title,
            known_by=Knowledge(row.known_by),
            spellings=(row.number_key,) if row.number else (),
            agencies=tuple(sorted(agencies[row.id])),
            topics=topics.get(row.id, ()),
            text="\n".join(texts),
        )


def _newest(role: Role, documents: Collection[int], limit: int) -> dict[int, list[tuple[int, int]]]:
    """For each document its newest mentions in that role, as (mention, item), newest first."""
    place = Window(RowNumber(), partition_by=F("designation__document"), order_by=F("id").desc())
    mentions = Mention.objects.filter(role=role, designation__document__in=documents).annotate(place=place).filter(place__lte=limit)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for document, mention, item in mentions.order_by("-id").values_list("designation__document", "id", "item"):
        found[document].append((mention, item))
    return found


def _words_around(mentions: Collection[int]) -> dict[int, str]:
    """The words before and behind citations, within their items and in whole words."""
    start = number(Greatest(number(F("start") - BEFORE), number(F("item__start"))))
    length = number(Least(number(F("item__end") - start), AROUND))
    rows: QuerySet[Mention] = Mention.objects.filter(id__in=mentions)
    cut = rows.annotate(words=Substr("item__digest__page__text", number(start + 1), length), begins=start, ends=number(start + length))
    columns = ("id", "words", "begins", "ends", "item__start", "item__end")
    return {
        mention: _whole_words(words, opens=begins > first, closes=ends < last)
        for mention, words, begins, ends, first, last in cut.values_list(*columns)
    }


def _whole_words(words: str, *, opens: bool, closes: bool) -> str:
    """Without the halves of words at the ends that were cut."""
    if opens:
        words = words.partition(" ")[2]
    return words.rpartition(" ")[0] if closes else words


def _agencies(documents: Collection[int], reports: dict[int, list[tuple[int, int]]]) -> dict[int, set[int]]:
    """The agencies that each document gives work to.

    An assignment that quotes a document is that document's; any other is of those that its item reports.
    """
    found: dict[int, set[int]] = defaultdict(set)
    named = AssignedAgency.objects.exclude(agency=None)
    quoted = named.filter(assignment__source__document__in=documents)
    for document, agency in quoted.values_list("assignment__source__document", "agency").distinct():
        found[document].add(agency)
    by_item: dict[int, set[int]] = defaultdict(set)
    items = {item for rows in reports.values() for _, item in rows}
    for item, agency in named.filter(assignment__item__in=items, assignment__source=None).values_list("assignment__item", "agency"):
        by_item[item].add(agency)
    for document, rows in reports.items():
        found[document].update(*(by_item[item] for _, item in rows))
    return found
