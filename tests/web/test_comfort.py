"""The visitor's reading comfort, and the headers of every page."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("pressed", "classes"),
    [
        pytest.param([], "", id="nothing pressed"),
        pytest.param(["co-chu=tang"], "size-1", id="A+"),
        pytest.param(["co-chu=tang"] * 9, "size-3", id="A+ has an end"),
        pytest.param(["co-chu=giam"] * 9, "size--1", id="so has A-"),
        pytest.param(["co-chu=tang", "co-chu=goc"], "", id="A is the usual size"),
        pytest.param(["tuong-phan=cao", "co-chu=tang"], "size-1 contrast", id="both together"),
        pytest.param(["tuong-phan=cao", "tuong-phan=thuong"], "", id="back to the usual colours"),
        pytest.param(["co-chu=<script>", "tuong-phan="], "", id="words that are no choice"),
    ],
)
@pytest.mark.django_db
def test_choices_are_kept(client: Client, pressed: list[str], classes: str) -> None:
    for choice in pressed:
        client.get(f"/hien-thi/?{choice}&ve=/")
    assert client.get("/").context["comfort"].classes == classes


@pytest.mark.django_db
def test_a_cookie_that_makes_no_sense_counts_as_none(client: Client) -> None:
    client.cookies["co_chu"] = '"><script>'
    client.cookies["tuong_phan"] = "9"
    assert client.get("/").context["comfort"].classes == ""


@pytest.mark.parametrize(
    ("back", "location"),
    [
        pytest.param("/co-quan/?trang=2", "/co-quan/?trang=2", id="the page that it was pressed on"),
        pytest.param("https://evil.example/", "/", id="another site"),
        pytest.param("//evil.example/", "/", id="another site without its scheme"),
        pytest.param("/\\evil.example/", "/", id="a browser reads this as another site too"),
        pytest.param("javascript:alert(1)", "/", id="a script"),
        pytest.param("", "/", id="no page"),
    ],
)
def test_the_way_back_stays_on_this_server(client: Client, back: str, location: str) -> None:
    response = client.get("/hien-thi/", {"co-chu": "tang", "ve": back})
    assert (response.status_code, response["Location"]) == (302, location)
