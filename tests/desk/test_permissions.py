"""Every address of the desk against every role and against nobody: an address without its row fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from dieuhanh.apps.accounts.models import User
from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.models import Document
from dieuhanh.domain.rulings import Kind
from tests.desk.conftest import SignedIn, fact, order, source, weekly

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register_of_one")]

Rows = dict[str, str | None]
ENTER = "accounts.enter_desk"
OPEN = None  # for everybody
NOT_BY_THIS_METHOD = 405
# By the name of the address: an example, and the permission that it asks for.
ADDRESSES: dict[str, tuple[str, str | None]] = {
    "account_login": ("/dang-nhap/", OPEN),
    "mfa_authenticate": ("/dang-nhap/ma/", OPEN),
    "account_inactive": ("/dang-nhap/bi-khoa/", OPEN),
    "account_reauthenticate": ("/dang-nhap/lai/", ENTER),
    "mfa_reauthenticate": ("/dang-nhap/lai/ma/", ENTER),
    "account_logout": ("/dang-xuat/", OPEN),
    "account_change_password": ("/ban-lam-viec/mat-khau/", ENTER),
    "mfa_index": ("/ban-lam-viec/hai-lop/", ENTER),
    "mfa_activate_totp": ("/ban-lam-viec/hai-lop/bat/", ENTER),
    "mfa_deactivate_totp": ("/ban-lam-viec/hai-lop/tat/", ENTER),
    "mfa_view_recovery_codes": ("/ban-lam-viec/hai-lop/ma-du-phong/", ENTER),
    "mfa_generate_recovery_codes": ("/ban-lam-viec/hai-lop/ma-du-phong/tao/", ENTER),
    "desk:home": ("/ban-lam-viec/", ENTER),
    "desk:queue": ("/ban-lam-viec/can-xem/", ENTER),
    "desk:digests": ("/ban-lam-viec/ban-tin/", ENTER),
    "desk:editor": ("/ban-lam-viec/ban-tin/{source}/", ENTER),
    "desk:place": ("/ban-lam-viec/ban-tin/{source}/cho/trang/", ENTER),
    "desk:add": ("/ban-lam-viec/ban-tin/{source}/them/", "corrections.add_fact"),
    "desk:acknowledge": ("/ban-lam-viec/ban-tin/{source}/luu-y/0/", "corrections.acknowledge_warning"),
    "desk:fact": ("/ban-lam-viec/ban-tin/{source}/du-kien/{fact}/", ENTER),
    "desk:confirm": ("/ban-lam-viec/ban-tin/{source}/du-kien/{fact}/xac-nhan/", "corrections.confirm_fact"),
    "desk:correct": ("/ban-lam-viec/ban-tin/{source}/du-kien/{fact}/sua/", "corrections.correct_fact"),
    "desk:reject": ("/ban-lam-viec/ban-tin/{source}/du-kien/{fact}/bac/", "corrections.reject_fact"),
    "desk:following": ("/ban-lam-viec/theo-doi/", "tasks.see_every_task"),
    "desk:following_sheet": ("/ban-lam-viec/theo-doi/bang.xlsx", "tasks.see_every_task"),
    "desk:mine": ("/ban-lam-viec/viec-cua-toi/", "tasks.accept"),
    "desk:to_answer": ("/ban-lam-viec/cho-tra-loi/", "tasks.confirm_done"),
    "desk:membership": ("/ban-lam-viec/tai-khoan/{user}/don-vi/", "tasks.set_membership"),
    "desk:tasks": ("/ban-lam-viec/nhiem-vu/", ENTER),
    "desk:tasks_sheet": ("/ban-lam-viec/nhiem-vu/bang.xlsx", ENTER),
    "desk:add_task": ("/ban-lam-viec/nhiem-vu/them/", "tasks.add_task"),
    "desk:import_sheet": ("/ban-lam-viec/nhiem-vu/nhap/", "tasks.import_tasks"),
    "desk:take_sheet": ("/ban-lam-viec/nhiem-vu/nhap/ghi/", "tasks.import_tasks"),
    "desk:digests_to_draft": ("/ban-lam-viec/nhiem-vu/du-thao/", "tasks.draft_tasks"),
    "desk:drafts": ("/ban-lam-viec/nhiem-vu/du-thao/{source}/", "tasks.edit_draft"),
    "desk:make_drafts": ("/ban-lam-viec/nhiem-vu/du-thao/{source}/lap/", "tasks.draft_tasks"),
    "desk:assign_drafts": ("/ban-lam-viec/nhiem-vu/du-thao/{source}/giao/", "tasks.assign_tasks"),
    "desk:merge": ("/ban-lam-viec/nhiem-vu/du-thao/{source}/gop/", "tasks.merge_drafts"),
    "desk:attachment": ("/ban-lam-viec/nhiem-vu/tep/1/", ENTER),
    "desk:task": ("/ban-lam-viec/nhiem-vu/{task}/", ENTER),
    "desk:task_place": ("/ban-lam-viec/nhiem-vu/{task}/loi-van/", ENTER),
    "desk:task_edit": ("/ban-lam-viec/nhiem-vu/{task}/sua/", "tasks.edit_draft"),
    "desk:task_split": ("/ban-lam-viec/nhiem-vu/{task}/tach/", "tasks.split_draft"),
    "desk:divide": ("/ban-lam-viec/nhiem-vu/{task}/viec-con/", "tasks.add_subtasks"),
    "desk:bundle": ("/ban-lam-viec/nhiem-vu/{task}/ho-so.json", ENTER),
    **{
        f"desk:task_{step}": (f"/ban-lam-viec/nhiem-vu/{{task}}/{slug}/", f"tasks.{permission}")
        for slug, step, permission in (
            ("giao", "assign", "assign_tasks"),
            ("nhan", "accept", "accept"),
            ("bao-cao", "report", "report"),
            ("xac-nhan", "confirm_done", "confirm_done"),
            ("tra-lai", "send_back", "send_back"),
            ("xin-gia-han", "ask_extension", "ask_extension"),
            ("gia-han", "grant_extension", "grant_extension"),
            ("khong-gia-han", "refuse_extension", "refuse_extension"),
            ("so-lieu", "record_measure", "record_measure"),
            ("tu-choi", "refuse", "refuse"),
            ("giao-lai", "reassign", "reassign"),
            ("sua-thoi-han", "correct_deadline", "correct_deadline"),
            ("them-chi-tieu", "set_target", "set_target"),
            ("bo-chi-tieu", "drop_target", "drop_target"),
            ("doi-chu-ky", "change_rule", "change_rule"),
            ("tam-dung", "suspend", "suspend"),
            ("tiep-tuc", "resume", "resume"),
            ("huy", "cancel", "cancel"),
            ("bo", "drop_draft", "drop_draft"),
        )
    },
    "desk:heirs": ("/ban-lam-viec/nhiem-vu/co-quan-da-ket-thuc/", "tasks.pass_to_successors"),
    "desk:calendar": ("/ban-lam-viec/lich/", ENTER),
    "desk:set_day": ("/ban-lam-viec/lich/dat/", "tasks.set_calendar_day"),
    "desk:remove_day": ("/ban-lam-viec/lich/2026-04-27/bo/", "tasks.set_calendar_day"),
    "desk:to_urge": ("/ban-lam-viec/don-doc/", "notices.urge"),
    "desk:urging": ("/ban-lam-viec/don-doc/{agency}/", "notices.urge"),
    "desk:slip": ("/ban-lam-viec/don-doc/phieu/1/", "notices.urge"),
    "desk:schedule": ("/ban-lam-viec/nhac-viec/", "notices.set_schedule"),
    "desk:notices": ("/ban-lam-viec/loi-nhac/", "tasks.see_every_task"),
    "desk:notice_again": ("/ban-lam-viec/loi-nhac/1/gui-lai/", "notices.send_again"),
    "desk:step_news": ("/ban-lam-viec/thu-bao/", "tasks.see_every_task"),
    "desk:news_again": ("/ban-lam-viec/thu-bao/1/gui-lai/", "notices.send_again"),
    "desk:follower_letters": ("/ban-lam-viec/thu-theo-doi/", "notices.send_again"),
    "desk:follower_letter_again": ("/ban-lam-viec/thu-theo-doi/1/gui-lai/", "notices.send_again"),
    "desk:addresses": ("/ban-lam-viec/dia-chi-rieng/", "notices.renew_address"),
    "desk:webhooks": ("/ban-lam-viec/noi-nhan/", "webhooks.subscribe"),
    "desk:webhook": ("/ban-lam-viec/noi-nhan/1/", "webhooks.subscribe"),
    "desk:pause_webhook": ("/ban-lam-viec/noi-nhan/1/tam-ngung/", "webhooks.pause"),
    "desk:resume_webhook": ("/ban-lam-viec/noi-nhan/1/gui-tiep/", "webhooks.pause"),
    "desk:end_webhook": ("/ban-lam-viec/noi-nhan/1/ngung/", "webhooks.unsubscribe"),
    "desk:redeliver": ("/ban-lam-viec/noi-nhan/lan-gui/1/gui-lai/", "webhooks.redeliver"),
    "desk:issues": ("/ban-lam-viec/diem-tin/", ENTER),
    "desk:issue_compile": ("/ban-lam-viec/diem-tin/lap/", "digests.compile_issue"),
    "desk:scheme": ("/ban-lam-viec/diem-tin/quy-tac/", ENTER),
    "desk:topic_new": ("/ban-lam-viec/diem-tin/quy-tac/linh-vuc/", "digests.edit_scheme"),
    "desk:topic": ("/ban-lam-viec/diem-tin/quy-tac/linh-vuc/y-te/", "digests.edit_scheme"),
    "desk:weight_new": ("/ban-lam-viec/diem-tin/quy-tac/sap-xep/", "digests.edit_scheme"),
    "desk:weight": ("/ban-lam-viec/diem-tin/quy-tac/sap-xep/chi-thi/", "digests.edit_scheme"),
    "desk:document_topics": ("/ban-lam-viec/van-ban/{document}/linh-vuc/", "digests.choose_topics"),
    **{
        f"desk:issue{name}": (f"/ban-lam-viec/diem-tin/{{issue}}/{path}", permission)
        for name, path, permission in (
            ("", "", ENTER),
            ("_preview", "xem-truoc/", ENTER),
            ("_versions", "phien-ban/", ENTER),
            ("_differences", "phien-ban/so-sanh/", ENTER),
            ("_restore", "phien-ban/1/lay-lai/", "digests.save_issue"),
            ("_add", "them-muc/", "digests.save_issue"),
            ("_correct_add", "dinh-chinh/them-muc/", "digests.correct_issue"),
            ("_entry", "muc/1/", ENTER),
            ("_entry_save", "muc/1/ghi/", "digests.save_issue"),
            ("_entry_correct", "muc/1/dinh-chinh/", "digests.correct_issue"),
            ("_entry_move", "muc/1/chuyen/", "digests.save_issue"),
            ("_entry_drop", "muc/1/bo/", "digests.save_issue"),
            ("_entry_waive", "muc/1/nhan/", "digests.waive_finding"),
            ("_entry_recheck", "muc/1/doi-chieu/", "digests.save_issue"),
            ("_entry_recompile", "muc/1/lap-lai/", "digests.save_issue"),
            ("_submit", "trinh-duyet/", "digests.submit_issue"),
            ("_approve", "duyet/", "digests.approve_issue"),
            ("_publish", "dang/", "digests.publish_issue"),
            ("_schedule", "hen-gio/", "digests.publish_issue"),
            ("_send_back", "tra-lai/", "digests.send_back_issue"),
        )
    },
    "desk:load": ("/ban-lam-viec/nap-trang/", "documents.register_page"),
    "desk:accounts": ("/ban-lam-viec/tai-khoan/", "accounts.set_roles"),
    "desk:add_account": ("/ban-lam-viec/tai-khoan/them/", "accounts.add_user"),
    "desk:account": ("/ban-lam-viec/tai-khoan/{user}/", "accounts.set_roles"),
    "desk:access": ("/ban-lam-viec/tai-khoan/{user}/mat-khau/", "accounts.reset_access"),
    "desk:tokens": ("/ban-lam-viec/khoa-api/", ENTER),
    "desk:revoke_token": ("/ban-lam-viec/khoa-api/1/thu-hoi/", ENTER),
    "desk:audit": ("/ban-lam-viec/nhat-ky/", "audit.view_entry"),
}
PUBLIC = ("web", "portal", "api", "feeds", "visitors")  # namespaces whose pages ask nobody who they are, or ask otherwise than the desk
OPEN_NAMES = ("api-docs", "api-openapi")


@pytest.fixture
def rows(people: dict[Role, User]) -> dict[str, str | None]:
    """The permission by the address, of this register."""
    here = {
        "source": source(),
        "fact": fact(Kind.DEADLINE).id,
        "user": people[Role.READER].id,
        "task": order().id,
        "agency": Agency.objects.get(name="Sở Y tế").id,
        "issue": weekly().pk,
        "document": Document.objects.reported().order_by("id")[0].pk,
    }
    return {address.format(**here): permission for address, permission in ADDRESSES.values()}


def names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    """Of every address, with its namespace, but those that are public."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if one.namespace not in PUBLIC:
                yield from names(one.url_patterns, f"{one.namespace}:" if one.namespace else namespace)
        elif one.name not in OPEN_NAMES:
            yield f"{namespace}{one.name}"


