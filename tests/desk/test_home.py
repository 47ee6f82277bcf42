"""What the desk counts for whoever comes to it, each number open to its list."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.tasks.actions import Plan, set_membership
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import SignedIn, act, health, of_health, order

pytestmark = pytest.mark.django_db

HOME = "/ban-lam-viec/"
COUNT = re.compile(r'<li><a href="([^"]*)"><strong[^>]*>(\d+)</strong> <span>([^<]*)</span>')
LONG_AGO = dt.date(2020, 1, 2)


def counts(client: Client) -> dict[str, int]:
    return {label: int(number) for _, number, label in COUNT.findall(client.get(HOME).content.decode())}


@pytest.fixture
def work(register_of_one: None, signed_in: SignedIn, people: dict[Role, User]) -> None:  # noqa: ARG001  the agencies must be there
    """Of health one task late, one near, one reported, one whose deadline shall move; of finance one late."""
    set_membership(people[Role.AGENCY].username, [health().id], actor=TESTER, at=NOW)
    agency = signed_in(Role.AGENCY)
    of_health(LONG_AGO)
    of_health(timezone.localdate())
    reported, asked = of_health(), of_health()
    act(agency, reported, "bao-cao", loai="xong", noi_dung="Xong")
    act(agency, asked, "xin-gia-han", den_ngay="2099-02-01", ly_do="Chờ đấu thầu")
    given(Plan(title="Rà soát kinh phí", lead=Agency.objects.get(name="Sở Tài chính").id, due_on=LONG_AGO))
    order()


OFFICE = {"xin gia hạn": 1, "chờ xác nhận": 1, "bị từ chối": 0, "thời hạn chưa xác định được": 1, "sắp đến hạn": 1, "quá hạn": 2}


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize(
    ("role", "expected"),
    [
        pytest.param(Role.READER, {}, id="a reader has no tasks"),
        pytest.param(
            Role.AGENCY,
            {"quá hạn": 1, "sắp đến hạn": 1, "bị trả lại": 0, "chờ xác nhận": 1, "chưa xong, trong hạn": 3},
            id="an agency has its own",
        ),
        pytest.param(Role.LEADER, OFFICE, id="a leader has what waits, but no drafts"),
        pytest.param(Role.OFFICER, {"dự thảo chưa giao": 2} | OFFICE, id="an officer has drafts too"),
    ],
)
def test_each_role_has_its_numbers(signed_in: SignedIn, role: Role, expected: dict[str, int]) -> None:
    assert counts(signed_in(role)) == expected


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("role", [Role.AGENCY, Role.LEADER, Role.OFFICER])
def test_each_number_opens_to_as_many_tasks(signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role)
    for address, number, label in COUNT.findall(client.get(HOME).content.decode()):
        path, _, choice = address.partition("#")
        page = client.get(path.replace("&amp;", "&")).content.decode()
        told = f'{label.capitalize()} <span class="quiet">{number}</span>' if choice else f"{number} nhiệm vụ, hạn sớm trước"
        assert told in page, address


@pytest.mark.usefixtures("work")
@pytest.mark.parametrize("role", list(Role))
def test_home_asks_a_fixed_number_of_queries(signed_in: SignedIn, role: Role) -> None:
    client = signed_in(role)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(HOME)
        return len(asked)

    queries()  # the session is written at the first page
    before = queries()
    for _ in range(5):
        of_health(LONG_AGO)
    assert queries() == before
