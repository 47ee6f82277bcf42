"""Every write on issues against every role: what the table of roles says, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests import actions
from dieuhanh.apps.digests.contents import IssueContent
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.models import Document
from dieuhanh.domain.composing import Rule
from dieuhanh.domain.gate import FindingKind
from dieuhanh.domain.topics import Topic
from dieuhanh.errors import NotPermittedError
from tests.apps.digests import weeks
from tests.apps.fingerprint import register_fingerprint
from tests.apps.pages import NOW, TESTER, page, register
from tests.apps.people import person

pytestmark = pytest.mark.django_db

LATER = NOW + dt.timedelta(hours=1)
Act = Callable[[Actor, int], object]


def nothing() -> None:
    register(page(weeks.TEXT))


def drafted_with_a_finding() -> None:
    issue = weeks.draft()
    actions.save_issue(issue.pk, 1, weeks.with_body(issue, 0, "31/5/2024", "30/5/2024"), actor=TESTER, at=NOW)


def scheduled() -> None:
    actions.schedule_issue(weeks.approved().pk, LATER, actor=TESTER, at=NOW)


def changed(issue: int) -> IssueContent:
    return weeks.with_body(Issue.objects.get(pk=issue), 0, "rà soát kinh phí, ", "")


ACTIONS: list[tuple[str, str, Callable[[], object], Act]] = [
    ("compile", "digests.compile_issue", nothing, lambda who, _: actions.compile_issue(weeks.WEEK, today=weeks.TODAY, actor=who, at=NOW)),
    ("recompile", "digests.save_issue", weeks.draft, lambda who, k: actions.recompile_entry(k, 1, 1, actor=who, at=NOW)),
    ("save", "digests.save_issue", weeks.draft, lambda who, k: actions.save_issue(k, 1, changed(k), actor=who, at=NOW)),
    ("recheck", "digests.save_issue", weeks.draft, lambda who, k: actions.recheck_entry(k, 1, actor=who, at=NOW)),
    (
        "waive",
        "digests.waive_finding",
        drafted_with_a_finding,
        lambda who, k: actions.waive_finding(k, 1, FindingKind.NUMBER, "30/5/2024", "đã hỏi lại", actor=who, at=NOW),
    ),
    ("submit", "digests.submit_issue", weeks.draft, lambda who, k: actions.submit_issue(k, actor=who, at=NOW)),
    ("send back", "digests.send_back_issue", weeks.in_review, lambda who, k: actions.send_back_issue(k, "thiếu mục", actor=who, at=NOW)),
    ("approve", "digests.approve_issue", weeks.in_review, lambda who, k: actions.approve_issue(k, 1, actor=who, at=NOW)),
    ("publish", "digests.publish_issue", weeks.approved, lambda who, k: actions.publish_issue(k, actor=who, at=NOW)),
    ("schedule", "digests.publish_issue", weeks.approved, lambda who, k: actions.schedule_issue(k, LATER, actor=who, at=NOW)),
    ("publish what is due", "digests.publish_issue", scheduled, lambda who, _: actions.publish_due(actor=who, at=LATER)),
    (
        "correct",
        "digests.correct_issue",
        weeks.published,
        lambda who, k: actions.correct_issue(k, 1, changed(k), "Bỏ một vế thừa.", actor=who, at=NOW),
    ),
    (
        "choose topics",
        "digests.choose_topics",
        nothing,
        lambda who, _: actions.choose_topics(Document.objects.order_by("id")[0].pk, ["y-te"], actor=who, at=NOW),
    ),
    ("load the scheme", "digests.edit_scheme", nothing, lambda who, _: actions.load_scheme(actor=who, at=NOW)),
    ("set a topic", "digests.edit_scheme", nothing, lambda who, _: actions.set_topic(Topic("y-te", "Y tế", ()), 1, actor=who, at=NOW)),
    (
        "set a weight",
        "digests.edit_scheme",
        nothing,
        lambda who, _: actions.set_weight(Rule("chi-thi", "type", "Chỉ thị", 3, "là chỉ thị"), actor=who, at=NOW),
    ),
]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("permission", "prepare", "act"), [pytest.param(p, before, act, id=name) for name, p, before, act in ACTIONS])
def test_who_may(permission: str, prepare: Callable[[], object], act: Act, role: Role) -> None:
    prepare()
    issue = Issue.objects.values_list("pk", flat=True).first() or 0
    who, calm = person(role), register_fingerprint()
    if permission in permissions_of(role):
        act(who, issue)
        assert register_fingerprint() != calm
        return
    with pytest.raises(NotPermittedError) as caught:
        act(who, issue)
    assert (caught.value.permission, register_fingerprint()) == (permission, calm)


def test_every_permission_has_an_action() -> None:
    wanted = {permission for permission in permissions_of(Role.ADMINISTRATOR) if permission.startswith("digests.")}
    assert {permission for _, permission, _, _ in ACTIONS} == wanted
