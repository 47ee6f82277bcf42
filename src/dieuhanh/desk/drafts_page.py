"""The drafts of one digest beside its text, and how many every digest has."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import Count, F
from django.utils.safestring import SafeString

from dieuhanh.apps.documents.models import Digest, Page
from dieuhanh.apps.documents.stored import stored_digests
from dieuhanh.apps.tasks.due import current_deadlines
from dieuhanh.apps.tasks.models import PartRole, Task, TaskDeadline
from dieuhanh.apps.tasks.stepping import PARTS, leading_parts
from dieuhanh.desk.editor_page import ItemPart, editor_page
from dieuhanh.desk.queue_page import period_of
from dieuhanh.desk.task_list import lead_of
from dieuhanh.desk.task_place import card_at, place_in
from dieuhanh.desk.task_words import Standing, standing
from dieuhanh.display import wording
from dieuhanh.domain.task_states import State

DIGESTS_A_PAGE = 50


class DraftCard(msgspec.Struct, frozen=True):
    """One task of the page; `words_id` is the mark of its words in the text, "" where they are gone."""

    task: Task
    lead: str
    leading: list[str]
    cooperating: list[str]
    standing: Standing
    deadline: TaskDeadline | None
    words_id: str
    ready: bool  # somebody leads

    @property
    def draft(self) -> bool:
        return self.task.state == State.DRAFT


class DraftsOfItem(msgspec.Struct, frozen=True):
    """One item of the digest with the tasks that it orders."""

    item: ItemPart
    cards: list[DraftCard]


class DraftsPage(msgspec.Struct, frozen=True):
    """All that the template shows; `gone` are tasks whose words the page says no more."""

    name: str
    title: SafeString
    items: list[DraftsOfItem]
    gone: list[DraftCard]
    drafts: list[int]
    ready: list[int]


class DigestLine(msgspec.Struct, frozen=True):
    """A digest, and how many of its tasks are drafts and how many are assigned."""

    source: int
    name: str
    address: str
    drafts: int
    assigned: int


def drafts_page(page: Page, today: dt.date) -> DraftsPage:
    """Of a current page; with a fixed number of queries."""
    editor, digest = editor_page(page), stored_digests([page])[page.id]
    rows = Task.objects.filter(address=page.source.address).exclude(state=State.DROPPED)
    tasks = list(rows.select_related("lead").prefetch_related(PARTS))
    deadlines = current_deadlines(tasks)
    placed: dict[int, list[tuple[int, DraftCard]]] = {}
    for task in tasks:
        place = place_in(task, digest)
        order = card_at(place[1], editor.cards) if place else None
        card = _card(task, deadlines.get(task.id), order.mark.words_id if order and order.mark else "", today)
        position, start = (place[0] + 1, place[1][0]) if place else (0, 0)
        placed.setdefault(position, []).append((start, card))
    found = {position: [card for _, card in sorted(cards, key=lambda one: (one[0], one[1].task.id))] for position, cards in placed.items()}
    items = [DraftsOfItem(item, found.get(item.position, [])) for item in editor.items]
    drafts = [task for task in tasks if task.state == State.DRAFT]
    ready = [task.id for task in drafts if _is_ready(task)]
    return DraftsPage(editor.name, editor.title, items, found.get(0, []), [task.id for task in drafts], ready)


def digests_with_drafts(number: str) -> tuple[PageOfRows[Digest], list[DigestLine]]:
    """The newest first; two queries a page."""
    rows = Digest.objects.select_related("page__source").defer("page__text").order_by(F("period_end").desc(nulls_last=True), "-id")
    page = Paginator(rows, DIGESTS_A_PAGE).get_page(number)
    addresses = [row.page.source.address for row in page]
    counts: dict[str, tuple[int, int]] = {}
    tasks = Task.objects.filter(address__in=addresses).exclude(state=State.DROPPED).order_by()
    for address, state, number_of in tasks.values_list("address", "state").annotate(Count("id")):
        drafts, assigned = counts.get(address, (0, 0))
        counts[address] = (drafts + number_of, assigned) if state == State.DRAFT else (drafts, assigned + number_of)
    return page, [_line(row, *counts.get(row.page.source.address, (0, 0))) for row in page]


def _line(row: Digest, drafts: int, assigned: int) -> DigestLine:
    name = wording.digest_name(row.title, period_of(row))
    return DigestLine(row.page.source_id, name, row.page.source.address, drafts, assigned)


def _card(task: Task, deadline: TaskDeadline | None, words_id: str, today: dt.date) -> DraftCard:
    leading, cooperating = _names(task, PartRole.LEAD), _names(task, PartRole.COOPERATING)
    return DraftCard(task, lead_of(task), leading, cooperating, standing(task, today), deadline, words_id, _is_ready(task))


def _names(task: Task, role: PartRole) -> list[str]:
    return [part.agency.name if part.agency else part.name for part in task.parts.all() if part.role == role]


def _is_ready(task: Task) -> bool:
    return task.lead_id is not None or bool(leading_parts(task))
