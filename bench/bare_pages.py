"""A script: the least that Django can do. One view without middleware, database or template answers with bytes that lie ready, behind the
same waitress as ours, until it is told to stop.

Arguments: the port, then files; the n-th, from 0, is answered at /n.
"""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from waitress.server import create_server

THREADS = 8  # as cli/server.py has


def serve(port: int, pages: list[bytes]) -> None:
    settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="bench", MIDDLEWARE=[])  # noqa: S106  it keeps nothing

    def page(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  what a view is called with
        return HttpResponse(pages[number], headers={"Content-Length": str(len(pages[number]))})  # without it waitress hangs up

    urlpatterns.append(path("<int:number>", page))
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=port, threads=THREADS, ident=None)
    print(f"http://127.0.0.1:{port}/", flush=True)
    server.run()


urlpatterns: list[object] = []

if __name__ == "__main__":
    serve(int(sys.argv[1]), [Path(name).read_bytes() for name in sys.argv[2:]])
