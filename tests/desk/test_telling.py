"""Who is told at the desk: when reminders go out, who had one, private addresses, slips, other systems; and foreign agencies."""

from __future__ import annotations

import datetime as dt
import io
import re

import docx
import pytest
from django.test import Client
from django.utils import timezone

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency, Succession
from dieuhanh.apps.notices.models import Notice, PrivateAddress, StepNews, UrgingSlip
from dieuhanh.apps.notices.models.schedules import standing_schedule
from dieuhanh.apps.outbox.models import State
from dieuhanh.apps.tasks.actions import Plan
from dieuhanh.apps.tasks.models import Note, Task
from dieuhanh.apps.webhooks.models import Delivery, Event, Subscription
from dieuhanh.domain.urging import DEFAULT
from tests.apps.pages import NOW
from tests.apps.tasks.people_at_work import agency as agency_named
from tests.apps.tasks.people_at_work import given
from tests.desk.conftest import SignedIn, health, of_health

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

DESK = "/ban-lam-viec/"
SCHEDULE, NOTICES, NEWS, ADDRESSES, URGING, WEBHOOKS = (
    f"{DESK}{path}/" for path in ("nhac-viec", "loi-nhac", "thu-bao", "dia-chi-rieng", "don-doc", "noi-nhan")
)
HEIRS = f"{DESK}nhiem-vu/co-quan-da-ket-thuc/"
PUBLIC = "http://93.184.215.14/nhan"
LONG_AGO = dt.date(2020, 1, 2)
TOKEN = re.compile(r"http://testserver(/rieng/[\w-]+/viec\.(?:ics|atom))")
SECRET = re.compile(r'<code class="secret">([\w-]+)</code>')
DAYS = {
    "lead_before": "7, 2",
    "lead_after": "1",
    "cooperating_before": "",
    "cooperating_after": "2",
    "office_after": "4",
    "leaders_after": "9",
    "again_every": "3",
}


@pytest.fixture
def administrator(signed_in: SignedIn) -> Client:
    return signed_in(Role.ADMINISTRATOR)


def test_the_schedule_is_set_in_days(administrator: Client) -> None:
    assert administrator.post(SCHEDULE, DAYS).status_code == 302
    set_ = standing_schedule()
    assert (set_.lead_before, set_.cooperating_before, set_.cooperating_after) == ((7, 2), (), (2,))
    assert (set_.office_after, set_.leaders_after, set_.again_every) == (4, 9, 3)
    assert 'value="7, 2"' in administrator.get(SCHEDULE).content.decode()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"lead_before": "7; x"}, id="no number"),
        pytest.param({"lead_before": "0"}, id="not before"),
        pytest.param({"lead_before": "61"}, id="too far"),
        pytest.param({"lead_after": ", ".join(map(str, range(1, 15)))}, id="too many"),
        pytest.param({"leaders_after": "3"}, id="leaders before the office"),
        pytest.param({"again_every": ""}, id="never again"),
    ],
)
def test_a_schedule_that_is_none_is_said(administrator: Client, said: dict[str, str]) -> None:
    assert administrator.post(SCHEDULE, DAYS | said).status_code == 422
    assert standing_schedule() == DEFAULT


def test_a_private_address_is_shown_once_and_ends_the_old_one(agency: Client, client: Client) -> None:
    first = TOKEN.findall(agency.post(ADDRESSES, {"co_quan": "Sở Y tế"}).content.decode())
    assert [client.get(path).status_code for path in first] == [200, 200]
    shown = agency.get(ADDRESSES).content.decode()
    assert not TOKEN.search(shown)
    assert "Lập địa chỉ mới, bỏ địa chỉ cũ" in shown
    second = TOKEN.findall(agency.post(ADDRESSES, {"co_quan": "Sở Y tế"}).content.decode())
    assert [client.get(path).status_code for path in (*first, *second)] == [404, 404, 200, 200]


def test_nobody_has_an_address_of_a_foreign_agency(agency: Client, officer: Client) -> None:
    assert agency.post(ADDRESSES, {"co_quan": "Sở Tài chính"}).status_code == 403
    assert not PrivateAddress.objects.exists()
    assert "Sở Tài chính" not in agency.get(ADDRESSES).content.decode()
    assert TOKEN.search(officer.post(ADDRESSES, {"co_quan": "Sở Tài chính"}).content.decode())
    assert officer.post(ADDRESSES, {"co_quan": "Sở Vũ trụ"}).status_code == 422


