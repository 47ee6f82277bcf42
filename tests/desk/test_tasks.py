"""Tasks at the desk: a whole life through four accounts, drafts on one screen, foreign tasks, hostile words, bad files."""

from __future__ import annotations

import datetime as dt
import io
import posixpath
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.tasks.actions import NewReport, Plan, confirm_done, report
from dieuhanh.apps.tasks.models import Attachment, Report, Task
from dieuhanh.desk.urls import urlpatterns
from dieuhanh.domain.task_states import State
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import LATER, PDF, TASKS, SignedIn, act, health, of_health, order, source, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

FOLLOWING = "/ban-lam-viec/theo-doi/"
HOSTILE = "\"><script>alert(1)</script> {{ 7*7 }} '; DROP TABLE tasks_task; --"
NEVER_PASSED = re.compile(r">(Bản tin từ ngày [^<]*)</a>: (\d+) dự thảo chưa giao")


def drafts(path: str = "") -> str:
    return f"{TASKS}du-thao/{source()}/{path}"


def test_from_a_digest_to_a_confirmed_task_through_four_accounts(signed_in: SignedIn, officer: Client, people: dict[Role, User]) -> None:
    administrator, agency, leader = (signed_in(role) for role in (Role.ADMINISTRATOR, Role.AGENCY, Role.LEADER))
    assert administrator.post(f"/ban-lam-viec/tai-khoan/{people[Role.AGENCY].id}/don-vi/", {"don_vi": "Sở Y tế"}).status_code == 302
    assert officer.post(drafts("lap/")).status_code == 302
    task = Task.objects.drafts().get(lead=health())
    page = officer.get(drafts()).content.decode()
    assert f'value="{task.id}" form="chon"' in page
    assert "trước ngày 31/5/2024" in page
    assert officer.post(drafts("giao/"), {"nhiem-vu": [task.id]}).status_code == 302
    assert act(agency, task, "nhan") == 302
    said = {"loai": "xong", "noi_dung": "Đã cấp đủ thuốc", "so_van_ban": "12/BC-SYT", "tep": SimpleUploadedFile("ket-qua.pdf", PDF)}
    assert act(agency, task, "bao-cao", **said) == 302
    file = Attachment.objects.get()
    shown = leader.get(f"{TASKS}{task.id}/").content.decode()
    assert all(words in shown for words in ("Đã cấp đủ thuốc", "12/BC-SYT", file.name, "Báo cáo nhiệm vụ"))
    download = leader.get(f"{TASKS}tep/{file.id}/")
    assert (download.content, download["Content-Disposition"]) == (PDF, 'attachment; filename="ket-qua.pdf"')
    assert act(leader, task, "tra-lai", ly_do="Thiếu số liệu") == 302
    assert act(agency, task, "bao-cao", loai="xong", noi_dung="Đã bổ sung") == 302
    assert act(leader, task, "xac-nhan") == 302
    assert state(task) is State.DONE
    assert agency.get(f"{TASKS}{task.id}/loi-van/")["Location"].startswith(f"/ban-lam-viec/ban-tin/{source()}/#du-kien-")


def test_more_time_is_asked_for_and_granted(agency: Client, officer: Client) -> None:
    task = of_health()
    assert act(agency, task, "xin-gia-han", den_ngay="2099-02-01", ly_do="Chờ đấu thầu") == 302
    assert str(task.id) in officer.get(f"{TASKS}?tinh-trang=xin-gia-han").content.decode()
    assert act(officer, task, "gia-han") == 302
    assert Task.objects.get(id=task.id).due_on == dt.date(2099, 2, 1)


