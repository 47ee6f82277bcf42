"""What may be permitted in this app."""

from __future__ import annotations

LOAD_AGENCIES = "agencies.load_agencies"
