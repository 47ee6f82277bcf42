"""The first address: what there is."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh import __version__
from dieuhanh.api.links import address
from dieuhanh.api.resource import Resource
from dieuhanh.apps.audit.models import Entry

LISTS = ("documents", "digests", "agencies", "assignments", "deadlines", "targets", "relations", "mentions", "search", "tasks")


class Start(msgspec.Struct, frozen=True):
    """Addresses of everything; `changed_at` is when the register last changed, None while it is empty."""

    name: str
    version: str
    changed_at: dt.datetime | None
    documentation: str
    openapi: str
    resources: dict[str, str]


def start() -> Start:
    return Start(
        name="Điều Hành",
        version=__version__,
        changed_at=Entry.objects.order_by("-sequence").values_list("at", flat=True).first(),
        documentation=address("/docs"),
        openapi=address("/openapi.json"),
        resources={name: address(f"/{name}") for name in LISTS},
    )


RESOURCES = (Resource("start", "/", start, Start, "Bắt đầu", "Có những gì"),)
