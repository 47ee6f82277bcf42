"""`dieuhanh search` and `dieuhanh index` as a person runs them, also several at once, also killed."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.pages import SAMPLES
from tests.apps.pages import LETTER, ORDER, digest_text, item
from tests.apps.throwaway import command, copied, dieuhanh, installation

TEXT = digest_text(item("Nạo vét mương máng trước vụ mùa", LETTER, ORDER))
KILLS = 4


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, template: dict[str, str]) -> Iterator[dict[str, str]]:
    """A register of the samples, for tests that only ask it."""
    with copied(template, tmp_path_factory.mktemp("home")) as variables:
        assert command(variables, "load", str(SAMPLES)).returncode == 0
        yield variables


@pytest.fixture
def environment(tmp_path: Path, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path / "home") as variables:
        yield variables


def found(environment: dict[str, str], *words: str) -> list[int]:
    """The ids of the documents on the first page."""
    done = command(environment, "search", "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    results = json.loads(done.stdout)
    return [hit["document"] for hit in (*results["numbered"], *results["hits"])]


def test_what_a_person_sees(loaded: dict[str, str]) -> None:
    done = command(loaded | {"COLUMNS": "120"}, "search", "van", "chuyen", "khoang", "san", "--from", "1/1/2024", "--to", "2024-12-31")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.rstrip() for line in done.stdout.splitlines() if line.strip()]
    assert lines[0] == "Thấy 1 văn bản."
    assert lines[1] == " 1. Công văn số 274/UBND-KT, ngày 04/3/2024, UBND tỉnh"
    assert lines[2].startswith("    tăng cường quản lý hoạt động khai thác, vận chuyển")
    assert lines[-3:] == ["Loại: Công văn (1)", "Cơ quan ban hành: UBND tỉnh (1)", "Năm: 2024 (1)"]


def test_marks_stand_out_on_a_terminal(loaded: dict[str, str]) -> None:
    done = command(loaded | {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "200"}, "search", "khoáng sản")
    assert "\x1b[1;33mkhoáng\x1b[0m" in done.stdout


@pytest.mark.parametrize(
    ("words", "number"),
    [
        pytest.param(["274/UBND-KT"], "274/UBND-KT", id="a number"),
        pytest.param(["274", "ubnd", "kt"], "274/UBND-KT", id="a number in words"),
        pytest.param(
            ["khoang", "san", "--kind", "cv", "--issuer", "UBND tỉnh", "--from", "01/01/2024", "--to", "31/12/2024"],
            "274/UBND-KT",
            id="filters",
        ),
        pytest.param(["quá khổ", "--agency", "Công an tỉnh", "--in", "digest"], "1038/UBND-KT", id="an agency concerned"),
        pytest.param(["luật căn cước", "--in", "cited"], "175/QĐ-TTg", id="only cited"),
    ],
)
def test_one_document_is_found(words: list[str], number: str, loaded: dict[str, str]) -> None:
    results = json.loads(command(loaded, "search", "--json", *words).stdout)
    assert number in [hit["number"] for hit in (*results["numbered"], *results["hits"])]


@pytest.mark.parametrize(
    ("words", "status", "line"),
    [
        pytest.param(["xyzzy"], 0, "Không tìm thấy văn bản nào.", id="no hit"),
        pytest.param(["luật căn cước", "--page", "77"], 0, "Chỉ có 1 trang kết quả.", id="beyond the last page"),
        pytest.param(["x", "--from", "31/2/2024"], 2, "--from: không có ngày 31/2/2024; hãy viết như 31/3/2024", id="no such day"),
        pytest.param(["x", "--to", "mai"], 2, "--to: không có ngày mai; hãy viết như 31/3/2024", id="no day"),
        pytest.param(["--from", "2/2/2024", "--to", "1/1/2024"], 2, "--from sau --to", id="days in the wrong order"),
        pytest.param(["x", "--agency", "Sở Cả"], 2, "không có cơ quan nào tên là Sở Cả", id="no such agency"),
        pytest.param(["x", "--in", "moon"], 2, "giá trị của --in không hợp lệ", id="no such place"),
        pytest.param(["x", "--page", "0"], 2, "--page phải từ 1 đến 500", id="no such page"),
    ],
)
def test_what_cannot_be_shown_is_one_line(words: list[str], status: int, line: str, loaded: dict[str, str]) -> None:
    done = command(loaded, "search", *words)
    assert (done.returncode, (done.stdout + done.stderr).count("\n")) == (status, 1)
    assert line in (done.stdout if status == 0 else done.stderr)


def test_before_there_is_a_register(tmp_path: Path, server: str | None) -> None:
    with installation(tmp_path / "home", server) as new:
        for verb in (["search", "x"], ["index"]):
            done = command(new, *verb)
            assert (done.returncode, done.stdout, "chưa có sổ đăng ký" in done.stderr) == (1, "", True)


def test_before_the_first_page(environment: dict[str, str]) -> None:
    assert command(environment, "search", "x").stdout == "Sổ chưa có văn bản nào; hãy nạp trang bằng dieuhanh load.\n"
    assert command(environment, "index").stdout == "Chỉ mục đã theo kịp sổ.\n"


def test_what_was_just_loaded_is_found(environment: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "trang.txt"
    page.write_text(TEXT, encoding="utf-8")
    command(environment, "load", str(page))
    assert len(found(environment, "mương máng")) == 1
    page.write_text(TEXT.replace("mương máng", "kênh rạch"), encoding="utf-8")
    command(environment, "load", str(page))
    assert (len(found(environment, "mương máng")), len(found(environment, "kênh rạch"))) == (0, 1)
    assert command(environment, "index", "--rebuild").stdout == "Đã lập chỉ mục 1 văn bản.\n"
    assert (len(found(environment, "mương máng")), len(found(environment, "kênh rạch"))) == (0, 1)


def test_several_follow_at_once(environment: dict[str, str], tmp_path: Path) -> None:
    """In one folder one of them works and the others wait; an index in another folder is no other."""
    command(environment, "load", str(SAMPLES))
    arguments = [dieuhanh(), "search", "--json", "ubnd"]
    started = [subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    answers = {process.communicate()[0] for process in started}
    assert len(answers) == 1
    assert json.loads(answers.pop())["behind"] is False
    if "DATABASE_URL" in environment:
        before = found(environment, "ubnd")
        elsewhere = environment | {"DIEUHANH_HOME": str(tmp_path / "elsewhere")}
        assert sorted(found(elsewhere, "ubnd")) == sorted(before)


def test_following_while_several_load(environment: dict[str, str], tmp_path: Path) -> None:
    """Two writers and a follower at once: in the end the index is that of a register that nobody disturbed."""
    folders = [tmp_path / name for name in ("một", "hai")]
    for number, folder in enumerate(folders):
        folder.mkdir()
        for page in range(20):
            text = TEXT.replace("512/", f"{2 * page + number + 1}/").replace("mương máng", f"mương máng {number} {page}")
            (folder / f"{page}.txt").write_text(text, encoding="utf-8")
    command(environment, "load", str(tmp_path / "nothing"))  # makes the tables
    loads = [subprocess.Popen([dieuhanh(), "load", str(folder)], env=environment, stdout=subprocess.DEVNULL) for folder in folders]
    while any(load.poll() is None for load in loads):
        assert command(environment, "index").returncode == 0
    followed = command(environment, "search", "--json", "mương máng").stdout
    assert json.loads(followed)["total"] == 40
    command(environment, "index", "--rebuild")
    rebuilt = command(environment, "search", "--json", "mương máng").stdout
    assert rebuilt == followed


def test_a_killed_follower_is_no_harm(loaded: dict[str, str]) -> None:
    """Killed at any moment, at first and while an index is made anew: the next one has all of it, and never half while it answers."""
    folder = Path(loaded["DIEUHANH_HOME"]) / "search"
    whole = json.loads(command(loaded, "search", "--json").stdout)["total"]
    began = time.monotonic()
    assert command(loaded, "index", "--rebuild").returncode == 0
    duration = time.monotonic() - began
    chance = random.Random(KILLS)  # noqa: S311  it draws moments, nothing secret hangs on them
    for number in range(KILLS):
        if number % 2:
            shutil.rmtree(folder)
        disturbed = subprocess.Popen([dieuhanh(), "index", "--rebuild"], env=loaded, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(duration / 3, duration))
        disturbed.send_signal(signal.SIGKILL)
        disturbed.wait()
        assert json.loads(command(loaded, "search", "--json").stdout)["total"] == whole
        assert len(found(loaded, "274/UBND-KT")) >= 1
