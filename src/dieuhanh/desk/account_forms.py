"""The forms of accounts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from dieuhanh.apps.accounts.roles import LABELS, Role
from dieuhanh.apps.accounts.tokens import LONGEST_LABEL
from dieuhanh.desk.task_fields import agencies_named

WHAT_ROLES_MAY = {
    Role.READER: "xem bàn làm việc",
    Role.AGENCY: "nhận việc, báo cáo, xin gia hạn cho cơ quan của mình",
    Role.LEADER: "xem mọi nhiệm vụ, xác nhận kết quả, gia hạn, duyệt và đăng bản tin",
    Role.OFFICER: "xác nhận, sửa, bác, thêm dữ kiện; giao và theo dõi nhiệm vụ",
    Role.EDITOR: "việc của chuyên viên; thêm: đưa trang vào sổ, soạn bản tin",
    Role.ADMINISTRATOR: "việc của biên tập và lãnh đạo; thêm: lập tài khoản, giao vai trò, xem nhật ký",
}
CHOICES = [(role.value, f"{label}: {WHAT_ROLES_MAY[role]}") for role, label in LABELS.items()]


def _password() -> forms.CharField:
    """Not stripped: what is typed is what is kept. Never shown again."""
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label="Mật khẩu", strip=False, help_text="Ít nhất 8 ký tự, không dễ đoán.", widget=widget)


class RolesForm(forms.Form):
    """The roles of a person."""

    roles = forms.MultipleChoiceField(
        label="Vai trò",
        choices=CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def chosen(self) -> frozenset[Role]:
        return frozenset(Role(name) for name in self.cleaned_data["roles"])


class MembershipForm(forms.Form):
    """The agencies that a person works for, by any of their names."""

    don_vi = forms.CharField(
        label="Làm việc cho đơn vị",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một đơn vị; để trống: không đơn vị nào.",
    )

    def __init__(self, today: dt.date, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self._today = today

    def clean_don_vi(self) -> list[int]:
        names = [line.strip() for line in self.cleaned_data["don_vi"].splitlines() if line.strip()]
        return agencies_named(names, self._today)


class AccountForm(RolesForm):
    """A new account."""

    username = forms.CharField(label="Tên đăng nhập", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    full_name = forms.CharField(label="Họ và tên", required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    password = _password()

    field_order = ("username", "full_name", "password", "roles")


class TokenForm(forms.Form):
    """What a new token is for."""

    label = forms.CharField(
        label="Khóa dùng cho việc gì",
        max_length=LONGEST_LABEL,
        help_text="Ví dụ: hệ thống quản lý văn bản của Sở.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AccessForm(forms.Form):
    """A new password for who forgot theirs."""

    password = _password()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].label = "Mật khẩu mới"
