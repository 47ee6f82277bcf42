"""Who has the work of agencies that are no more."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from dieuhanh.apps.agencies.models import Agency, Succession

Heirs = dict[int, list[Agency]]


def heirs_on(day: dt.date) -> Heirs:
    """For each agency that has ended by that day, by its id, those that exist then and took over, also by way of others; two queries."""
    successions: dict[int, list[int]] = defaultdict(list)
    for old, later, on in Succession.objects.values_list("predecessor", "successor", "on"):
        if on is None or on <= day:
            successions[old].append(later)
    agencies = Agency.objects.in_bulk()
    ended = [agency.id for agency in agencies.values() if _has_ended(agency, day)]
    return {agency: [agencies[heir] for heir in sorted(_living(agency, successions, agencies, day))] for agency in ended}


def _living(agency: int, successions: dict[int, list[int]], agencies: dict[int, Agency], day: dt.date) -> set[int]:
    """Those at the ends of the line that exist on the day; a line that runs in a circle ends nowhere."""
    found, seen, waiting = set[int](), {agency}, [agency]
    while waiting:
        for later in successions[waiting.pop()]:
            if later in seen:
                continue
            seen.add(later)
            if _has_ended(agencies[later], day):
                waiting.append(later)
            else:
                found.add(later)
    return found


def _has_ended(agency: Agency, day: dt.date) -> bool:
    return agency.valid_to is not None and agency.valid_to < day
