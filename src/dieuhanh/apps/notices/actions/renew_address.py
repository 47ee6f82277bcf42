"""A private address for an agency's feed and calendar."""

from __future__ import annotations

import datetime as dt
import secrets

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.notices.models import PrivateAddress
from dieuhanh.apps.notices.models.addresses import hash_of_token
from dieuhanh.apps.notices.permissions import RENEW_ADDRESS
from dieuhanh.apps.tasks.stepping import require_own
from dieuhanh.errors import NotFoundError

TOKEN_BYTES = 32


def renew_address(agency: int, *, actor: Actor, at: dt.datetime) -> str:
    """The token of the agency's new address, shown this once; the old address is nobody's from now on.

    For the agency's own people, and for those who see every task. Raises NotPermittedError, NotFoundError.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with action(actor, RENEW_ADDRESS, at) as ledger:
        require_own([agency], actor, RENEW_ADDRESS)
        row = Agency.objects.filter(pk=agency).first()
        if row is None:
            raise NotFoundError
        PrivateAddress.objects.update_or_create(
            agency=row, defaults={"token_hash": hash_of_token(token), "actor": actor.get_username(), "at": at}
        )
        ledger.append("notices.PrivateAddress", row.name, {"renewed": True})
    return token
