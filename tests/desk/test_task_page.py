"""What hangs on a task: sub-tasks with weights, targets against what was measured, parts of a collective, its history as a file."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import dieuhanh
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.actions import Plan, SubTask, add_subtasks, set_membership
from dieuhanh.apps.tasks.bundle import faults, from_json
from dieuhanh.apps.tasks.models import Measure, Part, Task, TaskTarget
from dieuhanh.domain.task_states import State
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import LATER, TASKS, SignedIn, act, health, of_health, order, source, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

DRAFTS = f"{TASKS}du-thao/"
WAYS = re.compile(r'\|date:"([^"]*)"')
DAY = dt.timedelta(days=1)


def finance() -> Agency:
    return Agency.objects.get(name="Sở Tài chính")


def collective() -> Task:
    return given(Plan(title="Rà soát thủ tục", lead_name="Các sở", collective=(health().id, finance().id), due_on=LATER))


def page(client: Client, task: Task) -> str:
    return client.get(f"{TASKS}{task.id}/").content.decode()


def pieces(*rows: tuple[str, str, str]) -> dict[str, str]:
    """Content, weight and lead of each sub-task, as its form is sent."""
    said: dict[str, str] = {}
    for number, (words, weight, lead) in enumerate(rows, 1):
        said |= {f"viec-{number}-noi_dung": words, f"viec-{number}-trong_so": weight, f"viec-{number}-chu_tri": lead}
    return said


def test_a_parent_is_as_far_as_its_children(agency: Client, officer: Client) -> None:
    task = of_health()
    assert agency.post(f"{TASKS}{task.id}/viec-con/", pieces(("Mua thuốc", "3", ""), ("Cấp thuốc", "", "Sở Tài chính"))).status_code == 302
    buying, giving = Task.objects.filter(parent=task).order_by("id")
    assert [(one.lead, one.weight) for one in (buying, giving)] == [(health(), 3), (finance(), 1)]
    assert act(officer, buying, "bao-cao", loai="tien-do", noi_dung="Đang mua", tien_do="50") == 302
    assert Task.objects.get(id=task.id).progress == 37  # (3 x 50 + 0) / 4, rounded down
    shown = page(officer, task)
    assert '<th scope="row" colspan="3">Cả nhiệm vụ</th><td class="number">4</td><td class="number">37%</td>' in shown
    assert "37%, tính từ việc con theo trọng số" in shown


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param(pieces(), "Hãy nêu ít nhất một việc con", id="nothing typed"),
        pytest.param(pieces(("", "3", "")), "Việc con này chưa có nội dung.", id="a weight alone"),
        pytest.param(pieces(("Mua", "1", "Sở Vũ trụ")), "Không có cơ quan nào tên: Sở Vũ trụ.", id="an unknown lead"),
        pytest.param(pieces(("Mua", "1", "")) | {"viec-1-thoi_han": "2099-06-01"}, "Ngày thời hạn không dùng được.", id="after the whole"),
    ],
)
def test_a_division_that_cannot_be_is_said(agency: Client, said: dict[str, str], told: str) -> None:
    task = of_health()
    answer = agency.post(f"{TASKS}{task.id}/viec-con/", said)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Task.objects.filter(parent=task).exists()


def test_who_has_a_piece_is_not_told_of_the_whole(agency: Client) -> None:
    whole = given(Plan(title="Việc chung của tài chính", lead=finance().id, due_on=LATER))
    (piece,) = add_subtasks(whole.id, [SubTask(title="Phần y tế", lead=health().id)], actor=TESTER, at=NOW)
    shown = page(agency, piece)
    assert "Phần y tế" in shown
    assert str(whole.title) not in shown


def test_measured_values_stand_against_the_target(agency: Client) -> None:
    task = of_health()
    target = TaskTarget.objects.create(task=task, order=0, subject="tỷ lệ trạm đủ thuốc", comparator=">=", value=90, unit="%", by="2027")
    today = timezone.localdate()
    for on, value in ((today - 30 * DAY, "62,5"), (today, "1.090,5")):
        assert act(agency, task, "so-lieu", chi_tieu=target.id, ngay=on.isoformat(), so_lieu=value) == 302
    shown = page(agency, task)
    assert list(Measure.objects.values_list("value", flat=True)) == [62.5, 1090.5]
    assert all(words in shown for words in ("tối thiểu 90%", "62,5%", "1.090,5%", "chưa đạt", "<td>đạt</td>", "năm 2027"))
    assert shown.count('class="dot"') == 2
    assert 'class="aim"' in shown
    assert "style=" not in shown


@pytest.mark.parametrize(
    ("ahead", "value"),
    [pytest.param(1, "5", id="a day to come"), pytest.param(0, "năm", id="no number"), pytest.param(0, "", id="nothing")],
)
def test_a_measure_that_cannot_be_is_said(agency: Client, ahead: int, value: str) -> None:
    task = of_health()
    target = TaskTarget.objects.create(task=task, order=0, subject="tỷ lệ", comparator="~", value=90, unit="%")
    on = timezone.localdate() + ahead * DAY
    assert act(agency, task, "so-lieu", chi_tieu=target.id, ngay=on.isoformat(), so_lieu=value) == 422
    assert not Measure.objects.exists()


def test_another_task_s_target_is_none_of_this(agency: Client) -> None:
    task, foreign = of_health(), given(Plan(title="Khác", lead=finance().id))
    TaskTarget.objects.create(task=task, order=0, subject="tỷ lệ", comparator="=", value=90, unit="%")
    target = TaskTarget.objects.create(task=foreign, order=0, subject="tỷ lệ", comparator="=", value=90, unit="%")
    assert act(agency, task, "so-lieu", chi_tieu=target.id, ngay=timezone.localdate().isoformat(), so_lieu="1") == 422


def test_each_agency_of_a_collective_has_its_own_part(
    agency: Client, officer: Client, signed_in: SignedIn, people: dict[Role, User]
) -> None:
    task = collective()
    own, other = (Part.objects.get(task=task, agency=one) for one in (health(), finance()))
    assert act(agency, task, "nhan", phan=own.id) == 302
    assert act(agency, task, "nhan", phan=other.id) == 422  # not offered
    assert act(agency, task, "bao-cao", phan=own.id, loai="xong", noi_dung="Xong phần y tế") == 302
    assert act(officer, task, "xac-nhan", phan=own.id) == 302
    shown = page(officer, task)
    assert '<td>Sở Y tế</td><td>Đã hoàn thành</td><td class="number">100%</td>' in shown
    assert "<td>Sở Tài chính</td><td>Đã giao</td>" in shown
    assert state(task) is not State.DONE
    assert act(officer, task, "bao-cao", phan=other.id, loai="xong", noi_dung="Xong phần tài chính") == 302
    assert act(officer, task, "tra-lai", phan=other.id, ly_do="Thiếu biểu") == 302
    assert act(officer, task, "bao-cao", phan=other.id, loai="xong", noi_dung="Đã bổ sung") == 302
    assert act(officer, task, "xac-nhan", phan=other.id) == 302
    assert state(task) is State.DONE
    set_membership(people[Role.READER].username, [finance().id], actor=TESTER, at=NOW)
    assert "Xong phần tài chính" in page(signed_in(Role.READER), task)


def test_a_history_given_out_proves_itself(agency: Client) -> None:
    task = of_health()
    act(agency, task, "nhan")
    answer = agency.get(f"{TASKS}{task.id}/ho-so.json")
    found = from_json(answer.content)
    assert (found.task, len(found.entries), faults(found)) == (task.id, 3, [])
    assert answer["Content-Disposition"] == f'attachment; filename="nhiem-vu-{task.id}.json"'
    foreign = given(Plan(title="Khác", lead=finance().id))
    assert agency.get(f"{TASKS}{foreign.id}/ho-so.json").status_code == 404
    assert agency.get(f"{TASKS}{foreign.id}/viec-con/").status_code == 404


def test_days_are_written_as_offices_write_them(officer: Client) -> None:
    shown = page(officer, of_health(dt.date(2026, 3, 5)))
    assert "05/3/2026" in shown
    assert "05/03/2026" not in shown


def test_days_are_worded_in_one_way_all_over_the_desk() -> None:
    """By the filters of the house; what a browser's own field or a clock shows is no wording."""
    pages = (Path(dieuhanh.__file__).parent / "desk" / "templates").rglob("*.html")
    assert {way for page in pages for way in WAYS.findall(page.read_text(encoding="utf-8"))} == {"Y-m-d", "H:i:s"}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_page_of_a_task_asks_a_fixed_number_of_queries(officer: Client) -> None:
    small, large = of_health(), of_health()
    for task, times in ((small, 1), (large, 6)):
        for number in range(times):
            add_subtasks(task.id, [SubTask(title=f"Phần {number}")], actor=TESTER, at=NOW)
            target = TaskTarget.objects.create(task=task, order=number, subject="tỷ lệ", comparator=">=", value=90, unit="%")
            for day in range(times):
                act(officer, task, "so-lieu", chi_tieu=target.id, ngay=(timezone.localdate() - day * DAY).isoformat(), so_lieu="1")
            act(officer, task, "bao-cao", loai="tien-do", noi_dung="Đang làm", tien_do="5")
    queries(officer, f"{TASKS}{small.id}/")
    assert queries(officer, f"{TASKS}{large.id}/") == queries(officer, f"{TASKS}{small.id}/")


def test_the_page_of_drafts_asks_a_fixed_number_of_queries(officer: Client) -> None:
    task = order()
    address = f"{DRAFTS}{source()}/"
    queries(officer, address)
    before = queries(officer, address)
    said = {f"phan-{number}-noi_dung": f"Phần {number}" for number in range(1, 5)}
    assert officer.post(f"{TASKS}{task.id}/tach/", {**said, "so": "4"}).status_code == 302
    assert queries(officer, address) == before
