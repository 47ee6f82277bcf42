"""What may be permitted in this app."""

from __future__ import annotations

PLAN_REMINDERS = "notices.plan_reminders"
SET_SCHEDULE = "notices.set_schedule"
SEND_AGAIN = "notices.send_again"
RENEW_ADDRESS = "notices.renew_address"
URGE = "notices.urge"
