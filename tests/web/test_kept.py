"""Pages are rendered once for a state of the register: whoever has one is told so, whoever is somebody is not mixed up with everybody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from django.utils.http import http_date
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from dieuhanh.apps.accounts.roles import Role
from dieuhanh.apps.digests.actions import Visitor, load_scheme, new_token, rate
from dieuhanh.apps.digests.models import Issue, Question
from dieuhanh.web.page_store import PAGES, PageStore
from tests.apps.agencies.known import know_agencies
from tests.apps.digests.weeks import published
from tests.apps.pages import NOW, TESTER
from tests.apps.people import person

pytestmark = pytest.mark.django_db

ISSUE = "/diem-tin/2024-W19/"
KEPT = [
    pytest.param("/", id="home"),
    pytest.param(ISSUE, id="issue"),
    pytest.param(f"{ISSUE}thay-doi/", id="changes"),
    pytest.param("/diem-tin/", id="archive"),
    pytest.param("/van-ban/512-ubnd-kt/2024-05-07/", id="document"),
    pytest.param("/ban-tin/2024-05-06_2024-05-12/", id="digests of a period"),
    pytest.param("/diem-tin/atom.xml", id="Atom"),
    pytest.param("/diem-tin/rss.xml", id="RSS"),
    pytest.param("/linh-vuc/nong-nghiep/atom.xml", id="feed of a topic"),
    pytest.param("/sitemap.xml", id="sitemap"),
]


@pytest.fixture
def issue(settings: Settings, tmp_path: Path) -> Issue:
    settings.SEARCH_FOLDER = tmp_path / "search"
    know_agencies()
    return published()


def something_happens() -> None:
    load_scheme(actor=TESTER, at=NOW + dt.timedelta(minutes=1))


def answer(client: Client, address: str) -> tuple[str, str]:
    """The address where it leads, and the tag there."""
    response = client.get(address, follow=True)
    assert response.status_code == 200
    return response.request["PATH_INFO"], response["ETag"]


@pytest.mark.usefixtures("issue")
@pytest.mark.parametrize("address", KEPT)
def test_who_has_it_is_told_so_by_one_query(client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    address, tag = answer(client, address)
    whole = client.get(address)
    with django_assert_num_queries(1):
        again = client.get(address)
    with django_assert_num_queries(1):
        unchanged = client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.content, again.headers) == (whole.content, whole.headers)
    assert (unchanged.status_code, unchanged.content, unchanged["ETag"]) == (304, b"", tag)
    something_happens()
    changed = client.get(address, headers={"If-None-Match": tag})
    assert (changed.status_code, changed["ETag"] == tag) == (200, False)


@pytest.mark.usefixtures("issue")
def test_a_state_holds_for_a_moment_but_never_past_what_this_process_changed(
    client: Client, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.STATES_HOLD = 1e9
    address, tag = answer(client, ISSUE)
    with django_assert_num_queries(0):
        assert client.get(address)["ETag"] == tag
    something_happens()
    client.post("/khong-co/")
    assert client.get(address)["ETag"] != tag


@pytest.mark.usefixtures("issue")
def test_what_another_process_rendered_is_known_by_its_tag(client: Client) -> None:
    address, tag = answer(client, ISSUE)
    PAGES.clear()
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_an_answer_of_a_visitor_changes_the_page_of_its_issue_alone(client: Client, issue: Issue) -> None:
    tags = {address: answer(client, address)[1] for address in (ISSUE, "/")}
    visitor = Visitor(new_token(), "203.0.113.7")
    rate(issue.pk, None, Question.STARS, 4, visitor=visitor, at=NOW)
    assert client.get(ISSUE, headers={"If-None-Match": tags[ISSUE]}).status_code == 200
    assert client.get("/", headers={"If-None-Match": tags["/"]}).status_code == 304
    assert "4,0 trong 1 đánh giá" in client.get(ISSUE).content.decode()
    rate(issue.pk, None, Question.STARS, 2, visitor=visitor, at=NOW)
    assert "2,0 trong 1 đánh giá" in client.get(ISSUE).content.decode()


@pytest.mark.usefixtures("issue")
def test_feeds_tell_since_when(client: Client) -> None:
    assert client.get("/diem-tin/atom.xml")["Last-Modified"] == http_date(NOW.timestamp())
    assert client.get("/diem-tin/atom.xml", headers={"If-Modified-Since": http_date(NOW.timestamp())}).status_code == 304
    something_happens()
    assert client.get("/diem-tin/atom.xml", headers={"If-Modified-Since": http_date(NOW.timestamp())}).status_code == 200
    assert "Last-Modified" not in client.get(ISSUE)


@pytest.mark.usefixtures("issue")
def test_each_way_of_reading_is_another_page(client: Client) -> None:
    plain = client.get(ISSUE)
    client.cookies["tuong_phan"] = "cao"
    contrast = client.get(ISSUE, headers={"If-None-Match": plain["ETag"]})
    assert (contrast.status_code, 'class="contrast"' in contrast.content.decode()) == (200, True)
    assert "Cookie" in plain["Vary"]
    other = client.get(ISSUE, SERVER_NAME="localhost")
    assert b"http://localhost/diem-tin/2024-W19/" in other.content


@pytest.mark.usefixtures("issue")
def test_what_is_said_to_one_is_not_kept_for_all(client: Client) -> None:
    client.force_login(person(Role.EDITOR))
    mine = client.get(ISSUE)
    assert (mine.status_code, "ETag" in mine) == (200, False)


@pytest.mark.usefixtures("issue")
@pytest.mark.parametrize("address", [f"{ISSUE}?la=1", f"{ISSUE}danh-gia/", "/theo-doi/", "/tim-kiem?q=x"])
def test_what_differs_by_more_than_the_register_is_not_kept(client: Client, address: str) -> None:
    assert "ETag" not in client.get(address)


@pytest.mark.usefixtures("issue")
def test_a_name_that_is_not_ours_gets_no_kept_page(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    assert client.get(ISSUE).status_code == 200
    assert client.get(ISSUE, SERVER_NAME="evil.example").status_code == 400


@pytest.mark.usefixtures("issue")
def test_nobody_writes_to_a_kept_page(client: Client) -> None:
    client.get(ISSUE)
    assert client.post(ISSUE).status_code == 405
    assert client.head(ISSUE).status_code == 200


def test_the_least_used_page_goes_first() -> None:
    store: PageStore[str] = PageStore(10)
    for key in "abc":
        store.put(key, key, 3)
    assert store.get("a") == "a"
    store.put("d", "d", 4)
    assert [store.get(key) for key in "abcd"] == ["a", None, "c", "d"]
    store.put("d", "D", 1)
    store.put("e", "e", 3)
    assert [store.get(key) for key in "acde"] == ["a", "c", "D", "e"]
