"""The public: what visitors think of an issue, and who follows what by e-mail."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dieuhanh.apps.digests.models.issues import Entry, Issue

HASH_LENGTH = 64


class Question(models.TextChoices):
    """What visitors are asked."""

    STARS = "stars", "đánh giá từ 1 đến 5 sao"
    USEFUL = "useful", "nội dung này có hữu ích không"


class Rating(models.Model):
    """One visitor's answer about an issue or one of its entries.

    `voter` is a hash of the token in the visitor's cookie and of what is rated: two answers on one thing are told apart, nothing is joined.
    """

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="ratings")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, related_name="ratings")
    question = models.CharField(max_length=6, choices=Question)
    value = models.PositiveSmallIntegerField()
    voter = models.CharField(max_length=HASH_LENGTH, unique=True)
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(question="stars", value__range=(1, 5)) | Q(question="useful", value__range=(0, 1)), name="digests_rating_value"
            )
        ]
        indexes = [models.Index(fields=["issue", "question"], name="digests_rating_of_issue")]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"


class DaySalt(models.Model):
    """What a day's addresses are hashed with. When it is gone nobody can tell whose the hashes were."""

    day = models.DateField(primary_key=True)
    salt = models.CharField(max_length=HASH_LENGTH)

    def __str__(self) -> str:
        return self.day.isoformat()


class AddressCount(models.Model):
    """How many public writes came from one address on a day, so that a flood is refused; dropped with the day's salt."""

    day = models.DateField()
    address = models.CharField(max_length=HASH_LENGTH)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "address"], name="digests_addresscount_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"


class Subject(models.TextChoices):
    """What one may follow."""

    ISSUES = "issues", "mọi bản tin tuần"
    TOPIC = "topic", "một lĩnh vực"
    AGENCY = "agency", "một cơ quan"
    DOCUMENT = "document", "một văn bản"
    SEARCH = "search", "một câu tìm kiếm"


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    """Subscriptions by whether they hold."""

    def confirmed(self) -> SubscriptionQuerySet:
        """Those whose address said yes to the letter that asked it."""
        return self.exclude(confirmed_at=None)


class Subscription(models.Model):
    """An e-mail address that follows something (theo dõi qua thư điện tử); nothing is sent before it is confirmed."""

    email = models.EmailField()
    subject = models.CharField(max_length=8, choices=Subject)
    value = models.CharField(max_length=300, blank=True)  # code, name, address or words of what is followed
    nonce = models.CharField(max_length=HASH_LENGTH)  # in the signed links of its letters; gone with the row
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email", "subject", "value"], name="digests_subscription_once"),
            models.CheckConstraint(
                condition=Q(subject="issues", value="") | (~Q(subject="issues") & ~Q(value="")), name="digests_subscription_of_something"
            ),
        ]
        indexes = [models.Index(fields=["subject", "value"], name="digests_subscription_subject")]

    def __str__(self) -> str:
        return f"{self.subject} {self.value}".strip()
