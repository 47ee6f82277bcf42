"""A person's own tokens at the desk: shown once, listed without their words, revoked by whoever has them."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dieuhanh.apps.accounts.models import Token, User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.accounts.tokens import MOST_STANDING, make_token, owner_of, revoke_token
from dieuhanh.errors import NotPermittedError
from tests.apps.pages import NOW, TESTER
from tests.desk.conftest import SignedIn

pytestmark = pytest.mark.django_db

PAGE = "/ban-lam-viec/khoa-api/"
SECRET = re.compile(r"dh_[\w-]{43}")


@pytest.fixture
def agency(signed_in: SignedIn) -> Client:
    return signed_in(Role.AGENCY)


def test_a_token_is_shown_once(agency: Client, people: dict[Role, User]) -> None:
    made = agency.post(PAGE, {"label": "Hệ thống của Sở"})
    (secret,) = SECRET.findall(made.content.decode())
    assert owner_of(secret) == people[Role.AGENCY]
    again = agency.get(PAGE).content.decode()
    assert ("Hệ thống của Sở" in again, SECRET.findall(again)) == (True, [])
    agency.post(f"{PAGE}{Token.objects.get().id}/thu-hoi/")
    assert (owner_of(secret), "Chưa có khóa nào." in agency.get(PAGE).content.decode()) == (None, True)


def test_another_s_token_is_none_of_theirs(agency: Client, people: dict[Role, User]) -> None:
    make_token(people[Role.OFFICER].username, "khác", actor=TESTER, at=NOW)
    token = Token.objects.get()
    assert "khác" not in agency.get(PAGE).content.decode()
    assert agency.post(f"{PAGE}{token.id}/thu-hoi/").status_code == 404
    for do in (
        lambda: revoke_token(token.id, actor=people[Role.AGENCY], at=NOW),
        lambda: make_token("officer", "x", actor=people[Role.AGENCY], at=NOW),
    ):
        with pytest.raises(NotPermittedError):
            do()
    assert Token.objects.standing().count() == 1


@pytest.mark.parametrize("label", ["", "   ", "x" * 101, "a\x07b"], ids=["nothing", "spaces", "too long", "not printable"])
def test_what_it_is_for_must_be_said(agency: Client, label: str) -> None:
    assert (agency.post(PAGE, {"label": label}).status_code, Token.objects.count()) == (422, 0)


def test_nobody_has_more_than_so_many(agency: Client) -> None:
    answers = [agency.post(PAGE, {"label": f"khóa {number}"}).status_code for number in range(MOST_STANDING + 1)]
    assert answers == [200] * MOST_STANDING + [422]
