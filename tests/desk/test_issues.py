"""The week at the desk: compiled, composed by two at once, held by the gate, published by who may, corrected, compared."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.digests.actions import save_issue, send_back_issue
from dieuhanh.apps.digests.contents import IssueContent, content_of
from dieuhanh.apps.digests.models import Issue, State, Waiver
from dieuhanh.apps.documents.models import Original
from tests.apps.digests import weeks
from tests.apps.pages import NOW, ORDER, TESTER, digest_text, item, page, register
from tests.desk.conftest import SignedIn
from tests.desk.issue_writing import HOSTILE, ISSUES, WRONG_DAY, at, now, read, tokens, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


@pytest.fixture
def leader(signed_in: SignedIn) -> Client:
    return signed_in(Role.LEADER)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({"tuan": "2099-W02"}, "Tuần này chưa đến", id="a week in the future"),
        pytest.param({"tuan": "2019-W02"}, "không có văn bản nào của tỉnh trong những ngày này", id="a week without documents"),
        pytest.param({"tuan": "tuần ba"}, "Không có tuần “tuần ba”", id="no week"),
        pytest.param({"tuan": "2023-W53"}, "Không có tuần “2023-W53”", id="a week that its year has not"),
        pytest.param({}, "Hãy điền tuần, hoặc điền ngày", id="nothing"),
        pytest.param({"tuan": "2024-W19", "tu_ngay": "2024-05-06"}, "không điền cả hai", id="both"),
        pytest.param({"tu_ngay": "2024-05-06", "den_ngay": "2024-07-06"}, "dài quá 31 ngày", id="two months"),
        pytest.param(
            {"tu_ngay": "2024-05-06", "den_ngay": "2024-05-01"}, "ngày cuối đứng trước ngày đầu", id="the end before the beginning"
        ),
        pytest.param({"tuan": HOSTILE[:20]}, "Không có tuần", id="hostile words"),
    ],
)
def test_days_of_which_there_is_no_issue_are_said_plainly(editor: Client, said: dict[str, str], told: str) -> None:
    register(page(weeks.TEXT))
    response = editor.post(f"{ISSUES}lap/", said)
    assert (response.status_code, Issue.objects.count()) == (422, 0)
    assert told in response.content.decode()
    assert "<script>" not in response.content.decode()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"tuan": "2024-W19"}, id="by the number of the week"),
        pytest.param({"tu_ngay": "2024-05-08"}, id="by a day of the week"),
        pytest.param({"tu_ngay": "06/05/2024", "den_ngay": "12/05/2024"}, id="by both days"),
    ],
)
def test_a_week_is_compiled_once(editor: Client, said: dict[str, str]) -> None:
    register(page(weeks.TEXT))
    assert "2024-W19" in read(editor, f"{ISSUES}lap/")
    answers = [editor.post(f"{ISSUES}lap/", said) for _ in range(2)]
    issue = Issue.objects.get()
    assert [(one.status_code, one["Location"]) for one in answers] == [(302, at(issue))] * 2
    assert "Những ngày này đã có số bản tin" in read(editor, at(issue))
    assert (issue.period, issue.state) == (weeks.WEEK, State.DRAFT)


def test_from_the_register_to_the_public_and_a_correction_through_two_accounts(editor: Client, leader: Client) -> None:
    issue = weeks.draft()
    assert write(editor, issue, 1, "rà soát kinh phí", "rà soát lại kinh phí") == 302
    assert "rà soát lại kinh phí" in read(editor, at(issue, "xem-truoc/"))
    assert editor.post(at(issue, "trinh-duyet/")).status_code == 302
    assert leader.post(at(issue, "duyet/"), {"ban": 2}).status_code == 302
    assert leader.post(at(issue, "dang/")).status_code == 302
    assert now(issue).state == State.PUBLISHED
    assert "/diem-tin/2024-W19/" in read(leader, at(issue))
    assert write(editor, now(issue), 1, "lại ", "") == 422
    assert write(leader, now(issue), 1, "lại ", "", verb="dinh-chinh") == 422  # nothing is said
    assert write(leader, now(issue), 1, "lại ", "", verb="dinh-chinh", dinh_chinh="Bỏ một chữ thừa ở mục 1.") == 302
    assert "Đã đính chính 1 lần" in read(editor, ISSUES)
    assert "Bỏ một chữ thừa ở mục 1." in read(editor, at(issue))
    assert verify_chain().broken_at is None


@pytest.mark.parametrize(
    ("path", "said", "left"),
    [
        pytest.param("trinh-duyet/", {}, {}, id="submit"),
        pytest.param("muc/1/ghi/", {"ten": "Khác", "ban": "1"}, {}, id="save"),
        pytest.param("muc/1/bo/", {"ban": "1"}, {}, id="drop"),
        pytest.param("muc/1/chuyen/", {"huong": "xuong"}, {}, id="move"),
    ],
)
@pytest.mark.parametrize("role", list(Role))
def test_a_role_that_may_not_changes_nothing(
    signed_in: SignedIn, role: Role, path: str, said: dict[str, str], left: dict[str, str]
) -> None:
    issue = weeks.draft()
    before = content_of(issue)
    response = signed_in(role).post(at(issue, path), said | left)
    may = "digests.save_issue" in permissions_of(role)
    assert response.status_code == (302 if may else 403)
    assert ((content_of(now(issue)), now(issue).state) == (before, State.DRAFT)) is not may


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("duyet/", {"ban": "1"}, id="approved where it is a draft"),
        pytest.param("dang/", {}, id="published where it is a draft"),
        pytest.param("hen-gio/", {"hen-gio-luc": "2099-01-01T07:30"}, id="scheduled where it is a draft"),
        pytest.param("tra-lai/", {"tra-lai-ly_do": "thiếu"}, id="sent back where it is a draft"),
    ],
)
def test_a_step_out_of_order_is_a_conflict_that_says_where_the_issue_stands(signed_in: SignedIn, path: str, said: dict[str, str]) -> None:
    issue = weeks.draft()
    response = signed_in(Role.ADMINISTRATOR).post(at(issue, path), said)
    assert (response.status_code, now(issue).state) == (409, State.DRAFT)
    assert "đang ở trạng thái “đang soạn”" in response.content.decode()


def test_what_was_read_is_what_is_approved(editor: Client, leader: Client) -> None:
    issue = weeks.in_review()
    assert write(editor, issue, 1, "rà soát", "rà soát kỹ") == 302
    response = leader.post(at(issue, "duyet/"), {"ban": 1})
    assert (response.status_code, now(issue).state) == (409, State.IN_REVIEW)
    assert "vừa được sửa sau khi trang này được mở" in response.content.decode()


def test_an_issue_is_sent_back_with_a_reason(leader: Client) -> None:
    issue = weeks.in_review()
    assert leader.post(at(issue, "tra-lai/"), {"tra-lai-ly_do": " "}).status_code == 422
    assert leader.post(at(issue, "tra-lai/"), {"tra-lai-ly_do": "Thiếu mục về trồng rừng"}).status_code == 302
    assert now(issue).state == State.DRAFT


@pytest.mark.parametrize(
    ("hour", "status"),
    [
        pytest.param("2099-01-05T07:30", 302, id="as browsers send it"),
        pytest.param("07:30 05/01/2099", 302, id="as people write it"),
        pytest.param("07:30 ngày 05/01/2099", 302, id="as pages say it"),
        pytest.param("2020-01-05T07:30", 422, id="an hour that is past"),
        pytest.param("sáng mai", 422, id="no hour"),
    ],
)
def test_an_hour_is_set_in_vietnam(leader: Client, hour: str, status: int) -> None:
    issue = weeks.approved()
    assert leader.post(at(issue, "hen-gio/"), {"hen-gio-luc": hour}).status_code == status
    if status == 302:
        assert now(issue).publish_at == dt.datetime(2099, 1, 5, 0, 30, tzinfo=dt.UTC)
        assert "07:30 ngày 05/01/2099" in read(leader, ISSUES)
    else:
        assert now(issue).state == State.APPROVED


def test_the_gate_holds_an_issue_until_an_editor_answers_for_the_words(editor: Client, leader: Client) -> None:
    issue = weeks.in_review()
    assert write(editor, issue, 1, "31/5/2024", WRONG_DAY) == 302
    shown = read(editor, at(issue))
    assert f'<mark id="loi-1-chua-khop-1" class="finding" data-fact="du-kien-1-chua-khop-1">{WRONG_DAY}' in shown
    assert "còn 1 chỗ chưa khớp nguồn" in shown
    assert "văn bản nguồn ghi “31/5/2024” ở chỗ này" in shown
    refused = leader.post(at(issue, "duyet/"), {"ban": 2})
    assert (refused.status_code, now(issue).state) == (422, State.IN_REVIEW)
    assert "Chưa qua được bước đối chiếu: còn 1 chỗ chưa khớp nguồn" in refused.content.decode()
    waived = {"loai": "number", "loi": WRONG_DAY}
    assert leader.post(at(issue, "muc/1/nhan/"), waived | {"ly_do": "Tôi chịu"}).status_code == 403
    assert editor.post(at(issue, "muc/1/nhan/"), waived | {"ly_do": " "}).status_code == 422
    assert editor.post(at(issue, "muc/1/nhan/"), {"loai": "khác", "loi": WRONG_DAY, "ly_do": "Có"}).status_code == 422
    assert Waiver.objects.count() == 0
    assert editor.post(at(issue, "muc/1/nhan/"), waived | {"ly_do": "Sở đã báo lại ngày này"}).status_code == 302
    assert "editor nhận trách nhiệm" in read(editor, at(issue))
    assert leader.post(at(issue, "duyet/"), {"ban": 2}).status_code == 302


def test_a_wrong_title_is_held_and_answered_for_like_an_entry(editor: Client) -> None:
    issue = weeks.draft()
    assert editor.post(at(issue, "muc/0/ghi/"), {"ban": 1, "ten": "Điểm tin 77 việc trong tuần"}).status_code == 302
    assert "Tiêu đề</a>: 1 chỗ chưa khớp" in read(editor, at(issue))
    assert editor.post(at(issue, "muc/0/nhan/"), {"loai": "number", "loi": "77", "ly_do": "Đã đếm"}).status_code == 302
    assert "trừ 1 chỗ" in read(editor, at(issue))


@pytest.mark.parametrize("path", ["muc/1/doi-chieu/", "muc/1/lap-lai/"])
def test_a_changed_source_turns_its_entry_red_until_somebody_has_looked(editor: Client, path: str) -> None:
    issue = weeks.draft()
    register(page(weeks.TEXT.replace("rà soát kinh phí", "rà soát, bố trí kinh phí")))
    shown = read(editor, at(issue, "muc/1/"))
    assert "Mục này đỏ" in shown
    assert "Nguồn đã đổi" in shown
    assert 'class="entry red" id="muc-1"' in read(editor, at(issue))
    assert editor.post(at(issue, path), {"ban": 1}).status_code == 302
    assert "Mục này đỏ" not in read(editor, at(issue, "muc/1/"))
    assert ("bố trí kinh phí" in content_of(now(issue)).entries[0].body) is (path == "muc/1/lap-lai/")


def test_a_damaged_original_is_explained_and_a_source_that_is_gone_cannot_be_looked_at(editor: Client) -> None:
    issue = weeks.draft()
    Original.objects.update(content=b"x")
    assert "Bản gốc trong kho đã hỏng hoặc bị đổi" in read(editor, at(issue, "muc/1/"))
    register(page(digest_text(weeks.PLANTING)))
    shown = read(editor, at(issue, "muc/1/"))
    assert "Nguồn không còn trong sổ" in shown
    assert "không còn nguồn để đối chiếu" in editor.post(at(issue, "muc/1/doi-chieu/"), follow=True).content.decode()


def test_hostile_words_are_words_everywhere(editor: Client, leader: Client) -> None:
    issue = weeks.draft()
    body = {"ban": 1, "ten": HOSTILE, "noi_dung": f"{HOSTILE}\n\u202eđảo\n9.500", "nguon": tokens(editor, issue, 1)}
    assert editor.post(at(issue, "muc/1/ghi/"), body).status_code == 302
    assert editor.post(at(issue, "muc/0/ghi/"), {"ban": 2, "ten": HOSTILE}).status_code == 302
    conflict = editor.post(at(issue, "muc/1/ghi/"), body | {"noi_dung": HOSTILE}).content.decode()
    assert editor.post(at(issue, "trinh-duyet/")).status_code == 302
    assert leader.post(at(issue, "tra-lai/"), {"tra-lai-ly_do": HOSTILE}).status_code == 302
    paths = ("", "muc/1/", "muc/0/", "xem-truoc/", "phien-ban/", "phien-ban/so-sanh/?tu=1&den=3", f"them-muc/?tim={HOSTILE}")
    for shown in (conflict, read(editor, ISSUES), *(read(editor, at(issue, path)) for path in paths)):
        assert "<script>alert" not in shown
        assert "\u202e" not in shown.partition("<textarea")[0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({"ten": "  "}, 'id="id_ten_error"', id="no headline"),
        pytest.param({"ten": "h" * 1001}, "h" * 1001, id="an endless headline"),
        pytest.param({"ten": "có\0rỗng"}, 'id="id_ten_error"', id="a character that no database holds"),
        pytest.param({"ten": "lạ lùng", "noi_dung": "b" * 200_001}, "lạ lùng", id="an endless text"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_what_was_typed(editor: Client, said: dict[str, str], told: str) -> None:
    issue = weeks.draft()
    response = editor.post(at(issue, "muc/1/ghi/"), {"ban": "1"} | said)
    assert (response.status_code, now(issue).version) == (422, 1)
    assert told in response.content.decode()


def test_an_issue_without_entries_cannot_be_submitted(editor: Client) -> None:
    issue = weeks.draft()
    save_issue(issue.pk, 1, IssueContent(issue.title, ()), actor=TESTER, at=NOW)
    assert "không còn mục nào" in read(editor, at(issue))
    assert editor.post(at(issue, "trinh-duyet/")).status_code == 422
    assert editor.get(at(issue, "xem-truoc/")).status_code == 200


def test_an_issue_that_was_sent_back_is_no_longer_approved(leader: Client) -> None:
    issue = weeks.approved()
    send_back_issue(issue.pk, "thiếu", actor=TESTER, at=timezone.now())
    assert leader.post(at(issue, "dang/")).status_code == 409


def test_five_hundred_entries_come_a_page_at_a_time(editor: Client) -> None:
    letter = "UBND tỉnh ban hành Công văn số {}/UBND-KT ngày 07/5/2024 về việc nạo vét mương máng trước vụ mùa xã số {}."
    many = [item(f"Chỉ đạo nạo vét mương máng trước vụ mùa xã số {n}", letter.format(n + 1000, n), ORDER) for n in range(501)]
    issue = weeks.draft(digest_text(*many))
    assert issue.entries.count() == 500
    last = content_of(issue).entries[-1]
    first_page, last_page = read(editor, at(issue)), read(editor, at(issue, "?trang=20"))
    assert first_page.count('class="entry"') == last_page.count('class="entry"') == 25
    assert f"?trang=20#muc-{last.key}" in first_page
    assert "Mục 476 đến 500 trong 500 mục" in last_page
    assert editor.post(at(issue, f"muc/{last.key}/chuyen/"), {"den": "1"})["Location"] == at(issue, f"?trang=1#muc-{last.key}")


def test_the_number_of_queries_does_not_grow(editor: Client, django_assert_max_num_queries: object) -> None:
    issue = weeks.draft()
    read(editor, at(issue))
    with django_assert_max_num_queries(45):  # type: ignore[operator]  # pytest-django's own
        read(editor, at(issue))
