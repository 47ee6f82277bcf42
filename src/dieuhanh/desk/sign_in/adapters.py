"""What django-allauth does otherwise here: nobody signs up, a new password leaves its entry, errors are worded in Vietnamese."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.utils import timezone

from dieuhanh.apps.accounts.actions import change_password
from dieuhanh.apps.accounts.models import User

TOO_MANY = "Đã thử quá nhiều lần. Hãy đợi ít phút rồi thử lại."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth comes without types
    """Accounts are made by an administrator; there is no mail."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đã bị khóa.",
        "enter_current_password": "Mật khẩu hiện tại chưa đúng.",
        "incorrect_password": "Mật khẩu chưa đúng.",
        "incorrect_code": "Mã chưa đúng hoặc đã hết hạn.",
        "invalid_login": "Không đăng nhập được.",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  allauth's argument
        return False

    def set_password(self, user: User, password: str) -> None:
        """The person's own wish, already checked against their old password and the validators."""
        change_password(user, password, at=timezone.now())


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth comes without types
    """Second factors: a program that shows codes, and codes on paper."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "Mã chưa đúng hoặc đã hết hạn.",
        "rate_limited": TOO_MANY,
        "cannot_delete_authenticator": "Không tắt được xác thực hai lớp.",
        "cannot_generate_recovery_codes": "Cần bật xác thực hai lớp trước khi tạo mã dự phòng.",
    }

    def build_totp_svg(self, url: str) -> str:
        """The picture as a part of the page, so without its XML declaration: our policy lets no image come from a data: address."""
        return str(super().build_totp_svg(url)).partition("?>")[2]
