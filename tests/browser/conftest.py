"""A real server over the samples, and Debian's Chromium to read it with. Without a browser there is nothing to test, but in CI."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect, sync_playwright

import dieuhanh
from dieuhanh.apps.accounts.roles import Role
from tests.apps.throwaway import copied, free_port, script
from tests.browser.signing_in import SignedIn, sign_in

SAMPLES = sorted((Path(dieuhanh.__file__).parent / "samples").glob("s[0-9]_*"))
COMMAND = [str(Path(sys.executable).with_name("dieuhanh"))]
NewPage = Callable[..., Page]
EMPLOYING = "tests/browser/employing.py"
BEHIND = {"DIEUHANH_PROXY": "127.0.0.1"}  # as behind a web server on the same machine
PATIENCE = 30_000  # milliseconds; a page takes some 50, but a machine that runs other tests beside these takes its time

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def home(template: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of an installation with the samples loaded and published as open data."""
    with copied(template, tmp_path_factory.mktemp("home")) as variables:
        subprocess.run([*COMMAND, "load", *map(str, SAMPLES)], env=variables, check=True, capture_output=True)
        subprocess.run([*COMMAND, "opendata"], env=variables, check=True, capture_output=True)
        yield variables


@pytest.fixture(scope="session")
def site(home: dict[str, str]) -> Iterator[str]:
    """The address of `dieuhanh serve`, which must stop cleanly in the end."""
    port = free_port()
    command = [*COMMAND, "serve", "--port", str(port)]
    with subprocess.Popen(command, env=home | BEHIND, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGTERM)
        said, complained = process.communicate(timeout=20)
        assert (process.returncode, said, complained) == (0, "Đã dừng.\n", "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        if "CI" in os.environ:
            pytest.fail("there is no chromium; `make browser` installs it where apt is")
        pytest.skip("there is no chromium; `make browser` installs it where apt is")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])  # CI is root in a container
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Opens a window of that width; whatever the policy or a script complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_window(width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(base_url=site, viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def people(home: dict[str, str]) -> None:
    """One of each role."""
    script(home, EMPLOYING, *(f"{role.value}:{role.value}" for role in Role))


@pytest.fixture(scope="session")
def cookies(people: None) -> dict[str, StorageState]:  # noqa: ARG001  they must be there
    """Of those who have signed in, as they were when they had just done so."""
    return {}


@pytest.fixture
def signed_in(new_page: NewPage, cookies: dict[str, StorageState]) -> SignedIn:
    """Opens a window in which that person has signed in; at the door once for all tests, where a password is hashed."""

    def open_signed_in(role: str, address: str = "/ban-lam-viec/", **options: bool) -> Page:
        page = new_page(storage_state=cookies.get(role), **options)
        page.goto(address)
        if role not in cookies:
            sign_in(page, role)
            cookies[role] = page.context.storage_state()
        assert "/dang-nhap/" not in page.url
        return page

    return open_signed_in
