"""Where an agency reads along without signing in: its feed and its calendar."""

from __future__ import annotations

import hashlib

from django.db import models

from dieuhanh.apps.agencies.models import Agency

HASH_LENGTH = 64


class PrivateAddress(models.Model):
    """The private address of an agency (địa chỉ riêng). Only the hash of its token is kept, so the database gives nobody the address."""

    agency = models.OneToOneField(Agency, on_delete=models.CASCADE, related_name="private_address", primary_key=True)
    token_hash = models.CharField(max_length=HASH_LENGTH, unique=True)
    actor = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        permissions = [("renew_address", "Lập lại địa chỉ riêng của đơn vị")]

    def __str__(self) -> str:
        return str(self.agency)


def hash_of_token(token: str) -> str:
    """SHA-256 without salt: a token is 256 random bits, which nobody guesses or lists, and it must be found by its hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def agency_at(token: str) -> Agency | None:
    """Whose address it is."""
    row = PrivateAddress.objects.select_related("agency").filter(token_hash=hash_of_token(token)).first()
    return None if row is None else row.agency
