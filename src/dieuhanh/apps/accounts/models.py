"""The account of a person."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in (tài khoản); what they may do follows from their groups, which are the roles of roles.py."""

    username = models.CharField("tên đăng nhập", max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    full_name = models.CharField("họ và tên", max_length=200, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    is_active = models.BooleanField("được đăng nhập", default=True)
    date_joined = models.DateTimeField("ngày lập")

    objects = BaseUserManager["User"]()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = "người dùng"
        # Two names that differ only in their capitals would pass for one another in the audit chain.
        constraints = [models.UniqueConstraint(Lower("username"), name="accounts_user_name_in_any_case")]
        permissions = [
            ("enter_desk", "Vào bàn làm việc"),
            ("set_roles", "Giao vai trò cho người dùng"),
            ("reset_access", "Cấp lại quyền đăng nhập"),
            ("refresh_roles", "Cập nhật quyền của các vai trò"),
        ]

    def __str__(self) -> str:
        return self.username


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens by whether they still open anything."""

    def standing(self) -> TokenQuerySet:
        return self.filter(revoked_at=None)


class Token(models.Model):
    """What a program shows the API in place of a password (khóa API): it may do what the person may, until it is revoked.

    Only the SHA-256 is kept: a token has 256 random bits, so nothing slower is needed against guessing.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    label = models.CharField(max_length=100)  # what it is for, in the person's words
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = TokenQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.user}: {self.label}"
