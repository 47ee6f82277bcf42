"""`dieuhanh task` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps.pages import LETTER, ORDER, digest_text, item
from tests.apps.throwaway import command, copied


@pytest.fixture
def environment(tmp_path: Path, template: dict[str, str]) -> Iterator[dict[str, str]]:
    with copied(template, tmp_path / "home") as variables:
        yield variables


def test_from_a_page_to_a_history_that_verifies_elsewhere(environment: dict[str, str], tmp_path: Path) -> None:
    page, sheet, history = tmp_path / "tuan.txt", tmp_path / "nhiem-vu.xlsx", tmp_path / "nhiem-vu-1.json"
    page.write_text(digest_text(item("Nạo vét mương máng", LETTER, ORDER)), encoding="utf-8")
    assert command(environment, "load", str(page)).returncode == 0
    for made in ("1 dự thảo mới", "0 dự thảo mới"):
        assert made in command(environment, "task", "draft").stdout
    assert command(environment, "task", "assign", "1").stdout == "Đã giao nhiệm vụ số 1: Sở Tài chính, hạn 30/5/2024\n"
    assert command(environment, "task", "assign", "1").stderr == "dieuhanh: nhiệm vụ đang ở trạng thái “đã giao”, không làm được bước này\n"
    assert command(environment, "task", "export", str(sheet)).stdout == "Đã xuất 1 nhiệm vụ.\n"
    assert command(environment, "task", "import", str(sheet)).stdout == "0 dự thảo mới, 0 dự thảo sửa, 1 dòng không đổi.\n"
    history.write_text(command(environment, "task", "bundle", "1").stdout, encoding="utf-8")
    elsewhere = environment | {"DIEUHANH_HOME": str(tmp_path / "nowhere"), "DATABASE_URL": ""}
    verified = command(elsewhere, "task", "verify", str(history))
    assert (verified.returncode, "2 bước" in verified.stdout) == (0, True)
    said = json.loads(history.read_text(encoding="utf-8"))
    said["entries"][1]["actor"] = "người khác"
    history.write_text(json.dumps(said), encoding="utf-8")
    tampered = command(elsewhere, "task", "verify", str(history))
    assert (tampered.returncode, "nội dung đã bị sửa" in tampered.stdout) == (1, True)
    assert "Nhiệm vụ: tất cả đều khớp với nhật ký." in command(environment, "check").stdout


def test_what_is_wrong_is_told_in_a_line_each(environment: dict[str, str], tmp_path: Path) -> None:
    sheet = tmp_path / "xau.csv"
    sheet.write_text("Số,Nội dung nhiệm vụ\n1,x\n", encoding="utf-8")
    done = command(environment, "task", "import", str(sheet))
    assert (done.returncode, "dòng 1, cột “Thời hạn”: thiếu cột này" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    for words, status in (
        (("task", "bundle", "7"), 1),
        (("task", "verify", str(sheet)), 1),
        (("task", "verify", str(tmp_path / "không có")), 1),
        (("task", "export", str(tmp_path / "x.pdf")), 2),
        (("task", "draft", "https://langson.gov.vn/khong-co"), 1),
    ):
        done = command(environment, *words)
        assert (done.returncode, "Traceback" in done.stderr, done.stderr != "") == (status, False, True)
