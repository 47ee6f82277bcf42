"""How agencies and documents stand: the four counts, rates, trend, the worst, what was never passed down; and the bars of the picture."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Count
from django.urls import reverse

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.apps.tasks.counting import (
    Counts,
    count_by_agency,
    count_by_document,
    count_led,
    count_parts,
    most_overdue_documents,
    together,
)
from dieuhanh.apps.tasks.models import Task
from dieuhanh.apps.tasks.models.tasks import TaskQuerySet
from dieuhanh.apps.tasks.trend import trend
from dieuhanh.desk.queue_page import period_of
from dieuhanh.desk.task_list import TaskLine, lines_of
from dieuhanh.desk.trend_picture import WEEKS, Trend, trend_shown
from dieuhanh.display.wording import digest_name, number
from dieuhanh.domain.task_status import NEAR_DAYS

WORST = 10
BARS = 12  # agencies in the picture; the table has all
DOCUMENTS = 50  # on the page; the sheet has all
NEVER_PASSED = 20
PERCENT = 100
# Of the picture, in its own units.
NAME_WIDTH, BAR_WIDTH, ROW_HEIGHT, BAR_HEIGHT = 300, 560, 34, 22
PARTS = (
    ("done_in_time", "xong đúng hạn", "xong-dung-han"),
    ("done_late", "xong chậm", "xong-cham"),
    ("open_in_time", "chưa xong, trong hạn", "trong-han"),
    ("open_overdue", "chưa xong, quá hạn", "qua-han"),
)


class Row(msgspec.Struct, frozen=True):
    """An agency or a document with its counts: `address` leads to its tasks, `rate` is the share done in time, in words."""

    name: str
    counts: Counts
    address: str

    @property
    def rate(self) -> str:
        return "–" if self.counts.rate is None else f"{number(round(self.counts.rate * PERCENT, 1))}%"


class Piece(msgspec.Struct, frozen=True):
    """A piece of a bar, in the units of the picture; its number is written into it where there is room."""

    css: str
    label: str
    number: int
    x: int
    width: int
    middle: int
    roomy: bool


class Bar(msgspec.Struct, frozen=True):
    """One agency's line of the picture."""

    name: str
    y: int
    text_y: int
    total: int
    end: int
    pieces: list[Piece]


class NeverPassed(msgspec.Struct, frozen=True):
    """A digest with orders that nobody has passed down yet."""

    source: int | None
    name: str
    drafts: int


class LeaderPage(msgspec.Struct, frozen=True):
    """All that the template shows."""

    total: Row
    trend: Trend
    agencies: list[Row]
    documents: list[Row]
    worst: list[TaskLine]
    never_passed: list[NeverPassed]
    bars: list[Bar]
    height: int


def leader_page(today: dt.date) -> LeaderPage:
    """Of all tasks of the register; thirteen queries, whatever their number."""
    tasks = Task.objects.all()
    led = count_led(tasks, today, NEAR_DAYS)
    agencies = _agency_rows(together(led, count_parts(tasks, today, NEAR_DAYS)))
    documents = most_overdue_documents(tasks, today, DOCUMENTS)
    bars = bars_of(agencies[:BARS])
    return LeaderPage(
        total=Row("Toàn tỉnh", sum(led.values(), Counts()), reverse("desk:tasks")),
        trend=trend_shown(trend(tasks, today, WEEKS)),
        agencies=agencies,
        documents=_document_rows(tasks.filter(document__in=documents), today),
        worst=_worst(today),
        never_passed=_never_passed(),
        bars=bars,
        height=len(bars) * ROW_HEIGHT + BAR_HEIGHT,
    )


def agency_rows(today: dt.date) -> list[Row]:
    """Whoever has most that is overdue first."""
    return _agency_rows(count_by_agency(Task.objects.all(), today, NEAR_DAYS))


def document_rows(today: dt.date) -> list[Row]:
    """All documents, whichever has most that is overdue first."""
    return _document_rows(Task.objects.all(), today)


def _agency_rows(counts: dict[int, Counts]) -> list[Row]:
    names = dict(Agency.objects.values_list("id", "name"))
    return _ordered(counts, names, "co-quan")


def _document_rows(tasks: TaskQuerySet, today: dt.date) -> list[Row]:
    """Two queries."""
    counts = count_by_document(tasks, today, NEAR_DAYS)
    names = {row.id: str(row) for row in Document.objects.filter(id__in=tasks.values("document"))}
    return _ordered(counts, names, "van-ban")


def _worst(today: dt.date) -> list[TaskLine]:
    """The longest overdue; chosen by the index of days alone, and only then read."""
    longest = Task.objects.overdue(today).order_by("due_on", "id").values("id")[:WORST]
    return lines_of(Task.objects.filter(id__in=longest).select_related("lead").order_by("due_on", "id"), today)


def _ordered(counts: dict[int, Counts], names: dict[int, str], filtered: str) -> list[Row]:
    """`filtered` is the word by which the list of tasks is cut down to one of them."""
    tasks = reverse("desk:tasks")
    rows = [Row(names[id_], of, f"{tasks}?{filtered}={id_}") for id_, of in counts.items()]
    return sorted(rows, key=lambda row: (-row.counts.open_overdue, -row.counts.total, row.name))


def _never_passed() -> list[NeverPassed]:
    """Drafts by the digest that they were read from, most first; two queries."""
    drafts = Task.objects.drafts().order_by().values_list("address").annotate(number=Count("id")).order_by("-number", "address")
    rows = list(drafts[:NEVER_PASSED])
    known = Digest.objects.filter(page__source__address__in=[address for address, _ in rows]).select_related("page__source")
    digests = {row.page.source.address: row for row in known.defer("page__text", "lead")}
    return [_unpassed(digests.get(address), address, number) for address, number in rows]


def _unpassed(digest: Digest | None, address: str, drafts: int) -> NeverPassed:
    if digest is None:
        return NeverPassed(None, address or "nhập tay", drafts)
    return NeverPassed(digest.page.source_id, digest_name(digest.title, period_of(digest)), drafts)


def bars_of(rows: list[Row]) -> list[Bar]:
    """One bar an agency, as long as its tasks are many; the longest fills the picture."""
    longest = max((row.counts.total for row in rows), default=0) or 1
    return [_bar(order, row, longest) for order, row in enumerate(rows)]


def _bar(order: int, row: Row, longest: int) -> Bar:
    pieces, x, y = list[Piece](), NAME_WIDTH, order * ROW_HEIGHT
    for field, label, choice in PARTS:
        of = getattr(row.counts, field)
        width = BAR_WIDTH * of // longest
        if width:
            pieces.append(Piece(choice, label, of, x, width, x + width // 2, width >= BAR_HEIGHT))
        x += width
    return Bar(row.name, y, y + BAR_HEIGHT * 3 // 4, row.counts.total, x, pieces)
