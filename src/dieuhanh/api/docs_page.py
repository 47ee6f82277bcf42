"""The page that explains the API to people, made from the OpenAPI document: what that says, the page says, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from dieuhanh.api.cursors import LAST_ID
from dieuhanh.api.openapi import JSON, document
from dieuhanh.api.problems import DETAILS, PROBLEMS

SHAPE = "#/components/schemas/"
EXAMPLE = "real"
TYPES = {"integer": "số nguyên", "number": "số", "string": "chuỗi", "boolean": "đúng/sai", "null": "null", "object": "đối tượng"}
FORMATS = {"date": "ngày", "date-time": "thời điểm"}


class Typed(msgspec.Struct, frozen=True):
    """The type of a field in words; `shape` is the shape that it leads to, "" where it is a plain value."""

    words: str
    shape: str


class Field(msgspec.Struct, frozen=True):
    """A parameter or a field of a shape."""

    name: str
    type: Typed
    description: str


class Operation(msgspec.Struct, frozen=True):
    """One address: what it takes, what it gives, and an answer as it really came."""

    name: str
    method: str
    path: str
    private: bool
    body: str
    summary: str
    description: str
    parameters: tuple[Field, ...]
    answer: str
    asked: str
    example: str


class Shape(msgspec.Struct, frozen=True):
    """One shape of the answers and of what is sent; an enumeration has values and no fields."""

    name: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


class Kind(msgspec.Struct, frozen=True):
    """One kind of problem."""

    code: str
    status: int
    title: str
    detail: str


class DocsPage(msgspec.Struct, frozen=True):
    """The parts of the page in their order; operations stand by their tag."""

    description: str
    tags: dict[str, list[Operation]]
    shapes: tuple[Shape, ...]
    problems: tuple[Kind, ...]


def docs_page() -> DocsPage:
    told = document()
    tags: dict[str, list[Operation]] = {}
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            tags.setdefault(operation["tags"][0], []).append(_operation(method, path, operation))
    return DocsPage(
        description=told["info"]["description"],
        tags=tags,
        shapes=tuple(
            Shape(name, tuple(_fields(shape)), tuple(shape.get("enum", ())))
            for name, shape in sorted(told["components"]["schemas"].items())
        ),
        problems=tuple(Kind(code, status, title, DETAILS[code]) for code, (status, title) in PROBLEMS.items()),
    )


def _operation(method: str, path: str, told: dict[str, Any]) -> Operation:
    answer = told["responses"]["200"]["content"][JSON]
    example = answer["examples"][EXAMPLE]
    return Operation(
        name=told["operationId"],
        method=method.upper(),
        path=path,
        private="security" in told,
        body=_typed(told["requestBody"]["content"][JSON]["schema"]).shape if "requestBody" in told else "",
        summary=told["summary"],
        description=told.get("description", ""),
        parameters=tuple(Field(one["name"], _typed(one["schema"]), one["description"]) for one in told["parameters"]),
        answer=_typed(answer["schema"]).shape,
        asked=example["summary"],
        example=json.dumps(example["value"], ensure_ascii=False, indent=2),
    )


def _fields(shape: dict[str, Any]) -> Iterator[Field]:
    for name, field in shape.get("properties", {}).items():
        yield Field(name, _typed(field), field["description"])


def _typed(schema: dict[str, Any]) -> Typed:
    """ "chuỗi hoặc null", "danh sách DocumentRow", "một trong: reported, mention"."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(SHAPE)
        return Typed(name, name)
    if "anyOf" in schema:
        parts = [_typed(part) for part in schema["anyOf"]]
        return Typed(" hoặc ".join(part.words for part in parts), next((part.shape for part in parts if part.shape), ""))
    if "enum" in schema or "const" in schema:
        return Typed(f"một trong: {', '.join(map(str, schema.get('enum', [schema.get('const')])))}", "")
    if schema.get("type") == "array":
        pair = schema.get("prefixItems")
        item = _typed(schema["items"]) if not pair else Typed("", "")
        return Typed(f"cặp [{', '.join(_typed(one).words for one in pair)}]" if pair else f"danh sách {item.words}", item.shape)
    words = FORMATS.get(schema.get("format", "")) or TYPES[schema["type"]]
    bounded = schema.get("maximum", LAST_ID) < LAST_ID
    return Typed(f"{words} từ {schema['minimum']} đến {schema['maximum']}" if bounded else words, "")
