"""Accounts, their names and passwords, and their roles."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from dieuhanh.apps.accounts.actions import NewUser, add_user, refresh_roles, set_roles
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import LABELS, Role, permissions_of
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.audit.models import Entry
from dieuhanh.config.migrating import is_up_to_date
from dieuhanh.errors import DieuhanhError, NameTakenError, NotNameError, NotPermittedError, UnknownUserError, WeakPasswordError
from tests.apps.pages import NOW, TESTER
from tests.apps.people import PASSWORD, person

pytestmark = pytest.mark.django_db


def test_an_account_has_its_roles_and_a_hash_of_its_password() -> None:
    user = add_user(NewUser("lan", PASSWORD, frozenset({Role.OFFICER}), "Nguyễn Thị Lan"), actor=TESTER, at=NOW)
    assert (str(user), user.full_name, user.check_password(PASSWORD), PASSWORD in user.password) == ("lan", "Nguyễn Thị Lan", True, False)
    assert user.get_all_permissions() == permissions_of(Role.OFFICER)
    entry = Entry.objects.get()
    assert (entry.verb, entry.object_key, entry.payload) == ("accounts.add_user", "lan", {"roles": ["officer"]})
    assert PASSWORD not in repr(NewUser("lan", PASSWORD, frozenset()))


@pytest.mark.parametrize(
    ("new", "error"),
    [
        pytest.param(NewUser("", PASSWORD, frozenset()), NotNameError, id="no name"),
        pytest.param(NewUser("a'; DROP TABLE x; --", PASSWORD, frozenset()), NotNameError, id="a name with signs of SQL"),
        pytest.param(NewUser("{{7*7}}", PASSWORD, frozenset()), NotNameError, id="a name with signs of a template"),
        pytest.param(NewUser("a\x00b", PASSWORD, frozenset()), NotNameError, id="a name with NUL"),
        pytest.param(NewUser("a" * 151, PASSWORD, frozenset()), NotNameError, id="a name too long"),
        pytest.param(NewUser("mai", PASSWORD, frozenset(), "a\x00b"), NotNameError, id="a person's name with NUL"),
        pytest.param(NewUser("LAN", PASSWORD, frozenset()), NameTakenError, id="a name in other capitals"),
        pytest.param(NewUser("mai", "", frozenset()), WeakPasswordError, id="no password"),
        pytest.param(NewUser("mai", "password", frozenset()), WeakPasswordError, id="a common password"),
        pytest.param(NewUser("mai", f"{PASSWORD}\udcff", frozenset()), WeakPasswordError, id="a password that is no text"),
    ],
)
def test_what_is_refused_leaves_no_account(new: NewUser, error: type[DieuhanhError]) -> None:
    person(Role.READER, "lan")
    with pytest.raises(error):
        add_user(new, actor=TESTER, at=NOW)
    assert [user.username for user in User.objects.all()] == ["lan"]


def test_the_database_holds_the_name_in_any_case() -> None:
    person(Role.READER, "lan")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="Lan", date_joined=NOW)


def test_roles_are_given_and_taken() -> None:
    person(Role.READER, "lan")
    set_roles("lan", [Role.EDITOR], actor=TESTER, at=NOW)
    assert User.objects.get().get_all_permissions() == permissions_of(Role.EDITOR)
    entries = Entry.objects.count()
    set_roles("lan", [Role.EDITOR], actor=TESTER, at=NOW)
    assert Entry.objects.count() == entries
    with pytest.raises(UnknownUserError):
        set_roles("mai", [Role.EDITOR], actor=TESTER, at=NOW)


def test_a_new_version_brings_roles_up_to_date() -> None:
    user = person(Role.OFFICER)
    user.groups.get().permissions.clear()
    assert not is_up_to_date()
    refresh_roles(actor=TESTER, at=NOW)
    assert is_up_to_date()
    assert User.objects.get().get_all_permissions() == permissions_of(Role.OFFICER)
    entries = Entry.objects.count()
    refresh_roles(actor=TESTER, at=NOW)
    assert Entry.objects.count() == entries


def test_only_an_administrator_makes_accounts() -> None:
    for role in Role:
        actor: Actor = person(role)
        new = NewUser(f"new-{role}", PASSWORD, frozenset({Role.ADMINISTRATOR}))
        if role is Role.ADMINISTRATOR:
            add_user(new, actor=actor, at=NOW)
        else:
            with pytest.raises(NotPermittedError):
                add_user(new, actor=actor, at=NOW)


def test_who_may_not_sign_in_may_do_nothing() -> None:
    user = person(Role.ADMINISTRATOR)
    User.objects.update(is_active=False)
    assert User.objects.get(id=user.id).get_all_permissions() == set()


def test_every_role_has_a_label() -> None:
    assert set(LABELS) == set(Role)


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        pytest.param(Role.READER, Role.AGENCY, id="an agency reads and reports"),
        pytest.param(Role.READER, Role.LEADER, id="a leader reads and judges"),
        pytest.param(Role.AGENCY, Role.OFFICER, id="an officer records what an agency says on paper"),
        pytest.param(Role.LEADER, Role.ADMINISTRATOR, id="an administrator does what a leader decides"),
        pytest.param(Role.OFFICER, Role.EDITOR, id="an editor tends the register besides"),
        pytest.param(Role.EDITOR, Role.ADMINISTRATOR, id="an administrator runs it besides"),
    ],
)
def test_a_role_may_all_that_another_may_and_more(lower: Role, higher: Role) -> None:
    assert permissions_of(lower) < permissions_of(higher)


def test_an_agency_decides_on_no_fact_and_a_leader_reports_nothing() -> None:
    its_own = {word for word in permissions_of(Role.AGENCY) if word.startswith(("tasks.", "notices."))}
    assert permissions_of(Role.AGENCY) - its_own == permissions_of(Role.READER)
    assert not permissions_of(Role.LEADER) & permissions_of(Role.AGENCY) - permissions_of(Role.READER)