def test_an_agency_is_urged_by_a_numbered_slip(officer: Client) -> None:
    task = of_health(LONG_AGO)
    of_health()
    assert f'href="{URGING}{health().id}/"' in officer.get(URGING).content.decode()
    for number in (1, 2):
        page = officer.post(f"{URGING}{health().id}/", follow=True).content.decode()
        assert f"Đã lập phiếu đôn đốc lần {number} năm" in page
    slip = UrgingSlip.objects.order_by("id")[0]
    answer = officer.get(f"{URGING}phieu/{slip.id}/")
    assert answer["Content-Disposition"] == f'attachment; filename="phieu-don-doc-so-y-te-{slip.year}-1.docx"'
    document = docx.Document(io.BytesIO(answer.content))
    (table,) = [table for table in document.tables if table.rows[0].cells[0].text == "STT"]
    assert [row.cells[1].text for row in table.rows[1:]] == [task.title]


def test_nobody_is_urged_without_reason(officer: Client) -> None:
    of_health()
    page = officer.post(f"{URGING}{health().id}/", follow=True).content.decode()
    assert "không còn nhiệm vụ nào quá hạn" in page
    assert not UrgingSlip.objects.exists()
    assert officer.get(f"{URGING}999999/").status_code == 404


def notice(person: User, state: State, task: Task) -> Notice:
    return Notice.objects.create(
        key=f"{task.id}/{state}",
        kind="late",
        circle="lead",
        recipient=person,
        task=task,
        due_on=LONG_AGO,
        on=LONG_AGO,
        why="đơn vị chủ trì; quá hạn 01 ngày làm việc",
        state=state,
        next_at=NOW,
        fault="máy chủ thư từ chối" if state == State.DEAD else "",
    )


def test_it_is_seen_who_was_told_and_what_could_not_be_sent_is_sent_again(administrator: Client, people: dict[Role, User]) -> None:
    sent, dead = (notice(people[Role.AGENCY], state, of_health(LONG_AGO)) for state in (State.SENT, State.DEAD))
    page = administrator.get(NOTICES).content.decode()
    assert all(words in page for words in ("agency", "máy chủ thư từ chối", "quá hạn 01 ngày làm việc", "hạn 02/01/2020"))
    assert page.count("Gửi lại<") == 1
    assert administrator.get(f"{NOTICES}?trang-thai=da-gui").content.decode().count('<p class="small">Quá hạn') == 1
    assert administrator.post(f"{NOTICES}{dead.id}/gui-lai/").status_code == 302
    assert administrator.post(f"{NOTICES}{sent.id}/gui-lai/").status_code == 404
    assert Notice.objects.get(id=dead.id).state == State.WAITING


def step_news(person: User, state: State, task: Task) -> StepNews:
    return StepNews.objects.create(
        key=f"{task.id}/{state}",
        recipient=person,
        task=task,
        sequence=1,
        verb="tasks.send_back",
        reason="Thiếu phụ lục <kinh phí>",
        why="đơn vị chủ trì (Sở Y tế)",
        state=state,
        next_at=NOW,
        fault="người nhận không có địa chỉ thư dùng được" if state == State.DEAD else "",
    )


def test_a_letter_on_a_step_that_could_not_be_sent_is_sent_again(administrator: Client, officer: Client, people: dict[Role, User]) -> None:
    sent, dead = (step_news(people[Role.AGENCY], state, of_health()) for state in (State.SENT, State.DEAD))
    page = administrator.get(NEWS).content.decode()
    for words in ("Báo cáo bị trả lại: đơn vị chủ trì (Sở Y tế)", "Thiếu phụ lục &lt;kinh phí&gt;", "không có địa chỉ thư dùng được"):
        assert words in page
    assert (page.count("Gửi lại<"), officer.get(NEWS).content.decode().count("Gửi lại<")) == (1, 0)
    assert administrator.get(f"{NEWS}?trang-thai=da-gui").content.decode().count("Báo cáo bị trả lại:") == 1
    assert officer.post(f"{NEWS}{dead.id}/gui-lai/").status_code == 403
    assert administrator.post(f"{NEWS}{sent.id}/gui-lai/").status_code == 404
    assert administrator.post(f"{NEWS}{dead.id}/gui-lai/").status_code == 302
    row = StepNews.objects.get(id=dead.id)
    assert (row.state, row.tries, row.fault) == (State.WAITING, 0, "")


def test_a_webhook_shows_its_secret_once(administrator: Client) -> None:
    page = administrator.post(WEBHOOKS, {"dia_chi": PUBLIC, "su_kien": ["task.assigned", "task.overdue"]}).content.decode()
    row = Subscription.objects.get()
    assert SECRET.findall(page) == [row.secret]
    assert (row.url, row.events) == (PUBLIC, ["task.assigned", "task.overdue"])
    for address in (WEBHOOKS, f"{WEBHOOKS}{row.id}/"):
        later = administrator.get(address).content.decode()
        assert PUBLIC in later
        assert row.secret not in later


