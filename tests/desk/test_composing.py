"""Editors of one issue: two at once, entries moved and added, sources beside them, versions compared and taken back."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.digests.contents import EntryContent, content_of
from dieuhanh.apps.digests.models import Issue
from tests.apps.digests import weeks
from tests.apps.pages import ORDER
from tests.desk.conftest import SignedIn
from tests.desk.issue_writing import CHOICE, at, keys, now, read, tokens, typed, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


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
