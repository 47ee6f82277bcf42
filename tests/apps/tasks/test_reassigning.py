"""A task passes to another agency: who has it from then on, what begins anew, what stays, and who is told what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core import mail

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.actions import tell_steps
from dieuhanh.apps.notices.mailing import send_news
from dieuhanh.apps.notices.models import StepNews
from dieuhanh.apps.tasks.actions import (
    Holders,
    NewReport,
    Plan,
    SubTask,
    accept,
    add_subtasks,
    ask_extension,
    confirm_done,
    reassign,
    report,
    send_back,
    suspend,
)
from dieuhanh.apps.tasks.models import ExtensionRequest, Note, Task
from dieuhanh.apps.tasks.verification import unattested_tasks
from dieuhanh.domain.task_states import State
from dieuhanh.errors import ForbiddenStepError, NoSuchTaskError, NotTaskError
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, Cast, again, agency, cast, given

pytestmark = pytest.mark.django_db

WHY = "Đúng chức năng quản lý nhà nước"


@pytest.fixture
def people() -> Iterator[Cast]:
    """Whatever a test does, each task stands at its end where the chain says."""
    yield cast()
    assert list(unattested_tasks()) == []


def of_finance(people: Cast, *helping: Agency) -> Task:
    helpers = tuple(one.id for one in helping)
    return given(Plan(title="Cấp phát vật tư y tế", lead=people.finance.id, cooperating=helpers, due_on=DUE))


def holders(task: Task) -> tuple[str, list[str]]:
    row = again(task)
    return row.lead.name if row.lead else "", [part.name for part in row.parts.order_by("order")]


def to_health(people: Cast, task: Task, *helping: Agency) -> Task:
    new = Holders(lead=people.health.id, cooperating=tuple(one.id for one in helping))
    return reassign(task.id, new, WHY, actor=people.officer, at=NOW)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(lambda t, _: t, id="assigned"),
        pytest.param(lambda t, p: accept(t.id, actor=p.lan, at=NOW), id="accepted"),
        pytest.param(
            lambda t, p: (report(t.id, NewReport(text="Xong"), actor=p.lan, at=NOW), send_back(t.id, "Thiếu", actor=p.officer, at=NOW)), id="sent back"
        ),
    ],
)  # fmt: skip
def test_the_new_lead_begins_anew(people: Cast, before: Callable[[Task, Cast], object]) -> None:
    task = of_finance(people)
    before(task, people)
    to_health(people, task)
    row = again(task)
    assert (row.lead, row.lead_name, row.state, row.progress, row.reported_on, row.due_on) == (
        people.health, "Sở Y tế", State.ASSIGNED, 0, None, DUE,
    )  # fmt: skip
    assert Note.objects.get(task=task).text == f"Chủ trì: Sở Tài chính chuyển cho Sở Y tế. Lý do: {WHY}"
    with pytest.raises(NoSuchTaskError):
        report(task.id, NewReport(text="Xong"), actor=people.lan, at=NOW)
    accept(task.id, actor=people.mai, at=NOW)
    report(task.id, NewReport(text="Đã cấp đủ"), actor=people.mai, at=NOW)
    assert confirm_done(task.id, actor=people.officer, at=NOW).state == State.DONE


def test_what_the_old_lead_asked_for_is_answered_and_the_new_one_may_ask(people: Cast) -> None:
    task = of_finance(people)
    ask_extension(task.id, DUE.replace(month=4), "Chờ đấu thầu", actor=people.lan, at=NOW)
    to_health(people, task)
    asked = ExtensionRequest.objects.get()
    assert (asked.answer, asked.answer_reason, asked.answered_by) == ("refused", "Nhiệm vụ đã chuyển cho Sở Y tế", "officer")
    ask_extension(task.id, DUE.replace(month=4), "Chờ đấu thầu", actor=people.mai, at=NOW)


def test_who_helps_comes_goes_leads_and_stays(people: Cast) -> None:
    police, interior = agency("Công an tỉnh"), agency("Sở Nội vụ")
    task = of_finance(people, people.health, police)
    accept(task.id, actor=people.lan, at=NOW)
    reassign(task.id, Holders(cooperating=(police.id, interior.id)), WHY, actor=people.officer, at=NOW)
    assert (holders(task), again(task).state) == (("Sở Tài chính", ["Công an tỉnh", "Sở Nội vụ"]), State.ACCEPTED)
    reassign(task.id, Holders(lead=police.id), WHY, actor=people.officer, at=NOW)
    assert (holders(task), again(task).state) == (("Công an tỉnh", ["Sở Nội vụ"]), State.ASSIGNED)
    reassign(task.id, Holders(lead=people.finance.id, cooperating=(police.id,)), WHY, actor=people.officer, at=NOW)
    assert holders(task) == ("Sở Tài chính", ["Công an tỉnh"])
    assert [note.text.partition(". Lý do")[0] for note in Note.objects.all()] == [
        "Thêm phối hợp: Sở Nội vụ. Thôi phối hợp: Sở Y tế",
        "Chủ trì: Sở Tài chính chuyển cho Công an tỉnh",
        "Chủ trì: Công an tỉnh chuyển cho Sở Tài chính. Thêm phối hợp: Công an tỉnh. Thôi phối hợp: Sở Nội vụ",
    ]


def test_a_name_that_no_agency_held_stays_beside(people: Cast) -> None:
    task = of_finance(people)
    task.parts.create(order=0, role="cooperating", name="các cơ quan liên quan")
    to_health(people, task, people.finance)
    assert holders(task) == ("Sở Y tế", ["các cơ quan liên quan", "Sở Tài chính"])


def test_a_piece_passes_and_the_whole_follows(people: Cast) -> None:
    whole = of_finance(people)
    first, _ = add_subtasks(whole.id, [SubTask(title="Mua"), SubTask(title="Cấp")], actor=TESTER, at=NOW)
    report(first.id, NewReport(text="Được nửa", final=False, progress=50), actor=people.lan, at=NOW)
    assert again(whole).progress == 25
    to_health(people, first)
    assert (again(whole).progress, again(whole).lead) == (0, people.finance)


def test_who_helped_and_reported_stays(people: Cast) -> None:
    task = of_finance(people, people.health)
    part = task.parts.get()
    report(task.id, NewReport(text="Đã góp ý", final=False, progress=30), part=part.id, actor=people.mai, at=NOW)
    with pytest.raises(NotTaskError) as caught:
        reassign(task.id, Holders(cooperating=()), WHY, actor=people.officer, at=NOW)
    assert (caught.value.field, holders(task)) == ("cooperating", ("Sở Tài chính", ["Sở Y tế"]))


def test_what_cannot_pass(people: Cast) -> None:
    task = of_finance(people, people.health)
    collective = given(Plan(title="Rà soát", lead_name="các sở", collective=(people.finance.id, people.health.id)))
    for one, new, field in (
        (task, Holders(lead=people.finance.id), "unchanged"),
        (task, Holders(cooperating=(people.health.id,)), "unchanged"),
        (task, Holders(lead=10**6), "agencies"),
        (task, Holders(cooperating=(people.finance.id,)), "agencies"),
        (collective, Holders(lead=people.health.id), "holders"),
    ):
        with pytest.raises(NotTaskError) as caught:
            reassign(one.id, new, WHY, actor=people.officer, at=NOW)
        assert caught.value.field == field
    with pytest.raises(NotTaskError):
        reassign(task.id, Holders(lead=people.health.id), " ", actor=people.officer, at=NOW)
    suspend(task.id, "Chờ", actor=people.officer, at=NOW)
    with pytest.raises(ForbiddenStepError):
        to_health(people, task)


def test_the_old_and_the_new_are_told_and_only_the_new_gets_the_page(people: Cast, settings: object) -> None:
    settings.PUBLIC_URL = "https://dieuhanh.langson.gov.vn"  # type: ignore[attr-defined]  # pytest-django's
    for name in ("lan", "mai"):
        User.objects.filter(username=name).update(email=f"{name}@langson.gov.vn")
    task = of_finance(people)
    tell_steps(actor=TESTER, at=NOW)
    StepNews.objects.all().delete()
    to_health(people, task)
    tell_steps(actor=TESTER, at=NOW)
    why = dict(StepNews.objects.values_list("recipient__username", "why"))
    assert why == {"mai": "đơn vị chủ trì (Sở Y tế)", "lan": "đơn vị thôi thực hiện (Sở Tài chính)"}
    while send_news(lambda: NOW):
        pass
    letters = {letter.to[0].partition("@")[0]: letter.body for letter in mail.outbox}
    assert f"/nhiem-vu/{task.id}/" in letters["mai"]
    assert f"/nhiem-vu/{task.id}/" not in letters["lan"]
    assert all("Đổi đơn vị thực hiện" in body and WHY in body and "Chủ trì: Sở Y tế" in body for body in letters.values())
