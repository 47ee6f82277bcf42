"""Webhooks: who is told, how a receiver can tell that it was us, what happens when nobody answers."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterator

import pytest

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.outbox.sending import LEASE, MOST_TRIES, WAITS
from dieuhanh.apps.webhooks.actions import Subscribed, pause, redeliver, resume, subscribe, unsubscribe
from dieuhanh.apps.webhooks.announcing import announce
from dieuhanh.apps.webhooks.delivering import deliver_next
from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Delivery, Event
from dieuhanh.errors import DieuhanhError, FetchError, ForbiddenAddressError, NotFoundError
from dieuhanh.fetch import hosts, posting
from tests.apps.pages import NOW, TESTER
from tests.apps.webhooks.receiver import Receiver, lookup, receiver

pytestmark = pytest.mark.django_db

ASSIGNED = {"task": 7, "lead": ["Sở Tài chính"], "due": "2026-03-31"}


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """Somebody else's machine; as an exception this machine counts as public."""
    monkeypatch.setattr(hosts, "is_public", lambda address: address == "127.0.0.1")
    with receiver() as server:
        yield server


def subscribed(url: str, *events: EventName) -> Subscribed:
    return subscribe(url, events or (EventName.TASK_ASSIGNED,), actor=TESTER, at=NOW, lookup=lookup)


def happen(event: EventName = EventName.TASK_ASSIGNED) -> None:
    with action(TESTER, "tasks.assign_task", NOW) as ledger:
        ledger.append("tasks.Task", "7", {})
        announce(event, ASSIGNED, ledger)


def deliver(at: dt.datetime = NOW) -> int:
    """Deliver what is due at that moment; how many were tried."""
    tried = 0
    while deliver_next(lambda: at, lookup):
        tried += 1
    return tried


def test_a_delivery_is_signed_and_says_what_happened(other: Receiver) -> None:
    secret = subscribed(other.url("/hook?from=dieuhanh")).secret
    happen()
    assert deliver() == 1
    (posted,) = other.posted
    signed = f"{posted.headers['Dieuhanh-Timestamp']}.".encode() + posted.body
    assert posted.headers["Dieuhanh-Signature"] == "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert posted.headers["Dieuhanh-Timestamp"] == str(int(NOW.timestamp()))
    assert (posted.path, posted.headers["Dieuhanh-Event"]) == ("/hook?from=dieuhanh", "task.assigned")
    told = json.loads(posted.body)
    assert (told["event"], told["payload"], told["sequence"]) == ("task.assigned", ASSIGNED, Entry.objects.count())
    assert Delivery.objects.get().state == State.SENT


def test_what_was_delivered_is_not_delivered_again(other: Receiver) -> None:
    subscribed(other.url())
    happen()
    assert [deliver(), deliver(NOW + dt.timedelta(days=30)), len(other.posted)] == [1, 0, 1]


def test_only_who_subscribed_to_the_event_is_told(other: Receiver) -> None:
    subscribed(other.url("/a"), EventName.TASK_ASSIGNED, EventName.TASK_OVERDUE)
    subscribed(other.url("/b"), EventName.TASK_OVERDUE)
    happen()
    deliver()
    assert [posted.path for posted in other.posted] == ["/a"]


def test_what_happens_while_a_subscription_rests_waits_for_it(other: Receiver) -> None:
    row = subscribed(other.url()).subscription
    pause(row.pk, actor=TESTER, at=NOW)
    happen()
    assert (deliver(NOW + dt.timedelta(days=30)), other.posted) == (0, [])
    resume(row.pk, actor=TESTER, at=NOW)
    assert (deliver(NOW + dt.timedelta(days=30)), len(other.posted)) == (1, 1)


@pytest.mark.parametrize("verb", [pytest.param(pause, id="what rests rests already"), pytest.param(resume, id="what goes goes already")])
def test_what_is_so_already_cannot_be_done(verb: Callable[..., None], other: Receiver) -> None:
    row = subscribed(other.url()).subscription
    if verb is pause:
        pause(row.pk, actor=TESTER, at=NOW)
    with pytest.raises(NotFoundError):
        verb(row.pk, actor=TESTER, at=NOW)


def test_what_nobody_subscribed_to_is_not_kept() -> None:
    happen()
    assert not Event.objects.exists()


