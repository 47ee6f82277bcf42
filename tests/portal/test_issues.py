"""Published issues on the web: what their pages show, where they stand, what can be taken along."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from pathlib import Path

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from pytest_django.fixtures import Settings

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.digests.actions import Visitor, correct_issue, new_token, rate
from dieuhanh.apps.digests.addresses import issue_address, issue_at, issue_part, period_at
from dieuhanh.apps.digests.models import Entry, Issue, Question, State
from dieuhanh.apps.tasks.models import Task
from dieuhanh.extract.facts import Period
from tests.apps.digests.weeks import draft, published, with_body
from tests.apps.pages import LETTER, NOW, ORDER, TESTER, digest_text, item

pytestmark = pytest.mark.django_db

ADDRESS = "/diem-tin/2024-W19/"
PAGES = [
    pytest.param("/diem-tin/", id="issues"),
    pytest.param("/diem-tin/2024/", id="issues_of_year"),
    pytest.param("/diem-tin/2024-05/", id="issues_of_month"),
    pytest.param(ADDRESS, id="issue"),
    pytest.param(f"{ADDRESS}thay-doi/", id="issue_changes"),
    pytest.param("/linh-vuc/", id="topics"),
    pytest.param("/linh-vuc/nong-nghiep/", id="topic"),
]
FILES = ("issue_file", "issues_atom", "issues_rss", "topic_atom", "agency_atom", "document_atom", "search_atom", "sitemap", "robots")


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path: Path) -> None:
    settings.SEARCH_FOLDER = tmp_path / "search"


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_answers_under_its_guard(client: Client, address: str) -> None:
    published()
    response = client.get(address)
    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    page = response.content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert re.findall(r"<script[^>]*>", page) == (['<script type="application/ld+json">'] if address == ADDRESS else [])
    assert not client.cookies


def test_every_address_of_the_week_is_in_a_table() -> None:
    names = {str(name) for name in get_resolver("dieuhanh.portal.urls").reverse_dict if isinstance(name, str)}
    assert {str(one.id) for one in PAGES} | set(FILES) == {
        name for name in names if name.startswith(("issue", "topic", "sitemap", "robots")) or name.endswith("_atom")
    }


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        pytest.param("2024-01-15", "2024-01-21", "2024-W03", id="a calendar week"),
        pytest.param("2024-12-30", "2025-01-05", "2025-W01", id="a week of two years is the year's that ISO says"),
        pytest.param("2024-01-15", "2024-01-20", "2024-01-15_2024-01-20", id="a week without its Sunday"),
        pytest.param("2025-04-01", "2025-04-30", "2025-04-01_2025-04-30", id="a month"),
    ],
)
def test_an_issue_is_named_by_its_days(start: str, end: str, part: str) -> None:
    days = Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    issue = Issue.objects.create(period_start=days.start, period_end=days.end, title="t", state=State.PUBLISHED, published_at=NOW)
    assert (issue_part(days), issue_address(issue), period_at(part), issue_at(part)) == (part, f"/diem-tin/{part}/", days, issue)


def test_the_page_shows_the_edition_and_what_the_register_adds(client: Client) -> None:
    published()
    page = text_of(client, ADDRESS)
    for words in (
        "UBND tỉnh Lạng Sơn",
        '<section id="muc-1"',
        "Chỉ đạo nạo vét mương máng trước vụ mùa",
        '<a href="/van-ban/512-ubnd-kt/2024-05-07/">Công văn số 512/UBND-KT</a>',
        '<a class="topic" href="/linh-vuc/nong-nghiep/">Nông nghiệp, nông thôn</a>',
        "0 trong 0 đánh giá",
        'href="/diem-tin/2024-W19/danh-gia/?muc=1"',
        'type="application/atom+xml" href="/diem-tin/atom.xml"',
        'href="tai-ve.docx"',
        "Tháng 5/2024",
    ):
        assert words in page, words
    linked = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (linked["@type"], linked["url"], len(linked["hasPart"])) == ("Report", f"http://testserver{ADDRESS}", 2)


def test_a_correction_is_stated(client: Client) -> None:
    issue = published()
    correct_issue(issue.pk, 1, with_body(issue, 0, "rà soát kinh phí, ", ""), "Bỏ một vế thừa.", actor=TESTER, at=NOW)
    assert "Đính chính ngày 02/3/2026: Bỏ một vế thừa." in text_of(client, ADDRESS)
    assert "có đính chính" in text_of(client, "/diem-tin/")


def test_averages_are_shown_as_on_the_printed_page(client: Client) -> None:
    issue = published()
    assert "0 trong 0 đánh giá" in text_of(client, ADDRESS)
    for value in (4, 5):
        rate(issue.pk, None, Question.STARS, value, visitor=Visitor(new_token(), "203.0.113.7"), at=NOW)
    rate(issue.pk, 2, Question.USEFUL, 1, visitor=Visitor(new_token(), "203.0.113.7"), at=NOW)
    page = text_of(client, ADDRESS)
    assert "4,5 trong 2 đánh giá" in page
    assert "1 trong 1 người thấy hữu ích" in page
    assert '"ratingValue":4.5' in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("/diem-tin/2099-W01/", "Chưa có điểm tin của kỳ này", id="a week in the future"),
        pytest.param("/diem-tin/2024-W54/", "Không có trang này", id="a week that no year has"),
        pytest.param("/diem-tin/2024-05-06_2024-05-12/", "Chưa có điểm tin của kỳ này", id="a week by its days"),
        pytest.param("/diem-tin/2024-13/", "Không có trang này", id="a thirteenth month"),
        pytest.param("/diem-tin/0/", "Không có trang này", id="the year nought"),
        pytest.param("/diem-tin/99999/", "Không có trang này", id="a year beyond the calendar"),
        pytest.param("/diem-tin/2023/", "Không có trang này", id="a year without issues"),
        pytest.param(f"{ADDRESS}tai-ve.exe", "Không có trang này", id="a form that there is not"),
        pytest.param("/diem-tin/2099-W01/tai-ve.pdf", "Không có trang này", id="a file of no issue"),
        pytest.param("/linh-vuc/phep-thuat/", "Không có trang này", id="a topic that there is not"),
    ],
)
def test_an_address_without_issue_says_so(client: Client, address: str, words: str) -> None:
    published()
    response = client.get(address)
    assert (response.status_code, words in response.content.decode()) == (404, True)


def test_a_draft_is_nobodys_business(client: Client) -> None:
    draft()
    assert client.get(ADDRESS).status_code == 404
    assert client.get(f"{ADDRESS}tai-ve.txt").status_code == 404
    assert "Chưa có kỳ nào được đăng" in text_of(client, "/diem-tin/")
    assert "nạo vét" not in text_of(client, "/diem-tin/atom.xml")


def test_an_issue_without_entries_is_shown(client: Client) -> None:
    issue = published()
    issue.entries.all().delete()
    caught = text_of(client, ADDRESS)
    assert "Kỳ này không có tin nào." in caught
    for form in ("docx", "pdf", "txt"):
        assert client.get(f"{ADDRESS}tai-ve.{form}").status_code == 200


def test_five_hundred_entries_take_as_many_queries_as_two(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"{ADDRESS}?x=1").status_code == 200  # another parameter: rendered each time
        return len(caught)

    issue = published()
    few = queries()
    Entry.objects.bulk_create(
        Entry(issue=issue, key=key, order=key, headline=f"Tin thứ {key}", body="UBND tỉnh chỉ đạo.\n" * 5) for key in range(10, 510)
    )
    assert queries() == few <= 25
    assert text_of(client, ADDRESS).count("<section id=") == 502


def test_files_to_take_along(client: Client) -> None:
    published()
    heads = {form: client.get(f"{ADDRESS}tai-ve.{form}") for form in ("docx", "pdf", "txt")}
    for form, response in heads.items():
        assert f'filename="diem-tin-2024-W19.{form}"' in response["Content-Disposition"]
        assert response["X-Content-Type-Options"] == "nosniff"
    words = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(heads["docx"].content)).paragraphs)
    assert "1. Chỉ đạo nạo vét mương máng trước vụ mùa" in words or "2. Chỉ đạo nạo vét mương máng trước vụ mùa" in words
    assert heads["pdf"].content.startswith(b"%PDF-")
    assert heads["txt"].content.decode().rstrip().endswith(f"http://testserver{ADDRESS}")
    assert client.get(f"{ADDRESS}tai-ve.pdf", headers={"If-None-Match": heads["pdf"]["ETag"]}).status_code == 304


def test_the_archive_leads_from_year_to_month_to_week(client: Client) -> None:
    published()
    assert 'href="/diem-tin/2024/">2024' in text_of(client, "/diem-tin/")
    assert 'href="/diem-tin/2024-05/">Tháng 5/2024' in text_of(client, "/diem-tin/2024/")
    month = text_of(client, "/diem-tin/2024-05/")
    assert f'href="{ADDRESS}"' in month
    assert "Tuần 19 năm 2024 · 2 mục" in month


def test_home_shows_the_newest_issue_and_what_changed(client: Client) -> None:
    assert "Điểm tin tuần mới nhất" not in text_of(client, "/")
    published()
    home = text_of(client, "/")
    assert f'href="{ADDRESS}#muc-1"' in home
    assert "<dt>văn bản mới" in home


def test_what_changed_counts_tasks_and_names_none(client: Client) -> None:
    ending = "UBND tỉnh ban hành Quyết định số 15/QĐ-UBND ngày 08/5/2024 bãi bỏ Quyết định số 9/QĐ-UBND ngày 02/01/2020 của UBND tỉnh."
    published(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER), item("Bãi bỏ quyết định cũ", ending)))
    lead = Agency.objects.create(place="vn", code="x", name="Sở Thử", kind="department")
    days = {"lead": lead, "due_on": dt.date(2024, 5, 8), "assigned_on": dt.date(2024, 5, 1)}
    Task.objects.create(title="Việc kín một", state="accepted", **days)
    Task.objects.create(title="Việc kín hai", state="done", reported_on=dt.date(2024, 5, 7), done_on=dt.date(2024, 5, 7), **days)
    Task.objects.create(title="Việc kín ba", state="cancelled", **days)
    page = text_of(client, f"{ADDRESS}thay-doi/")
    figures = re.findall(r"<dt>(.*?) <span.*?<dd>(\d+)</dd>", page)
    assert figures == [
        ("văn bản mới", "2"),
        ("văn bản bị bãi bỏ, thay thế, ngưng hiệu lực", "1"),
        ("nhiệm vụ hoàn thành", "1"),
        ("nhiệm vụ mới quá hạn", "1"),
    ]
    assert "Việc kín" not in page
    assert '<span class="tag">bãi bỏ</span>' in page
    assert "/van-ban/512-ubnd-kt/2024-05-07/" in page


def test_hostile_words_are_words(client: Client) -> None:
    issue = published()
    hostile = '</script><script>alert(1)</script>" onload="x'
    Entry.objects.filter(issue=issue, key=1).update(headline=hostile, body=hostile)
    for address in (ADDRESS, "/", f"{ADDRESS}danh-gia/?muc=1"):
        assert "<script>alert" not in text_of(client, address), address
