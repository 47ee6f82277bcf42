"""Words of the desk for its templates."""

from __future__ import annotations

from django import template

from dieuhanh.apps.corrections.models import Decision
from dieuhanh.desk.kinds import verdict_of

register = template.Library()


@register.filter
def verdict(decision: Decision) -> str:
    """đã xác nhận."""
    return verdict_of(decision)
