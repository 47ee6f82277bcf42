"""`dieuhanh demo` as a newcomer runs it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.apps.throwaway import ROOT, dieuhanh, free_port

ADDRESS = re.compile(r"http://\S+")
PASSWORD = re.compile(r"mật khẩu chung: (\S+)")
SHOWN = re.compile(r"^```console\n\$ make demo\n(.*?)^```", re.MULTILINE | re.DOTALL)
FRONT = "http://127.0.0.1:8000"


def surroundings(real: Path) -> dict[str, str]:
    """The environment of somebody who has a register of their own, which the demo must leave alone."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DIEUHANH", "DATABASE", "DJANGO"))}
    return kept | {"DIEUHANH_HOME": str(real), "DATABASE_URL": "postgresql://127.0.0.1:1/none", "DIEUHANH_HOSTS": "dieuhanh.example.vn"}


@contextmanager
def demo(home: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process, and what it said until it answered."""
    command = [dieuhanh(), "demo", "--home", str(home), "--port", str(port)]
    environment = surroundings(home.parent / "real")
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = ""
        while "Đang mở tại" not in said:
            line = process.stdout.readline()
            assert line, process.communicate()
            said += line
        try:
            yield process, said
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, complained = process.communicate(timeout=20)
    return process.returncode, said, complained


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "home"


@pytest.fixture(scope="module")
def running(home: Path) -> Iterator[tuple[int, str]]:
    """The port of a demo that runs, and what it said."""
    port = free_port()
    with demo(home, port) as (process, said):
        yield port, said
        process.send_signal(signal.SIGINT)
        assert ended(process) == (0, "Đã dừng.\n", "")


def body(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  addresses of our own server
        return str(answer.read().decode())


def test_every_address_that_it_names_answers(running: tuple[int, str]) -> None:
    _, said = running
    addresses = ADDRESS.findall(said)
    assert len(addresses) == 8
    assert ["<h1" in body(address) for address in addresses] == [True] * 8


def test_what_must_the_agency_do_and_by_which_letter(running: tuple[int, str]) -> None:
    _, said = running
    (line,) = [line for line in said.splitlines() if "Sở Tài chính phải làm gì" in line]
    page = body(ADDRESS.findall(line)[0])
    assert page.count('<li class="order">') > 5
    assert "Theo <a" in page


def test_one_account_a_role_of_the_demo_alone(running: tuple[int, str], home: Path) -> None:
    _, said = running
    listed = subprocess.run(
        [dieuhanh(), "user", "list"],
        env=surroundings(home) | {"DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = {line.partition("\t")[0] for line in listed.splitlines()}
    assert names == {"nguoi-doc", "don-vi", "lanh-dao", "chuyen-vien", "bien-tap", "quan-tri"}
    assert [name for name in names if name not in said] == []
    assert not (home.parent / "real").exists()


def test_a_port_that_is_taken_is_said_at_once(running: tuple[int, str], tmp_path: Path) -> None:
    port, _ = running
    command = [dieuhanh(), "demo", "--home", str(tmp_path / "other"), "--port", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"127.0.0.1:{port}: cổng đang được chương trình khác dùng; hãy chọn cổng khác bằng --port\n"
    assert not (tmp_path / "other" / "register.sqlite3").exists()


def test_the_readme_shows_what_it_prints(running: tuple[int, str]) -> None:
    port, said = running
    shown = SHOWN.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown
    (password,) = PASSWORD.findall(shown[1])
    assert shown[1] == said.replace(f"http://127.0.0.1:{port}", FRONT).replace(PASSWORD.findall(said)[0], password)


def test_killed_while_it_builds_it_ends_well_and_the_next_run_finds_the_same_as_any_other(tmp_path: Path) -> None:
    home = tmp_path / "home"
    command = [dieuhanh(), "demo", "--home", str(home), "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not (home / "register.sqlite3").exists():  # made once signals are looked at
            time.sleep(0.01)
        process.terminate()
        assert ended(process) == (0, "", "")
    said = []
    for _ in range(2):
        with demo(home, free_port()) as (process, words):
            said.append(ADDRESS.sub("", words))
            process.terminate()
            assert ended(process) == (0, "Đã dừng.\n", "")
    assert said[0] == said[1]
    assert said[0].startswith("Sổ xem thử: 9 bản tin")


def test_a_folder_that_holds_anything_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "register.sqlite3").write_bytes(b"somebody's register")
    done = subprocess.run([dieuhanh(), "demo", "--home", str(tmp_path)], capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "đã có dữ liệu khác" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["register.sqlite3"]
