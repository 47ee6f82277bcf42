"""The forms of the working calendar."""

from __future__ import annotations

from django import forms

from dieuhanh.desk.task_fields import DayField, ShortField

OFF, WORKED = "nghi", "lam"


class CalendarDayForm(forms.Form):
    """A day, what it is, and on whose word."""

    ngay = DayField(label="Ngày")
    loai = forms.ChoiceField(
        label="Ngày này", choices=[(OFF, "Nghỉ"), (WORKED, "Làm việc (làm bù)")], initial=OFF, widget=forms.RadioSelect
    )
    ten = ShortField(label="Lý do", help_text="Dịp nghỉ hoặc văn bản quyết định, ví dụ “Nghỉ bù Quốc khánh, Thông báo 45/TB-UBND”.")

    @property
    def working(self) -> bool:
        return bool(self.cleaned_data["loai"] == WORKED)


class RemovalForm(forms.Form):
    """Why the day is taken back."""

    ly_do = ShortField(label="Lý do")
