"""Which documents the designations of a batch of pages mean, written to the database.

Reads: the batch's mentions, and every designation of the numbers that they name. Writes: designations and documents.
What a document is called follows from its mentions in the order of their registration; where designations move from one document
to another, that is read anew from all of them, so that the result never depends on how pages were put into batches.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.documents.characteristics import FIELDS, Said, absorb, said_of
from dieuhanh.apps.documents.models import Designation, Document, Knowledge, Mention, Role
from dieuhanh.domain import identity
from dieuhanh.extract import facts

Group = dict[identity.Identity, Designation]  # all designations of one number


class Resolution:
    """The designations of some numbers, resolved together; one or two queries a table.

    `forgotten` are designations, by id with their numbers, that lost mentions; those that nobody uses any more go.
    """

    def __init__(self, numbers: Iterable[str], forgotten: Mapping[int, str], directory: AgencyDirectory) -> None:
        self._directory = directory
        self._forgotten = set(forgotten)
        self._groups: dict[str, Group] = defaultdict(dict)
        documents: dict[int, Document] = {}
        for row in Designation.objects.filter(number_key__in={*numbers, *forgotten.values()}).select_related("document").order_by("id"):
            if row.document is not None:
                row.document = documents.setdefault(row.document.id, row.document)
            self._groups[row.number_key][_identity(row)] = row
        self._mentions: list[tuple[Designation, Said]] = []
        self._moved: list[Designation] = []
        self._changed: dict[int, Document] = {}  # by id(), for new ones have no key yet
        self._stale: dict[int, Document] = {}
        self._gone: list[Document] = []
        self._unused: set[int] = set()

    def note(self, document: facts.Document, role: Role, page_day: dt.date | None) -> Designation | None:
        """The designation of a mention, whose words count from now on; None where nothing identifies a document."""
        key = identity.number_key(document.type, document.number, document.title)
        if key is None:
            return None
        year = page_day.year if page_day and document.date is None else 0
        said = identity.Identity(identity.issuer_key(document.issuer), document.date, year)
        group = self._groups[key]
        if said not in group:
            group[said] = Designation(number_key=key, issuer_key=said.issuer, date=said.day, year=said.year)
        words = Said(role, document.type, document.number, document.issuer, document.title, document.date or page_day)
        self._mentions.append((group[said], words))
        return group[said]

    def settle(self) -> None:
        """Resolve every group, let the documents take in what the new mentions say of them, and write them."""
        self._unused = self._find_unused()
        for number_key, group in self._groups.items():
            self._settle_group(number_key, group)
        for designation, said in self._mentions:
            document = designation.document
            if document is not None and absorb(document, said, self._directory):
                self._changed[id(document)] = document
        self._write()

    def reread_stale(self) -> None:
        """Once the new mentions are stored: what moved documents are called, from all their mentions."""
        stale = {document.id: document for document in self._stale.values()}
        for document in stale.values():
            for field in FIELDS:
                setattr(document, field, None)
            document.known_by = Knowledge.MENTION
        for document_id, said in said_of(stale):
            absorb(stale[document_id], said, self._directory)
        Document.objects.bulk_update(stale.values(), [*FIELDS, "known_by"], batch_size=100)

    def _find_unused(self) -> set[int]:
        """Of the designations that lost mentions those that no page uses, neither a stored one nor one of this batch."""
        if not self._forgotten:
            return set()
        stored = Mention.objects.filter(designation__in=self._forgotten).values_list("designation", flat=True).distinct()
        return self._forgotten - {*stored, *(designation.id for designation, _ in self._mentions)}

    def _settle_group(self, number_key: str, named: Group) -> None:
        documents = [designation.document for designation in named.values() if designation.document is not None]
        self._stale |= {id(d.document): d.document for d in named.values() if d.document and d.id in self._forgotten}
        rows = {identity.Document(document.issuer_key, document.date): document for document in documents}
        group = {said: designation for said, designation in named.items() if designation.id not in self._unused}
        told = identity.tell_apart(group)
        wanted = dict.fromkeys(document for document in told.values() if document is not None)
        leaving = {known: row for known, row in rows.items() if known not in wanted}
        kept = {document: rows.get(document) or self._made(number_key, document, group, told, leaving) for document in wanted}
        self._gone += leaving.values()
        for said, designation in group.items():
            meant = told[said]
            self._point(designation, kept[meant] if meant else None)

    def _made(
        self,
        number_key: str,
        wanted: identity.Document,
        group: Group,
        told: dict[identity.Identity, identity.Document | None],
        leaving: dict[identity.Document, Document],
    ) -> Document:
        """The row of a document that has none: one that was known more vaguely and is now this one, else a new row."""
        for known, row in leaving.items():
            if any(told[said] == wanted and designation.document is row for said, designation in group.items()):
                del leaving[known]
                row.issuer_key, row.date = wanted.issuer, wanted.day
                self._changed[id(row)] = row
                return row
        made = Document(number_key=number_key, issuer_key=wanted.issuer, date=wanted.day, type="", known_by=Knowledge.MENTION)
        self._changed[id(made)] = made
        return made

    def _point(self, designation: Designation, document: Document | None) -> None:
        """Let a designation mean a document; both the document that it leaves and the one that it joins are read anew."""
        before = designation.document
        if before is document:
            return
        designation.document = document
        if not designation._state.adding:
            self._moved.append(designation)
            self._stale |= {id(d): d for d in (before, document) if d is not None}

    def _write(self) -> None:
        gone = {id(document) for document in self._gone}
        self._stale = {key: document for key, document in self._stale.items() if key not in gone}
        changed = [document for key, document in self._changed.items() if key not in gone]
        Document.objects.bulk_update(
            [document for document in changed if not document._state.adding],
            ["issuer_key", "date", "known_by", *FIELDS],
            batch_size=100,
        )
        Document.objects.bulk_create(document for document in changed if document._state.adding)
        for designation in self._moved:
            designation.document_id = designation.document.pk if designation.document else None
        Designation.objects.bulk_update(self._moved, ["document"], batch_size=200)
        Designation.objects.bulk_create(d for group in self._groups.values() for d in group.values() if d._state.adding)
        Designation.objects.filter(id__in=self._unused).delete()
        Document.objects.filter(id__in=[document.id for document in self._gone]).delete()


def _identity(row: Designation) -> identity.Identity:
    return identity.Identity(row.issuer_key, row.date, row.year)
