"""What may be permitted in this app."""

from __future__ import annotations

ENTER_DESK = "accounts.enter_desk"
ADD_USER = "accounts.add_user"  # Django's own
SET_ROLES = "accounts.set_roles"
RESET_ACCESS = "accounts.reset_access"
REFRESH_ROLES = "accounts.refresh_roles"
