"""What the office does to tasks that are given already: another rule, targets, another agency; each said where the agencies see it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from dieuhanh.apps.tasks.actions import Plan, draft_tasks_of, make_occurrences
from dieuhanh.apps.tasks.models import Measure, Task, TaskTarget
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import TODAY, given
from tests.desk.conftest import TASKS, URL, act, health, of_health, order

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]


def page(client: Client, task: Task) -> str:
    return client.get(f"{TASKS}{task.id}/").content.decode()


def test_a_series_gets_another_rule(officer: Client, agency: Client) -> None:
    """The agency, which may not, sees the rule that holds and the one before, each time and why it moved."""
    series = given(Plan(title="Báo cáo dịch bệnh", lead=health().id, due_words="trước ngày 20 hằng tháng", recurring=True))
    make_occurrences(TODAY, actor=TESTER, at=NOW)
    Task.objects.filter(series=series).update(due_on=dt.date(2099, 3, 19))
    shown = page(officer, series)
    assert "Đổi chu kỳ" in shown
    assert "Sửa thời hạn" not in shown
    assert act(officer, series, "doi-chu-ky", chu_ky="trước ngày 25/3/2099", ly_do="Nhầm") == 422
    assert act(officer, series, "doi-chu-ky", chu_ky="trước ngày 25 hằng tháng", ly_do="Theo Thông báo số 15/TB-UBND") == 302
    assert act(agency, series, "doi-chu-ky", chu_ky="hằng quý", ly_do="x") == 403
    shown = page(agency, series)
    for words in (
        "Trước ngày 20 hằng tháng",
        "Trước ngày 25 hằng tháng",
        "Theo Thông báo số 15/TB-UBND",
        "Báo cáo dịch bệnh (kỳ tháng 3/2026)",
    ):
        assert words in shown
    assert "Đổi chu kỳ" not in page(officer, of_health())


TARGETS = [
    pytest.param(
        {"ten": "tỷ lệ hộ nghèo", "so_sanh": "<=", "muc": "4,5", "don_vi": "%", "den_khi": "2026"},
        ["Tỷ lệ hộ nghèo", "tối đa 4,5%", "năm 2026"],
        id="at most, by a year",
    ),
    pytest.param(
        {"ten": "số trạm y tế đạt chuẩn", "so_sanh": ">=", "muc": "1.250", "don_vi": "trạm", "den_khi": "31/12/2026"},
        ["Số trạm y tế đạt chuẩn", "tối thiểu 1.250 trạm", "31/12/2026"],
        id="at least, by a day",
    ),
    pytest.param(
        {"ten": "tăng trưởng GRDP", "so_sanh": "=", "muc": "8", "muc_tren": "9", "don_vi": "%", "den_khi": "giai đoạn 2026 – 2030"},
        ["Tăng trưởng GRDP", "8–9%", "giai đoạn 2026–2030"],
        id="a range, in some years",
    ),
    pytest.param(
        {"ten": "hộ có <nước sạch>", "so_sanh": "~", "muc": "500"}, ["Hộ có &lt;nước sạch&gt;", "khoảng 500"], id="about, and no more said"
    ),
]


@pytest.mark.parametrize(("said", "shown"), TARGETS)
def test_a_target_is_set_measured_and_dropped(officer: Client, agency: Client, said: dict[str, str], shown: list[str]) -> None:
    task = of_health()
    assert act(officer, task, "them-chi-tieu", **said) == 302
    target = TaskTarget.objects.get(task=task)
    assert act(agency, task, "so-lieu", chi_tieu=target.id, ngay=timezone.localdate().isoformat(), so_lieu="3") == 302
    told = page(agency, task)
    for words in shown:
        assert words in told
    assert act(agency, task, "bo-chi-tieu", chi_tieu=target.id, ly_do="x") == 403
    assert act(officer, task, "bo-chi-tieu", chi_tieu=target.id, ly_do="") == 422
    assert act(officer, task, "bo-chi-tieu", chi_tieu=target.id, ly_do="Trung ương đã bãi bỏ") == 302
    told = page(agency, task)
    assert (TaskTarget.objects.count(), Measure.objects.count()) == (0, 0)
    assert f"{shown[1]}: Trung ương đã bãi bỏ" in told


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param({"muc": "năm phần trăm"}, "Hãy ghi một số", id="no number"),
        pytest.param({"muc": ""}, "bắt buộc", id="nothing to reach"),
        pytest.param({"muc_tren": "3"}, "Mức trên của khoảng phải lớn hơn mức dưới", id="a range that runs backwards"),
        pytest.param({"muc_tren": "9", "so_sanh": ">="}, "so sánh là “đúng bằng” hoặc “khoảng”", id="at least a range"),
        pytest.param({"den_khi": "cuối nhiệm kỳ"}, "Hãy ghi năm, ngày hoặc giai đoạn", id="no day that anybody could tell"),
        pytest.param({"den_khi": "31/02/2026"}, "Hãy ghi năm, ngày hoặc giai đoạn", id="a day that is none"),
        pytest.param({"den_khi": "2030-2026"}, "Thời điểm phải đạt không dùng được.", id="years that run backwards"),
        pytest.param({"den_khi": "1926"}, "Thời điểm phải đạt không dùng được.", id="another century"),
        pytest.param({"ten": " "}, "bắt buộc", id="no name"),
    ],
)
def test_a_target_that_cannot_be_is_said(officer: Client, wrong: dict[str, str], told: str) -> None:
    task = of_health()
    said = {"ten": "tỷ lệ hộ nghèo", "so_sanh": "=", "muc": "5", "don_vi": "%"} | wrong
    answer = officer.post(f"{TASKS}{task.id}/them-chi-tieu/", {f"them-chi-tieu-{name}": value for name, value in said.items()})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not TaskTarget.objects.exists()


def test_a_draft_with_a_target_by_hand_stays_when_its_page_is_drafted_again(officer: Client) -> None:
    draft = order()
    assert act(officer, draft, "them-chi-tieu", ten="số cơ số thuốc", so_sanh=">=", muc="200", don_vi="cơ số") == 302
    Task.objects.filter(id=draft.id).update(title="Khác với trang")
    draft_tasks_of([URL], actor=TESTER, at=NOW)
    assert TaskTarget.objects.get().task_id == draft.id
    other = of_health()
    assert act(officer, other, "bo-chi-tieu", chi_tieu=TaskTarget.objects.get().id, ly_do="x") == 422


def test_a_task_is_given_to_another_agency(officer: Client, agency: Client) -> None:
    """The old agency keeps nothing of it; the new one is offered by the names that it bears."""
    task = of_health()
    shown = page(officer, task)
    assert '<option value="Sở Tài chính">' in shown
    assert 'value="Sở Y tế"' in shown
    for said, told in (
        ({"chu_tri": "Sở Vũ trụ", "phoi_hop": "Sở Y tế\nSở Địa chất"}, "Không có cơ quan nào tên: Sở Vũ trụ."),
        ({"chu_tri": "Sở Tài chính", "phoi_hop": "Sở Địa chất"}, "Không có cơ quan nào tên: Sở Địa chất."),
        ({"chu_tri": "Sở Y tế", "phoi_hop": ""}, "vẫn như cũ nên không có gì để giao lại"),
    ):
        answer = officer.post(f"{TASKS}{task.id}/giao-lai/", {f"giao-lai-{name}": value for name, value in (said | {"ly_do": "x"}).items()})
        assert answer.status_code == 422
        assert told in answer.content.decode()
    assert act(agency, task, "giao-lai", chu_tri="Sở Tài chính", ly_do="Không thuộc chức năng") == 403
    assert act(officer, task, "giao-lai", chu_tri="sở tài chính", phoi_hop="Sở Xây dựng", ly_do="Đúng chức năng") == 302
    assert "Chủ trì: Sở Y tế chuyển cho Sở Tài chính. Thêm phối hợp: Sở Xây dựng. Lý do: Đúng chức năng" in page(officer, task)
    assert agency.get(f"{TASKS}{task.id}/").status_code == 404
