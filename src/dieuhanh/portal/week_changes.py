"""What changed in a week, from the register: new documents, documents that lost their force, and how the ordered work went.

Of tasks only their numbers are public, as in the open data: no title, agency or report of one.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import QuerySet

from dieuhanh.apps.documents.models import Document, Relation
from dieuhanh.apps.tasks import conditions
from dieuhanh.apps.tasks.models import Task
from dieuhanh.display import wording
from dieuhanh.extract.facts import Period, RelationType
from dieuhanh.portal.links import DocumentLink, document_links

ENDING = ("repeals", "replaces", "suspends")  # what takes force away
MOST = 60  # documents and endings that are listed
DAY = dt.timedelta(days=1)


class Figures(msgspec.Struct, frozen=True):
    """How many of each in some days; `overdue` are tasks whose day passed in them without their being done."""

    documents: int
    done: int
    overdue: int
    ended: int


class Figure(msgspec.Struct, frozen=True):
    """One of them as it is shown."""

    label: str
    number: int
    before: int


class Ending(msgspec.Struct, frozen=True):
    """A document that takes another's force away; `document` is None where it is not clear which is meant."""

    by: DocumentLink
    verb: str
    document: DocumentLink | None
    key: str


class WeekChanges(msgspec.Struct, frozen=True):
    """The lists are cut at MOST; the figures are not."""

    days: str
    figures: tuple[Figure, ...]
    documents: tuple[DocumentLink, ...]
    endings: tuple[Ending, ...]
    more_documents: int
    more_endings: int


def week_figures(period: Period) -> tuple[Figure, ...]:
    """Beside those of as many days before. Eight queries."""
    length = period.end - period.start + DAY
    now, before = _figures(period), _figures(Period(period.start - length, period.end - length))
    labels = {
        "documents": "văn bản mới",
        "ended": "văn bản bị bãi bỏ, thay thế, ngưng hiệu lực",
        "done": "nhiệm vụ hoàn thành",
        "overdue": "nhiệm vụ mới quá hạn",
    }
    return tuple(Figure(label, getattr(now, name), getattr(before, name)) for name, label in labels.items())


def week_changes(period: Period) -> WeekChanges:
    """Ten queries."""
    figures = week_figures(period)
    documents = list(_issued(period).order_by("date", "id").values_list("pk", flat=True)[:MOST])
    rows = list(_ended(period).order_by("source__document__date", *_ENDING_FIELDS)[:MOST])
    links = document_links([*documents, *(one for row in rows for one in row[:2])])
    endings = tuple(
        Ending(links[by], wording.RELATIONS[verb], links.get(target or 0), wording.one_line(key)) for by, target, verb, key in rows
    )
    return WeekChanges(
        days=wording.period(period),
        figures=figures,
        documents=tuple(links[one] for one in documents),
        endings=endings,
        more_documents=figures[0].number - len(documents),
        more_endings=figures[1].number - len(endings),
    )


_ENDING_FIELDS = ("source__document_id", "target__document_id", "type", "target_key")


def _figures(period: Period) -> Figures:
    counted = Task.objects.counted()
    fell_due = counted.filter(due_on__range=(period.start - DAY, period.end - DAY))
    late = conditions.is_overdue(period.end) | conditions.is_done_late()
    return Figures(
        documents=_issued(period).count(),
        done=counted.filter(done_on__range=(period.start, period.end)).count(),
        overdue=fell_due.filter(late).count(),
        ended=_ended(period).count(),
    )


def _issued(period: Period) -> QuerySet[Document]:
    return Document.objects.reported().issued_between(period.start, period.end)


def _ended(period: Period) -> QuerySet[Relation, tuple[int, int | None, RelationType, str]]:
    """Each pair once, however many pages say it."""
    days = (period.start, period.end)
    rows = Relation.objects.filter(type__in=ENDING, source__document__date__range=days, item__digest__page__is_current=True)
    return rows.order_by().values_list(*_ENDING_FIELDS).distinct()
