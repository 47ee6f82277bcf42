"""The working calendar at the desk: days set and taken back with a reason, and the deadlines that moved for it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.actions import Plan
from dieuhanh.apps.tasks.models import CalendarDay, Task
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import SignedIn, health

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

CALENDAR = "/ban-lam-viec/lich/"
SET = f"{CALENDAR}dat/"
MONDAY = dt.date(2026, 3, 2)
OFF = {"ngay": "2026-03-04", "loai": "nghi", "ten": "Nghỉ theo Thông báo 45/TB-UBND"}


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


def counted(agency: Agency) -> Task:
    """Due on 09/3/2026."""
    return given(Plan(title=f"Rà soát của {agency}", lead=agency.id, due_words="trong 05 ngày làm việc kể từ ngày ký", issued_on=MONDAY))


def due(task: Task) -> dt.date | None:
    return Task.objects.get(id=task.id).due_on


def test_a_day_off_moves_deadlines_and_says_from_when_to_when_and_why(editor: Client) -> None:
    task = counted(health())
    page = editor.post(SET, OFF, follow=True).content.decode()
    assert due(task) == dt.date(2026, 3, 10)
    assert "1 thời hạn đang mở được tính lại" in page
    moved = page.partition('id="tinh-lai"')[2]
    assert all(words in moved for words in (str(task.title), "09/3/2026 → 10/3/2026", "Nghỉ theo Thông báo 45/TB-UBND", "editor"))
    assert '<th scope="row">04/3/2026</th><td>thứ Tư</td><td>Nghỉ</td><td>Nghỉ theo Thông báo 45/TB-UBND</td>' in page


def test_a_day_is_taken_back_with_a_reason(editor: Client) -> None:
    task = counted(health())
    editor.post(SET, OFF)
    assert editor.post(f"{CALENDAR}2026-03-04/bo/", {"ly_do": ""}).status_code == 422
    assert due(task) == dt.date(2026, 3, 10)
    assert editor.post(f"{CALENDAR}2026-03-04/bo/", {"ly_do": "Thông báo đã thu hồi"}).status_code == 302
    assert (due(task), CalendarDay.objects.count()) == (dt.date(2026, 3, 9), 0)


def test_a_saturday_is_worked(editor: Client) -> None:
    task = counted(health())
    assert editor.post(SET, {"ngay": "07/3/2026", "loai": "lam", "ten": "Làm bù"}).status_code == 302
    assert due(task) == dt.date(2026, 3, 7)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(OFF | {"ten": ""}, id="no reason"),
        pytest.param(OFF | {"ngay": "30/2/2026"}, id="no day"),
        pytest.param(OFF | {"ngay": "1026-03-04"}, id="another age"),
        pytest.param(OFF | {"loai": "x"}, id="neither off nor worked"),
    ],
)
def test_what_is_no_day_is_said_and_nothing_moves(editor: Client, said: dict[str, str]) -> None:
    task = counted(health())
    assert editor.post(SET, said).status_code == 422
    assert (due(task), CalendarDay.objects.exists()) == (dt.date(2026, 3, 9), False)


@pytest.mark.parametrize("address", ["2026-03-05/bo/", "hom-nay/bo/"])
def test_a_day_that_nobody_set_cannot_be_taken_back(editor: Client, address: str) -> None:
    assert editor.get(f"{CALENDAR}{address}").status_code == 404


@pytest.mark.parametrize(
    ("year", "told"),
    [
        pytest.param("2024", "Lịch làm việc năm 2024", id="a known year"),
        pytest.param("2080", "Chưa có danh sách ngày nghỉ của năm này", id="a year that nobody knows"),
        pytest.param("0", "Lịch làm việc năm 20", id="no year"),
        pytest.param("²024", "Lịch làm việc năm 20", id="odd figures"),
    ],
)
def test_each_year_has_its_page(editor: Client, year: str, told: str) -> None:
    assert told in editor.get(f"{CALENDAR}?nam={year}").content.decode()


def test_an_agency_sees_the_calendar_and_its_own_deadlines_only(editor: Client, agency: Client) -> None:
    own, foreign = counted(health()), counted(Agency.objects.get(name="Sở Tài chính"))
    editor.post(SET, OFF)
    page = agency.get(CALENDAR).content.decode()
    assert str(own.title) in page
    assert str(foreign.title) not in page
    assert 'action="/ban-lam-viec/lich/dat/"' not in page
