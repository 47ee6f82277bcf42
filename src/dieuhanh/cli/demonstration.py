"""What `dieuhanh demo` does once its register can be used: the samples loaded, accounts made, the pages opened."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import typer
from django.db import DatabaseError
from django.urls import reverse
from django.utils.http import urlencode

import dieuhanh
from dieuhanh.apps.accounts.actions import NewUser, add_user
from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import LABELS, Role
from dieuhanh.apps.agencies.actions import load_agencies
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.audit.actors import Actor
from dieuhanh.apps.digests.addresses import issue_address
from dieuhanh.apps.digests.models import Issue
from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.apps.tasks.actions import set_membership
from dieuhanh.cli.addresses import pages_of
from dieuhanh.cli.batches import PageBatches
from dieuhanh.cli.demo_tasks import make_tasks
from dieuhanh.cli.demo_weeks import composed_now, make_weeks
from dieuhanh.cli.messages import Status, complaint, say
from dieuhanh.cli.operator import operator
from dieuhanh.cli.output import write_out
from dieuhanh.cli.port import HERE
from dieuhanh.cli.server import WebServer, end_on_signals
from dieuhanh.config.migrating import bring_up_to_date
from dieuhanh.errors import DatabaseUnreachableError, DieuhanhError
from dieuhanh.text import DEFAULT_LIMIT, slug

SAMPLES = Path(dieuhanh.__file__).parent / "samples"
AGENCY = "Sở Tài chính"
WORDS = "ngan sach"


def demonstrate(port: int, password: str) -> None:
    """The port is opened first: who finds it taken need not wait for the register."""
    end_on_signals()
    server = WebServer(HERE, port)
    try:
        build(password, actor=operator(), at=dt.datetime.now(dt.UTC))
    except (DieuhanhError, OSError) as error:
        _give_up(error)
    except DatabaseError:
        _give_up(DatabaseUnreachableError())
    write_out(f"{introduction(server.url.rstrip('/'), password)}\n".encode())
    server.answer()


def build(password: str, *, actor: Actor, at: dt.datetime) -> None:
    """The samples, their tasks, the weeks as issues, an account a role; what is there stays.

    Raises DieuhanhError, OSError, DatabaseError.
    """
    bring_up_to_date(at)
    load_agencies(actor=actor, at=at)
    for _, result in PageBatches(DEFAULT_LIMIT, actor, at).register(pages_of(str(SAMPLES))):
        if isinstance(result, DieuhanhError | OSError):
            raise result
    known = set(User.objects.values_list("username", flat=True))
    for role in Role:
        if _name(role) not in known:
            add_user(NewUser(_name(role), password, frozenset({role})), actor=actor, at=at)
    set_membership(_name(Role.AGENCY), Agency.objects.filter(name=AGENCY).values_list("id", flat=True), actor=actor, at=at)
    make_tasks(Agency.objects.get(name=AGENCY), _account(Role.OFFICER), _account(Role.AGENCY), at)
    make_weeks(_account(Role.EDITOR), _account(Role.LEADER), at)


def introduction(server: str, password: str) -> str:
    """What there is, where to begin, and who one can be."""
    newest = Issue.objects.published().first()
    sights = {
        **({"Bản tin tuần mới đăng, như người dân đọc": issue_address(newest)} if newest else {}),
        f"{AGENCY} phải làm gì, theo văn bản nào?": reverse("portal:agency", args=[slug(AGENCY)]),
        "Bản tin nguồn, dữ kiện đánh dấu trong lời văn": reverse("portal:digests"),
        f"Tìm không cần gõ dấu: {WORDS}": f"{reverse('portal:search')}?{urlencode({'q': WORDS})}",
        "Bàn làm việc (đăng nhập)": reverse("desk:home"),
        "Bản tin tuần đã đăng và đang soạn (biên tập)": reverse("desk:issues"),
        "Số đang soạn, mỗi mục bên nguồn của mục ấy": reverse("desk:issue", args=[composed_now().pk]),
    }
    wide, narrow = max(map(len, sights)), max(len(_name(role)) for role in Role)
    return "\n".join(
        (
            f"Sổ xem thử: {Digest.objects.count()} bản tin, {Document.objects.count()} văn bản.",
            "",
            *(f"  {words:{wide}}  {server}{address}" for words, address in sights.items()),
            "",
            f"Tài khoản thử, mật khẩu chung: {password}",
            *(f"  {_name(role):{narrow}}  {LABELS[role]}{f' ({AGENCY})' if role is Role.AGENCY else ''}" for role in Role),
            "",
        )
    )


def _account(role: Role) -> User:
    return User.objects.get(username=_name(role))


def _name(role: Role) -> str:
    """chuyên viên: chuyen-vien."""
    return slug(LABELS[role])


def _give_up(error: DieuhanhError | OSError) -> None:
    say(complaint("dieuhanh", error))
    raise typer.Exit(int(Status.NOT_READ)) from error
