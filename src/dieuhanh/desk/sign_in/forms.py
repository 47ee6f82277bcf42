"""The forms of django-allauth with Vietnamese labels; placeholders go, for they vanish when one types."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.exceptions import ValidationError

LABELS = {
    "login": "Tên đăng nhập",
    "password": "Mật khẩu",
    "oldpassword": "Mật khẩu hiện tại",
    "password1": "Mật khẩu mới",
    "password2": "Nhập lại mật khẩu mới",
    "code": "Mã xác thực",
}
NOT_THE_SAME = "Hai lần nhập mật khẩu mới không giống nhau."


class InVietnamese:
    """Words the fields of the form that it is mixed into."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS[name]
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InVietnamese, LoginForm):  # type: ignore[misc]  # allauth comes without types; so the others
    pass


class NewPasswordForm(InVietnamese, ChangePasswordForm):  # type: ignore[misc]
    def add_error(self, field: str | None, error: Any) -> None:
        """allauth says only one thing of the second password by itself: that it differs."""
        super().add_error(field, NOT_THE_SAME if field == "password2" and not isinstance(error, ValidationError) else error)


class PasswordAgainForm(InVietnamese, ReauthenticateForm):  # type: ignore[misc]
    pass


class CodeForm(InVietnamese, mfa.AuthenticateForm):  # type: ignore[misc]
    pass


class CodeAgainForm(InVietnamese, mfa.ReauthenticateForm):  # type: ignore[misc]
    pass


class FirstCodeForm(InVietnamese, ActivateTOTPForm):  # type: ignore[misc]
    pass
