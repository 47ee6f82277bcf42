"""What the office does to tasks that are given already: another rule, targets, another agency; each said where the agencies see it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from dieuhanh.apps.tasks.actions import Plan, make_occurrences
from dieuhanh.apps.tasks.models import Task
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import TODAY, given
from tests.desk.conftest import TASKS, act, health, of_health

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
