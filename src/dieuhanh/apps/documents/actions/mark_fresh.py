"""Noting that sources were looked at and had not changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.models import Source
from dieuhanh.apps.documents.permissions import MARK_FRESH


def mark_fresh(addresses: Sequence[str], *, actor: Actor, at: dt.datetime) -> int:
    """Set the moment at which these addresses were last looked at; how many the register knows. One entry for all of them."""
    with action(actor, MARK_FRESH, at) as ledger:
        marked = Source.objects.filter(address__in=addresses).update(fetched_at=at)
        if marked:
            ledger.append("documents.Source", "*", {"addresses": sorted(addresses)})
    return marked
