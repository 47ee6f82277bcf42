"""Agencies, people of theirs and of the office, and tasks between them, written for a test."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.agencies.models import Agency, AgencyName
from dieuhanh.apps.agencies.naming import name_key
from dieuhanh.apps.tasks.actions import Plan, add_task, assign_tasks, set_membership
from dieuhanh.apps.tasks.models import Task
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person

TODAY = dt.date(2026, 3, 2)  # of NOW in Vietnam
DUE = dt.date(2026, 3, 20)


class Cast(msgspec.Struct):
    """Whoever plays in a test."""

    finance: Agency
    health: Agency
    officer: User
    leader: User
    lan: User  # of finance
    mai: User  # of health


def cast() -> Cast:
    finance, health = (agency(name) for name in ("Sở Tài chính", "Sở Y tế"))
    lan, mai = person(Role.AGENCY, "lan"), person(Role.AGENCY, "mai")
    set_membership("lan", [finance.id], actor=TESTER, at=NOW)
    set_membership("mai", [health.id], actor=TESTER, at=NOW)
    return Cast(finance, health, person(Role.OFFICER, "officer"), person(Role.LEADER, "leader"), lan, mai)


def agency(name: str) -> Agency:
    """One of that name, without loading the lists of the nation."""
    made, new = Agency.objects.get_or_create(name=name, defaults={"place": "vn", "code": name, "kind": "province"})
    if new:
        AgencyName.objects.create(agency=made, name=name, key=name_key(name))
    return made


def given(plan: Plan, at: dt.datetime = NOW) -> Task:
    """A task by hand, assigned."""
    task = add_task(plan, actor=TESTER, at=at)
    return assign_tasks([task.id], actor=TESTER, at=at)[0]


def on(day: dt.date) -> dt.datetime:
    """Noon of a day in Vietnam."""
    return dt.datetime.combine(day, dt.time(5), dt.UTC)


def again(task: Task) -> Task:
    """As the database has it now."""
    return Task.objects.select_related("lead").get(id=task.id)
