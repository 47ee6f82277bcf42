"""Addresses in answers: paths from the root of the server, so that an answer is the same whatever name the server is called by."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.documents.addresses import document_parts, period_part, source_part
from dieuhanh.apps.documents.models import Digest, Document
from dieuhanh.display.marks import Kind, Mark
from dieuhanh.text import slug

ROOT = "/api/v1"
PRIVATE = f"{ROOT}/tasks"  # what only those see who show a token
ACTS = "/acts/"  # below it stands what is done to a task


def address(path: str, parameters: Mapping[str, object] | None = None) -> str:
    """Of a resource: "/documents" with its parameters."""
    return f"{ROOT}{path}?{urlencode(parameters)}" if parameters else f"{ROOT}{path}"


def document_address(document: Document) -> str:
    """Of a document of `addressed`."""
    return address("/documents/" + "/".join(document_parts(document)))


def document_page(document: Document) -> str:
    """The page for people, of a document of `addressed`."""
    return reverse("portal:document", args=document_parts(document))


def agency_address(agency: Agency) -> str:
    return address(f"/agencies/{slug(agency.name)}")


def agency_page(agency: Agency) -> str:
    return reverse("portal:agency", args=[slug(agency.name)])


def digest_address(digest: Digest) -> str:
    return address(f"/digests/{period_part(digest)}/{source_part(digest)}")


def digest_page(digest: Digest) -> str:
    return reverse("portal:digest", args=[period_part(digest), source_part(digest)])


def task_address(task: int) -> str:
    return address(f"/tasks/{task}")


def task_page(task: int) -> str:
    """The page at the desk, for who signs in."""
    return reverse("desk:task", args=[task])


def words_page(digest: Digest, kind: Kind, item: int, order: int) -> str:
    """The place on the digest's page where the words of a fact stand; both orders count from 0."""
    return f"{digest_page(digest)}#{Mark(kind, item + 1, order + 1, (0, 0)).words_id}"