@pytest.mark.parametrize(
    ("slug", "said", "after"),
    [
        ("tu-choi", {"ly_do": "Không thuộc chức năng"}, State.REFUSED),
        ("tam-dung", {"ly_do": "Chờ Trung ương"}, State.SUSPENDED),
        ("huy", {"ly_do": "Giao nhầm"}, State.CANCELLED),
        ("sua-thoi-han", {"ngay": "05/02/2099", "ly_do": "Đọc nhầm"}, State.ASSIGNED),
    ],
)
def test_an_act_moves_the_task(officer: Client, slug: str, said: dict[str, str], after: State) -> None:
    task = of_health()
    assert act(officer, task, slug, **dict.fromkeys(said, "")) == 422  # nothing without a reason
    assert act(officer, task, slug, **said) == 302
    assert state(task) is after


def test_a_step_that_the_state_does_not_permit_is_said_and_not_taken(officer: Client) -> None:
    task = of_health()
    response = officer.post(f"{TASKS}{task.id}/xac-nhan/")
    assert response.status_code == 409
    assert "nên không làm được việc này" in response.content.decode()
    assert state(task) is State.ASSIGNED


def test_a_draft_is_edited_with_its_deadline_explained(officer: Client) -> None:
    task = order()
    said = {
        "noi_dung": "Chuẩn bị thuốc, vật tư",
        "chu_tri": "Sở Y tế",
        "phoi_hop": "Sở Tài chính\nSở Xây dựng",
        "loi_van": "trước ngày 20/6/2024",
    }
    assert officer.post(f"{TASKS}{task.id}/sua/", said).status_code == 302
    shown = officer.get(f"{TASKS}{task.id}/").content.decode()
    assert all(words in shown for words in ("Sở Tài chính; Sở Xây dựng", "19/6/2024", "Chuẩn bị thuốc, vật tư"))


def test_an_unknown_agency_is_named_and_nothing_is_kept(officer: Client) -> None:
    task = order()
    response = officer.post(f"{TASKS}{task.id}/sua/", {"noi_dung": "Việc khác", "chu_tri": "Sở Vũ trụ"})
    assert response.status_code == 422
    assert "Không có cơ quan nào tên: Sở Vũ trụ." in response.content.decode()
    assert Task.objects.get(id=task.id).title == task.title


def test_drafts_are_split_merged_and_dropped(officer: Client) -> None:
    task = order()
    piece = {"noi_dung": "Phần", "chu_tri": "Sở Y tế"}
    said = {
        f"phan-{number}-{name}": f"{value} {number}" if name == "noi_dung" else value for number in (1, 2) for name, value in piece.items()
    }
    assert officer.post(f"{TASKS}{task.id}/tach/", {**said, "so": "2"}).status_code == 302
    one, two = Task.objects.drafts().filter(title__startswith="Phần").order_by("id")
    assert officer.post(drafts("gop/"), {"nhiem-vu": [one.id, two.id]}).status_code == 302
    assert state(two) is State.DROPPED
    assert act(officer, one, "bo", ly_do="Trùng việc khác") == 302
    assert state(one) is State.DROPPED


def test_all_drafts_with_a_lead_are_assigned_at_once(officer: Client) -> None:
    task = order()
    assert officer.post(drafts("giao/"), {"tat-ca": "1"}).status_code == 302
    assert state(task) is State.ASSIGNED
    assert not Task.objects.drafts().filter(lead__isnull=False).exists()


OF_A_TASK = [str(one.pattern).removeprefix("nhiem-vu/<int:task>/") for one in urlpatterns if "<int:task>" in str(one.pattern)]


@pytest.mark.parametrize("path", OF_A_TASK)
def test_a_foreign_task_looks_like_none(agency: Client, path: str) -> None:
    foreign = given(Plan(title="Rà soát kinh phí", lead=Agency.objects.get(name="Sở Tài chính").id))
    entries = Entry.objects.count()
    for send in (agency.get, agency.post):
        answers = [send(f"{TASKS}{number}/{path}").status_code for number in (foreign.id, 999999, 10**30)]
        assert set(answers) in ({404}, {403}, {405}), (path, answers)  # nothing there, not for this role, not by this method
    assert Entry.objects.count() == entries
    assert str(foreign.title) not in agency.get(TASKS).content.decode()


