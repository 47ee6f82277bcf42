"""Who works for which agency."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dieuhanh.apps.agencies.models import Agency


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by person."""

    def of(self, username: str) -> MembershipQuerySet:
        return self.filter(user__username=username)


class Membership(models.Model):
    """A person works for an agency (người của đơn vị); people of the office and leaders have none."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "agency"], name="tasks_membership_once")]
        permissions = [("set_membership", "Gắn người dùng với đơn vị")]

    def __str__(self) -> str:
        return f"{self.user} – {self.agency}"
