"""Which documents the mentions of a batch of pages mean, written to the database.

Reads: the batch's mentions, and the designations that bear on them. Writes: designations and documents.
What a document is called follows from its mentions in the order of their registration; where designations move from one document
to another, that is read anew from all of them, so that the result never depends on how pages were put into batches.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.audit.inserting import insert
from dieuhanh.apps.documents.bearing import Group, Name, bearing_on
from dieuhanh.apps.documents.characteristics import FIELDS, Said, absorb, reread
from dieuhanh.apps.documents.models import Designation, Document, Knowledge, Mention, Role
from dieuhanh.domain import identity
from dieuhanh.extract import facts
from dieuhanh.text import slug


class Resolution:
    """Takes in the mentions of a batch, then tells what they mean; one or two queries a table."""

    def __init__(self, directory: AgencyDirectory) -> None:
        self._directory = directory
        self._mentions: list[tuple[Name, Said]] = []
        self._groups: dict[str, Group] = {}
        self._unused: set[int] = set()
        self._moved: list[Designation] = []
        self._changed: dict[int, Document] = {}  # by id(), for new ones have no key yet
        self._stale: dict[int, Document] = {}
        self._gone: list[Document] = []

    def note(self, document: facts.Document, role: Role, page_day: dt.date | None) -> Name | None:
        """Let the words of a mention count; None where nothing identifies a document."""
        key = identity.number_key(document.type, document.number, document.title)
        if key is None:
            return None
        year = page_day.year if page_day and document.date is None else 0
        name = Name(key, identity.Identity(identity.issuer_key(document.issuer), document.date, year))
        words = Said(role, document.type, document.number, document.issuer, document.title, document.date or page_day)
        self._mentions.append((name, words))
        return name

    def id_of(self, name: Name | None) -> int | None:
        """The designation of a name, once settled."""
        return self._groups[name.number_key].designations[name.said].id if name else None

    def settle(self, forgotten: Mapping[int, str]) -> None:
        """Tell what the mentions mean, let documents take in what is said of them, and write both.

        `forgotten` are designations, by id with their numbers, that lost mentions; those that nobody uses any more go.
        """
        self._groups = bearing_on(dict.fromkeys(name for name, _ in self._mentions), set(forgotten.values()))
        self._unused = self._find_unused(set(forgotten))
        for number_key, group in self._groups.items():
            self._stale |= {id(d.document): d.document for d in group.designations.values() if d.document and d.id in forgotten}
            self._settle_group(number_key, group)
        for name, said in self._mentions:
            document = self._groups[name.number_key].designations[name.said].document
            if document is not None and absorb(document, said, self._directory):
                self._changed[id(document)] = document
            if document is not None and forgotten and not document._state.adding:
                self._stale[id(document)] = document  # the page may be an old one: what later pages say comes after it
        self._write()

    @property
    def touched(self) -> set[int]:
        """The ids of the documents that were named, changed or taken away, once that is written."""
        named = [self._groups[name.number_key].designations[name.said].document for name, _ in self._mentions]
        rows = [*named, *self._changed.values(), *self._stale.values(), *self._gone]
        return {document.id for document in rows if document is not None}

    def reread_stale(self) -> None:
        """Once the new mentions are stored: what moved documents are called, from all their mentions."""
        reread({document.id: document for document in self._stale.values()}, self._directory)

    def _find_unused(self, forgotten: set[int]) -> set[int]:
        """Of the designations that lost mentions those that no page uses, neither a stored one nor one of this batch."""
        if not forgotten:
            return set()
        named = Mention.objects.filter(designation=OuterRef("pk"))
        stored = Designation.objects.filter(Exists(named), id__in=forgotten).values_list("id", flat=True)
        return forgotten - {*stored, *(self.id_of(name) for name, _ in self._mentions)}

    def _settle_group(self, number_key: str, group: Group) -> None:
        rows, undecidable = group.documents(), group.undecidable
        used = {said: designation for said, designation in group.designations.items() if designation.id not in self._unused}
        told = identity.tell_apart([*(said for said in used if said not in undecidable), *group.candidates()])
        wanted = dict.fromkeys(document for document in told.values() if document is not None)
        leaving = {known: row for known, row in rows.items() if known not in wanted}
        kept = {document: rows.get(document) or self._made(number_key, document, used, told, leaving) for document in wanted}
        self._gone += leaving.values()
        for said, designation in used.items():
            meant = told.get(said)
            self._point(designation, kept[meant] if meant else None)

    def _made(
        self,
        number_key: str,
        wanted: identity.Document,
        used: Mapping[identity.Identity, Designation],
        told: Mapping[identity.Identity, identity.Document | None],
        leaving: dict[identity.Document, Document],
    ) -> Document:
        """The row of a document that has none: one that was known more vaguely and is now this one, else a new row."""
        for known, row in leaving.items():
            if any(told.get(said) == wanted and designation.document is row for said, designation in used.items()):
                del leaving[known]
                row.issuer_key, row.date = wanted.issuer, wanted.day
                self._changed[id(row)] = row
                return row
        made = Document(
            number_key=number_key,
            slug=slug(number_key),
            issuer_key=wanted.issuer,
            date=wanted.day,
            type="",
            known_by=Knowledge.MENTION,
        )
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
        known = [document for document in changed if not document._state.adding]
        Document.objects.bulk_update(known, ["issuer_key", "date", "known_by", *FIELDS], batch_size=100)
        insert((document for document in changed if document._state.adding), keyed=True)
        for designation in self._moved:
            designation.document_id = designation.document.pk if designation.document else None
        Designation.objects.bulk_update(self._moved, ["document"], batch_size=200)
        new = [d for group in self._groups.values() for d in group.designations.values() if d._state.adding]
        for designation in new:
            designation.document = designation.document  # it takes over the key that the document was given just now
        insert(new, keyed=True)
        Designation.objects.filter(id__in=self._unused).delete()
        Document.objects.filter(id__in=[document.id for document in self._gone]).delete()
