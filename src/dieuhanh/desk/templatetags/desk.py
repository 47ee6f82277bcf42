"""Words of the desk for its templates."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.timezone import localtime

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.desk.kinds import verdict_of
from dieuhanh.display import wording
from dieuhanh.text import days

register = template.Library()


@register.filter
def verdict(decision: Decision) -> str:
    """đã xác nhận."""
    return verdict_of(decision)


@register.filter
def day(said: dt.date | None) -> str:
    """05/02/2026 but 05/3/2026, as official texts write it; a moment by its day in Vietnam; nothing for no day."""
    if said is None:
        return ""
    return wording.day(localtime(said).date() if isinstance(said, dt.datetime) else said)


@register.filter
def short_day(said: dt.date) -> str:
    """05/02 but 05/3, where the year follows from what stands beside it."""
    return days.short_day(said)


@register.filter
def moment(said: dt.datetime | None) -> str:
    """09:15 ngày 05/3/2026, in Vietnam."""
    return "" if said is None else f"{localtime(said):%H:%M} ngày {day(said)}"
