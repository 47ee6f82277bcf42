"""Following: a form, a letter that asks, a button that confirms, a click that ends it; links that nobody sent say so."""

from __future__ import annotations

import re

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import get_resolver
from pytest_django.fixtures import Settings

from dieuhanh.apps.digests.actions import unsubscribe_token
from dieuhanh.apps.digests.actions.follow import confirm_token
from dieuhanh.apps.digests.actions.rate import MOST_A_DAY
from dieuhanh.apps.digests.models import Subscription
from dieuhanh.apps.followers.addresses import CONFIRM, UNSUBSCRIBE
from dieuhanh.apps.followers.models import FollowerLetter
from tests.apps.agencies.known import know_agencies
from tests.apps.digests.weeks import published

pytestmark = pytest.mark.django_db

FOLLOW = "/theo-doi/"
EMAIL = "mai@example.org"


@pytest.fixture(autouse=True)
def public(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://dieuhanh.example"
    settings.EMAIL_BACKEND = f"{EmailBackend.__module__}.EmailBackend"


@pytest.fixture
def register() -> None:
    know_agencies()
    published()


WAYS = [
    pytest.param("", "", "mọi kỳ điểm tin tuần", "/diem-tin/atom.xml", id="issues"),
    pytest.param("topic", "y-te", "lĩnh vực Y tế", "/linh-vuc/y-te/atom.xml", id="topic"),
    pytest.param("agency", "so-tai-chinh", "Sở Tài chính", "/co-quan/so-tai-chinh/atom.xml", id="agency"),
    pytest.param(
        "document", "512-ubnd-kt/2024-05-07", "Công văn số 512/UBND-KT", "/van-ban/512-ubnd-kt/2024-05-07/atom.xml", id="document"
    ),
    pytest.param("search", "nạo vét", "câu tìm “nạo vét”", "/tim-kiem/atom.xml?q=n%E1%BA%A1o+v%C3%A9t", id="search"),
]


def test_every_address_of_visitors_is_tested() -> None:
    names = {str(name) for name in get_resolver("dieuhanh.visitors.urls").reverse_dict if isinstance(name, str)}
    assert names == {"rate", "follow", "confirm", "stop"}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(("subject", "value", "name", "feed"), WAYS)
def test_what_can_be_followed(client: Client, subject: str, value: str, name: str, feed: str) -> None:
    asked = {"loai": subject, "gi": value} if subject else {}
    page = client.get(FOLLOW, asked).content.decode()
    assert f"<h1>Theo dõi {name}</h1>" in page
    assert f'href="{feed}"' in page
    address = f"{FOLLOW}?loai={subject}&gi={value}" if subject else FOLLOW
    assert client.post(address, {"email": f" {EMAIL} "}).status_code == 302
    row = Subscription.objects.get()
    assert (row.email, row.subject, row.value, row.confirmed_at) == (EMAIL, subject or "issues", value, None)
    assert FollowerLetter.objects.get(issue=None).subscription == row


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("subject", "value"),
    [
        pytest.param("topic", "phep-thuat", id="no such topic"),
        pytest.param("topic", "", id="a topic without its code"),
        pytest.param("agency", "so-phep-thuat", id="no such agency"),
        pytest.param("document", "512-ubnd-kt", id="a document without its day"),
        pytest.param("document", "a/b/c/d", id="no address of a document"),
        pytest.param("search", "?!", id="no words"),
        pytest.param("khac", "x", id="nothing that is followed"),
        pytest.param("issues", "x", id="all issues of something"),
    ],
)
def test_what_cannot_be_followed_is_said(client: Client, subject: str, value: str) -> None:
    for response in (
        client.get(FOLLOW, {"loai": subject, "gi": value}),
        client.post(f"{FOLLOW}?loai={subject}&gi={value}", {"email": EMAIL}),
    ):
        assert (response.status_code, "Không theo dõi được" in response.content.decode()) == (404, True)
    assert not Subscription.objects.exists()


@pytest.mark.parametrize("email", ["", "mai", "a@b.vn\nBcc: c@d.vn", "x" * 400 + "@example.org"])
def test_an_address_that_is_none_is_said_and_kept_in_the_field(client: Client, email: str) -> None:
    response = client.post(FOLLOW, {"email": email})
    assert (response.status_code, "không dùng được" in response.content.decode()) == (400, True)
    assert not Subscription.objects.exists()


def test_nobody_learns_who_follows(client: Client) -> None:
    client.post(FOLLOW, {"email": EMAIL})
    known, new = client.post(FOLLOW, {"email": EMAIL}), client.post(FOLLOW, {"email": "lan@example.org"})
    assert (known.status_code, known["Location"]) == (new.status_code, new["Location"]) == (302, f"{FOLLOW}?loai=issues&gi=&xong=1")
    assert FollowerLetter.objects.count() == 2


def test_a_flood_of_addresses_is_refused(client: Client) -> None:
    statuses = [client.post(FOLLOW, {"email": f"a{number}@example.org"}).status_code for number in range(MOST_A_DAY + 1)]
    assert (set(statuses[:-1]), statuses[-1], Subscription.objects.count()) == ({302}, 429, MOST_A_DAY)


def test_without_a_public_name_no_letter_is_promised(client: Client, settings: Settings) -> None:
    settings.PUBLIC_URL = ""
    assert "DIEUHANH_URL" in client.get(FOLLOW).content.decode()
    assert client.post(FOLLOW, {"email": EMAIL}).status_code == 409
    assert not Subscription.objects.exists()


def asked(client: Client) -> Subscription:
    client.post(FOLLOW, {"email": EMAIL})
    return Subscription.objects.get()


def test_opening_the_link_does_nothing_and_the_button_confirms() -> None:
    client = Client(enforce_csrf_checks=True)
    row = asked(Client())
    link = f"{CONFIRM}{confirm_token(row)}/"
    form = client.get(link)
    assert "Xác nhận theo dõi" in form.content.decode()
    assert not Subscription.objects.confirmed().exists()
    assert client.post(link).status_code == 403
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', form.content.decode())
    assert token is not None
    assert "Đã xác nhận" in client.post(link, {"csrfmiddlewaretoken": token[1]}).content.decode()
    assert Subscription.objects.confirmed().count() == 1
    for name, value in {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}.items():
        assert form[name] == value


def test_one_click_of_a_mail_program_ends_it() -> None:
    client = Client(enforce_csrf_checks=True)
    link = f"{UNSUBSCRIBE}{unsubscribe_token(asked(Client()))}/"
    assert "Thôi theo dõi" in client.get(link).content.decode()
    assert Subscription.objects.exists()
    done = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert (done.status_code, "Đã thôi theo dõi" in done.content.decode()) == (200, True)
    assert (Subscription.objects.exists(), FollowerLetter.objects.exists()) == (False, False)
    again = client.post(link)
    assert (again.status_code, "không dùng được" in again.content.decode()) == (404, True)


@pytest.mark.parametrize("place", [CONFIRM, UNSUBSCRIBE])
def test_links_that_nobody_sent_say_so(client: Client, place: str) -> None:
    row = asked(client)
    other = confirm_token(row) if place == UNSUBSCRIBE else unsubscribe_token(row)
    for word in (other, other[:-1], "x", "a:b", "é:ü", "%00", "." * 3000):
        for response in (client.get(f"{place}{word}/"), client.post(f"{place}{word}/")):
            assert response.status_code == 404, word
            assert "Liên kết này không dùng được" in response.content.decode()
    assert Subscription.objects.get().confirmed_at is None
