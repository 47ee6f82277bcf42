"""The chain: what it binds, what it refuses, what it notices."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from dieuhanh.apps.audit.actions import action
from dieuhanh.apps.audit.actors import Operator
from dieuhanh.apps.audit.chain import GENESIS, canonical_json
from dieuhanh.apps.audit.models import Entry, Head
from dieuhanh.apps.audit.verification import Verification, verify_chain
from dieuhanh.errors import NotPermittedError
from tests.apps.pages import NOW, TESTER
from tests.apps.throwaway import ROOT, command, copied, script

PROCESSES, EACH = 4, 20
UNPROTECT = {
    "sqlite": ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete"],
    "postgresql": ["DROP TRIGGER audit_entry_no_change ON audit_entry"],
}


def append(*keys: str, payload: object = None) -> None:
    with action(TESTER, "audit.try", NOW) as ledger:
        for key in keys:
            ledger.append("audit.Try", key, payload)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}', id="keys are sorted, nothing is spaced"),
        pytest.param("đ", '"\\u0111"', id="letters are escaped"),
        pytest.param("a\x00\ud800", '"a\\u0000\\ud800"', id="so are NUL and lone surrogates"),
    ],
)
def test_canonical_json(value: object, text: str) -> None:
    assert canonical_json(value) == text


def test_what_is_no_number_has_no_canonical_form() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json(float("nan"))


@pytest.mark.django_db
def test_entries_follow_one_another() -> None:
    append("một", "hai")
    append("ba", payload={"words": "'; DROP TABLE audit_entry; -- {{ 7*7 }} %s \x00 \ud800"})
    first, second, third = Entry.objects.order_by("sequence")
    assert first.previous_hash == GENESIS
    assert (second.previous_hash, third.previous_hash) == (first.hash, second.hash)
    assert third.payload == {"words": "'; DROP TABLE audit_entry; -- {{ 7*7 }} %s \x00 \ud800"}
    assert (third.actor, third.verb, third.at) == ("người thử", "audit.try", NOW)
    assert verify_chain() == Verification(3, None)


@pytest.mark.django_db
def test_an_action_that_changed_nothing_leaves_no_entry() -> None:
    append()
    assert verify_chain() == Verification(0, None)


@pytest.mark.django_db
def test_an_action_that_fails_leaves_nothing() -> None:
    def fail() -> None:
        with action(TESTER, "audit.try", NOW) as ledger:
            ledger.append("audit.Try", "một", None)
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fail()
    assert verify_chain() == Verification(0, None)


class Nobody:
    """Somebody signed in who may do nothing."""

    def get_username(self) -> str:
        return "nobody"

    def has_perm(self, perm: str) -> bool:
        return perm == ""


@pytest.mark.django_db
def test_who_may_not_act_is_refused() -> None:
    with pytest.raises(NotPermittedError) as caught, action(Nobody(), "audit.try", NOW):
        raise AssertionError("the action began")
    assert (caught.value.actor, caught.value.permission) == ("nobody", "audit.try")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Entry.objects.update(actor="ai khác"), id="changing"),
        pytest.param(lambda: Entry.objects.all().delete(), id="deleting"),
    ],
)
def test_the_database_refuses(change: Callable[[], object]) -> None:
    append("một")
    with pytest.raises(DatabaseError, match="neither changed nor deleted"), transaction.atomic():
        change()
    assert verify_chain() == Verification(1, None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param(lambda: Entry.objects.filter(sequence=2).update(actor="ai khác"), Verification(1, 2), id="another actor"),
        pytest.param(lambda: Entry.objects.filter(sequence=2).update(payload_json="1"), Verification(1, 2), id="another payload"),
        pytest.param(
            lambda: Entry.objects.filter(sequence=3).update(at=NOW + dt.timedelta(microseconds=1)), Verification(2, 3), id="another hour"
        ),
        pytest.param(lambda: Entry.objects.filter(sequence=1).delete(), Verification(0, 1), id="the first is gone"),
        pytest.param(lambda: Entry.objects.filter(sequence=3).delete(), Verification(2, 3), id="the last is gone"),
        pytest.param(lambda: Head.objects.update(hash=GENESIS), Verification(3, 4), id="another head"),
    ],
)
def test_tampering_is_noticed(change: Callable[[], object], found: Verification) -> None:
    append("một", "hai", "ba")
    with connection.cursor() as cursor:
        for statement in UNPROTECT[connection.vendor]:
            cursor.execute(statement)
    change()
    assert verify_chain() == found


def test_processes_append_at_once(tmp_path: Path, template: dict[str, str]) -> None:
    """No entry is lost, no two follow the same one."""
    with copied(template, tmp_path / "home") as environment:
        arguments = [sys.executable, str(ROOT / "tests/apps/audit/append_many.py"), str(EACH)]
        settings = {"DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
        started = [subprocess.Popen(arguments, env=environment | settings) for _ in range(PROCESSES)]
        assert [process.wait() for process in started] == [0] * PROCESSES
        assert f"Nhật ký: {1 + PROCESSES * EACH} mục, chuỗi nguyên vẹn." in command(environment, "check").stdout
        assert script(environment, "tests/apps/fingerprint.py").count('"verb": "audit.try"') == PROCESSES * EACH


def test_an_operator_may_do_everything() -> None:
    assert Operator("root").has_perm("documents.register_page")
