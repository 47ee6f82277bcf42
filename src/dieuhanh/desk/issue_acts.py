"""The way of an issue to the public: one row an act, with the states from which it can be taken, who may, its form and its verb."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from django import forms

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.digests import actions, permissions
from dieuhanh.apps.digests.models import Issue, State
from dieuhanh.desk.issue_forms import HourForm, PlainForm, ReasonForm

Said = dict[str, Any]
Verb = Callable[[int, int, Said, User, dt.datetime], object]  # the issue, the version that the person had before them


class IssueAct(msgspec.Struct, frozen=True):
    """`slug` is in its address."""

    name: str
    slug: str
    states: tuple[State, ...]
    permission: str
    button: str
    done: str
    form: type[forms.Form]
    verb: Verb


class OpenIssueAct(msgspec.Struct, frozen=True):
    """An act that this person may take now, with its form; `failed` where it was just sent and refused."""

    act: IssueAct
    form: forms.Form
    failed: bool


ACTS: tuple[IssueAct, ...] = (
    IssueAct(
        "issue_submit",
        "trinh-duyet",
        (State.DRAFT,),
        permissions.SUBMIT_ISSUE,
        "Trình duyệt",
        "Đã trình duyệt số bản tin.",
        PlainForm,
        lambda issue, _, __, actor, at: actions.submit_issue(issue, actor=actor, at=at),
    ),
    IssueAct(
        "issue_approve",
        "duyet",
        (State.IN_REVIEW,),
        permissions.APPROVE_ISSUE,
        "Duyệt",
        "Đã duyệt số bản tin; có thể đăng ngay hoặc hẹn giờ.",
        PlainForm,
        lambda issue, base, _, actor, at: actions.approve_issue(issue, base, actor=actor, at=at),
    ),
    IssueAct(
        "issue_publish",
        "dang",
        (State.APPROVED, State.SCHEDULED),
        permissions.PUBLISH_ISSUE,
        "Đăng ngay",
        "Đã đăng số bản tin.",
        PlainForm,
        lambda issue, _, __, actor, at: actions.publish_issue(issue, actor=actor, at=at),
    ),
    IssueAct(
        "issue_schedule",
        "hen-gio",
        (State.APPROVED, State.SCHEDULED),
        permissions.PUBLISH_ISSUE,
        "Hẹn giờ đăng",
        "Đã hẹn giờ đăng.",
        HourForm,
        lambda issue, _, said, actor, at: actions.schedule_issue(issue, said["luc"], actor=actor, at=at),
    ),
    IssueAct(
        "issue_send_back",
        "tra-lai",
        (State.IN_REVIEW, State.APPROVED, State.SCHEDULED),
        permissions.SEND_BACK_ISSUE,
        "Trả lại để sửa",
        "Đã trả số bản tin về cho người soạn.",
        ReasonForm,
        lambda issue, _, said, actor, at: actions.send_back_issue(issue, said["ly_do"], actor=actor, at=at),
    ),
)


def open_acts(issue: Issue, actor: User, sent: tuple[IssueAct, forms.Form] | None = None) -> list[OpenIssueAct]:
    """What this person may do to the issue as it stands; an act that was just refused stays with what was typed."""
    here = [act for act in ACTS if issue.state in act.states and actor.has_perm(act.permission)]
    if sent and sent[0] not in here:
        here.append(sent[0])
    return [
        OpenIssueAct(act, sent[1] if sent and sent[0] is act else act.form(prefix=act.slug), bool(sent and sent[0] is act)) for act in here
    ]
