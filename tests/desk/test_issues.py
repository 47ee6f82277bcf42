"""The week at the desk: compiled, composed by two at once, held by the gate, published by who may, corrected, compared."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from dieuhanh.apps.accounts.roles import Role, permissions_of
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.digests.actions import save_issue, send_back_issue
from dieuhanh.apps.digests.contents import EntryContent, IssueContent, content_of
from dieuhanh.apps.digests.models import Issue, State, Waiver
from dieuhanh.apps.documents.models import Original
from tests.apps.digests import weeks
from tests.apps.pages import NOW, ORDER, TESTER, digest_text, item, page, register
from tests.desk.conftest import SignedIn

pytestmark = pytest.mark.django_db

ISSUES = "/ban-lam-viec/diem-tin/"
HOSTILE = "\"><script>alert(1)</script> {{ 7*7 }} '; DROP TABLE digests_issue; --"
WRONG_DAY = "30/5/2024"  # the source says 31/5/2024
TOKEN = re.compile(r'name="nguon" value="([0-9a-f]{16})"')
CHOICE = re.compile(r'name="nguon" value="(\d+-[0-9a-f]{16})"')


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


@pytest.fixture
def leader(signed_in: SignedIn) -> Client:
    return signed_in(Role.LEADER)


def at(issue: Issue, path: str = "") -> str:
    return f"{ISSUES}{issue.pk}/{path}"


def read(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def typed(issue: Issue, key: int, old: str = "", new: str = "", **more: object) -> dict[str, object]:
    """What the form of an entry sends: its words as they stand, some of them exchanged; `ban` is the version that the editor saw."""
    entry = next(one for one in content_of(issue).entries if one.key == key)
    return {"ban": issue.version, "ten": entry.headline, "noi_dung": entry.body.replace(old, new) if old else entry.body, **more}


def tokens(client: Client, issue: Issue, key: int) -> list[str]:
    return TOKEN.findall(read(client, at(issue, f"muc/{key}/")))


def write(client: Client, issue: Issue, key: int, old: str, new: str, *, verb: str = "ghi", **more: object) -> int:
    """Save the entry with some words exchanged; the status of the answer."""
    said = typed(issue, key, old, new, nguon=tokens(client, issue, key), **more)
    return client.post(at(issue, f"muc/{key}/{verb}/"), said).status_code


def now(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def keys(issue: Issue) -> list[int | None]:
    return [entry.key for entry in content_of(now(issue)).entries]


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
        pytest.param("2020-01-05T07:30", 422, id="an hour that is past"),
        pytest.param("sáng mai", 422, id="no hour"),
    ],
)
def test_an_hour_is_set_in_vietnam(leader: Client, hour: str, status: int) -> None:
    issue = weeks.approved()
    assert leader.post(at(issue, "hen-gio/"), {"hen-gio-luc": hour}).status_code == status
    if status == 302:
        assert now(issue).publish_at == dt.datetime(2099, 1, 5, 0, 30, tzinfo=dt.UTC)
        assert "07:30 05/01/2099" in read(leader, ISSUES)
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


def test_two_editors_of_different_entries_do_not_meet(signed_in: SignedIn, editor: Client) -> None:
    issue = weeks.draft()
    assert write(editor, issue, 1, "rà soát", "rà soát kỹ") == 302
    other = signed_in(Role.ADMINISTRATOR)
    assert write(other, issue, 2, "ít nhất", "tối thiểu", ban=1) == 302
    assert "rà soát kỹ" in content_of(now(issue)).entries[0].body
    assert "tối thiểu" in content_of(now(issue)).entries[1].body


def test_two_editors_of_one_entry_see_both_texts_and_lose_none(signed_in: SignedIn, editor: Client) -> None:
    issue = weeks.draft()
    kept = tokens(editor, issue, 1)
    mine = typed(issue, 1, "rà soát", "soát xét", nguon=kept)
    assert write(signed_in(Role.ADMINISTRATOR), issue, 1, "rà soát", "kiểm tra") == 302
    response = editor.post(at(issue, "muc/1/ghi/"), mine)
    shown = response.content.decode()
    assert (response.status_code, now(issue).version) == (409, 2)
    assert "administrator vừa lưu phiên bản 2" in shown
    assert "kiểm tra kinh phí" in shown
    assert "soát xét kinh phí" in shown
    assert re.search(r"<del>.*kiểm tra.*</del> <ins>.*soát xét.*</ins>", shown)
    assert editor.post(at(issue, "muc/1/ghi/"), mine | {"ban": 2}).status_code == 302
    assert "soát xét kinh phí" in content_of(now(issue)).entries[0].body
    assert "kiểm tra kinh phí" in issue.versions.get(number=2).content_json.encode().decode("unicode_escape")


def test_an_entry_that_somebody_dropped_meanwhile_can_come_back_with_what_was_typed(signed_in: SignedIn, editor: Client) -> None:
    issue = weeks.draft()
    mine = typed(issue, 1, "rà soát", "soát xét", nguon=tokens(editor, issue, 1))
    assert signed_in(Role.ADMINISTRATOR).post(at(issue, "muc/1/bo/"), {"ban": 1}).status_code == 302
    response = editor.post(at(issue, "muc/1/ghi/"), mine)
    assert response.status_code == 409
    assert "mục này đã bị bỏ" in response.content.decode()
    assert "soát xét kinh phí" in response.content.decode()
    assert editor.post(at(issue, "muc/1/ghi/"), mine | {"ban": 2}).status_code == 302
    back = content_of(now(issue)).entries[-1]
    assert (back.key, len(back.sources)) == (3, 1)
    assert "soát xét kinh phí" in back.body


def test_who_drops_what_somebody_has_just_rewritten_is_told(signed_in: SignedIn, editor: Client) -> None:
    issue = weeks.draft()
    assert write(editor, issue, 1, "rà soát", "kiểm tra") == 302
    answer = signed_in(Role.ADMINISTRATOR).post(at(issue, "muc/1/bo/"), {"ban": 1}, follow=True)
    assert "editor vừa lưu phiên bản 2" in answer.content.decode()
    assert keys(issue) == [1, 2]


@pytest.mark.parametrize(
    ("key", "said", "order"),
    [
        pytest.param(1, {"huong": "xuong"}, [2, 1], id="down"),
        pytest.param(2, {"huong": "len"}, [2, 1], id="up"),
        pytest.param(1, {"huong": "len"}, [1, 2], id="up from the top"),
        pytest.param(2, {"den": "1"}, [2, 1], id="to a place"),
        pytest.param(1, {"den": "999"}, [2, 1], id="beyond the end"),
        pytest.param(1, {"den": "hai"}, [1, 2], id="to no place"),
        pytest.param(1, {"den": "9" * 40}, [1, 2], id="to an endless number"),
        pytest.param(99, {"huong": "len"}, [1, 2], id="an entry that is not there"),
    ],
)
def test_entries_are_moved(editor: Client, key: int, said: dict[str, str], order: list[int]) -> None:
    issue = weeks.draft()
    assert editor.post(at(issue, f"muc/{key}/chuyen/"), said).status_code == 302
    assert keys(issue) == order


def test_an_entry_is_written_from_a_chosen_document_and_gets_another_source(editor: Client) -> None:
    issue = weeks.draft()
    assert editor.post(at(issue, "muc/2/bo/"), {"ban": 1}).status_code == 302
    shown = read(editor, at(issue, "them-muc/?tim=91 kh ubnd"))
    (choice,) = CHOICE.findall(shown)
    response = editor.post(at(issue, "them-muc/"), {"nguon": choice})
    assert response["Location"] == at(issue, "muc/3/")
    added = content_of(now(issue)).entries[-1]
    assert "trồng ít nhất 9.500 ha rừng" in added.body
    assert "được đưa tin" not in read(editor, at(issue))
    assert editor.post(at(issue, "them-muc/?muc=1"), {"nguon": choice}).status_code == 302
    assert len(content_of(now(issue)).entries[0].sources) == 2
    assert "đã có trong số này" in read(editor, at(issue, "them-muc/?tim=91 kh ubnd"))
    assert write(editor, now(issue), 1, "rà soát", "rà soát kỹ") == 302
    assert len(content_of(now(issue)).entries[0].sources) == 2
    first = tokens(editor, issue, 1)[0]
    assert editor.post(at(issue, "muc/1/ghi/"), typed(now(issue), 1, nguon=[first])).status_code == 302
    assert len(content_of(now(issue)).entries[0].sources) == 1


@pytest.mark.parametrize("choice", ["", "1-0000000000000000", "x-y", "99999999999999999999-0000000000000000"])
def test_a_source_that_is_none_adds_nothing(editor: Client, choice: str) -> None:
    issue = weeks.draft()
    response = editor.post(at(issue, "them-muc/"), {"nguon": choice})
    assert (response.status_code, now(issue).version) == (422, 1)
    assert editor.get(at(issue, "them-muc/?muc=99")).status_code == 404


def test_sources_stand_beside_their_entry_with_the_ways_to_their_words(editor: Client) -> None:
    issue = weeks.draft()
    shown = read(editor, at(issue, "muc/1/"))
    assert '<a href="/van-ban/512-ubnd-kt/2024-05-07/">Công văn số 512/UBND-KT, ngày 07/5/2024</a>' in shown
    assert re.search(r'<a href="/ban-lam-viec/ban-tin/\d+/#muc-1">Lời văn trong bản tin nguồn', shown)
    assert f'<span class="used">{ORDER}</span>' in shown


def test_versions_tell_what_changed_and_an_old_one_comes_back(editor: Client) -> None:
    issue = weeks.draft()
    assert write(editor, issue, 1, "rà soát", "kiểm tra") == 302
    assert editor.post(at(issue, "muc/2/chuyen/"), {"huong": "len"}).status_code == 302
    assert editor.post(at(issue, "muc/2/bo/"), {"ban": 3}).status_code == 302
    first = read(editor, at(issue, "phien-ban/so-sanh/?tu=1&den=2"))
    assert re.search(r"<del>.*rà soát.*</del> <ins>.*kiểm tra.*</ins>", first)
    assert "1 mục không đổi" in first
    assert "Chuyển từ vị trí" in read(editor, at(issue, "phien-ban/so-sanh/?tu=3&den=2"))
    assert "Đã bỏ" in read(editor, at(issue, "phien-ban/so-sanh/?tu=1&den=4"))
    assert "giống hệt nhau" in read(editor, at(issue, "phien-ban/so-sanh/?tu=2&den=2"))
    assert editor.get(at(issue, "phien-ban/so-sanh/?tu=1&den=99")).status_code == 302
    assert editor.post(at(issue, "phien-ban/1/lay-lai/")).status_code == 302
    assert [entry.headline for entry in content_of(now(issue)).entries] == [e.headline for e in content_of_version(issue, 1)]
    assert editor.post(at(issue, "phien-ban/99/lay-lai/")).status_code == 404


def content_of_version(issue: Issue, number: int) -> list[EntryContent]:
    return [EntryContent(e["key"], e["headline"], e["body"]) for e in issue.versions.get(number=number).content["entries"]]


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


def test_a_correction_may_drop_an_entry_but_not_say_what_no_source_says(leader: Client) -> None:
    issue = weeks.published()
    assert write(leader, issue, 1, "31/5/2024", WRONG_DAY, verb="dinh-chinh", dinh_chinh="Sửa ngày.") == 422
    dropped = leader.post(at(issue, "muc/2/dinh-chinh/"), {"ban": 1, "bo": "1", "dinh_chinh": "Bỏ mục 2 vì đưa nhầm."})
    assert (dropped.status_code, keys(issue)) == (302, [1])


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
