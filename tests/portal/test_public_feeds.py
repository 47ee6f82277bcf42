"""Feeds, the list for crawlers, and what they may not list: well-formed whatever the sources hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from dieuhanh.apps.digests.actions import correct_issue
from dieuhanh.apps.digests.models import Entry, Issue
from dieuhanh.apps.digests.renderings.sitemap import NAMESPACE
from dieuhanh.apps.documents.models import Document
from tests.apps.agencies.known import know_agencies
from tests.apps.digests.weeks import published, with_body
from tests.apps.pages import NOW, TESTER

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LETTER = "/van-ban/512-ubnd-kt/2024-05-07/"
FEEDS = [
    pytest.param("/diem-tin/atom.xml", "trong tuần", id="issues"),
    pytest.param("/linh-vuc/nong-nghiep/atom.xml", "91/KH-UBND", id="topic"),
    pytest.param("/co-quan/so-tai-chinh/atom.xml", "512/UBND-KT", id="agency"),
    pytest.param(f"{LETTER}atom.xml", "Chỉ đạo nạo vét mương máng", id="document"),
    pytest.param("/tim-kiem/atom.xml?q=nao+vet", "512/UBND-KT", id="search"),
]


@pytest.fixture(autouse=True)
def register(settings: Settings, tmp_path: Path) -> Issue:
    settings.SEARCH_FOLDER = tmp_path / "search"
    know_agencies()
    return published()


def tree(client: Client, address: str) -> ET.Element:
    response = client.get(address)
    assert response.status_code == 200, address
    return ET.fromstring(response.content)  # noqa: S314  our own feed


@pytest.mark.parametrize(("address", "words"), FEEDS)
def test_a_feed_tells_what_is_followed(client: Client, address: str, words: str) -> None:
    root = tree(client, address)
    titles = [entry.findtext(f"{ATOM}title") or "" for entry in root.iter(f"{ATOM}entry")]
    assert any(words in title for title in titles), titles
    for entry in root.iter(f"{ATOM}entry"):
        assert (entry.findtext(f"{ATOM}id") or "").startswith("http://testserver/")
        assert dt.datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "").year == NOW.year
    own = next(link.attrib["href"] for link in root.iter(f"{ATOM}link") if link.attrib.get("rel") == "self")
    assert own == f"http://testserver{address}"


@pytest.mark.parametrize(("address", "words"), FEEDS)
def test_a_feed_stays_xml_with_control_characters_in_the_sources(client: Client, address: str, words: str) -> None:
    Entry.objects.update(headline="Tin\x0b có\x1f ký tự\ufffe lạ <b>&", body="Đoạn\x08 một.\u202e")
    Document.objects.update(title="về\x0c việc\ufffe nạo vét ]]> <i>")
    assert words in "".join(tree(client, address).itertext())


@pytest.mark.parametrize(
    "address",
    [
        "/linh-vuc/khong-co/atom.xml",
        "/co-quan/so-phep-thuat/atom.xml",
        "/van-ban/9-x/2024-05-07/atom.xml",
        "/tim-kiem/atom.xml",
        "/tim-kiem/atom.xml?q=%00",
    ],
)
def test_what_is_not_there_has_no_feed(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_rss(client: Client) -> None:
    channel = tree(client, "/diem-tin/rss.xml").find("channel")
    assert channel is not None
    assert channel.findtext("item/link") == "http://testserver/diem-tin/2024-W19/"


def test_the_public_name_of_the_installation_stands_in_feeds(client: Client, settings: Settings) -> None:
    settings.PUBLIC_URL = "https://dieuhanh.example"
    assert tree(client, "/diem-tin/atom.xml").findtext(f"{ATOM}entry/{ATOM}id") == "https://dieuhanh.example/diem-tin/2024-W19/"


def test_the_sitemap_says_when_an_issue_changed_last(client: Client, register: Issue) -> None:
    later = NOW + dt.timedelta(days=1)
    correct_issue(register.pk, 1, with_body(register, 0, "rà soát kinh phí, ", ""), "Bỏ một vế thừa.", actor=TESTER, at=later)
    names = {"s": NAMESPACE}
    found = {url.findtext("s:loc", "", names): url.findtext("s:lastmod", "", names) for url in tree(client, "/sitemap.xml")}
    assert found["http://testserver/diem-tin/2024-W19/"] == later.isoformat()
    assert {"http://testserver/", "http://testserver/linh-vuc/"} <= set(found)


def test_robots_are_led_to_the_sitemap_and_kept_from_the_desk(client: Client) -> None:
    words = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml\n" in words
    for path in ("/ban-lam-viec/", "/rieng/", "/theo-doi/"):
        assert f"Disallow: {path}\n" in words


@pytest.mark.parametrize(
    "address",
    [pytest.param("/diem-tin/atom.xml", id="feed"), pytest.param("/sitemap.xml", id="sitemap"), pytest.param("/diem-tin/", id="archive")],
)
def test_a_list_needs_as_many_queries_for_many_issues_as_for_one(client: Client, address: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"{address}?x=1").status_code == 200
        return len(caught)

    few = queries()
    for week in range(1, 30):
        start = dt.date(2024, 5, 6) - dt.timedelta(weeks=week)
        issue = Issue.objects.create(
            period_start=start, period_end=start + dt.timedelta(days=6), title=f"Kỳ {week}", state="published", published_at=NOW
        )
        Entry.objects.create(issue=issue, key=1, order=1, headline="Tin", body="UBND tỉnh chỉ đạo.")
    assert queries() == few <= 8
