"""The OpenAPI document says what the API does: shapes, examples, words."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from django.test import Client

from dieuhanh.api.openapi import document, example_of
from dieuhanh.api.table import RESOURCES
from dieuhanh.api.wording import FIELDS
from tests.api.examples import EXAMPLES, examples, without_ids

ONES = [pytest.param(resource, id=resource.name) for resource in RESOURCES]


def answer_schema(path: str) -> dict[str, Any]:
    """The schema of the answer, with the shapes that it refers to."""
    (operation,) = document()["paths"][path].values()
    content = operation["responses"]["200"]["content"]["application/json"]
    return {**content["schema"], "components": document()["components"]}


def test_it_is_served_as_it_is(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == json.loads(json.dumps(document()))
    assert answer.json()["openapi"].startswith("3.1.")


@pytest.mark.parametrize("resource", ONES)
def test_an_example_fits_its_schema(resource: Any) -> None:
    jsonschema_rs.validate(answer_schema(f"/api/v1{resource.path}"), example_of(resource.name)["answer"])


@pytest.mark.django_db
def test_examples_are_what_the_api_answers(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.SEARCH_FOLDER = tmp_path / "search"
    assert {path.stem for path in EXAMPLES.glob("*.json")} == {resource.name for resource in RESOURCES}
    assert without_ids(examples(client)) == {resource.name: without_ids(example_of(resource.name)) for resource in RESOURCES}


def test_a_schema_refuses_what_it_does_not_say() -> None:
    wrong = example_of("list_documents")["answer"] | {"data": [{"id": "one"}]}
    assert not jsonschema_rs.is_valid(answer_schema("/api/v1/documents"), wrong)


def test_every_word_on_a_field_is_used() -> None:
    """That none is missing, the document itself sees to: it could not be made."""
    shapes = document()["components"]["schemas"]
    fields = {field for shape in shapes.values() for field in shape.get("properties", {})}
    fields |= {f"{name}.{field}" for name, shape in shapes.items() for field in shape.get("properties", {})}
    assert set(FIELDS) - fields == set()


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    "path", ["/documents", "/digests", "/agencies", "/assignments", "/deadlines", "/targets", "/relations", "/mentions"]
)
def test_real_rows_fit_the_schema(client: Client, path: str) -> None:
    answer = client.get(f"/api/v1{path}", {"limit": 100}).json()
    assert answer["data"]
    jsonschema_rs.validate(answer_schema(f"/api/v1{path}"), answer)
    for row in [one for one in answer["data"] if "url" in one][:8]:
        template = {"/documents": "/documents/{number}/{day}", "/digests": "/digests/{period}/{source}", "/agencies": "/agencies/{name}"}[
            path
        ]
        jsonschema_rs.validate(answer_schema(f"/api/v1{template}"), client.get(row["url"]).json())


@pytest.mark.parametrize("words", ["/api/v1/documents/{number}/{day}", "known_by", "bad-cursor", "731/UBND-KT", "Cơ quan chủ trì.", "curl"])
def test_the_page_for_people_tells_of(client: Client, words: str) -> None:
    answer = client.get("/api/v1/docs")
    assert words in answer.content.decode()


def test_the_page_keeps_to_the_policy(client: Client) -> None:
    answer = client.get("/api/v1/docs")
    page = answer.content.decode()
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert [word for word in ("<script", "<style", " style=", "http-equiv", "//cdn") if word in page] == []
