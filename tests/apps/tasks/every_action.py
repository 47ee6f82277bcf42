"""Every action of the app, with a stage on which each can be taken by whoever may."""

from __future__ import annotations

from collections.abc import Callable

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.models import Source
from dieuhanh.apps.tasks.actions import (
    Holders,
    NewReport,
    NewTarget,
    Plan,
    SubTask,
    accept,
    add_subtasks,
    add_task,
    add_tasks,
    ask_extension,
    assign_tasks,
    cancel,
    change_rule,
    confirm_done,
    correct_deadline,
    draft_tasks_of,
    drop_draft,
    drop_target,
    edit_draft,
    grant_extension,
    import_tasks,
    make_occurrences,
    merge_drafts,
    pass_to_successors,
    reassign,
    record_measure,
    refuse,
    refuse_extension,
    report,
    resume,
    send_back,
    set_calendar_day,
    set_membership,
    set_target,
    split_draft,
    suspend,
)
from dieuhanh.apps.tasks.models import Task, TaskTarget
from dieuhanh.apps.tasks.sheets.columns import TAKEN
from tests.apps.pages import NOW, TESTER
from tests.apps.tasks.people_at_work import DUE, TODAY, agency, given

LATER = DUE.replace(month=4)
DONE = NewReport(text="Đã xong")
GIVEN = ("given", "reported", "asked", "resting")


def set_stage(username: str) -> None:
    """Tasks of an agency that the person works for, each called after how far it is."""
    finance, _ = (agency(name).id for name in ("Sở Tài chính", "Sở Y tế"))
    set_membership(username, [finance], actor=TESTER, at=NOW)
    for title in ("draft", "other draft"):
        add_task(Plan(title=title, lead=finance), actor=TESTER, at=NOW)
    for title in GIVEN:
        given(Plan(title=title, lead=finance, due_on=DUE))
    given(Plan(title="recurring", lead=finance, due_words="hằng tháng", recurring=True))
    report(task("reported"), DONE, actor=TESTER, at=NOW)
    ask_extension(task("asked"), LATER, "Chờ số liệu", actor=TESTER, at=NOW)
    suspend(task("resting"), "Chờ ý kiến", actor=TESTER, at=NOW)
    TaskTarget.objects.create(task_id=task("given"), order=0, subject="tỷ lệ", comparator=">=", value=1, unit="%")


def task(title: str) -> int:
    return Task.objects.get(title=title).id


def plan() -> Plan:
    return Plan(title="x", lead=Agency.objects.get(name="Sở Tài chính").id)


def pages() -> str:
    return Source.objects.get().address


AIM = NewTarget(subject="tỷ lệ hộ nghèo", comparator="<=", value=5, unit="%", by="2026")
SHEET = ",".join(TAKEN) + "\n,Rà soát,Sở Tài chính,,,,,,,\n"

TASK_ACTIONS: list[tuple[str, str, Callable[[Actor], object]]] = [
    ("edit_draft", "tasks.edit_draft", lambda who: edit_draft(task("draft"), plan(), actor=who, at=NOW)),
    ("merge_drafts", "tasks.merge_drafts", lambda who: merge_drafts([task("draft"), task("other draft")], actor=who, at=NOW)),
    ("split_draft", "tasks.split_draft", lambda who: split_draft(task("draft"), [plan(), plan()], actor=who, at=NOW)),
    ("drop_draft", "tasks.drop_draft", lambda who: drop_draft(task("draft"), "Trùng", actor=who, at=NOW)),
    ("assign_tasks", "tasks.assign_tasks", lambda who: assign_tasks([task("draft")], actor=who, at=NOW)),
    ("add_task", "tasks.add_task", lambda who: add_task(plan(), actor=who, at=NOW)),
    ("add_tasks", "tasks.add_task", lambda who: add_tasks([plan()], actor=who, at=NOW)),
    ("accept", "tasks.accept", lambda who: accept(task("given"), actor=who, at=NOW)),
    ("refuse", "tasks.refuse", lambda who: refuse(task("given"), "Không phải việc của Sở", actor=who, at=NOW)),
    ("report", "tasks.report", lambda who: report(task("given"), DONE, actor=who, at=NOW)),
    ("ask_extension", "tasks.ask_extension", lambda who: ask_extension(task("given"), LATER, "Chờ", actor=who, at=NOW)),
    ("add_subtasks", "tasks.add_subtasks", lambda who: add_subtasks(task("given"), [SubTask(title="x")], actor=who, at=NOW)),
    (
        "record_measure",
        "tasks.record_measure",
        lambda who: record_measure(task("given"), TaskTarget.objects.get().id, TODAY, 1, actor=who, at=NOW),
    ),
    ("confirm_done", "tasks.confirm_done", lambda who: confirm_done(task("reported"), actor=who, at=NOW)),
    ("send_back", "tasks.send_back", lambda who: send_back(task("reported"), "Thiếu", actor=who, at=NOW)),
    ("grant_extension", "tasks.grant_extension", lambda who: grant_extension(task("asked"), actor=who, at=NOW)),
    ("refuse_extension", "tasks.refuse_extension", lambda who: refuse_extension(task("asked"), "Gấp", actor=who, at=NOW)),
    ("correct_deadline", "tasks.correct_deadline", lambda who: correct_deadline(task("given"), LATER, "Nhầm", actor=who, at=NOW)),
    (
        "reassign",
        "tasks.reassign",
        lambda who: reassign(task("given"), Holders(lead=agency("Sở Y tế").id), "Đúng chức năng", actor=who, at=NOW),
    ),
    ("set_target", "tasks.set_target", lambda who: set_target(task("given"), AIM, actor=who, at=NOW)),
    ("drop_target", "tasks.drop_target", lambda who: drop_target(task("given"), TaskTarget.objects.get().id, "Thôi", actor=who, at=NOW)),
    ("change_rule", "tasks.change_rule", lambda who: change_rule(task("recurring"), "hằng quý", "Bớt báo cáo", actor=who, at=NOW)),
    ("suspend", "tasks.suspend", lambda who: suspend(task("given"), "Chờ", actor=who, at=NOW)),
    ("resume", "tasks.resume", lambda who: resume(task("resting"), actor=who, at=NOW)),
    ("cancel", "tasks.cancel", lambda who: cancel(task("given"), "Thôi", actor=who, at=NOW)),
    ("import_tasks", "tasks.import_tasks", lambda who: import_tasks(SHEET.encode(), actor=who, at=NOW)),
    ("draft_tasks_of", "tasks.draft_tasks", lambda who: draft_tasks_of([pages()], actor=who, at=NOW)),
    (
        "set_calendar_day",
        "tasks.set_calendar_day",
        lambda who: set_calendar_day(TODAY, working=False, name="Nghỉ bù", actor=who, at=NOW),
    ),
    ("pass_to_successors", "tasks.pass_to_successors", lambda who: pass_to_successors(TODAY, actor=who, at=NOW)),
    ("make_occurrences", "tasks.make_occurrences", lambda who: make_occurrences(TODAY, actor=who, at=NOW)),
    ("set_membership", "tasks.set_membership", lambda who: set_membership(who.get_username(), [], actor=who, at=NOW)),
]
