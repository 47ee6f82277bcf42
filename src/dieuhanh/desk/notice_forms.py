"""The forms of reminders, private addresses and webhooks."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from django import forms

from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import LONGEST_URL
from dieuhanh.desk.task_fields import AGENCIES, ShortField, agencies_named
from dieuhanh.domain.urging import LONGEST_DAYS, MOST_DAYS, Schedule

EVENTS = {
    EventName.TASK_ASSIGNED: "giao nhiệm vụ",
    EventName.TASK_REPORTED: "đơn vị báo cáo",
    EventName.TASK_CONFIRMED: "xác nhận hoàn thành",
    EventName.TASK_EXTENDED: "gia hạn",
    EventName.TASK_OVERDUE: "nhiệm vụ quá hạn",
    EventName.DOCUMENT_REGISTERED: "văn bản vào sổ",
    EventName.ISSUE_PUBLISHED: "đăng bản tin tuần",
}
LISTED = "Các số cách nhau bằng dấu phẩy; để trống: không nhắc."


class DaysField(forms.CharField):
    """Some numbers of days: "5, 3, 1"."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=100, **options)

    def clean(self, value: Any) -> Any:
        parts = super().clean(value).replace(",", " ").replace(";", " ").split()
        wrong = any(not (part.isascii() and part.isdecimal()) or not 1 <= int(part) <= LONGEST_DAYS for part in parts)
        if wrong or len(parts) > MOST_DAYS:
            raise forms.ValidationError(f"Ghi nhiều nhất {MOST_DAYS} số từ 1 đến {LONGEST_DAYS}, ví dụ 5, 3, 1.")
        return tuple(int(part) for part in parts)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _days(label: str) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=LONGEST_DAYS)


class ScheduleForm(forms.Form):
    """On which working days somebody is reminded; fields are those of `Schedule`."""

    lead_before = DaysField(label="Đơn vị chủ trì: trước hạn (ngày làm việc)", help_text=f"{LISTED} Ngày hết hạn thì luôn nhắc.")
    lead_after = DaysField(label="Đơn vị chủ trì: sau hạn", help_text=LISTED)
    cooperating_before = DaysField(label="Đơn vị phối hợp: trước hạn", help_text=LISTED)
    cooperating_after = DaysField(label="Đơn vị phối hợp: sau hạn", help_text=LISTED)
    office_after = _days("Lên Văn phòng khi quá hạn (ngày làm việc)")
    leaders_after = _days("Lên lãnh đạo khi quá hạn (ngày làm việc)")
    again_every = _days("Còn quá hạn thì nhắc lại sau mỗi (ngày làm việc)")

    def __init__(self, standing: Schedule, data: Any = None) -> None:
        super().__init__(data, initial=msgspec.structs.asdict(standing))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        office, leaders = cleaned.get("office_after"), cleaned.get("leaders_after")
        if office and leaders and leaders < office:
            self.add_error("leaders_after", "Lãnh đạo không được nhắc trước Văn phòng.")
        return cleaned

    @property
    def schedule(self) -> Schedule:
        """Of a valid form."""
        return Schedule(**self.cleaned_data)


class AddressForm(forms.Form):
    """For which agency; who works for some chooses among them, who sees every task types any."""

    co_quan = ShortField(label="Đơn vị", widget=forms.TextInput(attrs={"list": AGENCIES}))

    def __init__(self, today: dt.date, data: Any = None) -> None:
        super().__init__(data)
        self._today = today

    def clean_co_quan(self) -> int:
        return agencies_named([self.cleaned_data["co_quan"].strip()], self._today)[0]


class SubscriptionForm(forms.Form):
    """Where to, and of what."""

    dia_chi = forms.CharField(
        label="Địa chỉ nhận", max_length=LONGEST_URL, help_text="http hoặc https trên mạng công cộng; địa chỉ trong mạng nội bộ bị từ chối."
    )
    su_kien = forms.MultipleChoiceField(
        label="Báo khi",
        choices=[(event.value, f"{label[:1].upper()}{label[1:]} ({event.value})") for event, label in EVENTS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một sự kiện."},
    )

    @property
    def events(self) -> list[EventName]:
        """Of a valid form."""
        return [EventName(name) for name in self.cleaned_data["su_kien"]]