@pytest.mark.parametrize(
    ("url", "events"),
    [
        pytest.param("http://127.0.0.1:8000/", ["task.assigned"], id="this machine"),
        pytest.param("http://10.1.2.3/", ["task.assigned"], id="the network of the office"),
        pytest.param("http://[::ffff:192.168.0.1]/", ["task.assigned"], id="the same in other figures"),
        pytest.param("file:///etc/passwd", ["task.assigned"], id="a file"),
        pytest.param(PUBLIC, [], id="of nothing"),
        pytest.param(PUBLIC, ["task.eaten"], id="of what never happens"),
        pytest.param("", ["task.assigned"], id="nowhere"),
    ],
)
def test_a_webhook_that_may_not_be_is_refused(administrator: Client, url: str, events: list[str]) -> None:
    assert administrator.post(WEBHOOKS, {"dia_chi": url, "su_kien": events}).status_code == 422
    assert not Subscription.objects.exists()


def test_a_webhook_rests_goes_on_and_ends(administrator: Client) -> None:
    row = Subscription.objects.create(url=PUBLIC, events=["task.assigned"], secret="x", made_at=NOW)  # noqa: S106  of nobody
    event = Event.objects.create(name="task.assigned", at=NOW, sequence=1, payload_json="{}")
    dead = Delivery.objects.create(subscription=row, event=event, state=State.DEAD, next_at=NOW, fault="máy chủ không trả lời")
    address = f"{WEBHOOKS}{row.id}/"
    assert "máy chủ không trả lời" in administrator.get(address).content.decode()
    assert administrator.post(f"{WEBHOOKS}lan-gui/{dead.id}/gui-lai/").status_code == 302
    assert Delivery.objects.due(timezone.now()).count() == 1
    assert administrator.post(f"{address}tam-ngung/").status_code == 302
    assert Delivery.objects.due(timezone.now()).count() == 0
    assert administrator.post(f"{address}tam-ngung/").status_code == 404
    assert "tạm ngừng từ" in administrator.get(address).content.decode()
    assert administrator.post(f"{address}gui-tiep/").status_code == 302
    assert Delivery.objects.due(timezone.now()).count() == 1
    assert administrator.post(f"{address}ngung/").status_code == 302
    assert (Subscription.objects.standing().count(), Delivery.objects.get().state) == (0, State.DEAD)
    assert "đã ngừng" in administrator.get(address).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        f"{URGING}{{}}/",
        f"{URGING}phieu/{{}}/",
        f"{WEBHOOKS}{{}}/",
        f"{NOTICES}{{}}/gui-lai/",
        f"{WEBHOOKS}{{}}/ngung/",
        f"{WEBHOOKS}lan-gui/{{}}/gui-lai/",
    ],
)
def test_what_is_not_there_is_not_there(administrator: Client, address: str) -> None:
    for number in (999999, 10**30):
        answers = {send(address.format(number)).status_code for send in (administrator.get, administrator.post)}
        assert 404 in answers
        assert answers <= {404, 405}


def ended(name: str, *heirs: str) -> Agency:
    """An agency that is no more, with whoever took over."""
    row = agency_named(name)
    Agency.objects.filter(id=row.id).update(valid_to=LONG_AGO)
    for heir in heirs:
        Succession.objects.create(predecessor=row, successor=agency_named(heir), on=LONG_AGO)
    return row


def test_tasks_of_agencies_that_have_ended_pass_to_their_only_heir(signed_in: SignedIn) -> None:
    editor = signed_in(Role.EDITOR)
    merged, parted = ended("Sở Cũ", "Sở Mới"), ended("Huyện Cũ", "Xã Một", "Xã Hai")
    passing, staying = (given(Plan(title=f"Việc của {row}", lead=row.id)) for row in (merged, parted))
    page = editor.get(HEIRS).content.decode()
    assert all(words in page for words in ("Kế thừa: Sở Mới", "có 2 cơ quan kế thừa (Xã Một; Xã Hai)"))
    assert "Đã chuyển hoặc ghi chú 2 nhiệm vụ." in editor.post(HEIRS, follow=True).content.decode()
    assert [Task.objects.get(id=task.id).lead for task in (passing, staying)] == [agency_named("Sở Mới"), parted]
    assert Note.objects.filter(task=passing, text__contains="chuyển cho Sở Mới").exists()
    assert "chuyển cho Sở Mới" in editor.get(f"{DESK}nhiem-vu/{passing.id}/").content.decode()
    later = editor.get(HEIRS).content.decode()
    assert "Sở Cũ" not in later
    assert "Huyện Cũ" in later
