"""The page of what was found: words with and without accents, filters, pages, addresses that make no sense."""

from __future__ import annotations

import pytest
from django.test import Client

from dieuhanh.apps.digests.actions import choose_topics
from dieuhanh.apps.documents.models import Document
from tests.apps.pages import NOW, TESTER

pytestmark = pytest.mark.usefixtures("samples")


def answer(client: Client, **parameters: str) -> str:
    response = client.get("/tim-kiem", parameters)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("words", [pytest.param("khoáng sản", id="with accents"), pytest.param("khoang san", id="without")])
def test_words_find_the_document_and_are_shown(client: Client, words: str) -> None:
    page = answer(client, q=words)
    assert 'href="/van-ban/274-ubnd-kt/2024-03-04/"' in page
    assert "<strong>khoáng</strong>" in page


def test_a_phrase_stands_together(client: Client) -> None:
    assert "/van-ban/274-ubnd-kt/" in answer(client, q='"khai thác, vận chuyển khoáng sản"')
    assert "/van-ban/274-ubnd-kt/" not in answer(client, q='"sản khoáng vận chuyển"')


def test_a_filter_keeps_what_it_says_and_can_be_let_go(client: Client) -> None:
    page = answer(client, q="khoáng sản", loai="Công văn", nam="2024")
    assert "/van-ban/274-ubnd-kt/" in page
    assert "(bỏ chọn)" in page
    assert "/van-ban/274-ubnd-kt/" not in answer(client, q="khoáng sản", nam="1999")


@pytest.mark.parametrize(
    "parameters",
    [
        pytest.param({"trang": "0"}, id="page nought"),
        pytest.param({"trang": "-7"}, id="a page below"),
        pytest.param({"trang": "9" * 300}, id="a page beyond all"),
        pytest.param({"trang": "²"}, id="a digit that is none"),
        pytest.param({"nam": "0000"}, id="a year that no calendar has"),
        pytest.param({"nam": "<b>"}, id="no year"),
        pytest.param({"loai": "<script>alert(1)</script>"}, id="a script as type"),
        pytest.param({"co-quan": "' OR 1=1 --"}, id="signs of a query as issuer"),
    ],
)
def test_an_address_that_makes_no_sense_is_answered(client: Client, parameters: dict[str, str]) -> None:
    assert "<script>" not in answer(client, q="khoáng sản", **parameters)


def test_topics_are_a_filter_with_their_names(client: Client) -> None:
    page = answer(client, q="khoáng sản")
    assert 'linh-vuc=dat-dai-moi-truong">Đất đai, môi trường</a>' in page
    assert "/van-ban/274-ubnd-kt/" in answer(client, **{"q": "khoáng sản", "linh-vuc": "dat-dai-moi-truong"})
    assert "/van-ban/274-ubnd-kt/" not in answer(client, **{"q": "khoáng sản", "linh-vuc": "giao-duc"})
    assert client.get("/tim-kiem", {"q": "khoáng sản", "linh-vuc": "<script>"}).status_code == 200


def test_a_persons_word_on_a_topic_is_found_at_once(client: Client) -> None:
    row = Document.objects.get(number="274/UBND-KT")
    assert "274/UBND-KT" not in client.get("/linh-vuc/giao-duc/").content.decode()
    choose_topics(row.pk, ["giao-duc"], actor=TESTER, at=NOW)
    assert "274/UBND-KT" in client.get("/linh-vuc/giao-duc/").content.decode()
    assert "274/UBND-KT" not in client.get("/linh-vuc/dat-dai-moi-truong/").content.decode()


def test_what_is_found_can_be_followed(client: Client) -> None:
    page = answer(client, q="khoáng sản")
    assert 'href="/tim-kiem/atom.xml?q=kho%C3%A1ng%20s%E1%BA%A3n"' in page
    assert "/theo-doi/?loai=search&amp;gi=kho" in page
