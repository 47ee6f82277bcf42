"""The designations that bear on what new mentions mean: few, even of a number that thousands of pages name with other days.

Documents of known issuer and day are only ever added by new mentions. So, as long as nothing is forgotten:

- a mention with a day has to do with those of that day and with those without one;
- one that was undecidable between several such documents stays so, and is left alone;
- one that meant a document is told apart between that and the new ones.

All designations of a number are needed where mentions were forgotten, where one without a day is new, and where one says nothing but
the number, for it can mean documents that are themselves known vaguely.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from django.db.models import Q, QuerySet

from dieuhanh.apps.documents.models import Designation, Document
from dieuhanh.domain import identity


class Name(NamedTuple):
    """What a mention says of a document: one designation."""

    number_key: str
    said: identity.Identity


class Group:
    """Designations of one number, by what they say; `whole` where all of them are here."""

    def __init__(self) -> None:
        self.designations: dict[identity.Identity, Designation] = {}
        self.whole = False

    @property
    def undecidable(self) -> set[identity.Identity]:
        """Those that several documents answer to, whatever is added."""
        if self.whole:
            return set()
        stored = ((said, d) for said, d in self.designations.items() if not d._state.adding)
        return {said for said, d in stored if d.document_id is None and said.issuer and not said.day}

    def documents(self) -> dict[identity.Document, Document]:
        """The documents that the designations mean so far."""
        documents = (designation.document for designation in self.designations.values())
        return {identity.Document(d.issuer_key, d.date): d for d in documents if d is not None}

    def candidates(self) -> Iterator[identity.Identity]:
        """The documents meant so far whose own designations are not here, as what those say."""
        if not self.whole:
            yield from (identity.Identity(known.issuer, known.day) for known in self.documents() if known.issuer and known.day)


def bearing_on(names: Collection[Name], forgotten: set[str]) -> dict[str, Group]:
    """The groups of all these names, with new designations for those that are new, and of the forgotten numbers; three queries."""
    groups = {number_key: Group() for number_key in forgotten | {number_key for number_key, _ in names}}
    documents: dict[int, Document] = {}
    _take(groups, Designation.objects.filter(id__in=_named(groups, names)), documents)
    whole = forgotten | {key for key, said in names if not said.day and said not in groups[key].designations}
    whole |= {key for key, group in groups.items() if any(not said.issuer and not said.day for said in group.designations)}
    if whole:
        _take(groups, Designation.objects.filter(number_key__in=whole), documents)
    for number_key in whole:
        groups[number_key].whole = True
    for number_key, said in names:
        if said not in groups[number_key].designations:
            new = Designation(number_key=number_key, issuer_key=said.issuer, date=said.day, year=said.year)
            groups[number_key].designations[said] = new
    return groups


def _named(groups: Collection[str], names: Collection[Name]) -> list[int]:
    """The ids of the designations of these numbers without a day, or with one that is named with that very number.

    Numbers and days are asked for apart, for no database takes thousands of pairs; most pairs that answer are of no name.
    """
    pairs = {(number_key, said.day) for number_key, said in names} | {(number_key, None) for number_key in groups}
    near = Designation.objects.filter(Q(date=None) | Q(date__in={day for _, day in pairs if day}), number_key__in=groups)
    return [id_ for id_, number_key, day in near.values_list("id", "number_key", "date") if (number_key, day) in pairs]


def _take(groups: dict[str, Group], rows: QuerySet[Designation], documents: dict[int, Document]) -> None:
    """Put rows where they belong, those that are there already excepted; one object for one document."""
    for row in rows.select_related("document").order_by("id"):
        said = identity.Identity(row.issuer_key, row.date, row.year)
        if said in groups[row.number_key].designations:
            continue
        if row.document is not None:
            row.document = documents.setdefault(row.document.id, row.document)
        groups[row.number_key].designations[said] = row
