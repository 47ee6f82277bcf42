"""Followers are told of a published issue: once, of what they follow and of nothing else, by a letter that ends with one click."""

from __future__ import annotations

import datetime as dt
import email
import re
import smtplib
from collections.abc import Sequence
from email import policy
from email.message import EmailMessage, Message

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.digests.actions import confirm_subscription, correct_issue, publish_issue, unsubscribe
from dieuhanh.apps.digests.actions.follow import confirm_token
from dieuhanh.apps.digests.contents import content_of
from dieuhanh.apps.digests.models import Issue, Subject, Subscription
from dieuhanh.apps.followers.actions import ask_to_follow, tell_followers
from dieuhanh.apps.followers.addresses import CONFIRM, UNSUBSCRIBE
from dieuhanh.apps.followers.mailing import send_next
from dieuhanh.apps.followers.models import FollowerLetter
from dieuhanh.apps.outbox.models import State
from tests.apps.agencies.known import know_agencies
from tests.apps.digests.weeks import approved, published
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person

pytestmark = pytest.mark.django_db

DREDGING, PLANTING = "Chỉ đạo nạo vét mương máng trước vụ mùa", "Kế hoạch trồng rừng năm 2024"
BOTH = {DREDGING, PLANTING}
LETTERS = "/ban-lam-viec/thu-theo-doi/"
PUBLIC = "https://dieuhanh.example"


def refuse(backend: EmailBackend, messages: Sequence[object]) -> int:  # noqa: ARG001  what Django calls it with
    """As a mail server that does not know the recipient."""
    raise smtplib.SMTPRecipientsRefused({"mai@example.org": (550, b"unknown")})


@pytest.fixture(autouse=True)
def post_office(settings: Settings) -> None:
    settings.PUBLIC_URL = PUBLIC
    settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Điều Hành <dieuhanh@langson.gov.vn>"
    know_agencies()


def test_a_letter_that_was_given_up_is_sent_again_by_who_may_and_nobody_sees_whose_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    follower(Subject.ISSUES)
    ask_to_follow("cuc@example.org", Subject.TOPIC, "y-te", address="203.0.113.7", at=NOW)
    published()
    tell_followers(NOW)
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", refuse)
        assert send_all() == []
    desk = Client()
    desk.force_login(person(Role.ADMINISTRATOR))
    shown = desk.get(LETTERS).content.decode()
    assert ("m…@example.org" in shown, "c…@example.org" in shown, "Không gửi được: 2" in shown) == (True, True, True)
    assert not {"mai@", "cuc@", "Y tế", "y-te"} & set(re.findall(r"mai@|cuc@|Y tế|y-te", shown))
    question = FollowerLetter.objects.get(issue=None)
    for letter in FollowerLetter.objects.all():
        assert desk.post(f"{LETTERS}{letter.pk}/gui-lai/").status_code == 302
        assert desk.post(f"{LETTERS}{letter.pk}/gui-lai/").status_code == 404
    assert {one["To"] for one in send_all(timezone.now())} == {"mai@example.org", "cuc@example.org"}
    assert "example.org" not in "".join(Entry.objects.values_list("payload_json", flat=True))
    FollowerLetter.objects.filter(pk=question.pk).update(state=State.DEAD)
    FollowerLetter.objects.create(subscription=question.subscription, next_at=NOW, at=NOW)  # they asked once more meanwhile
    assert desk.post(f"{LETTERS}{question.pk}/gui-lai/").status_code == 404


def send_all(at: dt.datetime = NOW) -> list[Message]:
    """Everything that is due; the letters that went out now."""
    before = len(mail.outbox)
    while send_next(lambda: at):
        pass
    return [email.message_from_bytes(one.message().as_bytes(), policy=policy.default) for one in mail.outbox[before:]]


def follower(subject: Subject = Subject.ISSUES, value: str = "", address: str = "mai@example.org") -> Subscription:
    """Somebody who said yes, and whose letter that asked is gone."""
    ask_to_follow(address, subject, value, address="203.0.113.7", at=NOW)
    row = Subscription.objects.get(email=address, subject=subject, value=value)
    confirm_subscription(confirm_token(row), at=NOW)
    FollowerLetter.objects.all().delete()
    return row


def words(letter: Message) -> str:
    assert isinstance(letter, EmailMessage)
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_the_first_letter_asks_and_nothing_else_is_sent_before_the_answer() -> None:
    ask_to_follow("mai@example.org", Subject.TOPIC, "y-te", address="203.0.113.7", at=NOW)
    published()
    assert tell_followers(NOW) == 0
    (letter,) = send_all()
    assert letter["Subject"] == "Xác nhận theo dõi: lĩnh vực Y tế"
    assert f"{PUBLIC}{CONFIRM}{confirm_token(Subscription.objects.get())}/" in words(letter)
    assert send_all() == []


