"""`dieuhanh load` and `dieuhanh check` as a person runs them."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bench import corpus
from bench.pages import GOLD, SAMPLES, SEEDS, pages_in
from tests.apps.pages import LETTER, ORDER, digest_text, item
from tests.apps.throwaway import command, copied, dieuhanh, installation, script

FINGERPRINT = "tests/apps/fingerprint.py"
TEXT = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER, ORDER))
KILLS, SOAK_KILLS = 5, 50
NEW_AMONG_KILLED = 5  # every fifth load that is killed begins without a table
TABLES_TAKE = 3  # times as long as the load itself
PAGES = 24


@pytest.fixture
def environment(tmp_path: Path, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path / "home") as variables:
        yield variables


@pytest.fixture
def new(tmp_path: Path, server: str | None) -> Iterator[dict[str, str]]:
    """An installation without a table."""
    with installation(tmp_path / "home", server) as variables:
        yield variables


def execute(environment: dict[str, str], statement: str) -> None:
    """A statement past the product, as somebody with access to the database could run it."""
    if "DATABASE_URL" in environment:
        with psycopg.connect(environment["DATABASE_URL"]) as server:
            server.execute(statement.encode())
        return
    with sqlite3.connect(Path(environment["DIEUHANH_HOME"]) / "register.sqlite3") as file:
        file.execute(statement)


def test_one_line_a_page_and_the_sum(environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "trang"
    (folder / "sau").mkdir(parents=True)
    (folder / "một.txt").write_text(TEXT, encoding="utf-8")
    (folder / "sau" / "hai.html").write_text(f"<html><body><pre>{TEXT.replace('512/', '513/')}</pre></body></html>", encoding="utf-8")
    (folder / "ảnh.png").write_bytes(b"\x89PNG")
    done = command(environment, "load", str(folder), str(tmp_path / "thiếu.txt"))
    assert done.stdout.splitlines() == [
        f"mới: {folder}/một.txt",
        f"mới: {folder}/sau/hai.html",
        "Tổng cộng 3 trang; 1 không vào được sổ; 2 mới.",
    ]
    assert done.stderr == f"{tmp_path}/thiếu.txt: không có tệp hoặc thư mục này\n"
    assert done.returncode == 1
    (folder / "một.txt").write_text(TEXT.replace("512/", "514/"), encoding="utf-8")
    again = command(environment, "load", str(folder))
    assert again.stdout.splitlines()[-1] == "Tổng cộng 2 trang; 1 phiên bản mới; 1 không đổi."
    assert (again.returncode, again.stderr) == (0, "")


def test_two_first_loads_at_once(new: dict[str, str], tmp_path: Path) -> None:
    """Both find no table; one makes them, the other waits."""
    (tmp_path / "trang.txt").write_text(TEXT, encoding="utf-8")
    arguments = [dieuhanh(), "load", str(tmp_path / "trang.txt")]
    started = [subprocess.Popen(arguments, env=new, stdout=subprocess.PIPE) for _ in range(3)]
    said = sorted(process.communicate()[0].decode().splitlines()[0].partition(":")[0] for process in started)
    assert said == ["không đổi", "không đổi", "mới"]


def test_standard_input(environment: dict[str, str]) -> None:
    for words in ("mới: đầu vào chuẩn", "không đổi: đầu vào chuẩn"):
        done = subprocess.run([dieuhanh(), "load", "-"], env=environment, input=TEXT.encode(), capture_output=True, check=True)
        assert done.stdout.decode().splitlines()[0] == words


REFUSED = [
    (f"TUYỆT MẬT\n\n{TEXT}".encode(), 3, "dấu độ mật"),
    ("Thông báo tuyển dụng.".encode(), 1, "không phải là bản tin"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, 1, "không phải là văn bản chữ"),
    (b"", 1, "trang trống"),
]


def test_what_is_refused_is_said_and_leaves_no_trace(environment: dict[str, str], tmp_path: Path) -> None:
    before = script(environment, FINGERPRINT)
    for content, status, words in REFUSED:
        page = tmp_path / "trang.txt"
        page.write_bytes(content)
        done = command(environment, "load", str(page))
        assert (done.returncode, done.stderr.count("\n"), words in done.stderr) == (status, 1, True)
    assert script(environment, FINGERPRINT) == before


def test_addresses_inside_are_refused(environment: dict[str, str]) -> None:
    urls = ["http://127.0.0.1:9/", "http://169.254.169.254/latest/", "ftp://example.gov.vn/", "http://[::1]/"]
    done = command(environment, "load", *urls)
    refusal = "từ chối tải: chỉ nhận địa chỉ http, https trên mạng công cộng, không nhận địa chỉ trong mạng nội bộ"
    assert done.stderr.splitlines() == [f"{url}: {refusal}" for url in urls]
    assert done.returncode == 1


def test_a_file_name_that_is_no_text(environment: dict[str, str], tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/tu\xe1n'; DROP TABLE x; --\n.txt"
    Path(os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    done = subprocess.run([os.fsencode(dieuhanh()), b"load", name], env=environment, capture_output=True, check=True)
    assert done.stdout.count(b"\n") == 2
    assert "/tu%E1n'; DROP TABLE x; --%0A.txt" in script(environment, FINGERPRINT)


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        pytest.param({"DATABASE_URL": "postgresql://127.0.0.1:1/none"}, "không dùng được cơ sở dữ liệu", id="no server"),
        pytest.param({"DATABASE_URL": "mysql://x:secret@y/z"}, "biến môi trường DATABASE_URL", id="no address of a server"),
        pytest.param({"DIEUHANH_HOME": "/proc/none", "DATABASE_URL": ""}, "không có tệp hoặc thư mục này", id="no home"),
    ],
)
def test_an_installation_that_cannot_start_says_so(variables: dict[str, str], words: str, new: dict[str, str]) -> None:
    for verb in ("load", "check"):
        done = command(new | variables, verb, *(["x.txt"] if verb == "load" else []))
        assert (done.returncode, done.stderr.count("\n"), "secret" in done.stderr) == (1, 1, False)
        assert words in done.stderr


def test_check_before_the_first_load(new: dict[str, str]) -> None:
    done = command(new, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert "chưa có sổ đăng ký" in done.stderr


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        pytest.param(
            None,
            ["Nhật ký: 2 mục, chuỗi nguyên vẹn.", "Bản gốc: tất cả đều khớp với mã SHA-256.", "Trang: tất cả đều khớp với nhật ký."],
            id="whole",
        ),
        pytest.param("UPDATE documents_original SET content = 'x'", ["Bản gốc: 1 chỗ không khớp với mã SHA-256."], id="other bytes"),
        pytest.param("UPDATE documents_page SET version = 7", ["Trang: 1 chỗ không khớp với nhật ký."], id="another page"),
        pytest.param(
            "UPDATE audit_head SET sequence = 1", ["Nhật ký: chuỗi đứt ở mục số 2; 1 mục trước đó nguyên vẹn."], id="another chain"
        ),
    ],
)
def test_check_tells_what_holds(statement: str | None, words: list[str], environment: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "trang.txt"
    page.write_text(TEXT, encoding="utf-8")
    command(environment, "load", str(page))
    if statement:
        execute(environment, statement)
    done = command(environment, "check")
    assert done.returncode == (1 if statement else 0)
    assert [word for word in words if word not in done.stdout.splitlines()] == []


@pytest.mark.skipif(not SEEDS.exists(), reason="the real pages lie in ../shared/seeds and are not here")
def test_real_pages_load_and_their_documents_are_found(environment: dict[str, str]) -> None:
    done = command(environment, "load", str(SEEDS), str(SAMPLES))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("mới: ") == len(pages_in(SEEDS)) + len(pages_in(SAMPLES))
    assert script(environment, "tests/apps/missing_numbers.py", str(GOLD)) == ""


def load_pages(folder: Path) -> Path:
    """A folder of short varied digests."""
    folder.mkdir()
    for number, text in enumerate(corpus.generate(PAGES * 45_000, seed=3)):
        short = "\n\n".join(text.split("\n\n")[:1] + text.split("\n\n")[2:20])
        (folder / f"{number:03}.txt").write_text(short, encoding="utf-8")
    return folder


def survive_kills(kills: int, tmp_path: Path, template: dict[str, str], server: str | None) -> None:
    """Kill a load at a random moment, load again, compare with a load that nobody disturbed."""
    folder = load_pages(tmp_path / "trang")
    chance = random.Random(kills)  # noqa: S311  it draws moments, nothing secret hangs on them
    with copied(template, tmp_path / "calm") as environment:
        began = time.monotonic()
        assert command(environment, "load", str(folder)).returncode == 0
        duration = time.monotonic() - began
        calm = script(environment, FINGERPRINT)
    for number in range(kills):
        new, home = number % NEW_AMONG_KILLED == 0, tmp_path / str(number)
        with installation(home, server) if new else copied(template, home) as environment:
            disturbed = subprocess.Popen([dieuhanh(), "load", str(folder)], env=environment, stdout=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.2, duration * TABLES_TAKE if new else duration))
            disturbed.send_signal(signal.SIGKILL)
            disturbed.wait()
            assert command(environment, "load", str(folder)).returncode == 0
            assert script(environment, FINGERPRINT) == calm
            assert command(environment, "check").returncode == 0


def test_a_killed_load_can_be_repeated(tmp_path: Path, template: dict[str, str], server: str | None) -> None:
    survive_kills(KILLS, tmp_path, template, server)


@pytest.mark.soak
def test_a_load_killed_many_times_can_be_repeated(tmp_path: Path, template: dict[str, str], server: str | None) -> None:
    survive_kills(SOAK_KILLS, tmp_path, template, server)
