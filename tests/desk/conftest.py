"""A register with one digest that leaves much to doubt, and one person of each role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.actions import load_agencies
from tests.apps.pages import LETTER, NOW, TESTER, digest_text, item, page, register
from tests.apps.people import person

URL = "https://langson.gov.vn/tuan-19"
UNKNOWN = "Giao Sở Vũ trụ chủ trì, phối hợp với Sở Tài chính rà soát kinh phí trước mùa mưa lũ."
KNOWN = "Giao Sở Y tế chuẩn bị thuốc, báo cáo UBND tỉnh trước ngày 31/5/2024."
TEXT = digest_text("Việc không có tin", item("Nạo vét mương máng trước vụ mùa", LETTER, UNKNOWN, KNOWN))

SignedIn = Callable[[Role], Client]


@pytest.fixture
def people(db: None) -> dict[Role, User]:  # noqa: ARG001  asks for the database
    return {role: person(role) for role in Role}


@pytest.fixture
def register_of_one(db: None) -> None:  # noqa: ARG001
    load_agencies(actor=TESTER, at=NOW)
    register(page(TEXT, URL))


@pytest.fixture
def signed_in(people: dict[Role, User]) -> SignedIn:
    """A browser in which that person has signed in."""

    def sign_in(role: Role) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return sign_in
