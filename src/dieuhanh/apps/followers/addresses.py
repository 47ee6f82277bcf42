"""Where the links of letters lead; a letter without the public address of this installation cannot be answered, so none is sent."""

from __future__ import annotations

from django.conf import settings

FOLLOW = "/theo-doi/"
CONFIRM = f"{FOLLOW}xac-nhan/"
UNSUBSCRIBE = f"{FOLLOW}thoi/"


def letters_can_be_sent() -> bool:
    """Whether this installation says where people open its pages (DIEUHANH_URL)."""
    return bool(settings.PUBLIC_URL)


def public(path: str) -> str:
    """The full address of a path of ours, for a letter."""
    return f"{settings.PUBLIC_URL}{path}"
