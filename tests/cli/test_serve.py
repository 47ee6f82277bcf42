"""`dieuhanh serve` behind the web server of an office: whom it believes, which names it answers to, what it asks of browsers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.apps.throwaway import command, copied, dieuhanh, free_port, installation

HOST = "dieuhanh.example.vn"
HTTPS = {"DIEUHANH_HOSTS": HOST, "DIEUHANH_HTTPS": "1"}
HERE, ELSEWHERE = "127.0.0.1", "192.0.2.1"
STYLE = "/static/web/style.css"


@contextmanager
def server(template: dict[str, str], home: Path, **variables: str) -> Iterator[int]:
    """The port of a server with this environment."""
    port = free_port()
    with copied(template, home) as environment:
        process = subprocess.Popen(
            [dieuhanh(), "serve", "--port", str(port)], env=environment | variables, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        assert "Đang mở tại" in process.stdout.readline()
        yield port
        process.terminate()
        assert process.communicate(timeout=20)[0] == "Đã dừng.\n"
        assert process.returncode == 0


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory, template: dict[str, str]) -> Iterator[dict[str, int]]:
    """Two servers, by the address of the proxy that they believe."""
    folder = tmp_path_factory.mktemp("serve")
    with (
        server(template, folder / "trusting", DIEUHANH_PROXY=HERE, **HTTPS) as trusting,
        server(template, folder / "wary", DIEUHANH_PROXY=ELSEWHERE, **HTTPS) as wary,
    ):
        yield {HERE: trusting, ELSEWHERE: wary}


def ask(port: int, headers: dict[str, str], path: str = "/") -> HTTPResponse:
    with closing(HTTPConnection(HERE, port, timeout=20)) as connection:
        connection.request("GET", path, headers={"Host": HOST} | headers)
        answer = connection.getresponse()
        answer.read()
        return answer


@pytest.mark.parametrize(
    ("proxy", "headers", "status", "location"),
    [
        pytest.param(HERE, {"X-Forwarded-Proto": "https"}, 200, None, id="by HTTPS, as the proxy says"),
        pytest.param(HERE, {"X-Forwarded-Proto": "http"}, 301, f"https://{HOST}/", id="by HTTP, as the proxy says"),
        pytest.param(HERE, {}, 301, f"https://{HOST}/", id="a proxy that says nothing"),
        pytest.param(HERE, {"Host": "10.0.0.5", "X-Forwarded-Host": HOST, "X-Forwarded-Proto": "https"}, 200, None, id="its name for us"),
        pytest.param(HERE, {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}, 400, None, id="a name that is not ours"),
        pytest.param(HERE, {"Host": "evil.example", "X-Forwarded-Proto": "https"}, 400, None, id="a host that is not ours"),
        pytest.param(ELSEWHERE, {"X-Forwarded-Proto": "https"}, 301, f"https://{HOST}/", id="HTTPS, as anybody says"),
        pytest.param(ELSEWHERE, {"X-Forwarded-Host": "evil.example"}, 301, f"https://{HOST}/", id="a name, as anybody says"),
        pytest.param(ELSEWHERE, {"Forwarded": "proto=https;host=evil.example"}, 301, f"https://{HOST}/", id="the newer header"),
    ],
)
def test_only_the_proxy_is_believed(ports: dict[str, int], proxy: str, headers: dict[str, str], status: int, location: str | None) -> None:
    answer = ask(ports[proxy], headers)
    assert (answer.status, answer.headers["Location"]) == (status, location)


def test_browsers_are_told_to_stay_with_https(ports: dict[str, int]) -> None:
    answer = ask(ports[HERE], {"X-Forwarded-Proto": "https"}, "/hien-thi/?co-chu=tang")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "; Secure" in answer.headers["Set-Cookie"]


def test_static_files_come_along(ports: dict[str, int]) -> None:
    answer = ask(ports[HERE], {"X-Forwarded-Proto": "https"}, STYLE)
    assert (answer.status, answer.headers["Content-Type"]) == (200, 'text/css; charset="utf-8"')


def test_without_a_proxy_there_is_no_https(tmp_path: Path) -> None:
    with installation(tmp_path, None) as environment:
        done = command(environment | {"DIEUHANH_HTTPS": "1"}, "serve", "--port", str(free_port()))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "DIEUHANH_HTTPS cần DIEUHANH_PROXY" in done.stderr


def test_django_has_nothing_to_say_against_it(tmp_path: Path) -> None:
    with installation(tmp_path, None) as environment:
        variables = environment | HTTPS | {"DIEUHANH_PROXY": HERE, "DJANGO_SETTINGS_MODULE": "dieuhanh.config.settings"}
        words = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
        done = subprocess.run(words, env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
