"""Signing in: what it takes, what it refuses, how it ends."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.models import Entry
from dieuhanh.desk import guard
from tests.apps.people import PASSWORD
from tests.desk.conftest import SignedIn

pytestmark = pytest.mark.django_db

NEW = "Suối Lân chảy qua bốn mùa"  # a password of people who do not exist
HOME = "/ban-lam-viec/"
TWO_FACTORS = "/ban-lam-viec/hai-lop/bat/"


@pytest.fixture(autouse=True)
def _no_attempts() -> None:
    cache.clear()


def sign_in(client: Client, login: str = "officer", password: str = PASSWORD, to: str = "", **extra: object) -> str:
    """Where it leads, or what the page says."""
    response = client.post("/dang-nhap/", {"login": login, "password": password, "next": to}, **extra)  # type: ignore[arg-type]  # headers
    return response["Location"] if response.status_code == 302 else response.content.decode()


def test_a_person_signs_in_and_out(client: Client, people: dict[Role, User]) -> None:  # noqa: ARG001
    assert sign_in(client) == HOME
    shown = client.get(HOME).content.decode()
    assert "officer" in shown
    assert "chuyên viên" in shown
    assert client.get("/dang-xuat/").status_code == 200  # asks; only a POST does it
    assert client.get(HOME).status_code == 200
    assert client.post("/dang-xuat/")["Location"] == "/"
    assert client.get(HOME)["Location"] == f"/dang-nhap/?next={HOME}"


@pytest.mark.parametrize(
    ("to", "location"),
    [
        pytest.param("/ban-lam-viec/?a=1", "/ban-lam-viec/?a=1", id="the page that was wanted"),
        pytest.param("https://evil.example/", HOME, id="another site"),
        pytest.param("//evil.example/", HOME, id="another site without its scheme"),
        pytest.param("javascript:alert(1)", HOME, id="a script"),
    ],
)
def test_it_leads_back(client: Client, people: dict[Role, User], to: str, location: str) -> None:  # noqa: ARG001
    assert sign_in(client, to=to) == location


@pytest.mark.parametrize(
    ("login", "password", "words"),
    [
        pytest.param("officer", "sai", "Tên đăng nhập hoặc mật khẩu chưa đúng.", id="a wrong password"),
        pytest.param("khong-co", PASSWORD, "Tên đăng nhập hoặc mật khẩu chưa đúng.", id="an unknown name is told apart by nothing"),
        pytest.param("", "", "Trường này là bắt buộc", id="nothing"),
        pytest.param("' OR 1=1 --", "{{ 7*7 }}", "&#x27; OR 1=1 --", id="signs of SQL and of templates"),
        pytest.param('"><script>alert(1)</script>', "x", "&lt;script&gt;alert(1)", id="markup"),
        pytest.param("officer\0", PASSWORD, "", id="a NUL"),
    ],
)
def test_it_refuses(client: Client, people: dict[Role, User], login: str, password: str, words: str) -> None:  # noqa: ARG001
    said = sign_in(client, login, password)
    assert words in said
    assert "<script>alert" not in said
    assert "<h1>Đăng nhập</h1>" in said


def test_guessing_is_slowed_down_for_the_name_that_is_guessed(client: Client, people: dict[Role, User]) -> None:  # noqa: ARG001
    for _ in range(5):
        assert "chưa đúng" in sign_in(client, "officer", "sai")
    assert "Đã thử quá nhiều lần" in sign_in(client)
    assert sign_in(client, "editor") == HOME


def test_guessing_at_many_names_is_slowed_down_for_the_address(client: Client) -> None:
    said = [sign_in(client, f"ten-{n}", "sai") for n in range(21)]
    assert "Đã thử quá nhiều lần" in said[-1]


def test_someone_locked_out_cannot_sign_in(client: Client, people: dict[Role, User]) -> None:
    User.objects.filter(id=people[Role.OFFICER].id).update(is_active=False)
    assert sign_in(client) == "/dang-nhap/bi-khoa/"
    assert client.get(HOME).status_code == 302


def test_the_session_cookie_is_kept_close(client: Client, people: dict[Role, User]) -> None:  # noqa: ARG001
    sign_in(client)
    cookie = client.cookies["phien"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["max-age"]) == (True, "Lax", "", "")
    sign_in(other := Client(), "editor", secure=True)
    assert other.cookies["phien"]["secure"] is True


def test_the_desk_locks_itself(client: Client, people: dict[Role, User], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    sign_in(client)
    start = timezone.now()

    def after(minutes: float) -> int:
        monkeypatch.setattr(timezone, "now", lambda: start + dt.timedelta(minutes=minutes))
        return client.get(HOME).status_code

    assert [after(0), after(25), after(50), after(79), after(109.5)] == [200, 200, 200, 200, 302]


def test_a_session_is_written_once_a_minute(client: Client, people: dict[Role, User]) -> None:  # noqa: ARG001
    sign_in(client)
    client.get(HOME)
    seen = client.session[guard.SEEN]
    client.get(HOME)
    assert client.session[guard.SEEN] == seen


def test_a_form_of_another_site_is_refused(people: dict[Role, User]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people[Role.OFFICER])
    response = strict.post("/dang-xuat/")
    assert response.status_code == 403
    assert "Chưa có gì được ghi" in response.content.decode()
    assert strict.get(HOME).status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        pytest.param(PASSWORD, NEW, NEW, None, id="a good one"),
        pytest.param("sai", NEW, NEW, "Mật khẩu hiện tại chưa đúng.", id="the old one is wrong"),
        pytest.param(PASSWORD, NEW, NEW + "!", "Hai lần nhập mật khẩu mới không giống nhau.", id="two different ones"),
        pytest.param(PASSWORD, "12345678", "12345678", "phổ biến", id="an easy one"),
    ],
)
def test_a_new_password(signed_in: SignedIn, old: str, new: str, again: str, words: str | None) -> None:
    client = signed_in(Role.OFFICER)
    response = client.post("/ban-lam-viec/mat-khau/", {"oldpassword": old, "password1": new, "password2": again})
    assert (response.status_code == 302) is (words is None)
    assert words is None or words in response.content.decode()
    user = User.objects.get(username="officer")
    assert user.check_password(new) is (words is None)
    assert Entry.objects.filter(verb="accounts.enter_desk", object_key="officer").count() == int(words is None)


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_two_factors(client: Client, people: dict[Role, User]) -> None:  # noqa: ARG001
    sign_in(client)
    assert client.get(TWO_FACTORS)["Location"].startswith("/dang-nhap/lai/?next=")  # who sits here must know the password
    assert "Mật khẩu chưa đúng" in client.post("/dang-nhap/lai/", {"password": "sai", "next": TWO_FACTORS}).content.decode()
    assert client.post("/dang-nhap/lai/", {"password": PASSWORD, "next": TWO_FACTORS})["Location"] == TWO_FACTORS
    page = client.get(TWO_FACTORS)
    assert "<svg" in page.content.decode()
    secret = page.context["form"].secret
    assert "Mã chưa đúng" in client.post(TWO_FACTORS, {"code": "000000"}).content.decode()
    assert client.post(TWO_FACTORS, {"code": code_of(secret)}).status_code == 302
    (paper, *_) = client.get("/ban-lam-viec/hai-lop/ma-du-phong/").context["unused_codes"]
    client.post("/dang-xuat/")
    assert sign_in(client) == "/dang-nhap/ma/"
    assert client.get(HOME).status_code == 302  # the password alone is not enough
    assert "Mã chưa đúng" in client.post("/dang-nhap/ma/", {"code": "000000"}).content.decode()
    assert client.post("/dang-nhap/ma/", {"code": paper})["Location"] == HOME
    client.post("/dang-xuat/")
    sign_in(client)
    assert "Mã chưa đúng" in client.post("/dang-nhap/ma/", {"code": paper}).content.decode()  # only once
