"""The open data: their page, their description for machines, and the files themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from whitenoise.responders import StaticFile

from dieuhanh.apps.opendata.catalogue import catalogue
from dieuhanh.apps.opendata.manifest import Manifest, PublishedFile, read_manifest
from dieuhanh.portal.open_data_page import open_data_page


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    manifest = read_manifest(settings.OPEN_DATA_FOLDER)
    return render(request, "portal/open_data.html", {"data": open_data_page(manifest) if manifest else None})


@require_safe
def catalog(request: HttpRequest) -> HttpResponse:
    manifest = _manifest()

    def address_of(name: str) -> str:
        path = reverse("portal:open_data_file", args=[name]) if name else reverse("portal:open_data")
        return request.build_absolute_uri(path)

    return JsonResponse(
        catalogue(manifest, address_of), content_type="application/ld+json", json_dumps_params={"ensure_ascii": False, "indent": 1}
    )


@require_safe
def open_data_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A file, or the part of it that the Range header asks for; only names of the manifest lead to files.

    A part is given only of the file that the reader has begun with: where If-Range names other bytes, the whole comes.
    """
    manifest = _manifest()
    file = manifest.file(name)
    if file is None:
        raise Http404
    headers = dict(request.META)
    etag = f'"{file.sha256}"'
    if headers.get("HTTP_IF_RANGE", etag) != etag:
        headers.pop("HTTP_RANGE", None)
    found = _on_disk(settings.OPEN_DATA_FOLDER / manifest.generation / name, file).get_response(request.method, headers)
    response = FileResponse(found.file or (), status=int(found.status))
    del response["Content-Type"]
    for header, value in found.headers:
        response[header] = value
    return response


def _on_disk(path: Path, file: PublishedFile) -> Any:
    return StaticFile(
        str(path),
        [
            ("Content-Type", file.media_type),
            ("Content-Disposition", f'attachment; filename="{file.name}"'),
            ("Last-Modified", http_date(file.modified.timestamp())),
            ("ETag", f'"{file.sha256}"'),
            ("Accept-Ranges", "bytes"),
            ("Cache-Control", "public, max-age=0, must-revalidate"),
            ("Access-Control-Allow-Origin", "*"),  # pages of others may read them too: they are for reuse
        ],
    )


def _manifest() -> Manifest:
    manifest = read_manifest(settings.OPEN_DATA_FOLDER)
    if manifest is None:
        raise Http404
    return manifest
