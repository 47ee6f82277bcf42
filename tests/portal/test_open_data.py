"""The open data as visitors and machines get them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from dieuhanh.apps.opendata.manifest import Manifest
from dieuhanh.apps.opendata.publishing import publish_open_data
from tests.apps.pages import NOW

FILE = "/du-lieu-mo/tep/van-ban.jsonl"


@pytest.fixture
def published(samples: None, settings: Settings, tmp_path: Path) -> Manifest:  # noqa: ARG001  asks for the register
    settings.OPEN_DATA_FOLDER = tmp_path / "open-data"
    return publish_open_data(NOW, settings.OPEN_DATA_FOLDER)


def sum_of(manifest: Manifest, name: str) -> str:
    return next(file.sha256 for file in manifest.files if file.name == name)


def body(client: Client, address: str = FILE, **headers: str) -> tuple[int, bytes]:
    answer = client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return answer.status_code, b"".join(answer) if answer.streaming else answer.content


def test_page_shows_every_file_without_asking_the_database(
    client: Client, published: Manifest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = client.get("/du-lieu-mo/").content.decode()
    for file in published.files:
        assert f'href="/du-lieu-mo/tep/{file.name}"' in page
    for words in (
        "CC BY 4.0",
        "known_by",
        "UBND tỉnh Lạng Sơn, Dữ liệu mở",
        "15:30, 02/03/2026",
        sum_of(published, "so-dang-ky.sqlite"),
    ):
        assert words in page


def test_every_file_comes_whole_with_its_sum(client: Client, published: Manifest) -> None:
    for file in published.files:
        answer = client.get(f"/du-lieu-mo/tep/{file.name}")
        content = b"".join(answer)
        assert hashlib.sha256(content).hexdigest() == file.sha256
        assert answer["Content-Type"] == file.media_type
        assert answer["Content-Length"] == str(file.size)
        assert answer["Content-Disposition"] == f'attachment; filename="{file.name}"'
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_who_has_the_file_is_told_so(client: Client, published: Manifest) -> None:
    etag = client.head(FILE)["ETag"]
    assert etag.strip('"') == sum_of(published, "van-ban.jsonl")
    assert body(client, if_none_match=etag) == (304, b"")
    later = dt.datetime(2026, 3, 3, tzinfo=dt.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert body(client, if_modified_since=later) == (304, b"")
    assert body(client, if_none_match='"other"')[0] == 200


@pytest.mark.usefixtures("published")
def test_a_broken_download_goes_on_where_it_was(client: Client) -> None:
    etag = client.head(FILE)["ETag"]
    whole = body(client)[1]
    assert body(client, range="bytes=10-29") == (206, whole[10:30])
    assert body(client, range="bytes=-20") == (206, whole[-20:])
    assert body(client, range="bytes=10-", if_range=etag) == (206, whole[10:])
    assert body(client, range="bytes=10-", if_range='"other"') == (200, whole)
    assert body(client, range="bytes=99999999-")[0] == 416
    assert body(client, range="lines=1-2") == (200, whole)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize(
    "name", ["manifest.json", "lock", "..%2Fmanifest.json", "%2e%2e/manifest.json", "van-ban", "van-ban.csv%00", "/etc/passwd", "register"]
)
def test_only_published_names_lead_to_files(client: Client, name: str) -> None:
    assert client.get(f"/du-lieu-mo/tep/{name}").status_code == 404


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("address", ["/du-lieu-mo/", "/du-lieu-mo/catalog.jsonld", FILE])
def test_nobody_writes(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_catalogue_describes_every_dataset_and_file(client: Client, published: Manifest) -> None:
    answer = client.get("/du-lieu-mo/catalog.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    told = json.loads(answer.content)
    assert (told["@type"], told["dct:license"]["@id"]) == ("dcat:Catalog", "https://creativecommons.org/licenses/by/4.0/")
    files = {file.name: file for file in published.files if file.dataset or file.name == "so-dang-ky.sqlite"}
    distributions = [one for dataset in told["dcat:dataset"] for one in dataset["dcat:distribution"]]
    assert {one["dct:title"] for one in distributions} == set(files)
    for one in distributions:
        file = files[one["dct:title"]]
        assert one["dcat:downloadURL"]["@id"] == f"http://testserver/du-lieu-mo/tep/{file.name}"
        assert (one["dcat:byteSize"]["@value"], one["spdx:checksum"]["spdx:checksumValue"]["@value"]) == (str(file.size), file.sha256)
    for dataset in told["dcat:dataset"]:
        assert {words["@language"] for words in dataset["dct:title"]} == {"vi", "en"}
        assert dataset["dct:publisher"]["foaf:name"] == "UBND tỉnh Lạng Sơn"


@pytest.mark.django_db
def test_before_the_first_set_the_page_says_so(client: Client, settings: Settings, tmp_path: Path) -> None:
    settings.OPEN_DATA_FOLDER = tmp_path / "none"
    assert "Chưa có bộ dữ liệu nào" in client.get("/du-lieu-mo/").content.decode()
    assert client.get("/du-lieu-mo/catalog.jsonld").status_code == 404
    assert client.get(FILE).status_code == 404
