"""What may be permitted in this app."""

from __future__ import annotations

CONFIRM_FACT = "corrections.confirm_fact"
CORRECT_FACT = "corrections.correct_fact"
REJECT_FACT = "corrections.reject_fact"
ADD_FACT = "corrections.add_fact"
ACKNOWLEDGE_WARNING = "corrections.acknowledge_warning"
