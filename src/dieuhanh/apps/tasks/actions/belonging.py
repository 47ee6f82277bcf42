"""Who works for which agencies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.tasks import typed
from dieuhanh.apps.tasks.models import Membership
from dieuhanh.apps.tasks.permissions import SET_MEMBERSHIP
from dieuhanh.errors import UnknownUserError


def set_membership(username: str, agencies: Collection[int], *, actor: Actor, at: dt.datetime) -> None:
    """This person works for these agencies and no others. Raises NotPermittedError, UnknownUserError, NotTaskError."""
    with action(actor, SET_MEMBERSHIP, at) as ledger:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise UnknownUserError(username)
        wanted = typed.agencies("agencies", agencies)
        before = set(Membership.objects.filter(user=user).values_list("agency", flat=True))
        if before == set(wanted):
            return
        Membership.objects.filter(user=user).exclude(agency__in=wanted).delete()
        Membership.objects.bulk_create(Membership(user=user, agency_id=agency) for agency in wanted if agency not in before)
        ledger.append("accounts.User", username, {"agencies": sorted(agency.name for agency in wanted.values())})
