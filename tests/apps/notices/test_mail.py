"""The letters: one a person, in text and HTML, once, and nothing of anybody's making in their headers."""

from __future__ import annotations

import datetime as dt
import smtplib
from email.message import Message
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.locmem import EmailBackend

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.notices.actions import plan_reminders, send_again
from dieuhanh.apps.notices.mailing import send_next
from dieuhanh.apps.notices.models import Notice
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.outbox.sending import LEASE, MOST_TRIES, WAITS
from dieuhanh.apps.tasks.actions import NewReport, Plan, correct_deadline, report
from dieuhanh.errors import NotFoundError
from tests.apps.pages import TESTER
from tests.apps.tasks.people_at_work import DUE, Cast, cast, given, on

pytestmark = pytest.mark.django_db

LATE = DUE + dt.timedelta(days=5)
MORNING = on(LATE)


@pytest.fixture
def people() -> Cast:
    """Everybody with an address."""
    made = cast()
    for name in ("lan", "mai", "officer", "leader"):
        User.objects.filter(username=name).update(email=f"{name}@langson.gov.vn", full_name=f"Bà {name.title()}")
    return made


def remind(people: Cast, *titles: str, day: dt.date = LATE) -> None:
    for title in titles or ("Rà soát kinh phí",):
        given(Plan(title=title, lead=people.finance.id, due_on=DUE, document_name="Công văn số 512/UBND-KT"))
    plan_reminders(day, actor=TESTER, at=on(day))


def send(at: dt.datetime = MORNING) -> int:
    sent = 0
    while send_next(lambda: at):
        sent += 1
    return sent


def letters() -> list[EmailMultiAlternatives]:
    return [letter for letter in mail.outbox if isinstance(letter, EmailMultiAlternatives)]


def test_a_person_gets_one_letter_on_all_their_tasks(people: Cast) -> None:
    remind(people, "Rà soát kinh phí", "Lập dự toán năm 2027")
    send()
    assert sorted(letter.to[0] for letter in letters()) == ["lan@langson.gov.vn", "officer@langson.gov.vn"]
    (letter,) = (letter for letter in letters() if letter.to == ["lan@langson.gov.vn"])
    assert letter.subject == "Nhắc việc: 02 nhiệm vụ quá hạn"
    for body in (letter.body, letter.alternatives[0][0]):
        for words in (
            "Kính gửi: Bà Lan",
            "Rà soát kinh phí",
            "Lập dự toán năm 2027",
            "20/3/2026",
            "quá hạn 03 ngày làm việc",
            "Sở Tài chính",
            "Công văn số 512/UBND-KT",
            "Lý do gửi: đơn vị chủ trì",
        ):
            assert words in str(body)


def test_each_task_is_named_with_its_page(people: Cast, settings: Any) -> None:
    settings.PUBLIC_URL = "https://dieuhanh.langson.gov.vn"
    remind(people)
    send()
    for body in (letters()[0].body, letters()[0].alternatives[0][0]):
        assert f"https://dieuhanh.langson.gov.vn/ban-lam-viec/nhiem-vu/{Notice.objects.all()[0].task_id}/" in str(body)


def test_late_ones_stand_before_those_that_are_due_soon(people: Cast) -> None:
    given(Plan(title="Sắp đến", lead=people.finance.id, due_on=LATE))
    remind(people, "Đã quá")
    send()
    letter = next(letter for letter in letters() if letter.to == ["lan@langson.gov.vn"])
    assert letter.subject == "Nhắc việc: 01 nhiệm vụ quá hạn, 01 nhiệm vụ sắp đến hạn"
    assert str(letter.body).index("Đã quá") < str(letter.body).index("Sắp đến")


