"""A resource: an address, the view behind it, the shape of its answer, and what the OpenAPI document says of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, get_args

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from ninja import NinjaAPI
from pydantic import BaseModel

from dieuhanh.api.bodies import decoded, version_seen
from dieuhanh.api.people import person_of
from dieuhanh.api.problems import ParameterError
from dieuhanh.api.shapes.listing import Choices
from dieuhanh.apps.audit.models import Entry

View = Callable[..., Any]
OURS = ("actor", "said", "seen")  # what a view takes from us, not from ninja


class Resource(msgspec.Struct, frozen=True):
    """`view` takes typed parameters and returns `answer`, a msgspec type; `name` is its name in clients of the API.

    `shared` says that the parts of its address may mean several: then the answer has status 300 and is a list of choices. Of a `private`
    one the view also takes `actor`, the person whose token was shown. What is posted is a `body`, a msgspec type, which the view takes as
    `said`, with the version that the sender saw as `seen`.
    """

    name: str
    path: str
    view: View
    answer: Any
    tag: str
    summary: str
    description: str = ""
    shared: bool = False
    method: Literal["get", "post"] = "get"
    private: bool = False
    body: Any = None


def add(api: NinjaAPI, resource: Resource) -> None:
    """Let the API answer at its address."""
    register = api.api_operation(
        [resource.method.upper()],
        resource.path,
        url_name=resource.name,
        operation_id=resource.name,
        summary=resource.summary,
        description=resource.description,
        tags=[resource.tag],
    )
    register(_answering(resource))


def _query_names(view: View) -> frozenset[str]:
    """Names of the parameters behind the `?` that a view takes: the fields of its argument `asked`."""
    parameter = inspect.signature(view, eval_str=True).parameters.get("asked")
    model = get_args(parameter.annotation)[0] if parameter else None
    fields = model.model_fields.items() if model and issubclass(model, BaseModel) else ()
    return frozenset(field.alias or name for name, field in fields)


def _answering(resource: Resource) -> View:
    view, known = resource.view, _query_names(resource.view)

    @wraps(view)
    def answer(request: HttpRequest, **parameters: Any) -> HttpResponse:
        for name, values in request.GET.lists():
            if name not in known:
                raise ParameterError("unknown-parameter", name)
            if len(values) > 1:
                raise ParameterError("repeated-parameter", name)
        if resource.private:
            parameters["actor"] = person_of(request)
        if resource.method == "post":
            parameters |= {"said": decoded(request, resource.body), "seen": version_seen(request)}
        return _response(view(**parameters))

    signature = inspect.signature(view, eval_str=True)  # ninja would look for the names in this module
    asked = [one for name, one in signature.parameters.items() if name not in OURS]
    answer.__signature__ = signature.replace(parameters=asked)  # type: ignore[attr-defined]  # as ninja reads it
    return answer


def _response(told: Any) -> HttpResponse:
    """The struct as JSON; what was read no later than the newest entry of the audit chain was last changed by it or by one before it."""
    changed = Entry.objects.order_by("-sequence").values_list("at", flat=True).first()
    status = 300 if isinstance(told, Choices) else 200
    response = HttpResponse(msgspec.json.encode(told), status=status, content_type="application/json")
    if changed is not None:
        response["Last-Modified"] = http_date(changed.timestamp())
    if getattr(told, "tag", None):
        response["ETag"] = f'"{told.tag}"'
    if getattr(told, "next", None):
        response["Link"] = f'<{told.next}>; rel="next"'
    return response
