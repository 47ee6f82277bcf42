"""Full addresses: under the name that this installation has in public, else under the one that the visitor used."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def full_address(request: HttpRequest, path: str) -> str:
    """Of a path of ours."""
    return f"{settings.PUBLIC_URL}{path}" if settings.PUBLIC_URL else request.build_absolute_uri(path)
