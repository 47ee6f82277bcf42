"""The forms of what can be done to a task; names of fields are Vietnamese without accents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from dieuhanh.apps.tasks.actions.reporting import LARGEST_FILE, MOST_FILES
from dieuhanh.apps.tasks.aims import words_of
from dieuhanh.apps.tasks.models import Part, PartRole, Task
from dieuhanh.desk.complaints import MEGABYTE
from dieuhanh.desk.fact_fields import NumberField
from dieuhanh.desk.task_fields import AGENCIES, DayField, HorizonField, LongField, ManyFilesField, ShortField, agencies_named
from dieuhanh.display.wording import COMPARATORS

FINAL, PROGRESS = "xong", "tien-do"


class ActForm(forms.Form):
    """Nothing but the button; with the agency that the act is about where several lead together."""

    def __init__(
        self, data: Any = None, files: Any = None, *, parts: list[Part] | None = None, task: Task | None = None, prefix: str | None = None
    ) -> None:
        super().__init__(data, files, prefix=prefix)
        self.task = task
        if parts is not None:
            choices = [(part.id, part.agency.name if part.agency else part.name) for part in parts]
            field = forms.TypedChoiceField(label="Đơn vị", choices=choices, coerce=int)
            self.fields = {"phan": field, **self.fields}

    @property
    def part(self) -> int | None:
        return self.cleaned_data.get("phan")


class ReasonForm(ActForm):
    """Why."""

    ly_do = LongField(label="Lý do")


class NoteForm(ActForm):
    """Perhaps a word with it."""

    ghi_chu = LongField(label="Ghi chú", required=False, rows=2)


class ReportForm(ActForm):
    """What was done, and what proves it."""

    loai = forms.ChoiceField(
        label="Báo cáo gì",
        choices=[(FINAL, "Đã hoàn thành, đề nghị xác nhận"), (PROGRESS, "Tiến độ, còn làm tiếp")],
        initial=FINAL,
        widget=forms.RadioSelect,
    )
    noi_dung = LongField(label="Kết quả", rows=5)
    so_van_ban = ShortField(label="Số văn bản kết quả", required=False, help_text="Ví dụ 123/BC-STC ngày 15/6/2026.")
    tien_do = forms.IntegerField(label="Tiến độ (%)", required=False, min_value=0, max_value=100, help_text="Chỉ khi báo cáo tiến độ.")
    tep = ManyFilesField(
        label="Tệp kèm theo",
        help_text=f"Không quá {MOST_FILES} tệp, mỗi tệp không quá {LARGEST_FILE // MEGABYTE} MB: PDF, DOCX, XLSX, PPTX, PNG, JPEG.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("loai") == PROGRESS and cleaned.get("tien_do") is None and "tien_do" not in self.errors:
            self.add_error("tien_do", "Báo cáo tiến độ cần số phần trăm.")
        return cleaned


class ExtensionForm(ActForm):
    """Until when, and why."""

    den_ngay = DayField(label="Xin đến ngày")
    ly_do = LongField(label="Lý do")


class GrantForm(ActForm):
    """The day that was asked for, or another."""

    den_ngay = DayField(label="Gia hạn đến ngày", required=False, help_text="Để trống: đúng ngày đơn vị xin.")
    ly_do = LongField(label="Ghi chú", required=False, rows=2)


class DeadlineForm(ActForm):
    """The day that a person sets."""

    ngay = DayField(label="Thời hạn mới", required=False, help_text="Để trống: không có thời hạn.")
    ly_do = LongField(label="Lý do sửa")


class ReassignForm(ActForm):
    """Who has the task from now on; agencies by any of their names, to be had as ids in `lead` and `cooperating`."""

    chu_tri = ShortField(label="Cơ quan chủ trì")
    phoi_hop = LongField(label="Cơ quan phối hợp", required=False, help_text="Mỗi dòng một cơ quan.")
    ly_do = LongField(label="Lý do giao lại", help_text="Đơn vị cũ và đơn vị mới cùng được báo; chủ trì mới phải nhận lại từ đầu.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chu_tri"].widget.attrs["list"] = AGENCIES
        if self.task:
            helping = [part.agency.name for part in self.task.parts.all() if part.role == PartRole.COOPERATING and part.agency]
            self.initial = {"chu_tri": self.task.lead.name if self.task.lead else "", "phoi_hop": "\n".join(helping)}

    def clean_chu_tri(self) -> int:
        return agencies_named([self.cleaned_data["chu_tri"]], timezone.localdate())[0]

    def clean_phoi_hop(self) -> tuple[int, ...]:
        names = [line.strip() for line in self.cleaned_data["phoi_hop"].splitlines() if line.strip()]
        lead = self.cleaned_data.get("chu_tri")
        return tuple(agency for agency in agencies_named(names, timezone.localdate()) if agency != lead)


class RuleForm(ActForm):
    """By which words a recurring task comes back."""

    chu_ky = ShortField(label="Chu kỳ mới", help_text="Ví dụ: trước ngày 20 hằng tháng; ngày 15 của tháng cuối quý.")
    ly_do = LongField(label="Lý do đổi", help_text="Kỳ chưa đến hạn chuyển theo chu kỳ mới; kỳ đã qua hoặc đã báo cáo giữ ngày cũ.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chu_ky"].initial = self.task.due_words if self.task else ""


class OfTargetForm(ActForm):
    """Which of the task's targets."""

    chi_tieu = forms.TypedChoiceField(label="Chỉ tiêu", coerce=int)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        targets = self.task.targets.all() if self.task else []
        choice = self.fields["chi_tieu"]
        if isinstance(choice, forms.TypedChoiceField):
            choice.choices = [(target.id, words_of(target)) for target in targets]


class MeasureForm(OfTargetForm):
    """What was measured of it, on which day."""

    ngay = DayField(label="Ngày đo", help_text="Số liệu ghi lại cho cùng một ngày thay cho số liệu trước.")
    so_lieu = NumberField(label="Số liệu", help_text="Ví dụ 1.250 hoặc 8,5.")


class DropTargetForm(OfTargetForm):
    """Why it need not be reached any more."""

    ly_do = LongField(label="Lý do bỏ")


class TargetForm(ActForm):
    """What is to be reached, by when."""

    ten = ShortField(label="Chỉ tiêu", help_text="Ví dụ: tỷ lệ hộ nghèo.")
    so_sanh = forms.ChoiceField(label="So sánh", choices=[(sign, words.strip() or "đúng bằng") for sign, words in COMPARATORS.items()])
    muc = NumberField(label="Mức cần đạt", help_text="Ví dụ 1.250 hoặc 8,5.")
    muc_tren = NumberField(label="Đến mức", required=False, help_text="Chỉ khi chỉ tiêu là một khoảng, như 8–9%.")
    don_vi = ShortField(label="Đơn vị tính", required=False, help_text="Ví dụ: %, hộ, tỷ đồng.")
    den_khi = HorizonField(label="Đạt vào lúc", required=False, help_text="Ví dụ: 2026; 31/12/2026; 2026–2030.")
