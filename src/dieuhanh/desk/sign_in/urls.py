"""The addresses of signing in: those of django-allauth that we use, under its names, which it looks up itself. There is no sign-up."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path

from dieuhanh.desk.guard import requires, unkept

urlpatterns = [
    path("dang-nhap/", unkept(account.login), name="account_login"),
    path("dang-nhap/ma/", unkept(mfa.authenticate), name="mfa_authenticate"),
    path("dang-nhap/bi-khoa/", unkept(account.account_inactive), name="account_inactive"),
    path("dang-nhap/lai/", requires()(account.reauthenticate), name="account_reauthenticate"),
    path("dang-nhap/lai/ma/", requires()(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("dang-xuat/", unkept(account.logout), name="account_logout"),
    path("ban-lam-viec/mat-khau/", requires()(account.password_change), name="account_change_password"),
    path("ban-lam-viec/hai-lop/", requires()(mfa.index), name="mfa_index"),
    path("ban-lam-viec/hai-lop/bat/", requires()(totp.activate_totp), name="mfa_activate_totp"),
    path("ban-lam-viec/hai-lop/tat/", requires()(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("ban-lam-viec/hai-lop/ma-du-phong/", requires()(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("ban-lam-viec/hai-lop/ma-du-phong/tao/", requires()(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
]
