"""A register with one digest that leaves much to doubt, and one person of each role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.digests.actions import compile_issue
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.tasks.actions import draft_tasks_of
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.composing import week_of
from dieuhanh.domain.rulings import Kind
from tests.apps.pages import LETTER, NOW, TESTER, digest_text, item, page, register
from tests.apps.people import person

URL = "https://langson.gov.vn/tuan-19"
UNKNOWN = "Giao Sở Vũ trụ chủ trì, phối hợp với Sở Tài chính rà soát kinh phí trước mùa mưa lũ."
KNOWN = "Giao Sở Y tế chuẩn bị thuốc, báo cáo UBND tỉnh trước ngày 31/5/2024."
TEXT = digest_text(
    item("Nạo vét mương máng trước vụ mùa", LETTER.replace("07/5/2024", "07/5/2023"), UNKNOWN, KNOWN)
)  # with a warning: the year of the title

SignedIn = Callable[[Role], Client]


def current() -> Page:
    return Page.objects.current().select_related("source").get()


def source() -> int:
    return current().source_id


def fact(kind: Kind, words: str = "") -> ShownFact:
    """The first of its kind that is shown."""
    return next(one for one in shown_facts(current()) if one.kind is kind and words in one.place.words)


def order() -> Task:
    """A draft of the only digest that an agency leads."""
    draft_tasks_of([URL], actor=TESTER, at=NOW)
    return Task.objects.drafts().get(lead__name="Sở Y tế")


def weekly() -> Issue:
    """The draft of the days on which the only document of the register was issued."""
    return compile_issue(week_of("2023-W18"), today=NOW.date(), actor=TESTER, at=NOW)


def at(path: str = "") -> str:
    """An address of the only digest: "", "them/", "du-kien/…/"."""
    return f"/ban-lam-viec/ban-tin/{source()}/{path}"


def version() -> dict[str, str]:
    """The hidden field of every form."""
    return {"ban": current().original_id}


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
