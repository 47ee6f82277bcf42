"""Letters to those who follow, and which issues they were told of."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Q

from dieuhanh.apps.digests.models import Issue, Subscription
from dieuhanh.apps.outbox.models import Outgoing, OutgoingQuerySet, State


class FollowerLetterQuerySet(OutgoingQuerySet["FollowerLetter"]):
    """Letters by what became of them."""

    def given_up(self) -> FollowerLetterQuerySet:
        """Those that a person may send again: not the old question where a newer one is on its way."""
        newer = FollowerLetter.objects.filter(subscription=OuterRef("subscription"), issue=None, state=State.WAITING)
        return self.dead().exclude(Exists(newer), issue=None)


class FollowerLetter(Outgoing):
    """A letter to one subscription: the question whether it is wanted (without an issue), or what an issue says of what is followed.

    It holds no text and no address of its own: it is written when it is sent, and goes with its subscription.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="letters")
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, null=True, related_name="letters")
    entries = models.JSONField[list[int], list[int]](default=list)  # keys of those that concern what is followed; empty: all
    at = models.DateTimeField()  # the day that the letter bears, so that sent again it is the same

    objects = FollowerLetterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subscription", "issue"], name="followers_letter_once_an_issue"),
            models.UniqueConstraint(
                fields=["subscription"], condition=Q(issue=None, state="waiting"), name="followers_letter_one_question"
            ),
        ]
        indexes = [models.Index(fields=["state", "next_at"], name="followers_letter_due")]

    def __str__(self) -> str:
        return f"{self.subscription}: {self.issue or 'xác nhận'}"


class ToldIssue(models.Model):
    """An issue whose followers' letters are written; who comes to follow later is told of the next."""

    issue = models.OneToOneField(Issue, on_delete=models.CASCADE, primary_key=True, related_name="told")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.issue)
