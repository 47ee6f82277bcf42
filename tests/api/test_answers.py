"""What all answers have in common: tags, leave for other sites, HEAD, problems; and never a 500."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dieuhanh.api.openapi import document
from dieuhanh.api.resources import digests
from dieuhanh.apps.documents.models import Document, Knowledge
from tests.api.examples import ADDRESSES
from tests.apps.pages import LETTER, NOW, ORDER, digest_text, item, page, register

URL = "/api/v1/documents/274-ubnd-kt/2024-03-04"


def problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    """Checks the one shape of all problems."""
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), answer.content
    told: dict[str, Any] = answer.json()
    jsonschema_rs.validate({"$ref": "#/components/schemas/Problem", "components": document()["components"]}, told)
    assert (told["code"], told["status"]) == (code, status)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "ETag" not in answer
    return told


@pytest.mark.usefixtures("samples")
def test_headers_of_an_answer(client: Client) -> None:
    answer = client.get(URL)
    assert answer["Content-Type"] == "application/json"
    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Last-Modified"] == "Mon, 02 Mar 2026 08:30:00 GMT"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.usefixtures("samples")
def test_no_cookie_is_looked_at(client: Client) -> None:
    plain = client.get(URL)
    client.cookies["sessionid"] = "somebody"
    client.cookies["co_chu"] = "2"
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(URL)
    assert answer.content == plain.content
    assert [query["sql"] for query in caught if "session" in query["sql"] or "accounts_user" in query["sql"]] == []


@pytest.mark.usefixtures("samples")
def test_a_tag_holds_until_the_answer_changes(client: Client) -> None:
    first = client.get("/api/v1/documents")
    same = client.get("/api/v1/documents", headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert same["Cache-Control"] == "public, no-cache"
    assert same["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/documents?limit=3", headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert client.get("/api/v1/documents", headers={"If-None-Match": f'"x", {first["ETag"]}'}).status_code == 304
    assert client.get("/api/v1/documents", headers={"If-Match": '"x"'}).status_code == 412
    register(page(digest_text(item("Chỉ đạo nạo vét mương máng", LETTER, ORDER))))
    assert client.get("/api/v1/documents", headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.usefixtures("samples")
def test_the_hour_alone_is_no_condition(client: Client) -> None:
    """Two entries of one second, or of two machines, would make an answer look unchanged that is not."""
    assert client.get(URL, headers={"If-Modified-Since": client.get(URL)["Last-Modified"]}).status_code == 200


@pytest.mark.usefixtures("samples")
def test_head_is_get_without_its_body(client: Client) -> None:
    whole, head = client.get(URL), client.head(URL)
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(whole.content))
    assert dict(head.items()) == dict(whole.items())
    assert client.head("/api/v1/documents/0-x/2024-01-01").status_code == 404


def test_another_site_may_ask(client: Client) -> None:
    answer = client.options(
        "/api/v1/documents", headers={"Origin": "https://example.org", "Access-Control-Request-Headers": "if-none-match"}
    )
    assert (answer.status_code, answer.content) == (204, b"")
    assert "GET" in answer["Access-Control-Allow-Methods"]
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", ["/nothing", "/documents/", "/documents/1/2/3/4", "/documents/0-x/2024-01-01",
    "/documents/274-ubnd-kt/2024-02-30", "/documents/999999", "/digests/2024-03-04_2024-03-10/00000000", "/digests/2024/1", "/agencies/khong-co"])  # fmt: skip
@pytest.mark.usefixtures("samples")
def test_what_is_not_there(client: Client, path: str) -> None:
    problem(client.get(f"/api/v1{path}"), 404, "not-found")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["/", "/documents", "/openapi.json", "/docs"])
@pytest.mark.django_db
def test_nothing_is_written(client: Client, method: str, path: str) -> None:
    answer = getattr(client, method)(f"/api/v1{path}")
    problem(answer, 405, "method-not-allowed")
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    ("address", "code", "faults"),
    [
        pytest.param("/documents?from=2024-02-30", "bad-parameter", [("from", "không phải ngày dạng 2024-03-31")], id="a day that does not exist"),
        pytest.param("/documents?from=0", "bad-parameter", [("from", "không phải ngày dạng 2024-03-31")], id="no day"),
        pytest.param("/documents?from=01/03/2024", "bad-parameter", [("from", "không phải ngày dạng 2024-03-31")], id="a day as people write it"),
        pytest.param("/documents?limit=0", "bad-parameter", [("limit", "phải từ 1 trở lên")], id="no rows"),
        pytest.param("/documents?limit=101", "bad-parameter", [("limit", "không được quá 100")], id="too many rows"),
        pytest.param("/documents?limit=ten", "bad-parameter", [("limit", "không phải số nguyên")], id="no number"),
        pytest.param(f"/documents?limit={'9' * 4400}", "bad-parameter", [("limit", "không phải số nguyên")], id="a number without end"),
        pytest.param("/documents?type=%00", "bad-parameter", [("type", "có ký tự không dùng được ở đây")], id="NUL"),
        pytest.param("/search?q=a%00b", "bad-parameter", [("q", "có ký tự không dùng được ở đây")], id="NUL among words"),
        pytest.param("/documents?type=", "bad-parameter", [("type", "không được để trống")], id="nothing"),
        pytest.param(f"/documents?issuer={'x' * 201}", "bad-parameter", [("issuer", "dài quá 200 ký tự")], id="too long"),
        pytest.param("/relations?type=loves", "bad-parameter", None, id="a relation that is none"),
        pytest.param("/assignments?part=all", "bad-parameter", [("part", "phải là một trong: 'lead', 'cooperating'")], id="a part that is none"),
        pytest.param("/assignments?document=9223372036854775808", "bad-parameter", [("document", f"không được quá {2**63 - 1}")], id="an id that no database has"),
        pytest.param("/documents/9223372036854775808", "bad-parameter", None, id="an address with such an id"),
        pytest.param("/documents/abc", "bad-parameter", [("id", "không phải số nguyên")], id="an id that is none"),
        pytest.param("/documents/274%00/2024-03-04", "bad-parameter", None, id="NUL in an address"),
        pytest.param("/search?page=501", "bad-parameter", [("page", "không được quá 500")], id="a page beyond all"),
        pytest.param("/documents?isuer=x", "unknown-parameter", [("isuer", "không có tham số này")], id="a name misspelt"),
        pytest.param("/documents/1?limit=3", "unknown-parameter", [("limit", "không có tham số này")], id="a parameter of another address"),
        pytest.param("/documents?type=a&type=b", "repeated-parameter", [("type", "nêu nhiều lần")], id="said twice"),
        pytest.param("/documents?limit=x&from=y", "bad-parameter", [("limit", "không phải số nguyên"), ("from", "không phải ngày dạng 2024-03-31")], id="two faults"),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_a_parameter_that_makes_no_sense(client: Client, address: str, code: str, faults: list[tuple[str, str]] | None) -> None:
    told = problem(client.get(f"/api/v1{address}"), 422, code)
    assert faults is None or [(one["parameter"], one["detail"]) for one in told["errors"]] == faults
    assert told["errors"]


@pytest.mark.django_db
def test_more_parameters_than_the_server_reads(client: Client) -> None:
    problem(client.get("/api/v1/documents?" + "&".join(f"p{n}=1" for n in range(1500))), 400, "bad-request")


def test_a_name_that_the_server_does_not_go_by(client: Client) -> None:
    problem(client.get("/api/v1/", headers={"Host": "elsewhere.example"}), 400, "bad-request")


@pytest.mark.parametrize("sign", ["' OR 1=1 --", "{{ 7|add:7 }}{% debug %}", "<script>alert(1)</script>", "%", "\\", "\ud83d\ude00"])
@pytest.mark.parametrize(
    "parameter", ["documents?type", "documents?number", "documents?issuer", "documents?agency", "agencies?name", "search?q"]
)
@pytest.mark.usefixtures("samples")
def test_signs_of_a_query_are_words(client: Client, parameter: str, sign: str) -> None:
    path, _, name = parameter.partition("?")
    answer = client.get(f"/api/v1/{path}", {name: sign.encode("utf-16", "surrogatepass").decode("utf-16")})
    assert answer.status_code == 200
    assert (answer.json().get("data") or answer.json().get("hits") or []) == []


@pytest.mark.parametrize(
    ("error", "status", "code"), [(OperationalError("gone"), 503, "unavailable"), (ZeroDivisionError(), 500, "server-error")]
)
@pytest.mark.django_db
def test_what_fails_is_a_problem_too(client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, code: str) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(digests, "digests_of", fail)
    client.raise_request_exception = False
    told = problem(client.get("/api/v1/digests/2024-03-04_2024-03-10/00000000"), status, code)
    assert "gone" not in str(told)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", [path for path in ADDRESSES.values() if "{" not in path and "/documents/" not in path and "/agencies/" not in path]
)
def test_an_empty_register_is_no_error(client: Client, path: str, settings: Any, tmp_path: Any) -> None:
    settings.SEARCH_FOLDER = tmp_path / "search"
    assert client.get(f"/api/v1{path}").status_code == 200


@pytest.mark.django_db
def test_an_address_that_means_several_gives_the_choice(client: Client) -> None:
    for issuer in ("Sở Y tế", "Sở Nội vụ"):
        Document.objects.create(
            number_key="9/cv", slug="9-cv", issuer_key=issuer.lower(), issuer_name=issuer, date=NOW.date(), type="Công văn", number="9/CV",
            known_by=Knowledge.MENTION,
        )  # fmt: skip
    answer = client.get("/api/v1/documents/9-cv/2026-03-02")
    assert answer.status_code == 300
    choices = answer.json()["choices"]
    assert [one["url"].rpartition("/")[2] for one in choices] == ["so-noi-vu", "so-y-te"]
    for one in choices:
        assert client.get(one["url"]).json()["id"] == one["id"]
        assert client.get(f"/api/v1/documents/{one['id']}").json()["url"] == one["url"]
    jsonschema_rs.validate({"$ref": "#/components/schemas/DocumentRowChoices", "components": document()["components"]}, answer.json())