def test_a_question_that_was_answered_meanwhile_is_not_sent() -> None:
    ask_to_follow("mai@example.org", Subject.ISSUES, "", address="203.0.113.7", at=NOW)
    confirm_subscription(confirm_token(Subscription.objects.get()), at=NOW)
    assert send_all() == []
    assert FollowerLetter.objects.get().state == State.NEEDLESS


@pytest.mark.parametrize(
    ("subject", "value", "headlines"),
    [
        pytest.param(Subject.ISSUES, "", BOTH, id="all issues"),
        pytest.param(Subject.TOPIC, "nong-nghiep", {PLANTING}, id="a topic"),
        pytest.param(Subject.TOPIC, "giao-duc", set(), id="a topic of which there is nothing"),
        pytest.param(Subject.AGENCY, "so-tai-chinh", {DREDGING}, id="an agency that leads"),
        pytest.param(Subject.AGENCY, "so-y-te", {DREDGING}, id="an agency that helps"),
        pytest.param(Subject.AGENCY, "so-noi-vu", set(), id="an agency without work"),
        pytest.param(Subject.DOCUMENT, "91-kh-ubnd/2024-05-08", {PLANTING}, id="a document"),
        pytest.param(Subject.SEARCH, "nao vet", {DREDGING}, id="words without accents"),
        pytest.param(Subject.SEARCH, '"mương máng" kinh phí', {DREDGING}, id="a phrase and words"),
        pytest.param(Subject.SEARCH, "9.500 ha", {PLANTING}, id="a figure"),
        pytest.param(Subject.SEARCH, "nạo rừng", set(), id="words that stand in no entry together"),
    ],
)
def test_who_is_told_what(subject: Subject, value: str, headlines: set[str]) -> None:
    issue = approved()
    follower(subject, value)
    publish_issue(issue.pk, actor=TESTER, at=NOW)
    assert tell_followers(NOW) == bool(headlines)
    letters = send_all()
    assert len(letters) == bool(headlines)
    for letter in letters:
        assert {headline for headline in BOTH if f"\n{headline}\n" in words(letter)} == headlines


def test_a_letter_is_multipart_and_ends_with_one_click() -> None:
    row = follower()
    published()
    tell_followers(NOW)
    (letter,) = send_all()
    assert [part.get_content_type() for part in letter.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert (letter["To"], letter["List-Unsubscribe-Post"]) == ("mai@example.org", "List-Unsubscribe=One-Click")
    link = letter["List-Unsubscribe"].strip("<>")
    assert link.startswith(f"{PUBLIC}{UNSUBSCRIBE}")
    assert f"{PUBLIC}/diem-tin/2024-W19/" in words(letter)
    assert "vì theo dõi: mọi kỳ điểm tin tuần" in words(letter)
    unsubscribe(link.removeprefix(f"{PUBLIC}{UNSUBSCRIBE}").rstrip("/"))
    assert not Subscription.objects.filter(pk=row.pk).exists()


def test_everybody_is_told_once_whatever_runs_twice() -> None:
    for name in ("mai", "lan", "an"):
        follower(address=f"{name}@example.org")
    published()
    assert [tell_followers(NOW), tell_followers(NOW)] == [3, 0]
    assert sorted(str(letter["To"]) for letter in send_all()) == ["an@example.org", "lan@example.org", "mai@example.org"]
    assert send_all(NOW + dt.timedelta(days=3)) == []


def test_who_comes_later_is_told_of_the_next_issue_and_an_old_one_is_no_news() -> None:
    published()
    assert tell_followers(NOW) == 0
    follower()
    assert tell_followers(NOW) == 0
    Issue.objects.get().told.delete()
    assert tell_followers(NOW + dt.timedelta(days=8)) == 0


def test_what_a_correction_took_out_is_sent_to_nobody() -> None:
    follower(Subject.TOPIC, "nong-nghiep")
    issue = published()
    assert tell_followers(NOW) == 1
    content = content_of(issue)
    kept = tuple(entry for entry in content.entries if entry.headline != PLANTING)
    correct_issue(issue.pk, 1, type(content)(content.title, kept), "Bỏ mục trồng rừng.", actor=TESTER, at=NOW)
    assert send_all() == []


def test_a_letter_box_that_is_gone_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    follower()
    published()
    tell_followers(NOW)
    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    assert send_next(lambda: NOW)
    assert FollowerLetter.objects.get().state == State.DEAD


def test_without_a_public_name_letters_wait(settings: Settings) -> None:
    follower()
    published()
    tell_followers(NOW)
    settings.PUBLIC_URL = ""
    assert send_all() == []
    settings.PUBLIC_URL = PUBLIC
    assert len(send_all(NOW + dt.timedelta(minutes=2))) == 1