def test_every_address_has_its_row() -> None:
    assert sorted(names(get_resolver().url_patterns)) == sorted(ADDRESSES)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_not_signed_in_is_sent_to_do_so(client: Client, rows: Rows, method: str) -> None:
    closed = [address for address, permission in rows.items() if permission is not OPEN]
    answers = {address: getattr(client, method)(address) for address in closed}
    sent = {address: answer.get("Location") for address, answer in answers.items() if answer.status_code != NOT_BY_THIS_METHOD}
    assert sent == {address: f"/dang-nhap/?next={address}" for address in sent}
    assert len(sent) > len(closed) / 2


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_role_sees_what_it_may(signed_in: SignedIn, rows: Rows, role: Role, method: str) -> None:
    for address, permission in rows.items():
        response = getattr(signed_in(role), method)(address)
        if permission is OPEN or permission in permissions_of(role):
            assert response.status_code < 500, address
            assert response.status_code != 403, address
        else:
            assert response.status_code in (403, NOT_BY_THIS_METHOD), address
        if response.status_code == 403:
            assert "Vai trò của tài khoản" in response.content.decode()


def test_nobody_keeps_a_copy(signed_in: SignedIn, rows: Rows) -> None:
    for address in rows:
        response = signed_in(Role.ADMINISTRATOR).get(address)
        if response.status_code == 200:
            assert "no-store" in response["Cache-Control"], address
            assert response["X-Robots-Tag"] == "noindex, nofollow", address
