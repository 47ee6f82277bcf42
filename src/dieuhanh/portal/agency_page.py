"""All that an agency's page shows: its names, those before and after it, and what it was ordered."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from dieuhanh.apps.agencies.models import Agency, Succession
from dieuhanh.apps.documents.models import AssignedAgency, Assignment, Part
from dieuhanh.display import wording
from dieuhanh.portal.links import Link, agency_link, name_link
from dieuhanh.portal.orders import Order, orders_of, readable

ORDERS_A_PAGE = 25
Role = Literal["", "chu-tri", "phoi-hop"]
PARTS: dict[str, Part] = {"chu-tri": Part.LEAD, "phoi-hop": Part.COOPERATING}


class Change(msgspec.Struct, frozen=True):
    """An agency before or after this one, and since when."""

    agency: Link
    on: str


class Others(msgspec.Struct, frozen=True):
    """Who else leads or helps."""

    lead: tuple[Link, ...]
    cooperating: tuple[Link, ...]


class AgencyPage(msgspec.Struct, frozen=True):
    """The page's parts; `led` and `helped` count assignments."""

    names: list[str]
    life: str
    before: list[Change]
    after: list[Change]
    led: int
    helped: int
    page: Page[Assignment]
    orders: list[tuple[Order, bool, Others]]  # the order, whether the agency leads it, who else has a part


def agency_page(agency: Agency, part: str, page: str) -> AgencyPage:
    """With a fixed number of queries; `part` is a key of PARTS or anything else for both, `page` as typed."""
    led, helped = AssignedAgency.objects.filter(agency=agency).parts()
    rows = Paginator(_assignments(agency, PARTS.get(part)), ORDERS_A_PAGE).get_page(page)
    changes = Succession.objects.select_related("predecessor", "successor")
    return AgencyPage(
        names=[_held(name.name, name.valid_from, name.valid_to) for name in agency.names.exclude(name=agency.name).order_by("name")],
        life=_held("", agency.valid_from, agency.valid_to).strip(" ()"),
        before=[_change(row.predecessor, row.on) for row in changes.filter(successor=agency).order_by("predecessor__name")],
        after=[_change(row.successor, row.on) for row in changes.filter(predecessor=agency).order_by("successor__name")],
        led=led,
        helped=helped,
        page=rows,
        orders=[_from_within(order, agency_link(agency).url) for order in orders_of(list(rows))],
    )


def _from_within(order: Order, own: str | None) -> tuple[Order, bool, Others]:
    """An order as the agency at that address sees it."""
    lead, cooperating = (tuple(one for one in part if one.url != own) for part in (order.lead, order.cooperating))
    return order, lead != order.lead, Others(lead, cooperating)


def _assignments(agency: Agency, part: Part | None) -> QuerySet[Assignment]:
    return readable(Assignment.objects.of_any([agency], part)).order_by("-item__digest__period_end", "item", "order")


def _change(agency: Agency, on: dt.date | None) -> Change:
    return Change(agency_link(agency), wording.day(on) if on else "")


def _held(name: str, first: dt.date | None, last: dt.date | None) -> str:
    """Sở Tài chính (từ ngày 01/3/2025)."""
    days = [f"từ ngày {wording.day(first)}" if first else "", f"đến hết ngày {wording.day(last)}" if last else ""]
    told = " ".join(filter(None, days))
    return f"{name} ({told})" if told else name


class OrderedAgency(msgspec.Struct, frozen=True):
    """An agency, and how many assignments it leads and helps with."""

    link: Link
    led: int
    helped: int


def ordered_agencies(most: int | None = None) -> list[OrderedAgency]:
    """Those that were ordered something, busiest first."""
    counts = AssignedAgency.objects.filter(agency__isnull=False).values("agency__name").order_by()
    led, helped = (Count("assignment", filter=Q(part=part), distinct=True) for part in (Part.LEAD, Part.COOPERATING))
    rows = counts.annotate(led=led, helped=helped).order_by("-led", "-helped", "agency__name")[:most]
    return [OrderedAgency(name_link(row["agency__name"]), row["led"], row["helped"]) for row in rows]
