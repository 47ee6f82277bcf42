"""What a draft of the domain means in rows: agencies by the day of the page, collectives opened into today's, deadlines explained."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence

import msgspec

from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.chain import canonical_json
from dieuhanh.apps.documents.models import Document, Mention, Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import Due, answered
from dieuhanh.apps.tasks.models import Cause, Origin, PartRole
from dieuhanh.domain.collectives import open_collective
from dieuhanh.domain.drafting import DraftAgency, DraftDeadline, TaskDraft, draft_tasks
from dieuhanh.domain.rulings import Place, place_of
from dieuhanh.extract import facts
from dieuhanh.extract.facts import Digest, Span
from dieuhanh.text.days import written_day

PROVINCE = "UBND tỉnh"  # as lists of agencies call whoever publishes, when its digests name the province besides
NamedPart = tuple[str, str, int | None, str]  # role, name, agency, the collective that it was opened from


class Draft(msgspec.Struct, frozen=True):
    """A task as its page has it, before it is a row."""

    key: str  # the same for the same order whenever the page is drafted
    place: Place
    span: Span
    title: str
    origin: str
    lead: int | None
    lead_name: str
    collective: bool
    document: int | None
    document_name: str
    issued_on: dt.date | None
    due_words: str
    recurring: bool
    due: Due | None
    parts: tuple[NamedPart, ...]
    targets: tuple[facts.Target, ...]


def drafts_of(pages: Sequence[Page], today: dt.date) -> dict[int, tuple[Digest, list[Draft]]]:
    """The digests of these pages with their drafts, by the id of the page; a fixed number of queries."""
    digests, drafting = stored_digests(pages), _Drafting(pages, today)
    return {page.id: (digests[page.id], list(drafting.of(page, digests[page.id]))) for page in pages if page.id in digests}


class _Drafting:
    """The names and documents that drafts resolve to, asked once for all pages."""

    def __init__(self, pages: Sequence[Page], today: dt.date) -> None:
        self._today = today
        self._calendar = working_calendar()
        self._directory = AgencyDirectory()
        agencies = list(Agency.objects.all())
        self._rows = [(agency.name, agency.kind, agency.valid_from, agency.valid_to) for agency in agencies]
        self._ids = {agency.name: agency.id for agency in agencies}
        mentions = Mention.objects.filter(item__digest__page__in=pages, designation__document__isnull=False)
        self._documents: dict[tuple[int, int, str], Document] = {}
        for mention in mentions.select_related("item__digest", "designation__document"):
            if mention.designation and mention.designation.document:
                self._documents[mention.item.digest.page_id, mention.item.order, mention.key] = mention.designation.document

    def of(self, page: Page, digest: Digest) -> Iterator[Draft]:
        """In reading order. Several orders may stand on the same words, so the key counts them."""
        seen: dict[Place, int] = {}
        for draft in draft_tasks(digest, calendar=self._calendar):
            place = place_of(digest, draft.item, draft.span)
            nth = seen[place] = seen.get(place, -1) + 1
            yield self._draft(page, digest, draft, place, _key(page.source.address, place, nth))

    def _draft(self, page: Page, digest: Digest, draft: TaskDraft, place: Place, key: str) -> Draft:
        day = next((d.date for d in digest.items[draft.item].instruments if d.date), digest.period.end if digest.period else None)
        names = ", ".join(agency.name for agency in draft.lead)
        lead, leading = self._lead(page, draft, day)
        parts = self._parts(draft, day, lead, leading)
        document = self._documents.get((page.id, draft.item, draft.instrument.key)) if draft.instrument else None
        due, recurring = _due(draft.deadlines)
        return Draft(
            key=key,
            place=place,
            span=draft.span,
            title=draft.action,
            origin=Origin.CENTRE if draft.for_province else Origin.PROVINCE,
            lead=lead,
            lead_name=names,
            collective=bool(leading),
            document=document.id if document else None,
            document_name=str(document) if document else _named(draft.instrument),
            issued_on=draft.instrument.date if draft.instrument else None,
            due_words="; ".join(dict.fromkeys(limit.fact.expression for limit in draft.deadlines)),
            recurring=recurring,
            due=due,
            parts=parts,
            targets=draft.targets,
        )

    def _lead(self, page: Page, draft: TaskDraft, day: dt.date | None) -> tuple[int | None, tuple[DraftAgency, ...]]:
        """The one agency that leads, or the addressees that lead together; an order to the province is that of whoever publishes."""
        if draft.for_province:
            return page.digest.publisher_id or self._directory.resolve(PROVINCE, day), ()
        if len(draft.lead) == 1 and not draft.lead[0].collective:
            return self._directory.resolve(draft.lead[0].name, day), ()
        return None, draft.lead

    def _parts(self, draft: TaskDraft, day: dt.date | None, lead: int | None, leading: tuple[DraftAgency, ...]) -> tuple[NamedPart, ...]:
        """Each agency once, where it is named first; a name that no agency held, or that opens to nobody new, keeps a part of its own."""
        taken, parts = {lead}, list[NamedPart]()
        named = [(PartRole.LEAD, one) for one in leading] + [(PartRole.COOPERATING, one) for one in draft.cooperating]
        for role, one in named:
            opened = self._opened(one, day)
            new = [(agency, name) for agency, name in opened if agency not in taken]
            taken.update(agency for agency, _ in new)
            collective = one.name if one.collective else ""
            parts += [(role.value, name, agency, collective) for agency, name in new] or [(role.value, one.name, None, collective)]
        return tuple(parts)

    def _opened(self, one: DraftAgency, day: dt.date | None) -> list[tuple[int, str]]:
        """The agencies that a name means, with how each is called."""
        if one.collective:
            return [(self._ids[name], name) for name in open_collective(one.name, self._rows, self._today).agencies]
        agency = self._directory.resolve(one.name, day)
        return [] if agency is None else [(agency, one.name)]


def _key(address: str, place: Place, nth: int) -> str:
    words = canonical_json([address, place.heading, place.words, place.nth, nth])
    return hashlib.sha256(words.encode("ascii")).hexdigest()


def _named(document: facts.Document | None) -> str:
    """What a document that the register does not hold is called."""
    if document is None:
        return ""
    day = f"ngày {written_day(document.date)}" if document.date else ""
    return " ".join(filter(None, [document.type, document.number or document.title, day]))


def _due(limits: Sequence[DraftDeadline]) -> tuple[Due | None, bool]:
    """The deadline of an order, and whether it makes a series.

    Of several days the last one closes the task; the others stay visible among its steps. Words that leave the day open come after
    those that give one, and a rule of what comes back makes a series only where no day is said besides.
    """
    if not limits:
        return None, False
    explanations = [limit.explanation for limit in limits]
    days = [one for one in explanations if one.last_day is not None]
    rules = [one for one in explanations if one.recurrence is not None]
    chosen = max(days, key=lambda one: one.last_day or dt.date.min) if days else next(iter([*rules, *explanations]))
    others = [f"Trong câu còn có: {step}" for one in explanations if one is not chosen for step in one.steps]
    due = answered(Cause.SAID, chosen)
    return msgspec.structs.replace(due, steps=(*due.steps, *others)), not days and bool(rules)
