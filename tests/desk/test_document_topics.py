"""The topics of a document at the desk: suggested with the words, chosen by a person, whose word stands through every reading."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.audit.verification import verify_chain
from dieuhanh.apps.digests.document_topics import topics_of_documents
from dieuhanh.apps.documents.actions import rebuild_pages
from dieuhanh.apps.documents.models import Document
from tests.apps.digests import weeks
from tests.apps.pages import NOW, TESTER, page, register
from tests.desk.conftest import SignedIn
from tests.desk.issue_writing import at, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(signed_in: SignedIn) -> Client:
    return signed_in(Role.EDITOR)


def planting() -> int:
    return Document.objects.numbered("91/KH-UBND").get().pk


def address() -> str:
    return f"/ban-lam-viec/van-ban/{planting()}/linh-vuc/"


def checked(shown: str) -> list[str]:
    return re.findall(r'value="([a-z-]+)" checked', shown)


def test_suggestions_come_with_their_words_and_a_choice_stands_through_every_reading(editor: Client) -> None:
    issue = weeks.draft()
    assert address() in read(editor, at(issue, "muc/2/"))
    suggested = topics_of_documents([planting()])[planting()]
    shown = read(editor, address())
    assert checked(shown) == list(suggested)
    assert "được gợi ý: có “trồng rừng”" in shown
    assert editor.post(address(), {"linh_vuc": ["y-te", "giao-duc"]}).status_code == 302
    register(page(weeks.TEXT.replace("9.500 ha", "9.600 ha")))
    rebuild_pages([page(weeks.TEXT)], actor=TESTER, at=NOW)
    assert topics_of_documents([planting()])[planting()] == ("giao-duc", "y-te")
    chosen = read(editor, address())
    assert set(checked(chosen)) == {"y-te", "giao-duc"}
    assert "<strong>editor</strong> đã chọn lúc" in chosen
    assert verify_chain().broken_at is None


def test_nothing_is_a_choice_and_a_choice_can_be_taken_back(editor: Client) -> None:
    register(page(weeks.TEXT))
    before = topics_of_documents([planting()])
    assert editor.post(address()).status_code == 302
    assert topics_of_documents([planting()]) == {}
    assert editor.post(address(), {"theo_goi_y": "1"}).status_code == 302
    assert topics_of_documents([planting()]) == before


@pytest.mark.parametrize("codes", [pytest.param(["khong-co"], id="no topic"), pytest.param(["y-te", "<script>"], id="hostile words")])
def test_a_topic_that_there_is_not_is_refused(editor: Client, codes: list[str]) -> None:
    register(page(weeks.TEXT))
    before = topics_of_documents([planting()])
    response = editor.post(address(), {"linh_vuc": codes})
    assert response.status_code == 422
    assert "Có lĩnh vực không còn trong danh mục" in response.content.decode()
    assert topics_of_documents([planting()]) == before
    assert editor.get("/ban-lam-viec/van-ban/999999/linh-vuc/").status_code == 404
