"""What is done to a task: one address an act, by the same actions as at the desk. A new act is a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from django.utils.timezone import now
from ninja import Path

from dieuhanh.api import links
from dieuhanh.api.parameters import Id
from dieuhanh.api.resource import Resource, View
from dieuhanh.api.resources.tasks import TAG
from dieuhanh.api.shapes import acts as bodies
from dieuhanh.api.shapes.tasks import TaskWhole, task_whole
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.agencies.directory import AgencyDirectory
from dieuhanh.apps.tasks import actions
from dieuhanh.apps.tasks.actions import Holders, NewReport, SentFile
from dieuhanh.apps.tasks.stepping import day_of, found_one
from dieuhanh.apps.tasks.versions import unchanged
from dieuhanh.errors import NotTaskError

Verb = Callable[[int, Any, User, dt.datetime], object]


class Act(msgspec.Struct, frozen=True):
    """`slug` is in its address, `body` what is sent, `verb` the action."""

    slug: str
    name: str
    body: Any
    summary: str
    verb: Verb


def _report(task: int, said: bodies.Reported, actor: User, at: dt.datetime) -> object:
    new = NewReport(text=said.text, document_number=said.document_number, files=_sent(said.files))
    return actions.report(task, new, part=said.part, actor=actor, at=at)


def _note_progress(task: int, said: bodies.Progressed, actor: User, at: dt.datetime) -> object:
    new = NewReport(text=said.text, final=False, progress=said.progress, files=_sent(said.files))
    return actions.report(task, new, part=said.part, actor=actor, at=at)


def _sent(files: bodies.Files) -> tuple[SentFile, ...]:
    return tuple(SentFile(file.name, file.content) for file in files)


def _ask(task: int, said: bodies.TimeAsked, actor: User, at: dt.datetime) -> object:
    return actions.ask_extension(task, said.wanted_on, said.reason, part=said.part, actor=actor, at=at)


def _grant(task: int, said: bodies.TimeGranted, actor: User, at: dt.datetime) -> object:
    return actions.grant_extension(task, granted_on=said.granted_on, reason=said.reason, actor=actor, at=at)


def _reassign(task: int, said: bodies.Reassigned, actor: User, at: dt.datetime) -> object:
    directory, on = AgencyDirectory(), day_of(at)

    def known(field: str, name: str) -> int:
        agency = directory.resolve(name, on)
        if agency is None:
            raise NotTaskError(field)
        return agency

    lead = None if said.lead is None else known("lead", said.lead)
    helping = None if said.cooperating is None else tuple(known("cooperating", name) for name in said.cooperating)
    return actions.reassign(task, Holders(lead=lead, cooperating=helping), said.reason, actor=actor, at=at)


def _with_reason(verb: Callable[..., object]) -> Verb:
    return lambda task, said, actor, at: verb(task, said.reason, actor=actor, at=at)


def _of_part(verb: Callable[..., object]) -> Verb:
    return lambda task, said, actor, at: verb(task, said.reason, part=said.part, actor=actor, at=at)


ACTS = (
    Act("assign", "assign_task", bodies.Nothing, "Giao dự thảo, hoặc nhiệm vụ bị từ chối, cho cơ quan",
        lambda task, _, actor, at: actions.assign_tasks([task], actor=actor, at=at)),
    Act("accept", "accept_task", bodies.Accepted, "Đơn vị nhận nhiệm vụ",
        lambda task, said, actor, at: actions.accept(task, part=said.part, actor=actor, at=at)),
    Act("refuse", "refuse_task", bodies.ReasonOfPart, "Đơn vị từ chối nhiệm vụ", _of_part(actions.refuse)),
    Act("reassign", "reassign_task", bodies.Reassigned, "Giao lại cho cơ quan chủ trì, phối hợp khác; chủ trì mới nhận lại từ đầu",
        _reassign),
    Act("progress", "note_progress", bodies.Progressed, "Đơn vị báo cáo tiến độ", _note_progress),
    Act("report", "report_task", bodies.Reported, "Đơn vị báo cáo đã xong", _report),
    Act("confirm", "confirm_task", bodies.Confirmed, "Xác nhận hoàn thành",
        lambda task, said, actor, at: actions.confirm_done(task, part=said.part, note=said.note, actor=actor, at=at)),
    Act("send-back", "send_back_task", bodies.ReasonOfPart, "Trả lại: nhiệm vụ tính là chưa xong", _of_part(actions.send_back)),
    Act("ask-extension", "ask_extension", bodies.TimeAsked, "Đơn vị xin gia hạn", _ask),
    Act("grant-extension", "grant_extension", bodies.TimeGranted, "Chấp thuận gia hạn", _grant),
    Act("refuse-extension", "refuse_extension", bodies.Reason, "Không chấp thuận gia hạn", _with_reason(actions.refuse_extension)),
    Act("suspend", "suspend_task", bodies.Reason, "Tạm dừng", _with_reason(actions.suspend)),
    Act("resume", "resume_task", bodies.Nothing, "Tiếp tục",
        lambda task, _, actor, at: actions.resume(task, actor=actor, at=at)),
    Act("cancel", "cancel_task", bodies.Reason, "Hủy nhiệm vụ", _with_reason(actions.cancel)),
)  # fmt: skip
HOW = (
    "Gửi “tag” của bản đã đọc trong If-Match: nếu từ đó đã có ai làm gì với nhiệm vụ thì trả lời 412 và không ghi gì. "
    "Trả lời là nhiệm vụ sau bước ấy."
)


def _view(act: Act) -> View:
    def perform(id: Path[Id], actor: User, said: Any, seen: str | None) -> TaskWhole:  # noqa: A002  the parameter's public name
        with unchanged(id, seen, actor):
            act.verb(id, said, actor, now())
            return task_whole(found_one(id, actor))

    return perform


RESOURCES = tuple(
    Resource(
        act.name,
        f"/tasks/{{id}}{links.ACTS}{act.slug}",
        _view(act),
        TaskWhole,
        TAG,
        act.summary,
        HOW,
        method="post",
        private=True,
        body=act.body,
    )
    for act in ACTS
)