def test_the_addresses_of_a_task_are_known() -> None:
    assert {"", "bao-cao/", "so-lieu/", "viec-con/", "ho-so.json", "loi-van/"} <= set(OF_A_TASK)


@pytest.mark.parametrize(
    ("path", "field"), [("sua/", "noi_dung"), ("viec-con/", "viec-1-noi_dung"), ("tu-choi/", "tu-choi-ly_do"), ("../../lich/dat/", "ten")]
)
def test_of_a_secret_text_no_word_comes_back(signed_in: SignedIn, path: str, field: str) -> None:
    task = order() if path == "sua/" else of_health()
    said = {field: "MẬT\n\nHỏa tốc tiêu hủy", "ngay": "2026-03-04", "loai": "nghi"}
    page = signed_in(Role.EDITOR).post(posixpath.normpath(f"{TASKS}{task.id}/{path}") + "/", said, follow=True).content.decode()
    assert "tiêu hủy" not in page
    assert "dấu độ mật" in page


def test_a_foreign_attachment_looks_like_none(agency: Client, officer: Client) -> None:
    foreign = given(Plan(title="Rà soát kinh phí", lead=Agency.objects.get(name="Sở Tài chính").id))
    said = {"loai": "xong", "noi_dung": "Xong", "tep": SimpleUploadedFile("a.pdf", PDF)}
    assert act(officer, foreign, "bao-cao", **said) == 302
    assert agency.get(f"{TASKS}tep/{Attachment.objects.get().id}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.exe", b"MZ\x90", id="a program"),
        pytest.param("a.pdf", b"<script>alert(1)</script>", id="a page called PDF"),
        pytest.param("a.pdf", b"", id="nothing"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_is_kept(agency: Client, name: str, content: bytes) -> None:
    task = of_health()
    assert act(agency, task, "bao-cao", loai="xong", noi_dung="Xong", tep=SimpleUploadedFile(name, content)) == 422
    assert not Report.objects.exists()
    assert state(task) is State.ASSIGNED


def test_a_sender_s_path_is_not_kept(agency: Client) -> None:
    task = of_health()
    file = SimpleUploadedFile("..\\..\\<b>.pdf", PDF)
    assert act(agency, task, "bao-cao", loai="xong", noi_dung="Xong", tep=file) == 302
    assert not set('/\\<>"') & set(Attachment.objects.get().name)


def test_hostile_words_are_words(agency: Client, officer: Client) -> None:
    task = given(Plan(title=HOSTILE, lead=health().id, due_on=LATER))
    assert act(agency, task, "bao-cao", loai="tien-do", noi_dung=HOSTILE, tien_do="40", so_van_ban=HOSTILE) == 302
    for address in (f"{TASKS}{task.id}/", TASKS, f"{TASKS}?tim={HOSTILE}&co-quan=-1&tu-ngay=x&tinh-trang=x&trang=z"):
        content = officer.get(address).content.decode()
        assert "<script>alert" not in content
        assert "{{ 7*7 }}" in content


@pytest.mark.parametrize("said", ["MẬT\n\nHỏa tốc", "có\0rỗng", "\u202eđảo"])
def test_what_cannot_be_kept_is_not(agency: Client, said: str) -> None:
    task = of_health()
    act(agency, task, "tu-choi", ly_do=said)
    assert state(task) is State.ASSIGNED


def test_an_agency_sees_its_own_by_what_is_urgent(agency: Client) -> None:
    late, soon = of_health(dt.date(2020, 1, 2)), of_health(timezone.localdate())
    page = agency.get("/ban-lam-viec/viec-cua-toi/").content.decode()
    overdue, near = page.partition('id="qua-han"')[2].partition('id="sap-den-han"')[::2]
    assert f"{TASKS}{late.id}/" in overdue
    assert f"{TASKS}{soon.id}/" in near
    assert "hôm nay đến hạn" in near


def test_the_office_sees_what_it_has_to_answer(agency: Client, officer: Client) -> None:
    reported, asked = of_health(), of_health()
    assert act(agency, reported, "bao-cao", loai="xong", noi_dung="Xong") == 302
    assert act(agency, asked, "xin-gia-han", den_ngay="2099-02-01", ly_do="Chờ đấu thầu") == 302
    page = officer.get("/ban-lam-viec/cho-tra-loi/").content.decode()
    requests, confirmations = page.partition('id="cho-xac-nhan"')[::2]
    assert f"{TASKS}{asked.id}/" in requests
    assert f"{TASKS}{reported.id}/" in confirmations


@pytest.mark.parametrize("address", [TASKS, "/ban-lam-viec/cho-tra-loi/", "/ban-lam-viec/viec-cua-toi/", FOLLOWING])
def test_the_number_of_queries_does_not_grow(officer: Client, address: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            officer.get(address)
        return len(asked)

    of_health()
    queries()  # the session is written at the first page
    before = queries()
    for _ in range(5):
        of_health()
    assert queries() == before


def test_an_unknown_agency_of_a_person_is_named(signed_in: SignedIn, people: dict[Role, User]) -> None:
    response = signed_in(Role.ADMINISTRATOR).post(f"/ban-lam-viec/tai-khoan/{people[Role.AGENCY].id}/don-vi/", {"don_vi": "Sở Vũ trụ"})
    assert response.status_code == 422
    assert "Không có cơ quan nào tên: Sở Vũ trụ." in response.content.decode()


def test_each_number_of_the_leader_opens_to_its_tasks(signed_in: SignedIn) -> None:
    late = of_health(dt.date(2020, 1, 2))
    of_health()
    leader = signed_in(Role.LEADER)
    page = leader.get(FOLLOWING).content.decode()
    address = f"{TASKS}?co-quan={health().id}&amp;tinh-trang=qua-han"
    assert f'<a href="{address}">1</a>' in page
    opened = leader.get(address.replace("&amp;", "&")).content.decode()
    assert f"{TASKS}{late.id}/" in opened
    assert "1 nhiệm vụ, hạn sớm trước" in opened
    assert "style=" not in page


def test_the_leader_s_sheet_has_the_same_numbers(signed_in: SignedIn) -> None:
    of_health(dt.date(2020, 1, 2))
    content = signed_in(Role.LEADER).get(f"{FOLLOWING}bang.xlsx").content
    rows = list(load_workbook(io.BytesIO(content))["Theo đơn vị"].iter_rows(min_row=3, values_only=True))
    assert rows == [("Sở Y tế", 1, 0, 0, 0, 1, 0, 0, 0, 0, "0%")]


def test_what_was_never_passed_down_is_said(signed_in: SignedIn) -> None:
    order()
    page = signed_in(Role.LEADER).get(FOLLOWING).content.decode()
    told = NEVER_PASSED.search(page)
    assert told
    assert int(told[2]) == Task.objects.drafts().count()


def test_each_week_stands_in_the_picture_and_in_the_table(signed_in: SignedIn) -> None:
    given(Plan(title="Chuẩn bị thuốc", lead=health().id, due_on=dt.date(2026, 3, 20)), at=NOW)
    task = of_health(timezone.localdate() + dt.timedelta(days=1))
    report(task.id, NewReport(text="Đã xong"), actor=TESTER, at=timezone.now())
    confirm_done(task.id, actor=TESTER, at=timezone.now())
    page = signed_in(Role.LEADER).get(FOLLOWING).content.decode()
    assert 'aria-label="Số nhiệm vụ xong và thành quá hạn mỗi tuần; cùng số liệu ở bảng bên dưới"' in page
    assert re.search(r'\(đến nay\)</th><td class="number">1</td><td class="number">0</td><td class="number">0</td>', page)
