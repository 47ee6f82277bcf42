"""A register with one digest that leaves much to doubt, and one person of each role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.digests.actions import compile_issue
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.tasks.actions import Plan, draft_tasks_of, set_membership
from dieuhanh.apps.tasks.models import Task
from dieuhanh.domain.composing import week_of
from dieuhanh.domain.rulings import Kind
from dieuhanh.domain.task_states import State
from tests.apps.agencies.known import know_agencies
from tests.apps.pages import LETTER, NOW, TESTER, digest_text, item, page, register
from tests.apps.people import person
from tests.apps.tasks.people_at_work import given

URL = "https://langson.gov.vn/tuan-19"
UNKNOWN = "Giao Sở Vũ trụ chủ trì, phối hợp với Sở Tài chính rà soát kinh phí trước mùa mưa lũ."
KNOWN = "Giao Sở Y tế chuẩn bị thuốc, báo cáo UBND tỉnh trước ngày 31/5/2024."
TEXT = digest_text(
    item("Nạo vét mương máng trước vụ mùa", LETTER.replace("07/5/2024", "07/5/2023"), UNKNOWN, KNOWN)
)  # with a warning: the year of the title

TASKS = "/ban-lam-viec/nhiem-vu/"
PDF = b"%PDF-1.4\n%%EOF\n"
LATER = dt.date(2099, 1, 5)

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
    know_agencies()
    register(page(TEXT, URL))


@pytest.fixture
def signed_in(people: dict[Role, User]) -> SignedIn:
    """A browser in which that person has signed in."""

    def sign_in(role: Role) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return sign_in


@pytest.fixture
def officer(signed_in: SignedIn) -> Client:
    return signed_in(Role.OFFICER)


@pytest.fixture
def agency(signed_in: SignedIn, people: dict[Role, User]) -> Client:
    """Of the department of health."""
    set_membership(people[Role.AGENCY].username, [health().id], actor=TESTER, at=NOW)
    return signed_in(Role.AGENCY)


def health() -> Agency:
    return Agency.objects.get(name="Sở Y tế")


def of_health(due_on: dt.date | None = LATER) -> Task:
    return given(Plan(title="Chuẩn bị thuốc", lead=health().id, due_on=due_on))


def act(client: Client, task: Task, slug: str, **said: object) -> int:
    """The status of the answer; fields without their prefix."""
    return client.post(f"{TASKS}{task.id}/{slug}/", {f"{slug}-{name}": value for name, value in said.items()}).status_code


def state(task: Task) -> State:
    return State(Task.objects.get(id=task.id).state)
