"""Who is told of a step of a task: by the chain, by rule, once, with the page of the task, and never who took the step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from pytest_django.fixtures import Settings

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.notices.actions import tell_steps
from dieuhanh.apps.notices.mailing import send_news
from dieuhanh.apps.notices.models import StepNews
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    ask_extension,
    cancel,
    confirm_done,
    grant_extension,
    refuse_extension,
    report,
    resume,
    send_back,
    set_membership,
    suspend,
)
from dieuhanh.apps.tasks.models import Task
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person
from tests.apps.tasks.people_at_work import DUE, Cast, cast, given

pytestmark = pytest.mark.django_db

LATER = DUE + dt.timedelta(days=10)


@pytest.fixture
def people(settings: Settings) -> Cast:
    """Two agencies, one person each, with addresses."""
    settings.PUBLIC_URL = "https://dieuhanh.langson.gov.vn"
    made = cast()
    for name in ("lan", "mai", "officer", "leader"):
        User.objects.filter(username=name).update(email=f"{name}@langson.gov.vn", full_name=f"Bà {name.title()}")
    return made


def of_finance(people: Cast) -> Task:
    """Assigned, and told already."""
    task = given(
        Plan(title="Rà soát kinh phí", lead=people.finance.id, cooperating=(people.health.id,), due_on=DUE, document_name="Công văn 5")
    )
    tell_steps(actor=TESTER, at=NOW)
    StepNews.objects.all().delete()
    return task


def told() -> list[tuple[str, str]]:
    tell_steps(actor=TESTER, at=NOW)
    return [(one.recipient.username, one.verb.removeprefix("tasks.")) for one in StepNews.objects.order_by("id")]


def asked(people: Cast, task: Task) -> None:
    ask_extension(task.id, LATER, "Chờ số liệu", actor=people.lan, at=NOW)


def reported(people: Cast, task: Task) -> None:
    report(task.id, NewReport(text="Đã xong"), actor=people.lan, at=NOW)


Act = Callable[[Cast, Task], object]


@pytest.mark.parametrize(
    ("before", "act", "expected"),
    [
        pytest.param(reported, lambda p, t: send_back(t.id, "Thiếu", actor=p.officer, at=NOW), [("lan", "send_back")], id="sent back: the lead"),
        pytest.param(
            asked, lambda p, t: grant_extension(t.id, actor=p.officer, at=NOW),
            [("lan", "grant_extension"), ("mai", "grant_extension")], id="more time: the lead, and who helps",
        ),
        pytest.param(
            asked, lambda p, t: refuse_extension(t.id, "Không", actor=p.officer, at=NOW), [("lan", "refuse_extension")], id="no more time: the lead"
        ),
        pytest.param(None, lambda p, t: suspend(t.id, "Chờ", actor=p.leader, at=NOW), [("lan", "suspend"), ("mai", "suspend")], id="at rest"),
        pytest.param(
            lambda p, t: (suspend(t.id, "Chờ", actor=p.leader, at=NOW), told(), StepNews.objects.all().delete()),
            lambda p, t: resume(t.id, actor=p.leader, at=NOW), [("lan", "resume"), ("mai", "resume")], id="going on",
        ),
        pytest.param(None, lambda p, t: cancel(t.id, "Thôi", actor=p.officer, at=NOW), [("lan", "cancel"), ("mai", "cancel")], id="given up"),
        pytest.param(None, reported, [], id="a report is no news to the agency that made it"),
        pytest.param(reported, lambda p, t: confirm_done(t.id, actor=p.officer, at=NOW), [], id="a confirmation needs no letter"),
    ],
)  # fmt: skip
def test_who_is_told(people: Cast, before: Act | None, act: Act, expected: list[tuple[str, str]]) -> None:
    task = of_finance(people)
    if before:
        before(people, task)
    act(people, task)
    assert told() == expected


def test_a_new_task_is_told_to_its_agencies(people: Cast) -> None:
    given(Plan(title="Rà soát", lead=people.finance.id, cooperating=(people.health.id,)))
    assert told() == [("lan", "assign_tasks"), ("mai", "assign_tasks")]


def test_each_agency_of_a_collective_is_told_and_of_a_part_its_own_alone(people: Cast) -> None:
    task = given(Plan(title="Rà soát", lead_name="các sở", collective=(people.finance.id, people.health.id)))
    assert told() == [("lan", "assign_tasks"), ("mai", "assign_tasks")]
    StepNews.objects.all().delete()
    part = task.parts.get(agency=people.health)
    report(task.id, NewReport(text="Đã xong"), part=part.id, actor=people.mai, at=NOW)
    send_back(task.id, "Thiếu", part=part.id, actor=people.officer, at=NOW)
    assert told() == [("mai", "send_back")]


def test_who_took_the_step_is_not_told_and_nobody_twice(people: Cast) -> None:
    """Of both agencies, and once; the one who did it knows."""
    both = person(Role.AGENCY, "both")
    set_membership("both", [people.finance.id, people.health.id], actor=TESTER, at=NOW)
    set_membership("officer", [people.finance.id], actor=TESTER, at=NOW)
    task = of_finance(people)
    cancel(task.id, "Thôi", actor=people.officer, at=NOW)
    assert sorted(told()) == [(both.username, "cancel"), ("lan", "cancel"), ("mai", "cancel")]


def test_told_again_nothing_is_new(people: Cast) -> None:
    given(Plan(title="Rà soát", lead=people.finance.id))
    assert (tell_steps(actor=TESTER, at=NOW), tell_steps(actor=TESTER, at=NOW), StepNews.objects.count()) == (1, 0, 1)
    entries = Entry.objects.count()
    tell_steps(actor=TESTER, at=NOW)
    assert Entry.objects.count() == entries


def test_what_is_days_old_is_no_news(people: Cast) -> None:
    given(Plan(title="Rà soát", lead=people.finance.id))
    assert tell_steps(actor=TESTER, at=NOW + dt.timedelta(days=4)) == 0


def test_a_person_gets_one_letter_with_the_page_of_each_task(people: Cast) -> None:
    task = of_finance(people)
    reported(people, task)
    send_back(task.id, "Thiếu phụ lục kinh phí", actor=people.officer, at=NOW)
    new = given(Plan(title="Lập dự toán <năm>", lead=people.finance.id, due_on=DUE))
    tell_steps(actor=TESTER, at=NOW)
    while send_news(lambda: NOW):
        pass
    (letter,) = (one for one in mail.outbox if isinstance(one, EmailMultiAlternatives))
    assert (letter.to, letter.subject) == (["lan@langson.gov.vn"], "Nhiệm vụ: 01 nhiệm vụ mới giao, 01 báo cáo bị trả lại")
    for body in (letter.body, str(letter.alternatives[0][0])):
        for one in (task, new):
            assert f"https://dieuhanh.langson.gov.vn/ban-lam-viec/nhiem-vu/{one.id}/" in body
        for words in ("Thiếu phụ lục kinh phí", "20/3/2026", "Sở Tài chính", "Công văn 5", "đơn vị chủ trì (Sở Tài chính)"):
            assert words in body
    assert "<năm>" not in str(letter.alternatives[0][0])
    assert set(StepNews.objects.values_list("state", flat=True)) == {State.SENT}
    assert not send_news(lambda: NOW)
