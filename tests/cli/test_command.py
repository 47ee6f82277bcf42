"""The command as a person runs it: a process of its own, judged by what it prints, writes and ends with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

import dieuhanh
from dieuhanh.cli import app
from dieuhanh.cli.messages import Status
from tests.cli.read_page import ReadPage

COMMAND = [sys.executable, "-c", "from dieuhanh.cli import app; app(prog_name='dieuhanh')"]

PAGE = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)

Nạo vét mương máng trước vụ mùa

UBND tỉnh chỉ đạo (Công văn số 512/UBND-KT, ngày 07/5/2024) việc nạo vét mương máng trước vụ mùa trên toàn tỉnh.

Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí, báo cáo UBND tỉnh trước ngày 31/5/2024.
"""
HIDDEN_WORDS = "hầm chứa lương thực Khuổi Lìn"
MEGABYTE = 1024 * 1024


def make_folder(folder: Path) -> Path:
    """A folder that the command runs in, with two good pages."""
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "other.txt").write_text(PAGE.replace("Nạo vét", "Sửa chữa"), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def run(folder: Path, *arguments: str, given: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command there with these arguments, this standard input and these changes of the environment."""
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, input=given, capture_output=True, timeout=60, env={**environment, **settings}, check=False
    )


def complaints(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


BAD_PAGES = {
    "empty.txt": b"",
    "blank.html": b"<html><body> \n </body></html>",
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "noise.bin": bytes((n * n * 7 + n // 3) % 256 for n in range(50_000)),
    "zeros.txt": bytes(10_000),
    "secret.txt": f"UBND TỈNH\n\nTỐI MẬT\n\n{HIDDEN_WORDS}\n\n{PAGE}".encode(),
}


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    """One run over every kind of bad page but a secret one, a good page before and behind."""
    folder = make_folder(tmp_path_factory.mktemp("bad"))
    for name, content in BAD_PAGES.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.txt").open("wb") as sparse:
        sparse.truncate(200 * MEGABYTE)
    return run(folder, "read", "page.txt", *(row.values[0] for row in BAD_ROWS), "other.txt", "--format", "jsonl")  # type: ignore[arg-type]


BAD_ROWS = [
    pytest.param("missing.txt", "không có tệp", id="a missing file"),
    pytest.param("page.txt/x", "không phải là thư mục", id="a file taken for a folder"),
    pytest.param(".", "thư mục, không phải tệp", id="a folder"),
    pytest.param("", "thư mục, không phải tệp", id="an empty name"),
    pytest.param("x" * 300, "tên tệp quá dài", id="a name that is too long"),
    pytest.param("empty.txt", "trang trống", id="an empty page"),
    pytest.param("blank.html", "trang trống", id="markup without words"),
    pytest.param("image.png", "không phải là văn bản", id="an image"),
    pytest.param("noise.bin", "không phải là văn bản", id="noise"),
    pytest.param("zeros.txt", "không phải là văn bản", id="zero bytes"),
    pytest.param("huge.txt", "--limit 200 ", id="200 MB"),
]


@pytest.mark.parametrize(("name", "words"), BAD_ROWS)
def test_a_bad_page_is_one_line(bad_run: subprocess.CompletedProcess[bytes], name: str, words: str) -> None:
    (line,) = [line for line in complaints(bad_run) if line.startswith(f"{name}: ")]
    assert words in line


def test_bad_pages_are_told_and_the_others_are_read(bad_run: subprocess.CompletedProcess[bytes]) -> None:
    assert bad_run.returncode == Status.NOT_READ
    assert len(complaints(bad_run)) == len(BAD_ROWS)
    assert [json.loads(row)["items"][0]["heading"][:8] for row in bad_run.stdout.splitlines()] == ["Nạo vét ", "Sửa chữa"]


ODD_PAGES = {
    "control.txt": PAGE.replace("kinh phí", "kinh \x01\x1b[31m\x9b phí").encode(),
    "broken.txt": PAGE.encode().replace("kinh phí".encode(), b"kinh ph\xff"),
    "deep.html": b"<div>" * 100_000 + PAGE.replace("\n\n", "<p>").encode() + b"</div>" * 100_000,
    "nothing.txt": "Cuối tuần này trời mưa rải rác ở vùng núi.".encode(),
    "utf16.txt": PAGE.encode("utf-16"),
}


@pytest.mark.parametrize(("form", "suffix"), [("tree", ".txt"), ("jsonl", ".jsonl"), ("html", ".html")])
def test_odd_pages_are_read(folder: Path, form: str, suffix: str) -> None:
    for name, content in ODD_PAGES.items():
        (folder / name).write_bytes(content)
    done = run(folder, "read", *ODD_PAGES, "--format", form, "--output", "out")
    assert (done.returncode, complaints(done)) == (Status.READ, [])
    for name in ODD_PAGES:
        shown = (folder / "out" / name).with_suffix(suffix).read_text(encoding="utf-8")
        assert "mương" in shown or "trời mưa" in shown or (name, form) == ("nothing.txt", "tree")
        assert not set("\x01\x1b\x9b") & set(shown)


def test_the_worst_page_decides_the_status(folder: Path) -> None:
    (folder / "secret.txt").write_bytes(BAD_PAGES["secret.txt"])
    done = run(folder, "read", "secret.txt", "missing.txt", "page.txt", "--format", "jsonl")
    assert done.returncode == Status.REFUSED
    assert len(complaints(done)) == 2
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("form", ["tree", "json", "jsonl", "html"])
def test_nothing_of_a_secret_text_is_shown_or_kept(folder: Path, form: str) -> None:
    (folder / "secret.txt").write_bytes(BAD_PAGES["secret.txt"])
    done = run(folder, "read", "secret.txt", "--format", form, "--output", "out")
    assert done.returncode == Status.REFUSED
    assert done.stdout == b""
    assert HIDDEN_WORDS not in done.stderr.decode()
    assert list((folder / "out").iterdir()) == []


def test_the_limit_can_be_lifted(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE + " " * MEGABYTE, encoding="utf-8")
    refused = run(folder, "read", "page.txt", "--limit", "1")
    assert refused.returncode == Status.NOT_READ
    assert "thêm --limit 2 " in complaints(refused)[0]
    assert run(folder, "read", "page.txt", "--limit", "2").returncode == Status.READ


def test_no_permission(folder: Path) -> None:
    (folder / "page.txt").chmod(0)
    (folder / "out").mkdir(mode=0o500)
    powerless = ["setpriv", "--bounding-set", "-all"] if os.geteuid() == 0 else []
    for arguments, words in (
        (["page.txt"], "page.txt: không có quyền"),
        (["other.txt", "--output", "out"], "out: không có quyền"),
    ):
        done = subprocess.run([*powerless, *COMMAND, "read", *arguments], cwd=folder, capture_output=True, timeout=60, check=False)
        assert done.returncode == Status.NOT_READ
        (line,) = complaints(done)
        assert line.startswith(words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["read"], "thiếu tên trang", id="no page"),
        pytest.param(["raed", "page.txt"], "không hiểu lệnh", id="a command misspelt"),
        pytest.param(["read", "page.txt", "--colour"], "không có tùy chọn --colour", id="an option that nobody has"),
        pytest.param(["read", "page.txt", "--format"], "--format thiếu giá trị", id="an option without its value"),
        pytest.param(["read", "page.txt", "--format", "xml"], "giá trị của --format", id="a form that nobody has"),
        pytest.param(["read", "page.txt", "--limit", "x"], "giá trị của --limit", id="a limit that is no number"),
        pytest.param(["read", "page.txt", "--limit", "0"], "--limit phải từ 1", id="a limit that lets nothing in"),
        pytest.param(["read", "page.txt", "other.txt", "--format", "json"], "--format jsonl hoặc --output", id="two pages as one object"),
        pytest.param(["read", "page.txt", "other.txt", "--format", "html"], "--output", id="two pages as one page"),
        pytest.param(["read", "page.txt", "a/page.html", "--output", "out"], "cùng ghi vào out/page.json", id="two pages of one stem"),
        pytest.param(["read", "-", "-", "--output", "out"], "cùng ghi vào", id="standard input twice"),
        pytest.param(["read", "page.txt", "--format", "tree", "--output", "."], "ghi đè lên trang nguồn page.txt", id="a page over itself"),
        pytest.param(["schema", "page.txt"], "không hiểu lệnh", id="a word too many"),
    ],
)
def test_wrong_usage_is_one_line_and_nothing_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == Status.WRONG_USAGE
    (line,) = done.stderr.splitlines()
    assert words in line
    assert line.endswith("--help")
    assert done.stdout == ""
    assert sorted(entry.name for entry in folder.iterdir()) == ["other.txt", "page.txt"]
    assert (folder / "page.txt").read_text(encoding="utf-8") == PAGE


def test_json_is_the_library_s(folder: Path) -> None:
    done = run(folder, "read", "page.txt", "--format", "json")
    assert done.stdout == dieuhanh.to_json(dieuhanh.read(folder / "page.txt"), indent=2) + b"\n"
    assert msgspec.json.decode(done.stdout, type=dieuhanh.Digest) == dieuhanh.read(PAGE)


def test_jsonl_is_the_library_s_one_line_a_page(folder: Path) -> None:
    done = run(folder, "read", "page.txt", "other.txt", "--format", "jsonl")
    assert done.stdout == b"".join(dieuhanh.to_json(dieuhanh.read(folder / name)) + b"\n" for name in ("page.txt", "other.txt"))


def test_schema_is_the_library_s(folder: Path) -> None:
    assert json.loads(run(folder, "schema").stdout) == dieuhanh.schema()


def test_version(folder: Path) -> None:
    assert run(folder, "--version").stdout.decode() == f"dieuhanh {dieuhanh.__version__}\n"


def test_standard_input_is_a_page(folder: Path) -> None:
    assert (
        run(folder, "read", "-", "--format", "json", given=PAGE.encode()).stdout
        == run(folder, "read", "page.txt", "--format", "json").stdout
    )


def test_standard_input_has_the_same_limit(folder: Path) -> None:
    done = run(folder, "read", "-", "--limit", "1", given=b"a" * (MEGABYTE + 1))
    assert done.returncode == Status.NOT_READ
    assert complaints(done)[0].startswith("đầu vào chuẩn: trang lớn hơn giới hạn 1 MB")


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """A line for bash, where `$READ` is the command; its status is that of the first process of a pipe.

    Streams are buffered as they are for people, whatever the tests themselves run with.
    """
    script = f"READ=({' '.join(map(repr, COMMAND))} read); {line}; exit ${{PIPESTATUS[0]}}"
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=variables, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("line", "stderr"),
    [
        pytest.param('"${READ[@]}" - <&-', ["đầu vào chuẩn: đã đóng"], id="standard input closed"),
        pytest.param('"${READ[@]}" page.txt >&-', ["đầu ra chuẩn: đã đóng"], id="standard output closed"),
        pytest.param('"${READ[@]}" page.txt > /dev/full', ["đầu ra chuẩn: ổ đĩa đã đầy"], id="a full disk under the tree"),
        pytest.param('"${READ[@]}" page.txt --format json > /dev/full', ["đầu ra chuẩn: ổ đĩa đã đầy"], id="a full disk under JSON"),
        pytest.param('"${READ[@]}" page.txt missing.txt 2> /dev/full', [], id="a full disk under the complaints"),
        pytest.param('"${READ[@]}" page.txt missing.txt 2>&-', [], id="standard error closed"),
    ],
)
def test_broken_streams_are_no_crash(folder: Path, line: str, stderr: list[str]) -> None:
    done = shell(folder, line)
    assert (done.returncode, complaints(done)) == (Status.NOT_READ, stderr)


@pytest.mark.parametrize("form", ["tree", "jsonl"])
def test_a_reader_who_leaves_ends_the_command_quietly(folder: Path, form: str) -> None:
    pages = " ".join(["page.txt"] * 400)  # more than a pipe holds
    done = shell(folder, f'"${{READ[@]}}" {pages} --format {form} | head -n 1')
    assert (done.returncode, complaints(done)) == (Status.NOT_READ, [])
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("form", "name"),
    [
        pytest.param("tree", "page.txt", id="a tree is plain text"),
        pytest.param("json", "page.json", id="json"),
        pytest.param("jsonl", "page.jsonl", id="jsonl"),
        pytest.param("html", "page.html", id="html"),
    ],
)
def test_output_is_one_file_a_page(folder: Path, form: str, name: str) -> None:
    done = run(folder, "read", "page.txt", "other.txt", "--format", form, "--output", "new/out")
    assert (done.returncode, done.stdout, done.stderr) == (Status.READ, b"", b"")
    out = folder / "new" / "out"
    assert sorted(file.name for file in out.iterdir()) == sorted([name, name.replace("page", "other")])
    assert "Nạo vét mương máng" in (out / name).read_text(encoding="utf-8")


def test_output_is_json_where_no_form_is_named(folder: Path) -> None:
    run(folder, "read", "page.txt", "--output", "out")
    assert (folder / "out" / "page.json").read_bytes() == run(folder, "read", "page.txt", "--format", "json").stdout


def test_a_result_replaces_an_older_one_whole(folder: Path) -> None:
    out = folder / "out"
    out.mkdir()
    (out / "page.json").write_text("old" * 100_000)
    older = (out / "page.json").stat().st_ino
    assert run(folder, "read", "page.txt", "--output", "out").returncode == Status.READ
    assert msgspec.json.decode((out / "page.json").read_bytes(), type=dieuhanh.Digest) == dieuhanh.read(PAGE)
    assert (out / "page.json").stat().st_ino != older
    assert [file.name for file in out.iterdir()] == ["page.json"]


@pytest.mark.parametrize(
    ("output", "words"),
    [
        pytest.param("page.txt", "page.txt: đã có một tệp trùng tên", id="a file where the folder should be"),
        pytest.param("page.txt/out", "page.txt/out: một phần của đường dẫn không phải là thư mục", id="a folder inside a file"),
    ],
)
def test_an_output_that_is_no_folder_stops_the_command(folder: Path, output: str, words: str) -> None:
    done = run(folder, "read", "page.txt", "other.txt", "--format", "html", "--output", output)
    assert done.returncode == Status.NOT_READ
    (line,) = complaints(done)
    assert line.startswith(words)


def test_a_result_that_cannot_be_written_stops_only_itself(folder: Path) -> None:
    (folder / "out" / "page.json").mkdir(parents=True)
    done = run(folder, "read", "page.txt", "other.txt", "--output", "out")
    assert done.returncode == Status.NOT_READ
    assert complaints(done)[0].startswith("out/page.json: ")
    assert sorted(file.name for file in (folder / "out").iterdir()) == ["other.json", "page.json"]


def test_html_shows_the_page(folder: Path) -> None:
    page = ReadPage(run(folder, "read", "page.txt", "--format", "html").stdout.decode())
    assert "trước ngày 31/5/2024" in page.words.values()


def test_a_tree_goes_into_a_pipe_without_codes(folder: Path) -> None:
    assert b"\x1b" not in run(folder, "read", "page.txt", TERM="xterm-256color").stdout


def test_a_terminal_that_cannot_show_vietnamese_is_no_crash(folder: Path) -> None:
    done = run(folder, "read", "page.txt", "missing.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == Status.NOT_READ
    assert b"512/UBND-KT" in done.stdout
    assert b"Traceback" not in done.stderr


def at_terminal(folder: Path, *arguments: str, **settings: str) -> str:
    """What a person at a terminal sees of both outputs."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", **settings},
    )
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    os.close(ours)
    process.wait(timeout=60)
    return seen.decode()


