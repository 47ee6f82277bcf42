"""A task from draft to done, with all that may come between; each step in the chain."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator

import pytest

from dieuhanh.apps.audit.models import Entry
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.tasks.actions import (
    NewReport,
    Plan,
    SentFile,
    SubTask,
    accept,
    add_subtasks,
    ask_extension,
    cancel,
    confirm_done,
    correct_deadline,
    edit_draft,
    grant_extension,
    record_measure,
    refuse,
    refuse_extension,
    report,
    resume,
    send_back,
    suspend,
)
from dieuhanh.apps.tasks.actions.assigning import assign_tasks
from dieuhanh.apps.tasks.models import Attachment, Cause, Report, TaskDeadline, TaskTarget
from dieuhanh.apps.tasks.stepping import snapshot
from dieuhanh.apps.tasks.verification import unattested_tasks
from dieuhanh.domain.task_states import State
from dieuhanh.errors import (
    DieuhanhError,
    ForbiddenStepError,
    LateRequestError,
    NoSuchTaskError,
    NotAttachmentError,
    NotPermittedError,
    NotTaskError,
    SecretTextError,
    TooLargeError,
)
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, TODAY, Cast, again, cast, given, on

pytestmark = pytest.mark.django_db

DONE = NewReport(text="Đã rà soát xong", document_number="15/BC-STC")
DAY = dt.timedelta(days=1)


@pytest.fixture
def people() -> Iterator[Cast]:
    """Whatever a test does, each task stands at its end where the chain says."""
    yield cast()
    assert list(unattested_tasks()) == []


def plan(people: Cast, **changes: object) -> Plan:
    return Plan(**{"title": "Rà soát kinh phí", "lead": people.finance.id, "cooperating": (people.health.id,), "due_on": DUE} | changes)  # type: ignore[arg-type]


def docx(*members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for member in ("[Content_Types].xml", *members):
            package.writestr(member, "<x/>")
    return file.getvalue()


def test_a_task_goes_its_way_and_every_step_is_in_the_chain(people: Cast) -> None:
    task = given(plan(people))
    accept(task.id, actor=people.lan, at=NOW)
    report(task.id, DONE, actor=people.lan, at=on(DUE))
    send_back(task.id, "Thiếu số liệu cấp xã", actor=people.officer, at=on(DUE + DAY))
    assert again(task).state == State.SENT_BACK
    report(task.id, DONE, actor=people.lan, at=on(DUE + 3 * DAY))
    confirm_done(task.id, actor=people.leader, at=on(DUE + 9 * DAY))
    done = again(task)
    assert (done.state, done.done_on, done.progress) == (State.DONE, DUE + 3 * DAY, 100)
    assert [part.state for part in done.parts.all()] == [State.DONE]
    assert [said.verdict for said in Report.objects.order_by("id")] == ["sent_back", "confirmed"]
    entries = Entry.objects.filter(object_type="tasks.Task", object_key=str(task.id)).order_by("sequence")
    assert [entry.verb.removeprefix("tasks.") for entry in entries] == [
        "add_task", "assign_tasks", "accept", "report", "send_back", "report", "confirm_done",
    ]  # fmt: skip
    assert [entry.payload["task"]["state"] for entry in entries] == [
        "draft", "assigned", "accepted", "reported", "sent_back", "reported", "done",
    ]  # fmt: skip
    assert entries[6].payload["task"] == snapshot(done)
    assert verify_chain().broken_at is None


def test_a_refused_task_is_given_to_another(people: Cast) -> None:
    task = given(plan(people, cooperating=()))
    refuse(task.id, "Không thuộc chức năng của Sở", actor=people.lan, at=NOW)
    edit_draft(task.id, plan(people, lead=people.health.id, cooperating=()), actor=people.officer, at=NOW)
    assign_tasks([task.id], actor=people.officer, at=NOW)
    accept(task.id, actor=people.mai, at=NOW)
    assert (again(task).state, again(task).lead) == (State.ACCEPTED, people.health)
    with pytest.raises(NoSuchTaskError):
        accept(task.id, actor=people.lan, at=NOW)


def test_more_time_is_asked_before_the_old_day_and_every_deadline_is_kept(people: Cast) -> None:
    task = given(plan(people))
    ask_extension(task.id, DUE + 5 * DAY, "Chờ số liệu", actor=people.lan, at=on(DUE))
    with pytest.raises(NotTaskError):
        ask_extension(task.id, DUE + 6 * DAY, "Lần nữa", actor=people.lan, at=on(DUE))
    refuse_extension(task.id, "Việc gấp", actor=people.leader, at=on(DUE))
    assert again(task).due_on == DUE
    ask_extension(task.id, DUE + 5 * DAY, "Chờ số liệu", actor=people.lan, at=on(DUE))
    grant_extension(task.id, granted_on=DUE + 4 * DAY, actor=people.leader, at=on(DUE))
    assert again(task).due_on == DUE + 4 * DAY
    with pytest.raises(LateRequestError):
        ask_extension(task.id, DUE + 9 * DAY, "Muộn", actor=people.lan, at=on(DUE + 5 * DAY))
    correct_deadline(task.id, None, "Không có thời hạn", actor=people.officer, at=on(DUE))
    history = TaskDeadline.objects.filter(task=task).order_by("number").values_list("cause", "due_on")
    assert list(history) == [(Cause.TYPED, DUE), (Cause.EXTENDED, DUE + 4 * DAY), (Cause.CORRECTED, None)]


def test_a_task_that_rests_goes_on_where_it_was(people: Cast) -> None:
    task = given(plan(people))
    accept(task.id, actor=people.lan, at=NOW)
    suspend(task.id, "Chờ ý kiến Bộ", actor=people.leader, at=NOW)
    with pytest.raises(ForbiddenStepError) as caught:
        report(task.id, DONE, actor=people.lan, at=NOW)
    assert (caught.value.state, caught.value.step) == ("suspended", "report")
    resume(task.id, actor=people.leader, at=NOW)
    assert again(task).state == State.ACCEPTED
    cancel(task.id, "Văn bản bị bãi bỏ", actor=people.leader, at=NOW)
    assert again(task).state == State.CANCELLED


def test_a_collective_is_done_when_each_of_its_agencies_is(people: Cast) -> None:
    task = given(plan(people, lead=None, lead_name="các sở, ban, ngành", collective=(people.finance.id, people.health.id), cooperating=()))
    finance, health = task.parts.order_by("order")
    report(task.id, DONE, part=finance.id, actor=people.lan, at=on(DUE))
    assert again(task).state == State.ACCEPTED
    with pytest.raises(NotPermittedError):
        report(task.id, DONE, part=health.id, actor=people.lan, at=on(DUE))
    confirm_done(task.id, part=finance.id, actor=people.officer, at=on(DUE + DAY))
    assert (again(task).state, again(task).progress) == (State.ACCEPTED, 50)
    report(task.id, DONE, part=health.id, actor=people.mai, at=on(DUE + 2 * DAY))
    assert again(task).state == State.REPORTED
    confirm_done(task.id, part=health.id, actor=people.officer, at=on(DUE + 3 * DAY))
    assert (again(task).state, again(task).done_on, again(task).progress) == (State.DONE, DUE + 2 * DAY, 100)
    assert finance.reports.count() == health.reports.count() == 1


def test_a_part_of_who_cooperates_is_its_own(people: Cast) -> None:
    task = given(plan(people))
    part = task.parts.get()
    accept(task.id, part=part.id, actor=people.mai, at=NOW)
    report(task.id, NewReport(text="Được một nửa", final=False, progress=50), part=part.id, actor=people.mai, at=NOW)
    part.refresh_from_db()
    assert (part.state, part.progress, again(task).state, again(task).progress) == (State.ACCEPTED, 50, State.ASSIGNED, 0)


def test_progress_of_a_task_is_that_of_its_subtasks_by_weight(people: Cast) -> None:
    task = given(plan(people))
    heavy, light = add_subtasks(
        task.id,
        [SubTask(title="Thu thập số liệu", weight=3), SubTask(title="Viết báo cáo", lead=people.health.id, due_on=DUE)],
        actor=people.lan,
        at=NOW,
    )
    report(heavy.id, DONE, actor=people.lan, at=NOW)
    report(light.id, NewReport(text="Đang viết", final=False, progress=50), actor=people.mai, at=NOW)
    assert again(task).progress == 87
    report(task.id, DONE, actor=people.lan, at=NOW)
    assert again(task).progress == 87
    with pytest.raises(NotTaskError):
        confirm_done(task.id, actor=people.officer, at=NOW)
    cancel(light.id, "Không cần nữa", actor=people.officer, at=NOW)
    confirm_done(heavy.id, actor=people.officer, at=NOW)
    confirm_done(task.id, actor=people.officer, at=NOW)
    assert (again(task).state, again(task).progress) == (State.DONE, 100)


def test_measures_are_kept_by_day(people: Cast) -> None:
    task = given(plan(people))
    target = TaskTarget.objects.create(task=task, order=0, subject="tỷ lệ giải ngân", comparator=">=", value=95, unit="%")
    record_measure(task.id, target.id, TODAY - DAY, 40, actor=people.lan, at=NOW)
    record_measure(task.id, target.id, TODAY, 45, actor=people.lan, at=NOW)
    record_measure(task.id, target.id, TODAY, 46.5, actor=people.lan, at=NOW)
    assert list(target.measures.order_by("on").values_list("value", flat=True)) == [40, 46.5]
    for on_day, value in ((TODAY + DAY, 50.0), (TODAY, float("nan"))):
        with pytest.raises(NotTaskError):
            record_measure(task.id, target.id, on_day, value, actor=people.lan, at=NOW)


def test_attachments_are_what_their_bytes_say(people: Cast) -> None:
    task = given(plan(people))
    files = (
        SentFile("C:\\Users\\lan\\Báo cáo.docx", docx("word/document.xml")),
        SentFile("../../etc/ket-qua.txt", b"%PDF-1.7 ..."),
        SentFile("again.pdf", b"%PDF-1.7 ..."),
    )
    report(task.id, NewReport(text="Xong", files=files), actor=people.lan, at=NOW)
    kept = Attachment.objects.listed().values_list("name", "media_type")
    assert [(name, kind.rpartition(".")[2]) for name, kind in kept] == [("Báo cáo.docx", "document"), ("again.pdf", "application/pdf")]


@pytest.mark.parametrize(
    ("new", "error"),
    [
        pytest.param(NewReport(text=" \n "), NotTaskError, id="a report says something"),
        pytest.param(NewReport(text="a\0b"), NotTaskError, id="what cannot be printed is refused"),
        pytest.param(NewReport(text="Nửa", final=False, progress=101), NotTaskError, id="progress is in percent"),
        pytest.param(NewReport(text="MẬT\nKế hoạch"), SecretTextError, id="a mark of secrecy"),
        pytest.param(NewReport(text="x", files=(SentFile("a.pdf", b"MZ\x90"),)), NotAttachmentError, id="a program called a.pdf"),
        pytest.param(NewReport(text="x", files=(SentFile("a.pdf", b""),)), NotAttachmentError, id="an empty file"),
        pytest.param(
            NewReport(text="x", files=(SentFile("a.docx", docx("word/document.xml", "word/vbaProject.bin")),)),
            NotAttachmentError,
            id="a document with macros",
        ),
        pytest.param(NewReport(text="x", files=(SentFile("a.zip", docx("a.txt")),)), NotAttachmentError, id="any other archive"),
        pytest.param(
            NewReport(text="x", files=tuple(SentFile("a.pdf", b"%PDF-" + bytes([n])) for n in range(11))), NotTaskError, id="too many files"
        ),
        pytest.param(NewReport(text="x", files=(SentFile("a.pdf", b"%PDF-" + bytes(21 << 20)),)), TooLargeError, id="too large a file"),
    ],
)
def test_a_report_that_cannot_be_taken_leaves_nothing(people: Cast, new: NewReport, error: type[DieuhanhError]) -> None:
    task = given(plan(people))
    entries = Entry.objects.count()
    with pytest.raises(error):
        report(task.id, new, actor=people.lan, at=NOW)
    assert (Report.objects.count(), Attachment.objects.count(), Entry.objects.count()) == (0, 0, entries)
    assert again(task).state == State.ASSIGNED


STRANGE: list[tuple[str, Callable[[int, Cast], object]]] = [
    ("accept", lambda task, people: accept(task, actor=people.mai, at=NOW)),
    ("refuse", lambda task, people: refuse(task, "x", actor=people.mai, at=NOW)),
    ("report", lambda task, people: report(task, DONE, actor=people.mai, at=NOW)),
    ("ask_extension", lambda task, people: ask_extension(task, DUE + DAY, "x", actor=people.mai, at=NOW)),
    ("add_subtasks", lambda task, people: add_subtasks(task, [SubTask(title="x")], actor=people.mai, at=NOW)),
    ("record_measure", lambda task, people: record_measure(task, 1, TODAY, 1, actor=people.mai, at=NOW)),
]


@pytest.mark.parametrize("act", [pytest.param(act, id=name) for name, act in STRANGE])
def test_an_agency_cannot_tell_a_foreign_task_from_none(people: Cast, act: Callable[[int, Cast], object]) -> None:
    task = given(plan(people, cooperating=()))
    for number in (task.id, 10**6):
        with pytest.raises(NoSuchTaskError) as caught:
            act(number, people)
        assert caught.value.task == number


@pytest.mark.parametrize("act", [pytest.param(act, id=name) for name, act in STRANGE if name != "record_measure"])
def test_who_cooperates_does_not_act_for_the_lead(people: Cast, act: Callable[[int, Cast], object]) -> None:
    task = given(plan(people))
    with pytest.raises(NotPermittedError):
        act(task.id, people)


def test_the_operator_may_do_everything(people: Cast) -> None:
    task = given(plan(people))
    report(task.id, DONE, actor=TESTER, at=NOW)
    confirm_done(task.id, actor=TESTER, at=NOW)
    assert again(task).state == State.DONE
