"""Every address: what it answers, where it leads, what its headers say."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import get_resolver

from dieuhanh.apps.documents.models import Document, Knowledge
from dieuhanh.portal.links import document_links

DIGEST = "/ban-tin/2024-03-04_2024-03-10/"
PAGES = [
    pytest.param("/", id="home"),
    pytest.param("/ban-tin/", id="digests"),
    pytest.param(DIGEST, id="digest"),
    pytest.param("/van-ban/274-ubnd-kt/2024-03-04/", id="document"),
    pytest.param("/van-ban/luat-can-cuoc/khong-ro-ngay/", id="document without number and day"),
    pytest.param("/co-quan/", id="agencies"),
    pytest.param("/co-quan/so-tai-chinh/", id="agency"),
    pytest.param("/co-quan/so-tai-chinh/?vai=chu-tri&trang=99", id="agency, one part, a page beyond the last"),
    pytest.param("/tinh-trang/", id="status"),
    pytest.param("/tim-kiem", id="search"),
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.usefixtures("samples")
def test_a_page_answers_under_its_guard(client: Client, address: str) -> None:
    response = client.get(address, follow=True)
    assert response.status_code == 200
    assert response["Content-Security-Policy"].startswith("default-src 'self'; object-src 'none'")
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    page = response.content.decode()
    assert '<html lang="vi"' in page
    assert " style=" not in page
    assert "<style" not in page
    assert "<script>" not in page
    assert not client.cookies  # whoever only reads is not followed


def test_every_address_of_the_portal_is_in_the_table() -> None:
    names = {str(name) for name in get_resolver("dieuhanh.portal.urls").reverse_dict if isinstance(name, str)}
    read = {"home", "digests", "period", "digest", "documents", "document", "agencies", "agency", "status", "search"}
    own = {name for name in names if name.startswith(("open_data", "issue", "topic", "sitemap", "robots")) or name.endswith("_atom")}
    assert names - own == read  # those have their own tests: test_open_data, test_issues, test_public_feeds


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.django_db
def test_an_empty_register_is_no_error(client: Client, address: str) -> None:
    assert client.get(address, follow=True).status_code in (200, 404)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/van-ban/999-ubnd-kt/", id="a number that nobody uses"),
        pytest.param("/van-ban/274-ubnd-kt/2024-03-05/", id="another day"),
        pytest.param("/van-ban/274-ubnd-kt/2024-02-30/", id="a day that does not exist"),
        pytest.param("/van-ban/274-ubnd-kt/hom-qua/", id="a day in words"),
        pytest.param("/van-ban/274-ubnd-kt/2024-03-04/bo-y-te/", id="another issuer"),
        pytest.param("/ban-tin/2024-03-04/", id="half a period"),
        pytest.param("/ban-tin/2024-13-04_2024-14-10/", id="a period that does not exist"),
        pytest.param("/ban-tin/2024-03-04_2024-03-10/00000000/", id="another source"),
        pytest.param("/co-quan/so-phep-thuat/", id="an agency that there is not"),
        pytest.param("/van-ban/274'%20OR%201=1/", id="signs of a query"),
        pytest.param("/khac/", id="nothing of ours"),
    ],
)
@pytest.mark.usefixtures("samples")
def test_an_unknown_address_says_so(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        pytest.param("274/UBND-KT", "/van-ban/274-ubnd-kt/2024-03-04/", id="as printed"),
        pytest.param(" 274 ubnd kt ", "/van-ban/274-ubnd-kt/2024-03-04/", id="with spaces"),
        pytest.param("Công văn số 0274/UBND-KT", "/van-ban/274-ubnd-kt/2024-03-04/", id="with its kind and a nought"),
        pytest.param("51/KH-UBND", "/van-ban/51-kh-ubnd/2024-03-05/", id="another kind"),
        pytest.param("luat can cuoc", "/van-ban/luat-can-cuoc/khong-ro-ngay/", id="the name of a law"),
        pytest.param("Sở TC", "/co-quan/so-tai-chinh/", id="an agency by its abbreviation"),
        pytest.param("so tai chinh", "/co-quan/so-tai-chinh/", id="an agency without accents"),
    ],
)
@pytest.mark.usefixtures("samples")
def test_what_identifies_a_thing_leads_to_it(client: Client, typed: str, location: str) -> None:
    response = client.get("/tim-kiem", {"q": typed})
    assert (response.status_code, response.headers.get("Location")) == (302, location)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("", id="nothing"),
        pytest.param("<script>alert(1)</script>", id="a script"),
        pytest.param("' OR 1=1 --", id="signs of a query"),
        pytest.param("{{ 7|add:7 }}{% debug %}", id="signs of a template"),
        pytest.param("\0", id="a byte that PostgreSQL refuses"),
        pytest.param("9" * 5000, id="very long"),
    ],
)
@pytest.mark.usefixtures("samples")
def test_what_finds_nothing_is_shown_harmlessly(client: Client, typed: str) -> None:
    response = client.get("/tim-kiem", {"q": typed})
    assert response.status_code == 200
    assert "<script>" not in response.content.decode()


@pytest.mark.django_db
def test_documents_of_one_number_and_day_are_told_apart(client: Client) -> None:
    def made(issuer: str, day: dt.date | None) -> Document:
        return Document.objects.create(
            number_key="9/cv", slug="9-cv", issuer_key=issuer.lower(), issuer_name=issuer, date=day, type="Công văn", number="9/CV",
            known_by=Knowledge.MENTION,
        )  # fmt: skip

    twins = [made("Sở Y tế", dt.date(2024, 5, 7)), made("Sở Nội vụ", dt.date(2024, 5, 7))]
    alone = [made("Sở Y tế", dt.date(2025, 5, 7)), made("Sở Xây dựng", None)]
    links = document_links(row.id for row in (*twins, *alone))
    assert [links[row.id].url for row in (*twins, *alone)] == [
        "/van-ban/9-cv/2024-05-07/so-y-te/",
        "/van-ban/9-cv/2024-05-07/so-noi-vu/",
        "/van-ban/9-cv/2025-05-07/",
        "/van-ban/9-cv/khong-ro-ngay/",
    ]
    assert [client.get(link.url).context["row"].id for link in links.values()] == list(links)
    for address in ("/van-ban/9-cv/", "/van-ban/9-cv/2024-05-07/"):
        assert "cùng số này" in client.get(address).content.decode()
