"""The forms of drafts: what is to be done, by whom, by when. Agencies are typed by any of their names, one a line."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from dieuhanh.apps.documents.models import Document
from dieuhanh.apps.search.numbers import documents_numbered
from dieuhanh.apps.tasks.calendar import working_calendar
from dieuhanh.apps.tasks.due import asked
from dieuhanh.apps.tasks.models import PartRole, Task
from dieuhanh.apps.tasks.typed import LONGEST, Plan
from dieuhanh.desk.task_fields import AGENCIES, DayField, LongField, ShortField, agencies_named
from dieuhanh.domain.deadlines import Explanation


class PlanForm(forms.Form):
    """A valid one gives a `Plan`; the document of the task stays what it was."""

    noi_dung = LongField(label="Nội dung nhiệm vụ", rows=4)
    chu_tri = ShortField(label="Cơ quan chủ trì", required=False)
    cung_chu_tri = LongField(label="Nhiều cơ quan cùng chủ trì", required=False, help_text="Mỗi dòng một cơ quan; khi ấy để trống ô trên.")
    cach_goi = ShortField(label="Cách gọi chung", required=False, help_text="Khi nhiều cơ quan cùng chủ trì: “Các sở, ban, ngành”.")
    phoi_hop = LongField(label="Cơ quan phối hợp", required=False, help_text="Mỗi dòng một cơ quan.")
    thoi_han = DayField(label="Thời hạn", required=False, help_text="Ngày cuối cùng còn đúng hạn. Để trống: tính từ lời văn bên dưới.")
    loi_van = ShortField(
        label="Thời hạn theo văn bản", required=False, help_text="Ví dụ: trước ngày 31/5; trong 05 ngày làm việc kể từ ngày ký; hằng quý."
    )
    dinh_ky = forms.BooleanField(label="Lặp lại theo kỳ nêu trong lời văn", required=False)

    def __init__(self, task: Task, today: dt.date, data: Any = None, *, prefix: str | None = None) -> None:
        super().__init__(data, initial=_said_by(task) if task.pk else {}, prefix=prefix)
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
            document=self.document[0],
            document_name=self.document[1],
            issued_on=self.issued_on,
        )

    @property
    def document(self) -> tuple[int | None, str]:
        """The document that orders it, as far as the register knows it, and its name."""
        return self._task.document_id, self._task.document_name

    @property
    def issued_on(self) -> dt.date | None:
        """The day from which words like "05 ngày làm việc" count."""
        return self._task.issued_on

    @property
    def explanation(self) -> Explanation | None:
        """What the typed words of the deadline mean; None where a day was typed, which is taken as it is, or no words. One query."""
        words = self.cleaned_data.get("loi_van", "")
        return asked(words, self.issued_on, working_calendar()) if words and not self.cleaned_data.get("thoi_han") else None


class NewTaskForm(PlanForm):
    """A task by hand, with its document or none."""

    van_ban = forms.CharField(
        label="Văn bản giao việc",
        required=False,
        max_length=LONGEST,
        help_text="Số, ký hiệu hoặc tên; có trong sổ thì nhiệm vụ được nối với văn bản. Để trống: không theo văn bản nào.",
    )
    ngay_van_ban = DayField(label="Ngày văn bản", required=False, help_text="Mốc tính của “trong 05 ngày làm việc kể từ ngày ký”.")

    field_order = (
        "noi_dung",
        "chu_tri",
        "cung_chu_tri",
        "cach_goi",
        "phoi_hop",
        "van_ban",
        "ngay_van_ban",
        "thoi_han",
        "loi_van",
        "dinh_ky",
    )

    def __init__(self, today: dt.date, data: Any = None) -> None:
        super().__init__(Task(), today, data)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed, day = cleaned.get("van_ban", ""), cleaned.get("ngay_van_ban")
        found = [one for one in documents_numbered(typed) if day is None or one.date in (None, day)]
        if len(found) > 1:
            self.add_error("ngay_van_ban", f"Sổ có {len(found)} văn bản mang số này; hãy nêu ngày văn bản.")
        cleaned["trong_so"] = found[0] if len(found) == 1 else None
        return cleaned

    @property
    def document(self) -> tuple[int | None, str]:
        known: Document | None = self.cleaned_data["trong_so"]
        return (known.id, str(known)) if known else (None, self.cleaned_data["van_ban"])

    @property
    def issued_on(self) -> dt.date | None:
        known: Document | None = self.cleaned_data.get("trong_so")
        typed: dt.date | None = self.cleaned_data.get("ngay_van_ban")
        return typed or (known.date if known else None)


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
