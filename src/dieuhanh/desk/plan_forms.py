"""The form of a draft: what is to be done, by whom, by when. Agencies are typed by any of their names, one a line."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from dieuhanh.apps.tasks.models import PartRole, Task
from dieuhanh.apps.tasks.typed import Plan
from dieuhanh.desk.task_fields import DayField, LongField, ShortField, agencies_named

AGENCIES = "co-quan-da-biet"  # the list of names that the browser offers


class PlanForm(forms.Form):
    """A valid one gives a `Plan`; the document of the task stays what it was."""

    noi_dung = LongField(label="Nội dung nhiệm vụ", rows=4)
    chu_tri = ShortField(label="Cơ quan chủ trì", required=False)
    cung_chu_tri = LongField(label="Nhiều cơ quan cùng chủ trì", required=False, help_text="Mỗi dòng một cơ quan; khi ấy để trống ô trên.")
    cach_goi = ShortField(label="Cách gọi chung", required=False, help_text="Khi nhiều cơ quan cùng chủ trì: “Các sở, ban, ngành”.")
    phoi_hop = LongField(label="Cơ quan phối hợp", required=False, help_text="Mỗi dòng một cơ quan.")
    thoi_han = DayField(label="Thời hạn", required=False, help_text="Ngày cuối cùng còn đúng hạn. Để trống: tính từ lời văn bên dưới.")
    loi_van = ShortField(label="Thời hạn theo văn bản", required=False, help_text="Ví dụ: trước ngày 31/5; 05 ngày làm việc; hằng quý.")
    dinh_ky = forms.BooleanField(label="Lặp lại theo kỳ nêu trong lời văn", required=False)

    def __init__(self, task: Task, today: dt.date, data: Any = None, *, prefix: str | None = None) -> None:
        super().__init__(data, initial=_said_by(task), prefix=prefix)
        self.fields["chu_tri"].widget.attrs["list"] = AGENCIES
        self._task, self._today = task, today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for field in ("chu_tri", "cung_chu_tri", "phoi_hop"):
            names = [line.strip() for line in cleaned.get(field, "").splitlines() if line.strip()]
            cleaned[field] = self._agencies(field, names)
        if cleaned["chu_tri"] and cleaned["cung_chu_tri"]:
            self.add_error("cung_chu_tri", "Chỉ điền một trong hai: một cơ quan chủ trì, hoặc nhiều cơ quan cùng chủ trì.")
        if cleaned["cung_chu_tri"] and not cleaned.get("cach_goi"):
            self.add_error("cach_goi", "Hãy nêu cách gọi chung của các cơ quan cùng chủ trì.")
        return cleaned

    def _agencies(self, field: str, names: list[str]) -> tuple[int, ...]:
        try:
            return tuple(agencies_named(names, self._today))
        except forms.ValidationError as error:
            self.add_error(field, error)
            return ()

    @property
    def plan(self) -> Plan:
        """Of a valid form."""
        said, task = self.cleaned_data, self._task
        lead = next(iter(said["chu_tri"]), None)
        return Plan(
            title=said["noi_dung"],
            lead=lead,
            lead_name=said["cach_goi"] if said["cung_chu_tri"] else task.lead_name if lead in (None, task.lead_id) else "",
            collective=said["cung_chu_tri"],
            cooperating=tuple(agency for agency in said["phoi_hop"] if agency != lead),
            due_on=said["thoi_han"],
            due_words=said["loi_van"],
            recurring=said["dinh_ky"],
            document=task.document_id,
            document_name=task.document_name,
            issued_on=task.issued_on,
        )


def _said_by(task: Task) -> dict[str, Any]:
    """What the task says now, as the form has it."""
    names = {role: "\n".join(part.agency.name for part in task.parts.all() if part.role == role and part.agency) for role in PartRole}
    return {
        "noi_dung": task.title,
        "chu_tri": task.lead.name if task.lead else "",
        "cung_chu_tri": names[PartRole.LEAD],
        "cach_goi": task.lead_name if task.collective else "",
        "phoi_hop": names[PartRole.COOPERATING],
        "thoi_han": task.due_on,
        "loi_van": task.due_words,
        "dinh_ky": task.recurring,
    }
