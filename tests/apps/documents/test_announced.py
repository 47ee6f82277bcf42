"""Other systems are told of a document once: when a page first reports it, in the transaction that registers the page."""

from __future__ import annotations

import json

import pytest

from dieuhanh.apps.webhooks.events import EventName
from dieuhanh.apps.webhooks.models import Event, Subscription
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register

pytestmark = pytest.mark.django_db

CITING = "UBND tỉnh ban hành Công văn số 601/UBND-NC ngày 08/5/2024 về việc triển khai thực hiện Công văn số 512/UBND-KT ngày 07/5/2024."


@pytest.fixture(autouse=True)
def heard() -> None:
    Subscription.objects.create(url="https://nhan.gov.vn/", events=sorted(EventName), secret="x", made_at=NOW)  # noqa: S106


def told() -> list[str]:
    events = Event.objects.filter(name=EventName.DOCUMENT_REGISTERED).order_by("id")
    return [json.loads(event.payload_json)["number"] for event in events]


def week(*items: str) -> str:
    return digest_text(*items)


def test_what_a_page_reports_is_told_and_what_it_cites_is_not() -> None:
    register(page(week(item("Chỉ đạo thực hiện", CITING, ORDER)), address="https://langson.gov.vn/tuan-19"))
    assert told() == ["601/UBND-NC"]
    event = json.loads(Event.objects.get().payload_json)
    assert {name: event[name] for name in ("type", "date", "issuer", "page")} == {
        "type": "Công văn",
        "date": "2024-05-08",
        "issuer": "UBND tỉnh",
        "page": "https://langson.gov.vn/tuan-19",
    }


def test_a_document_that_was_only_cited_is_told_when_it_is_reported() -> None:
    register(page(week(item("Chỉ đạo thực hiện", CITING, ORDER)), address="https://langson.gov.vn/tuan-19"))
    register(page(week(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER)), address="https://langson.gov.vn/tuan-18"))
    assert told() == ["601/UBND-NC", "512/UBND-KT"]


@pytest.mark.parametrize("address", ["https://langson.gov.vn/tuan-18", "https://langson.gov.vn/tuan-20"], ids=["its page", "another page"])
def test_a_document_that_is_reported_again_is_not_told_again(address: str) -> None:
    """By a new version of its page, which reports another besides, or by another page."""
    register(page(week(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER)), address="https://langson.gov.vn/tuan-18"))
    again = week(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER), item("Chỉ đạo thực hiện", CITING, ORDER))
    register(page(again, address=address))
    assert told() == ["512/UBND-KT", "601/UBND-NC"]


def test_where_nobody_listens_nothing_is_kept() -> None:
    Subscription.objects.all().delete()
    register(page(week(item("Chỉ đạo thực hiện", CITING, ORDER))))
    assert Event.objects.count() == 0