def test_the_letter_is_text_first_then_html_and_says_that_a_machine_wrote_it(people: Cast) -> None:
    remind(people)
    send()
    whole: Message = letters()[0].message()
    assert [part.get_content_type() for part in whole.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert whole["Auto-Submitted"] == "auto-generated"
    assert whole["List-Unsubscribe"] == "<mailto:dieuhanh@localhost?subject=Dung%20gui%20thu%20nhac%20viec>"
    assert str(whole["Message-ID"]).endswith("@localhost>")


@pytest.mark.parametrize(
    ("title", "shown", "hidden"),
    [
        pytest.param("Việc\nBcc: ke.la@example.vn", "Việc Bcc: ke.la@example.vn", "\nBcc:", id="a line that would be a header"),
        pytest.param("<script>alert(1)</script>", "&lt;script&gt;", "<script>", id="markup"),
        pytest.param("Việc \x07\u202e đảo", "Việc", "\u202e", id="characters that steer"),
    ],
)
def test_what_people_typed_stays_words(title: str, shown: str, hidden: str, people: Cast) -> None:
    remind(people, "x")
    Notice.objects.all()[0].task.__class__.objects.update(title=title)
    send()
    whole = letters()[0].message()
    html = str(letters()[0].alternatives[0][0])
    assert shown in html
    assert hidden not in html
    assert {name.lower() for name in whole.keys()} == {  # noqa: SIM118  a message is no dictionary
        "content-type", "mime-version", "subject", "from", "to", "date", "message-id", "auto-submitted", "list-unsubscribe",
    }  # fmt: skip


def test_a_name_with_a_line_break_reaches_no_header(people: Cast) -> None:
    User.objects.filter(username="lan").update(full_name="Lan\r\nBcc: ke.la@example.vn", email="lan@langson.gov.vn\r\nBcc: x@example.vn")
    remind(people)
    send()
    assert [letter.to for letter in letters()] == [["officer@langson.gov.vn"]]
    assert Notice.objects.dead().get().fault == "người nhận không có địa chỉ thư dùng được"


def test_sent_once_whatever_runs_again(people: Cast) -> None:
    remind(people)
    assert [send(), send(), send(MORNING + dt.timedelta(days=40)), len(letters())] == [2, 0, 0, 2]
    assert set(Notice.objects.values_list("state", flat=True)) == {State.SENT}


def test_nobody_is_reminded_of_what_was_reported_in_between(people: Cast) -> None:
    remind(people)
    report(Notice.objects.all()[0].task_id, NewReport(text="Đã xong"), actor=people.lan, at=MORNING)
    send()
    assert letters() == []
    assert set(Notice.objects.values_list("state", flat=True)) == {State.NEEDLESS}


def test_nor_of_a_deadline_that_was_put_off_in_between(people: Cast) -> None:
    remind(people)
    correct_deadline(Notice.objects.all()[0].task_id, DUE + dt.timedelta(days=30), "Nhầm", actor=TESTER, at=MORNING)
    send()
    assert letters() == []


def test_the_distance_is_that_of_the_day_of_sending(people: Cast) -> None:
    remind(people, day=DUE - dt.timedelta(days=3))
    send(on(DUE - dt.timedelta(days=1)))
    assert "còn 01 ngày làm việc" in str(letters()[0].body)


class Failing(EmailBackend):
    """A mail server that has had enough."""

    error: Exception = smtplib.SMTPServerDisconnected()

    def send_messages(self, messages: object) -> int:  # noqa: ARG002  the interface's argument
        raise self.error


@pytest.fixture
def failing(settings: object) -> type[Failing]:
    settings.EMAIL_BACKEND = f"{__name__}.Failing"  # type: ignore[attr-defined]  # pytest-django's
    return Failing


@pytest.mark.parametrize(
    ("error", "dead"),
    [
        pytest.param(smtplib.SMTPServerDisconnected(), False, id="the server hangs up"),
        pytest.param(ConnectionRefusedError(), False, id="nobody answers"),
        pytest.param(TimeoutError(), False, id="too slow"),
        pytest.param(smtplib.SMTPRecipientsRefused({"lan@langson.gov.vn": (450, b"busy")}), False, id="the mailbox is busy"),
        pytest.param(smtplib.SMTPRecipientsRefused({"lan@langson.gov.vn": (550, b"unknown")}), True, id="there is no such mailbox"),
    ],
)
def test_what_the_server_refuses(error: Exception, dead: bool, people: Cast, failing: type[Failing]) -> None:
    remind(people)
    failing.error = error
    send()
    assert set(Notice.objects.values_list("state", flat=True)) == {State.DEAD if dead else State.WAITING}


def test_tried_again_ever_later_then_given_up_and_seen(people: Cast, failing: type[Failing]) -> None:
    remind(people)
    failing.error = smtplib.SMTPServerDisconnected()
    at = MORNING
    for wait in (*WAITS, dt.timedelta(0)):
        assert send(at) == 2
        assert send(at) == 0
        at += wait
    assert {row.tries for row in Notice.objects.dead()} == {MOST_TRIES}


def test_what_was_given_up_can_be_sent_again(people: Cast) -> None:
    User.objects.filter(username="lan").update(email="")
    remind(people)
    send()
    dead = Notice.objects.dead().get()
    User.objects.filter(username="lan").update(email="lan@langson.gov.vn")
    send_again(dead.pk, actor=TESTER, at=MORNING)
    send()
    assert sorted(letter.to[0] for letter in letters()) == ["lan@langson.gov.vn", "officer@langson.gov.vn"]
    with pytest.raises(NotFoundError):
        send_again(dead.pk, actor=TESTER, at=MORNING)


def test_a_worker_that_died_while_sending_is_followed_under_the_same_identity(people: Cast) -> None:
    """As a process killed between the server's yes and our commit leaves it: the one letter that may arrive twice, recognisably."""
    remind(people)
    send()
    first = {letter.to[0]: letter.message()["Message-ID"] for letter in letters()}
    Notice.objects.update(state=State.WAITING, next_at=MORNING + LEASE)
    mail.outbox.clear()
    assert [send(), send(MORNING + LEASE)] == [0, 2]
    assert {letter.to[0]: letter.message()["Message-ID"] for letter in letters()} == first
