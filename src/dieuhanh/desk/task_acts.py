"""Everything that can be done to a task on its page: one row an act, with the step it takes, who may, its form and its verb."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

import msgspec
from django.core.files.uploadedfile import UploadedFile

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.tasks import actions, permissions
from dieuhanh.apps.tasks.actions import Holders, NewReport, NewTarget, SentFile
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.apps.tasks.models.tasks import ALL_DONE
from dieuhanh.apps.tasks.stepping import leading_agencies, leading_parts
from dieuhanh.desk.task_forms import (
    FINAL,
    ActForm,
    DeadlineForm,
    DropTargetForm,
    ExtensionForm,
    GrantForm,
    MeasureForm,
    NoteForm,
    ReasonForm,
    ReassignForm,
    ReportForm,
    RuleForm,
    TargetForm,
)
from dieuhanh.domain.task_states import State, Step, steps_from

Said = dict[str, Any]
Verb = Callable[[int, Said, User, dt.datetime], object]


class Act(msgspec.Struct, frozen=True):
    """`slug` is in its address; `step` is asked of the state of whoever leads, or of the task as a whole."""

    slug: str
    step: Step
    permission: str
    button: str
    done: str
    form: type[ActForm]
    verb: Verb
    of_part: bool = False  # taken by each agency of a collective for itself

    @property
    def name(self) -> str:
        return f"task_{self.step}"


def _report(task: int, said: Said, actor: User, at: dt.datetime) -> object:
    final = said["loai"] == FINAL
    new = NewReport(
        text=said["noi_dung"],
        final=final,
        document_number=said["so_van_ban"],
        progress=ALL_DONE if final else said["tien_do"],
        files=tuple(_sent(file) for file in said["tep"]),
    )
    return actions.report(task, new, part=said.get("phan"), actor=actor, at=at)


def _sent(file: UploadedFile[Any]) -> SentFile:
    return SentFile(file.name or "", bytes(file.read()))


def _set_target(task: int, said: Said, actor: User, at: dt.datetime) -> object:
    new = NewTarget(
        subject=said["ten"],
        comparator=said["so_sanh"],
        value=said["muc"],
        upper=said["muc_tren"] if said["muc_tren"] != "" else None,
        unit=said["don_vi"],
        by=said["den_khi"],
    )
    return actions.set_target(task, new, actor=actor, at=at)


def _with_reason(verb: Callable[..., object]) -> Verb:
    return lambda task, said, actor, at: verb(task, said["ly_do"], actor=actor, at=at)


def _of_part(verb: Callable[..., object]) -> Verb:
    return lambda task, said, actor, at: verb(task, said["ly_do"], part=said.get("phan"), actor=actor, at=at)


ACTS: tuple[Act, ...] = (
    Act(
        "giao",
        Step.ASSIGN,
        permissions.ASSIGN_TASKS,
        "Giao nhiệm vụ",
        "Đã giao nhiệm vụ.",
        ActForm,
        lambda task, _, actor, at: actions.assign_tasks([task], actor=actor, at=at),
    ),
    Act(
        "nhan",
        Step.ACCEPT,
        permissions.ACCEPT,
        "Nhận nhiệm vụ",
        "Đã nhận nhiệm vụ.",
        ActForm,
        lambda task, said, actor, at: actions.accept(task, part=said.get("phan"), actor=actor, at=at),
        of_part=True,
    ),
    Act("bao-cao", Step.REPORT, permissions.REPORT, "Báo cáo", "Đã gửi báo cáo.", ReportForm, _report, of_part=True),
    Act(
        "xac-nhan",
        Step.CONFIRM_DONE,
        permissions.CONFIRM_DONE,
        "Xác nhận hoàn thành",
        "Đã xác nhận hoàn thành.",
        NoteForm,
        lambda task, said, actor, at: actions.confirm_done(task, part=said.get("phan"), note=said["ghi_chu"], actor=actor, at=at),
        of_part=True,
    ),
    Act(
        "tra-lai",
        Step.SEND_BACK,
        permissions.SEND_BACK,
        "Trả lại",
        "Đã trả lại: nhiệm vụ tính là chưa xong.",
        ReasonForm,
        _of_part(actions.send_back),
        of_part=True,
    ),
    Act(
        "xin-gia-han",
        Step.ASK_EXTENSION,
        permissions.ASK_EXTENSION,
        "Xin gia hạn",
        "Đã gửi yêu cầu gia hạn.",
        ExtensionForm,
        lambda task, said, actor, at: actions.ask_extension(
            task, said["den_ngay"], said["ly_do"], part=said.get("phan"), actor=actor, at=at
        ),
        of_part=True,
    ),
    Act(
        "gia-han",
        Step.GRANT_EXTENSION,
        permissions.GRANT_EXTENSION,
        "Chấp thuận gia hạn",
        "Đã gia hạn.",
        GrantForm,
        lambda task, said, actor, at: actions.grant_extension(task, granted_on=said["den_ngay"], reason=said["ly_do"], actor=actor, at=at),
    ),
    Act(
        "khong-gia-han",
        Step.REFUSE_EXTENSION,
        permissions.REFUSE_EXTENSION,
        "Không gia hạn",
        "Đã trả lời: không gia hạn.",
        ReasonForm,
        _with_reason(actions.refuse_extension),
    ),
    Act(
        "so-lieu",
        Step.RECORD_MEASURE,
        permissions.RECORD_MEASURE,
        "Ghi số liệu chỉ tiêu",
        "Đã ghi số liệu.",
        MeasureForm,
        lambda task, said, actor, at: actions.record_measure(task, said["chi_tieu"], said["ngay"], said["so_lieu"], actor=actor, at=at),
    ),
    Act(
        "them-chi-tieu",
        Step.SET_TARGET,
        permissions.SET_TARGET,
        "Thêm chỉ tiêu",
        "Đã thêm chỉ tiêu.",
        TargetForm,
        _set_target,
    ),
    Act(
        "bo-chi-tieu",
        Step.DROP_TARGET,
        permissions.DROP_TARGET,
        "Bỏ chỉ tiêu",
        "Đã bỏ chỉ tiêu; số liệu đã ghi vẫn còn trong nhật ký.",
        DropTargetForm,
        lambda task, said, actor, at: actions.drop_target(task, said["chi_tieu"], said["ly_do"], actor=actor, at=at),
    ),
    Act(
        "tu-choi",
        Step.REFUSE,
        permissions.REFUSE,
        "Từ chối",
        "Đã từ chối; văn phòng sẽ xem và giao lại.",
        ReasonForm,
        _of_part(actions.refuse),
        of_part=True,
    ),
    Act(
        "giao-lai",
        Step.REASSIGN,
        permissions.REASSIGN,
        "Giao lại",
        "Đã giao lại nhiệm vụ; đơn vị cũ và đơn vị mới được báo.",
        ReassignForm,
        lambda task, said, actor, at: actions.reassign(
            task, Holders(lead=said["chu_tri"], cooperating=said["phoi_hop"]), said["ly_do"], actor=actor, at=at
        ),
    ),
    Act(
        "sua-thoi-han",
        Step.CORRECT_DEADLINE,
        permissions.CORRECT_DEADLINE,
        "Sửa thời hạn",
        "Đã sửa thời hạn; thời hạn cũ vẫn được giữ.",
        DeadlineForm,
        lambda task, said, actor, at: actions.correct_deadline(task, said["ngay"], said["ly_do"], actor=actor, at=at),
    ),
    Act(
        "doi-chu-ky",
        Step.CHANGE_RULE,
        permissions.CHANGE_RULE,
        "Đổi chu kỳ",
        "Đã đổi chu kỳ; chu kỳ cũ và các ngày cũ vẫn được giữ.",
        RuleForm,
        lambda task, said, actor, at: actions.change_rule(task, said["chu_ky"], said["ly_do"], actor=actor, at=at),
    ),
    Act("tam-dung", Step.SUSPEND, permissions.SUSPEND, "Tạm dừng", "Đã tạm dừng nhiệm vụ.", ReasonForm, _with_reason(actions.suspend)),
    Act(
        "tiep-tuc",
        Step.RESUME,
        permissions.RESUME,
        "Tiếp tục",
        "Nhiệm vụ được tiếp tục.",
        ActForm,
        lambda task, _, actor, at: actions.resume(task, actor=actor, at=at),
    ),
    Act("huy", Step.CANCEL, permissions.CANCEL, "Hủy nhiệm vụ", "Đã hủy nhiệm vụ.", ReasonForm, _with_reason(actions.cancel)),
    Act("bo", Step.DROP_DRAFT, permissions.DROP_DRAFT, "Bỏ dự thảo", "Đã bỏ dự thảo.", ReasonForm, _with_reason(actions.drop_draft)),
)


def parts_for(act: Act, task: Task, own: Collection[int] | None) -> list[Part] | None:
    """Whose step it could be among a collective, [] for nobody's; None where the task as a whole takes it.

    `own` are the agencies of the person, None for who sees every task.
    """
    if not (act.of_part and task.collective):
        return None
    asking = act.step is Step.ASK_EXTENSION
    return [
        part
        for part in leading_parts(task)
        if (own is None or part.agency_id in own) and (asking or act.step in steps_from(State(part.state)))
    ]


def is_open(act: Act, task: Task, own: set[int] | None, *, asked: bool) -> bool:
    """Whether the state permits it, and whose task it is; `asked` tells that a request for more time waits."""
    if act.step in (Step.GRANT_EXTENSION, Step.REFUSE_EXTENSION) and not asked:
        return False
    if act.step is Step.ASK_EXTENSION and (asked or task.due_on is None):
        return False
    if act.step is Step.REASSIGN and task.collective:
        return False
    if act.step is Step.DROP_TARGET and not task.targets.all():
        return False
    if act.step is Step.RECORD_MEASURE and not (task.targets.all() and (own is None or own & set(leading_agencies(task)))):
        return False
    if act.step is (Step.CORRECT_DEADLINE if task.recurring else Step.CHANGE_RULE):
        return False
    if task.recurring and act.of_part and act.step is not Step.ACCEPT:
        return False
    parts = parts_for(act, task, own)
    if parts is not None and act.step is not Step.ASK_EXTENSION:
        return bool(parts) and task.state not in (State.SUSPENDED, State.CANCELLED)
    if act.of_part and parts is None and own is not None and task.lead_id not in own:
        return False
    return parts != [] and act.step in steps_from(State(task.state))
