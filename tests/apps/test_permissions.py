"""Every write of every app against every role: what the table of roles says, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.contrib.auth.models import Permission
from pytest_django.plugin import DjangoDbBlocker

from dieuhanh.apps.accounts.actions import NewUser, add_user, change_password, refresh_roles, reset_access, set_roles
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.documents.actions import (
    acknowledge_warning,
    add_fact,
    confirm_fact,
    correct_fact,
    mark_fresh,
    name_documents,
    rebuild_pages,
    register_page,
    reject_fact,
)
from dieuhanh.apps.documents.actions.decide import Before
from dieuhanh.apps.documents.models import Page
from dieuhanh.apps.documents.shown import ShownFact, shown_facts
from dieuhanh.apps.tasks.permissions import SEE_EVERY_TASK
from dieuhanh.domain.rulings import Kind
from dieuhanh.errors import NotPermittedError
from tests.apps.fingerprint import register_fingerprint
from tests.apps.notices.every_action import NOTICE_ACTIONS, set_notices_stage
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register
from tests.apps.people import PASSWORD, person
from tests.apps.tasks.every_action import TASK_ACTIONS, set_stage
from tests.kept import kept

pytestmark = pytest.mark.django_db

TEXT = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER.replace("07/5/2024", "07/5/2023"), ORDER))  # with a warning
OFFICIAL = {"name": None, "position": "Chủ tịch UBND tỉnh"}


def before() -> Before:
    current = Page.objects.current().select_related("source").get()
    return Before(current.source.address, current.original_id)


def fact() -> ShownFact:
    current = Page.objects.current().select_related("source").get()
    return next(one for one in shown_facts(current) if one.kind is Kind.DEADLINE)


READING = {"audit.view_entry", SEE_EVERY_TASK}  # what lets a person see, not do
ACTIONS: list[tuple[str, str, Callable[[Actor], object]]] = [
    ("add_user", "accounts.add_user", lambda who: add_user(NewUser("mới", PASSWORD, frozenset({Role.READER})), actor=who, at=NOW)),
    ("set_roles", "accounts.set_roles", lambda who: set_roles(who.get_username(), [Role.ADMINISTRATOR], actor=who, at=NOW)),
    (
        "change_password",
        "accounts.enter_desk",
        lambda who: change_password(User.objects.get(username=who.get_username()), PASSWORD, at=NOW),
    ),
    ("reset_access", "accounts.reset_access", lambda who: reset_access(who.get_username(), PASSWORD, actor=who, at=NOW)),
    ("refresh_roles", "accounts.refresh_roles", lambda who: refresh_roles(actor=who, at=NOW)),
    ("load_agencies", "agencies.load_agencies", lambda who: load_agencies(actor=who, at=NOW)),
    ("register_page", "documents.register_page", lambda who: register_page(page(TEXT, "b"), actor=who, at=NOW)),
    ("mark_fresh", "documents.mark_fresh", lambda who: mark_fresh([before().address], actor=who, at=NOW)),
    ("rebuild_pages", "documents.rebuild_pages", lambda who: rebuild_pages([page(TEXT)], actor=who, at=NOW)),
    ("name_documents", "documents.rebuild_pages", lambda who: name_documents(1, 9, actor=who, at=NOW)),
    ("confirm_fact", "corrections.confirm_fact", lambda who: confirm_fact(before(), fact().id, actor=who, at=NOW)),
    ("correct_fact", "corrections.correct_fact", lambda who: correct_fact(before(), fact().id, fact().value, actor=who, at=NOW)),
    ("reject_fact", "corrections.reject_fact", lambda who: reject_fact(before(), fact().id, actor=who, at=NOW)),
    ("acknowledge_warning", "corrections.acknowledge_warning", lambda who: acknowledge_warning(before(), 0, actor=who, at=NOW)),
    (
        "add_fact",
        "corrections.add_fact",
        lambda who: add_fact(before(), Kind.OFFICIAL, fact().span or (0, 0), OFFICIAL, actor=who, at=NOW),
    ),
    *TASK_ACTIONS,
    *NOTICE_ACTIONS,
]


class Stage(NamedTuple):
    """A register on which each action can be taken by whoever may, and a person who tries."""

    role: Role
    username: str
    calm: list[str]  # the register's fingerprint as long as nobody has done anything


@pytest.fixture(scope="module", params=list(Role))
def stage(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stage]:  # noqa: ARG001  the database
    """For one role."""
    with kept(django_db_blocker):
        register(page(TEXT))
        who = person(request.param)
        set_stage(who.username)
        set_notices_stage()
        yield Stage(request.param, who.username, register_fingerprint())


@pytest.mark.parametrize(("permission", "act"), [pytest.param(p, act, id=name) for name, p, act in ACTIONS])
def test_who_may(permission: str, act: Callable[[Actor], object], stage: Stage) -> None:
    who = User.objects.get(username=stage.username)
    if permission in permissions_of(stage.role):
        act(who)
        return
    with pytest.raises(NotPermittedError) as caught:
        act(who)
    assert (caught.value.permission, register_fingerprint()) == (permission, stage.calm)


def test_every_permission_of_the_roles_is_one_of_an_app() -> None:
    rows = Permission.objects.values_list("content_type__app_label", "codename")
    assert permissions_of(Role.ADMINISTRATOR) <= {f"{app}.{verb}" for app, verb in rows}


def test_every_permission_of_an_action_belongs_to_a_role() -> None:
    elsewhere = {permission for permission in permissions_of(Role.ADMINISTRATOR) if permission.startswith("digests.")}  # tests/apps/digests
    assert {permission for _, permission, _ in ACTIONS} == permissions_of(Role.ADMINISTRATOR) - READING - elsewhere
