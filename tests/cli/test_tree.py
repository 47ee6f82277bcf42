"""The tree shows a person who must do what by when, on any terminal."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from dieuhanh.cli.tree import digest_tree
from dieuhanh.extract.facts import Digest
from tests.cli.own_digest import DIGEST, EMPTY

GOLDEN = """\
Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày
12/5/2024)
UBND tỉnh Lạng Sơn, từ ngày 06/5/2024 đến ngày 12/5/2024

1. Nạo vét mương máng trước vụ mùa
├── Công văn số 512/UBND-KT, ngày 07/5/2024, UBND tỉnh
├── Người chỉ đạo: Chủ tịch UBND tỉnh
├── Có hiệu lực: từ ngày 15/5/2024
├── Giao: Sở Tài chính; phối hợp: Sở Y tế
│   └── rà soát kinh phí, báo cáo
│       └── Thời hạn: trước ngày 31/5/2024
├── Giao: các xã (theo Nghị quyết số 9/NQ-HĐND)
│   └── gửi số liệu
│       └── Thời hạn: hằng tháng
├── Thời hạn: trong năm 2024 (chậm nhất ngày 31/12/2024)
├── Chỉ tiêu: mương khơi thông: 8–9 km, năm 2024
├── Tổ chức: Tổ thủy lợi
│   ├── Tổ trưởng: Trưởng ban
│   ├── Thành viên: lãnh đạo – Sở Tài chính; Sở Y tế
│   └── Cơ quan thường trực: Sở Tài chính
├── Thực hiện: Nghị quyết số 9/NQ-HĐND
└── Viện dẫn: khoản 2 Điều 7 Luật Thủy lợi

Cần xem lại
└── Tiêu đề có trong phần tóm tắt nhưng không có mục nào bên dưới: “Sửa đường
    lên bản Khuổi Lìn”

Tổng cộng: 1 mục, 2 nhiệm vụ giao, 3 thời hạn, 1 chỉ tiêu.
"""


def drawn(digest: Digest, *, width: int = 80, terminal: bool = False, no_color: bool = False) -> str:
    file = io.StringIO()
    Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        no_color=no_color,
        highlight=False,
        _environ={},
    ).print(digest_tree(digest))
    return file.getvalue()


def trimmed(shown: str) -> str:
    return "\n".join(line.rstrip() for line in shown.rstrip().splitlines()) + "\n"


def test_golden() -> None:
    assert trimmed(drawn(DIGEST)) == GOLDEN


@pytest.mark.parametrize("width", [pytest.param(30, id="a narrow terminal"), pytest.param(200, id="a wide one")])
def test_lines_fit(width: int) -> None:
    shown = drawn(DIGEST, width=width)
    assert max(map(len, shown.splitlines())) <= width
    assert re.sub(r"[\s│├└─]", "", shown) == re.sub(r"[\s│├└─]", "", GOLDEN)


def test_a_page_without_items_says_so() -> None:
    assert trimmed(drawn(EMPTY)).splitlines() == [
        "Trang không có tiêu đề",
        "Không rõ cơ quan đăng, không rõ thời gian",
        "",
        "Cần xem lại",
        "└── Không tìm thấy mục nào.",
        "",
        "Tổng cộng: 0 mục, 0 nhiệm vụ giao, 0 thời hạn, 0 chỉ tiêu.",
    ]


def test_no_codes_where_there_is_no_terminal() -> None:
    assert "\x1b" not in drawn(DIGEST)


def test_agencies_and_deadlines_are_coloured_and_bold() -> None:
    shown = drawn(DIGEST, terminal=True)
    assert "\x1b[1;36mSở Tài chính" in shown
    assert "\x1b[1;31mtrước ngày 31/5/2024" in shown


def test_without_colours_they_are_still_bold() -> None:
    shown = drawn(DIGEST, terminal=True, no_color=True)
    assert "\x1b[1mSở Tài chính" in shown
    assert "\x1b[1mtrước ngày 31/5/2024" in shown
