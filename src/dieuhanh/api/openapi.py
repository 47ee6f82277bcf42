"""The OpenAPI 3.1 document: parameters as ninja knows them, shapes as msgspec does, words and examples from our own tables."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

import msgspec
from django.db.models import TextChoices

from dieuhanh.api.interface import api
from dieuhanh.api.links import ROOT
from dieuhanh.api.problems import MEDIA_TYPE, PROBLEMS, Problem
from dieuhanh.api.resource import Resource
from dieuhanh.api.shapes.known import AgencyRow, DocumentRow
from dieuhanh.api.shapes.listing import Choices
from dieuhanh.api.table import RESOURCES
from dieuhanh.api.wording import PATH_PARTS, said_of

EXAMPLES = resources.files("dieuhanh.api") / "examples"
GENERIC = re.compile(r"\b(Listing|Choices)_(\w+?)_(?=\W)")  # msgspec's name of Listing[DocumentRow]
REFERENCE = "#/components/schemas/{name}"
JSON = "application/json"
TOKEN = "token"  # noqa: S105  the name of the way in which one is shown
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "Dấu của bản đã đọc, trong ngoặc kép như ETag; “*” là bản nào cũng được.",
    "schema": {"type": "string", "pattern": r'^(\*|"[0-9a-f]{32}")$'},
}
HEADERS = {
    "ETag": {"description": "Dấu của nội dung; gửi lại trong If-None-Match để nhận 304 khi chưa đổi.", "schema": {"type": "string"}},
    "Last-Modified": {"description": "Lúc sổ đăng ký được ghi lần gần nhất.", "schema": {"type": "string"}},
}


@cache
def document() -> dict[str, Any]:
    """The same for the life of the process."""
    told: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=f"{ROOT}/"))
    references, components = msgspec.json.schema_components(_shapes(), schema_hook=_choices, ref_template=REFERENCE)
    by_shape = dict(zip(map(repr, _shapes()), references, strict=True))
    for resource in RESOURCES:
        operation = told["paths"][f"{ROOT}{resource.path}"][resource.method]
        operation["parameters"] = [_parameter(one, resource.path.rpartition("/")[2]) for one in operation["parameters"]]
        operation["parameters"] += [IF_MATCH] if resource.method == "post" else []
        operation["responses"] = _responses(resource, by_shape)
        operation |= _asked_for(resource, by_shape)
    schemas = {name: _worded(name, schema) for name, schema in components.items()}
    told["components"] = {"schemas": schemas, "securitySchemes": {TOKEN: {"type": "http", "scheme": "bearer"}}}
    told["servers"] = [{"url": "/"}]
    told["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.1/dialect/base"
    told["info"]["license"] = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    named: dict[str, Any] = json.loads(GENERIC.sub(r"\2\1", json.dumps(told)))
    return named


def example_of(name: str) -> dict[str, Any]:
    """{"address": what was asked, "answer": what came}."""
    told: dict[str, Any] = msgspec.json.decode((EXAMPLES / f"{name}.json").read_bytes())
    return told


def _shapes() -> list[Any]:
    bodies = [resource.body for resource in RESOURCES if resource.body is not None]
    return [*(resource.answer for resource in RESOURCES), *bodies, Choices[DocumentRow], Choices[AgencyRow], Problem]


def _asked_for(resource: Resource, by_shape: dict[str, Any]) -> dict[str, Any]:
    """What an operation needs besides its parameters: a token, a body, the version that the sender saw."""
    asked: dict[str, Any] = {"security": [{TOKEN: []}]} if resource.private else {}
    if resource.body is not None:
        example = {"real": {"value": example_of(resource.name)["body"]}}
        content = {JSON: {"schema": by_shape[repr(resource.body)], "examples": example}}
        needed = any(field.required for field in msgspec.structs.fields(resource.body))
        asked["requestBody"] = {"required": needed, "content": content}
    return asked


def _choices(shape: type) -> dict[str, Any]:
    """Django's kind of enumeration, which msgspec does not know. Raises NotImplementedError for anything else."""
    if not issubclass(shape, TextChoices):
        raise NotImplementedError(shape)
    return {"enum": shape.values}


def _parameter(one: dict[str, Any], last: str) -> dict[str, Any]:
    """An address cannot say null: what may be left out is left out. A cursor is of the list at the end of the path."""
    schema = {name: value for name, value in one["schema"].items() if name not in ("title", "description", "anyOf", "default")}
    for choice in one["schema"].get("anyOf", []):
        if choice != {"type": "null"}:
            schema |= choice
    if one["schema"].get("default") is not None:
        schema["default"] = one["schema"]["default"]
    if schema.get("format") == "cursor":
        schema["format"] = f"{last}-cursor"
    description = one["schema"].get("description") or PATH_PARTS[one["name"]]
    return {"name": one["name"], "in": one["in"], "required": one["required"], "description": description, "schema": schema}


def _responses(resource: Resource, by_shape: dict[str, Any]) -> dict[str, Any]:
    example = example_of(resource.name)
    content = {"schema": by_shape[repr(resource.answer)], "examples": {"real": {"summary": example["address"], "value": example["answer"]}}}
    responses: dict[str, Any] = {"200": {"description": "Có", "headers": HEADERS, "content": {JSON: content}}}
    if resource.shared:
        of = Choices[AgencyRow] if "agencies" in resource.path else Choices[DocumentRow]
        responses["300"] = {"description": "Địa chỉ có thể hiểu là nhiều thứ", "content": {JSON: {"schema": by_shape[repr(of)]}}}
    problems = [code for code, told in PROBLEMS.items() if told[0] in _faulty(resource)]
    for status in sorted({PROBLEMS[code][0] for code in problems}):
        titles = [f"{code}: {PROBLEMS[code][1]}" for code in problems if PROBLEMS[code][0] == status]
        responses[str(status)] = {"description": "; ".join(titles), "content": {MEDIA_TYPE: {"schema": by_shape[repr(Problem)]}}}
    return responses


def _faulty(resource: Resource) -> set[int]:
    """Statuses other than 200 that an answer may have; parameters that nobody knows are refused everywhere."""
    private = {401, 403} if resource.private else set()
    written = {400, 409, 412, 413, 428} if resource.method == "post" else set()
    return {422, 503} | ({404} if "{" in resource.path else set()) | private | written


def _worded(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A component with a word of explanation on each of its fields; an enumeration has none."""
    fields = schema.get("properties")
    if fields is None:
        return schema
    return schema | {"properties": {field: {"description": said_of(name, field)} | shape for field, shape in fields.items()}}
