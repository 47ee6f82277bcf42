"""Stars and a yes or no by a plain form: one answer a visitor, floods refused, nothing kept of who it was."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dieuhanh.apps.digests.actions.rate import MOST_A_DAY
from dieuhanh.apps.digests.models import Issue, Rating
from tests.apps.digests.weeks import draft, published

pytestmark = pytest.mark.django_db

RATE = "/diem-tin/2024-W19/danh-gia/"


@pytest.fixture
def issue() -> Issue:
    return published()


def visitor() -> Client:
    return Client(enforce_csrf_checks=True)


def send(client: Client, address: str = RATE, **answers: str) -> int:
    """As a browser does: the form is fetched, its token goes back with the answers."""
    form = client.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token is not None
    said = {name.replace("_", "-"): value for name, value in answers.items()}
    return client.post(address, {"csrfmiddlewaretoken": token[1], **said}).status_code


def said() -> list[tuple[int | None, str, int]]:
    return list(Rating.objects.order_by("pk").values_list("entry__key", "question", "value"))


@pytest.mark.usefixtures("issue")
def test_an_issue_and_an_entry_are_rated(client: Client) -> None:
    one = visitor()
    assert send(one, sao="5", huu_ich="1") == 302
    assert send(one, f"{RATE}?muc=2", sao="3") == 302
    assert said() == [(None, "stars", 5), (None, "useful", 1), (2, "stars", 3)]
    page = client.get(f"{RATE}?muc=2&xong=1").content.decode()
    assert "3,0 trong 1 đánh giá" in page
    assert "đánh giá đã được ghi nhận" in page
    assert "Kế hoạch trồng rừng" in page or "nạo vét" in page


@pytest.mark.usefixtures("issue")
def test_the_second_answer_of_a_visitor_replaces_the_first() -> None:
    one, other = visitor(), visitor()
    assert [send(one, sao="1"), send(other, sao="2"), send(one, sao="4")] == [302, 302, 302]
    assert sorted(said(), key=str) == [(None, "stars", 2), (None, "stars", 4)]


@pytest.mark.usefixtures("issue")
def test_the_cookie_says_nothing_and_goes_nowhere_else() -> None:
    one = visitor()
    send(one, sao="5")
    cookie = one.cookies["danh_gia"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/diem-tin/", True, "Lax")
    assert re.fullmatch(r"[0-9a-f]{32}:\w+:[\w-]+", cookie.value)
    one.cookies["danh_gia"] = cookie.value[:-1] + ("a" if cookie.value[-1] != "a" else "b")
    assert send(one, sao="1") == 302
    assert Rating.objects.count() == 2  # one that we did not sign is another visitor's


@pytest.mark.usefixtures("issue")
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"sao": "6"}, id="six stars"),
        pytest.param({"sao": "0"}, id="no stars"),
        pytest.param({"sao": "²"}, id="a digit that is none"),
        pytest.param({"huu_ich": "x"}, id="neither yes nor no"),
        pytest.param({"sao": "4", "huu_ich": "9"}, id="one good, one bad"),
    ],
)
def test_what_is_no_answer_is_said_and_not_kept(answers: dict[str, str]) -> None:
    assert send(visitor(), **answers) == 400
    assert said() == []


@pytest.mark.usefixtures("issue")
@pytest.mark.parametrize(
    "address", [f"{RATE}?muc=99", f"{RATE}?muc=²", f"{RATE}?muc=-1", "/diem-tin/2099-W01/danh-gia/", "/diem-tin/x/danh-gia/"]
)
def test_there_is_nothing_to_rate(client: Client, address: str) -> None:
    assert (client.get(address).status_code, client.post(address, {"sao": "5"}).status_code) == (404, 404)


def test_a_draft_is_not_rated(client: Client) -> None:
    draft()
    assert client.post(RATE, {"sao": "5"}).status_code == 404


@pytest.mark.usefixtures("issue")
def test_a_form_of_another_site_counts_nothing() -> None:
    assert visitor().post(RATE, {"sao": "1"}).status_code == 403
    assert said() == []


@pytest.mark.usefixtures("issue")
def test_a_flood_is_refused_in_plain_words(client: Client) -> None:
    for _ in range(MOST_A_DAY):
        client.cookies.clear()
        assert client.post(RATE, {"sao": "1"}).status_code == 302
    client.cookies.clear()
    refused = client.post(RATE, {"sao": "1", "huu-ich": "1"})
    assert (refused.status_code, "Xin trở lại vào ngày mai" in refused.content.decode()) == (429, True)
    assert Rating.objects.count() == MOST_A_DAY
    assert client.post(RATE, {"sao": "5"}, REMOTE_ADDR="203.0.113.9").status_code == 302