def test_what_is_rolled_back_is_told_to_nobody(other: Receiver) -> None:
    subscribed(other.url())

    def fail() -> None:
        with action(TESTER, "tasks.assign_task", NOW) as ledger:
            announce(EventName.TASK_ASSIGNED, ASSIGNED, ledger)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (deliver(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "path", [pytest.param("/500", id="the machine fails"), pytest.param("/moved", id="it leads elsewhere: not followed")]
)
def test_what_fails_is_tried_again_ever_later_then_dead(path: str, other: Receiver) -> None:
    subscribed(other.url(path))
    happen()
    at = NOW
    for wait in WAITS:
        assert deliver(at) == 1
        assert deliver(at + wait - dt.timedelta(seconds=1)) == 0
        at += wait
    assert deliver(at) == 1
    assert Delivery.objects.dead().get().tries == MOST_TRIES == len(other.posted)
    assert {posted.path for posted in other.posted} == {path}


def test_every_try_carries_the_identity_of_the_delivery(other: Receiver) -> None:
    subscribed(other.url("/500"))
    happen()
    deliver()
    deliver(NOW + WAITS[0])
    assert len({posted.headers["Dieuhanh-Delivery"] for posted in other.posted}) == 1
    assert len({posted.headers["Dieuhanh-Timestamp"] for posted in other.posted}) == 2


def test_a_machine_that_drips_its_answer_is_left(other: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "WHOLE_SECONDS", 0.5)
    subscribed(other.url("/drip"))
    happen()
    began = time.monotonic()
    deliver()
    assert time.monotonic() - began < 5
    assert Delivery.objects.get().fault == "máy chủ không trả lời"


def test_a_name_that_moved_inside_is_not_asked(other: Receiver) -> None:
    """It was public when somebody subscribed and is private now: dead at once, and nothing was sent."""
    subscribed(other.url())
    happen()
    assert deliver_next(lambda: NOW, lambda *_: ["10.0.0.1"])
    assert (Delivery.objects.get().state, other.posted) == (State.DEAD, [])


@pytest.mark.parametrize(
    ("url", "error"),
    [
        pytest.param("http://noi-bo.gov.vn/hook", ForbiddenAddressError, id="inside a private network"),
        pytest.param("ftp://nhan.gov.vn/hook", ForbiddenAddressError, id="another scheme"),
        pytest.param("http://user:word@nhan.gov.vn/", ForbiddenAddressError, id="a password in the address"),
        pytest.param("http://nhan.gov.vn/a\r\nHost: x", ForbiddenAddressError, id="a line of its own in the address"),
        pytest.param("http://nhan.gov.vn/" + "a" * 1000, ForbiddenAddressError, id="too long"),
    ],
)
def test_addresses_that_are_refused(url: str, error: type[DieuhanhError]) -> None:
    with pytest.raises(error):
        subscribed(url)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(FetchError):
        subscribe("http://khong.gov.vn/", [EventName.TASK_ASSIGNED], actor=TESTER, at=NOW, lookup=lambda *_: [])


def test_who_unsubscribed_is_told_nothing_more(other: Receiver) -> None:
    subscription = subscribed(other.url()).subscription
    happen()
    unsubscribe(subscription.pk, actor=TESTER, at=NOW)
    happen()
    assert (deliver(NOW + WAITS[-1]), other.posted) == (0, [])
    with pytest.raises(NotFoundError):
        unsubscribe(subscription.pk, actor=TESTER, at=NOW)


def test_a_dead_delivery_can_be_tried_again(other: Receiver) -> None:
    subscribed(other.url())
    happen()
    deliver_next(lambda: NOW, lambda *_: ["10.0.0.1"])
    redeliver(Delivery.objects.dead().get().pk, actor=TESTER, at=NOW)
    assert (deliver(), Delivery.objects.get().state) == (1, State.SENT)


def test_a_delivery_that_is_not_dead_is_left_alone(other: Receiver) -> None:
    subscribed(other.url())
    happen()
    with pytest.raises(NotFoundError):
        redeliver(Delivery.objects.get().pk, actor=TESTER, at=NOW)


def test_the_secret_is_in_no_entry_and_no_representation(other: Receiver) -> None:
    made = subscribed(other.url())
    assert made.secret not in repr(made)
    assert not Entry.objects.filter(payload_json__contains=made.secret).exists()


def test_a_worker_that_died_is_followed_by_another_once_its_lease_is_over(other: Receiver) -> None:
    """As a killed process leaves it: taken, never settled."""
    subscribed(other.url())
    happen()
    Delivery.objects.update(tries=1, next_at=NOW + LEASE)
    assert [deliver(), deliver(NOW + LEASE), len(other.posted)] == [0, 1, 1]


def test_a_delivery_that_kills_every_worker_is_given_up(other: Receiver) -> None:
    subscribed(other.url())
    happen()
    Delivery.objects.update(tries=MOST_TRIES)
    assert (deliver(), Delivery.objects.dead().count(), other.posted) == (0, 1, [])
