"""The forms of the week: which days, words of an entry, reasons, hours. Names of fields are Vietnamese without accents."""

from __future__ import annotations

from typing import Any

from django import forms

from dieuhanh.apps.digests.actions.correct_issue import LONGEST_STATEMENT
from dieuhanh.apps.digests.actions.review_issue import LONGEST_REASON
from dieuhanh.apps.digests.contents import LONGEST_BODY, LONGEST_LINE, MOST_ENTRIES
from dieuhanh.desk.task_fields import DayField
from dieuhanh.domain.composing.weeks import days_between, week_of
from dieuhanh.errors import NotWeekError
from dieuhanh.extract.facts import Period

HOUR_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y", "%H:%M ngày %d/%m/%Y"]
BODY_ROWS = 14


class WordsField(forms.CharField):
    """Words of one paragraph or several."""

    def __init__(self, *, rows: int, longest: int, **options: Any) -> None:
        super().__init__(max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **options)


class WeekForm(forms.Form):
    """A week by its number, or days; a valid one has `period`."""

    tuan = forms.CharField(
        label="Tuần",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"type": "week"}),
        help_text="Năm và số tuần trong năm, từ thứ Hai đến Chủ nhật; ví dụ 2024-W03.",
    )
    tu_ngay = DayField(label="Hoặc từ ngày", required=False, help_text="Chỉ điền ô này: tuần có ngày ấy.")
    den_ngay = DayField(label="Đến ngày", required=False, help_text="Kỳ khác một tuần, không quá 31 ngày.")

    period: Period

    def clean(self) -> dict[str, Any]:
        """Raises NotWeekError through `days`, which the view words."""
        cleaned = super().clean() or {}
        week, start, end = cleaned.get("tuan"), cleaned.get("tu_ngay"), cleaned.get("den_ngay")
        if self.errors:
            return cleaned
        if bool(week) == bool(start) or (end and not start):
            raise forms.ValidationError("Hãy điền tuần, hoặc điền ngày; không điền cả hai.")
        try:
            self.period = week_of(week) if week else _days(start, end)
        except NotWeekError as error:
            wrong = (
                "Kỳ này dài quá 31 ngày, hoặc ngày cuối đứng trước ngày đầu."
                if end
                else f"Không có tuần “{error.words}”. Hãy viết như 2024-W03."
            )
            raise forms.ValidationError(wrong) from error
        return cleaned


class EntryForm(forms.Form):
    """Headline and text of an entry."""

    ten = WordsField(label="Tên mục", rows=2, longest=LONGEST_LINE)
    noi_dung = WordsField(label="Nội dung", rows=BODY_ROWS, longest=LONGEST_BODY, required=False, help_text="Mỗi đoạn một dòng.")


class TitleForm(forms.Form):
    """The title of the issue."""

    ten = WordsField(label="Tiêu đề", rows=3, longest=LONGEST_LINE)


class StatementForm(forms.Form):
    """What a correction says that it changed."""

    dinh_chinh = WordsField(
        label="Đính chính điều gì",
        rows=3,
        longest=LONGEST_STATEMENT,
        help_text="Câu này hiện trên đầu bản tin cho mọi người đọc, cùng ngày đính chính.",
    )


class NewEntryForm(StatementForm, EntryForm):
    """A new entry of a published issue, where it goes, and what the public is told."""

    vi_tri = forms.IntegerField(
        label="Vị trí trong số",
        min_value=1,
        max_value=MOST_ENTRIES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "place", "autocomplete": "off"}),
        help_text="Số thứ tự của mục mới; các mục từ vị trí ấy lùi xuống một.",
        error_messages={"invalid": "Vị trí là một số, tính từ 1.", "min_value": "Vị trí tính từ 1.", "max_value": "Vị trí quá lớn."},
    )
    field_order = ("ten", "noi_dung", "vi_tri", "dinh_chinh")


class PlainForm(forms.Form):
    """Nothing but the button."""


class ReasonForm(forms.Form):
    """Why."""

    ly_do = WordsField(label="Lý do", rows=3, longest=LONGEST_REASON)


class HourForm(forms.Form):
    """A moment in Vietnam."""

    luc = forms.DateTimeField(
        label="Đăng lúc",
        input_formats=HOUR_FORMATS,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "Giờ phải có dạng 07:30 31/12/2026."},
        help_text="Giờ Việt Nam. Máy phải đang chạy dieuhanh worker.",
    )


def _days(start: Any, end: Any) -> Period:
    """From the one to the other, or the week that has the first. Raises NotWeekError."""
    if end:
        return days_between(start, end)
    year, week, _ = start.isocalendar()
    return week_of(f"{year}-W{week:02d}")
