"""What visitors may answer and follow, how often, and what is kept of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.signing import Signer

from dieuhanh.apps.audit.models import Entry as AuditEntry
from dieuhanh.apps.digests.actions import (
    Visitor,
    confirm_subscription,
    forget_addresses,
    forget_unconfirmed,
    new_token,
    rate,
    subscribe,
    unsubscribe,
    unsubscribe_token,
)
from dieuhanh.apps.digests.actions.rate import MOST_A_DAY
from dieuhanh.apps.digests.models import AddressCount, DaySalt, Question, Rating, Subject, Subscription
from dieuhanh.apps.digests.voices import Voice, voices
from dieuhanh.errors import ForgedLinkError, NotAnswerError, NotSubscriptionError, TooManyAnswersError
from tests.apps.digests.weeks import draft, published
from tests.apps.pages import NOW

pytestmark = pytest.mark.django_db

LAN, MAI = Visitor("a" * 32, "203.0.113.7"), Visitor("b" * 32, "203.0.113.8")
STARS, USEFUL = Question.STARS, Question.USEFUL


def test_one_answer_a_visitor_the_last_one_counts() -> None:
    issue = published()
    for visitor, value in ((LAN, 1), (MAI, 4), (LAN, 5)):
        rate(issue.pk, None, STARS, value, visitor=visitor, at=NOW)
    rate(issue.pk, 1, STARS, 3, visitor=LAN, at=NOW)
    rate(issue.pk, 1, USEFUL, 1, visitor=LAN, at=NOW)
    rate(issue.pk, 1, USEFUL, 0, visitor=MAI, at=NOW)
    assert voices(issue) == {None: Voice(4.5, 2, 0, 0), 1: Voice(3.0, 1, 1, 2)}


def test_answers_of_one_visitor_have_nothing_in_common() -> None:
    issue = published()
    for key in (None, 1, 2):
        rate(issue.pk, key, STARS, 4, visitor=LAN, at=NOW)
    assert len(set(Rating.objects.values_list("voter", flat=True))) == 3
    kept = str(list(Rating.objects.values())) + str(list(AddressCount.objects.values()))
    assert LAN.token not in kept
    assert LAN.address not in kept


@pytest.mark.parametrize(
    ("key", "question", "value"),
    [
        pytest.param(None, STARS, 0, id="no stars"),
        pytest.param(None, STARS, 6, id="six stars"),
        pytest.param(None, USEFUL, 2, id="neither yes nor no"),
        pytest.param(9, STARS, 5, id="no such entry"),
    ],
)
def test_what_is_no_answer(key: int | None, question: Question, value: int) -> None:
    issue = published()
    with pytest.raises(NotAnswerError):
        rate(issue.pk, key, question, value, visitor=LAN, at=NOW)
    assert not Rating.objects.exists()


def test_only_what_is_published_is_rated() -> None:
    with pytest.raises(NotAnswerError):
        rate(draft().pk, None, STARS, 5, visitor=LAN, at=NOW)


def test_a_flood_from_one_address_is_refused_and_tomorrow_is_another_day() -> None:
    issue, chain = published(), AuditEntry.objects.count
    before = chain()
    for _ in range(MOST_A_DAY):
        rate(issue.pk, None, STARS, 1, visitor=Visitor(new_token(), LAN.address), at=NOW)
    with pytest.raises(TooManyAnswersError):
        rate(issue.pk, None, STARS, 1, visitor=Visitor(new_token(), LAN.address), at=NOW)
    rate(issue.pk, None, STARS, 5, visitor=MAI, at=NOW)
    rate(issue.pk, None, STARS, 5, visitor=LAN, at=NOW + dt.timedelta(days=1))
    assert (Rating.objects.count(), chain()) == (MOST_A_DAY + 2, before)


def test_addresses_are_forgotten_with_their_day() -> None:
    issue = published()
    rate(issue.pk, None, STARS, 5, visitor=LAN, at=NOW)
    tomorrow = NOW.date() + dt.timedelta(days=1)
    assert (forget_addresses(NOW.date()), forget_addresses(tomorrow)) == (0, 1)
    assert (DaySalt.objects.count(), Rating.objects.count()) == (0, 1)


def ask(email: str = "mai@example.org", at: dt.datetime = NOW) -> str | None:
    return subscribe(email, Subject.TOPIC, "y-te", address=LAN.address, at=at).token


def test_following_begins_with_the_click_in_the_letter_and_ends_with_one() -> None:
    token = ask(" Mai@Example.org ")
    assert token is not None
    assert not Subscription.objects.confirmed().exists()
    row = confirm_subscription(token, at=NOW)
    assert confirm_subscription(token, at=NOW + dt.timedelta(days=9)).confirmed_at == NOW
    assert (row.email, row.value, Subscription.objects.confirmed().count()) == ("mai@example.org", "y-te", 1)
    last = unsubscribe_token(row)
    unsubscribe(last)
    with pytest.raises(ForgedLinkError):
        unsubscribe(last)
    assert not Subscription.objects.exists()


def test_asking_again_fills_no_letter_box() -> None:
    assert ask() is not None
    assert ask() is None
    later = ask(at=NOW + dt.timedelta(hours=1))
    assert later is not None
    confirm_subscription(later, at=NOW + dt.timedelta(hours=2))
    assert ask(at=NOW + dt.timedelta(days=3)) is None


def test_links_cannot_be_made_up() -> None:
    token = ask()
    assert token is not None
    row = Subscription.objects.get()
    forged = [
        "",
        "x",
        token[:-1],
        token.replace(token[0], "A", 1),
        unsubscribe_token(row),
        Signer(salt="other").sign_object([row.pk, row.nonce]),
    ]
    for word in forged:
        with pytest.raises(ForgedLinkError):
            confirm_subscription(word, at=NOW)
    with pytest.raises(ForgedLinkError):
        unsubscribe(token)
    assert Subscription.objects.get().confirmed_at is None


def test_a_letter_that_nobody_answers_is_forgotten() -> None:
    token = ask()
    assert token is not None
    late = NOW + dt.timedelta(days=2, seconds=1)
    with pytest.raises(ForgedLinkError):
        confirm_subscription(token, at=late)
    assert (forget_unconfirmed(NOW), forget_unconfirmed(late)) == (0, 1)


@pytest.mark.parametrize(
    ("email", "subject", "value", "field"),
    [
        pytest.param("mai", Subject.TOPIC, "y-te", "email", id="no address"),
        pytest.param("a@b.vn\nBcc: c@d.vn", Subject.TOPIC, "y-te", "email", id="a second header"),
        pytest.param("a@b.vn", Subject.TOPIC, "", "value", id="a topic without its code"),
        pytest.param("a@b.vn", Subject.ISSUES, "x", "value", id="all issues need no more"),
        pytest.param("a@b.vn", Subject.SEARCH, "x" * 301, "value", id="endless words"),
        pytest.param("a@b.vn", Subject.SEARCH, "x\0y", "value", id="a character that no database holds"),
    ],
)
def test_what_cannot_be_followed(email: str, subject: Subject, value: str, field: str) -> None:
    with pytest.raises(NotSubscriptionError) as caught:
        subscribe(email, subject, value, address=LAN.address, at=NOW)
    assert (caught.value.field, Subscription.objects.count()) == (field, 0)
