"""Site furniture: every row of the table finds its example, and no line of a real paragraph is taken for it."""

from __future__ import annotations

import re
import unicodedata

import pytest

from dieuhanh.text import canonicalise, fold
from dieuhanh.text.furniture import LONGEST, is_furniture
from dieuhanh.text.tables import read_table
from tests.text.pages import SENTENCES


@pytest.mark.parametrize("row", [pytest.param(row, id=row["example"]) for row in read_table("furniture")])
def test_row_finds_its_example_and_says_where_it_was_seen(row: dict[str, str]) -> None:
    assert re.fullmatch(row["pattern"], fold(row["example"]))
    assert len(row["example"]) <= LONGEST
    assert row["source"]
    assert all(unicodedata.is_normalized("NFC", cell) for cell in row.values())


@pytest.mark.parametrize("row", [pytest.param(row, id=row["example"]) for row in read_table("furniture")])
def test_pattern_is_written_in_the_folded_form(row: dict[str, str]) -> None:
    words = re.sub(r"\\.", " ", row["pattern"])  # \S and \W are no words
    assert fold(words) == words


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("NHẢY ĐẾN NỘI DUNG", id="capitals"),
        pytest.param("Ảnh minh hoạ", id="the other placement of the tone"),
        pytest.param("A- A A+", id="font sizes alone"),
        pytest.param("In trang", id="one button of the bar"),
        pytest.param("z5123456789_abc.jpg", id="name of an image file"),
        pytest.param("Tổng số điểm của bài viết là: 15 trong 3 đánh giá", id="a rating that somebody gave"),
        pytest.param("Trang chủ", id="first crumb"),
        pytest.param("***", id="a rule of stars"),
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        *SENTENCES,
        "Sở Y tế",
        "123/QĐ-UBND",
        "15 xã",
        "năm 2024",
        "Đăng ký hộ tịch",
        "Chia sẻ dữ liệu",
        "Chia sẻ khó khăn với người dân vùng lũ",
        "Đánh giá: hoàn thành 5 nhiệm vụ",
        "Thứ hai, ngày 15/01/2024, Chủ tịch UBND tỉnh chủ trì họp",
        "Cập nhật: số liệu hộ nghèo",
        "Trang chủ của Cổng Dịch vụ công phải có mục góp ý.",
        "Ảnh minh họa cho hồ sơ phải rõ nét",
        "Xem xét, quyết định",
        "Tin học hóa",
        "In ấn tài liệu",
        "Hôm nay: 3 hồ sơ quá hạn",
        "Bình luận của người dân về dự án",
        "…",
        "...",
        "a) b)",
        "I.",
    ],
)
def test_line_of_a_real_paragraph_is_kept(line: str) -> None:
    assert not is_furniture(line)


def test_furniture_goes_from_the_page_and_nothing_else() -> None:
    page = "\n".join(["Nhảy đến nội dung", SENTENCES[0], "123", "Ảnh minh họa", SENTENCES[1], "Click để đánh giá bài viết"])
    assert canonicalise(page).text == "\n".join(SENTENCES[:2])