def _read(terminal: int) -> bytes:
    """The next bytes; a terminal whose other side is closed is an error on Linux and the end elsewhere."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_terminal_has_colours(folder: Path) -> None:
    assert "\x1b[1;36mSở Tài chính" in at_terminal(folder, "read", "page.txt")


def test_no_color_is_heeded(folder: Path) -> None:
    assert "\x1b[1mSở Tài chính" in at_terminal(folder, "read", "page.txt", NO_COLOR="1")


def test_a_bar_is_drawn_where_it_is_watched(folder: Path) -> None:
    assert "Đang đọc" in at_terminal(folder, "read", "page.txt", "other.txt", "--output", "out")
    assert "Đang đọc" not in at_terminal(folder, "read", "page.txt", "other.txt")
    assert "Đang đọc" not in at_terminal(folder, "read", "page.txt", "--output", "out")


@pytest.mark.parametrize("command", [[], ["--help"], ["read", "--help"], ["schema", "--help"]], ids=["alone", "help", "read", "schema"])
def test_help_speaks_vietnamese_with_an_example(command: list[str]) -> None:
    done = CliRunner().invoke(app, command)
    assert done.exit_code == Status.READ
    assert "Cách dùng: " in done.stdout
    assert "Ví dụ:" in done.stdout
    assert [word for word in ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "Show this", "<bool>") if word in done.stdout] == []


def test_help_explains_the_statuses() -> None:
    shown = CliRunner().invoke(app, ["read", "--help"]).stdout
    assert [status for status in Status if f" {status.value}: " not in shown] == []
