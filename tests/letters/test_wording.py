"""The lines of a letter in the words of the decree."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from dieuhanh.letters import Block, Clause, Clauses, Column, Heading, Paragraph, Table
from dieuhanh.letters.flow import Grid, Line, flow
from dieuhanh.letters.measures import balanced
from dieuhanh.letters.wording import addressed, long_date, number_line, one_line, recipients, title
from tests.letters.letters_of_ours import OFFICIAL_LETTER, REMINDER


@pytest.mark.parametrize(
    ("number", "line"),
    [
        pytest.param("7", "Số: 07/PĐĐ-VP", id="numbers below ten have a leading zero"),
        pytest.param("238", "Số: 238/PĐĐ-VP", id="others have none"),
        pytest.param(None, "Số: " + "\N{NO-BREAK SPACE}" * 8 + "/PĐĐ-VP", id="a missing one leaves room for the records office"),
    ],
)
def test_number(number: str | None, line: str) -> None:
    assert number_line(msgspec.structs.replace(REMINDER, number=number)) == line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        pytest.param(dt.date(2024, 2, 5), "ngày 05 tháng 02 năm 2024", id="day below ten and February have zeros"),
        pytest.param(dt.date(2024, 3, 15), "ngày 15 tháng 3 năm 2024", id="March has none"),
    ],
)
def test_date(day: dt.date, words: str) -> None:
    assert long_date(day) == words


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        pytest.param([], [], id="nobody"),
        pytest.param(["Sở Y tế"], ["Kính gửi: Sở Y tế"], id="one stands on the same line"),
        pytest.param(["Sở Y tế", "Sở Nội vụ"], ["Kính gửi:", "- Sở Y tế;", "- Sở Nội vụ."], id="several stand below, a line each"),
    ],
)
def test_addressees(names: list[str], lines: list[str]) -> None:
    assert addressed(names) == lines


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        pytest.param("Sở\x00 Tài\x0b chính\x1f", "Sở Tài chính", id="controls that XML forbids are dropped"),
        pytest.param("hoa\u0300n tha\u0300nh", "hoàn thành", id="letters are composed"),
        pytest.param("một\n\n hai\t ba", "một hai ba", id="one line"),
        pytest.param("a\ufffeb\ud800c", "a\ufffdb\ufffdc", id="what is no character is shown so"),
        pytest.param("số \u202e7", "số 7", id="nothing turns the direction of writing"),
    ],
)
def test_clean_text(text: str, clean: str) -> None:
    assert one_line(text) == clean


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param([Paragraph("Giao Sở Y tế chủ trì.")], ["Giao Sở Y tế chủ trì./."], id="the last words are closed"),
        pytest.param([Paragraph("Báo cáo trước 15/3;")], ["Báo cáo trước 15/3./."], id="in place of their own stop"),
        pytest.param([Paragraph("Đã đóng./.")], ["Đã đóng./."], id="once"),
        pytest.param([], ["./."], id="an empty body is closed too"),
        pytest.param([Heading("I. CHUNG")], ["I. CHUNG", "./."], id="a heading carries no closing sign"),
        pytest.param([Paragraph(" \x00"), Paragraph("Hai.")], ["Hai./."], id="a paragraph without words is left out"),
        pytest.param(
            [Clauses((Clause("Một:", ("x;", "y.")), Clause("Hai.")))], ["1. Một:", "a) x;", "b) y.", "2. Hai./."], id="numbers and letters"
        ),
    ],
)
def test_body(body: list[Block], lines: list[str]) -> None:
    assert [part.text for part in flow(body) if isinstance(part, Line)] == lines


def test_points_follow_the_vietnamese_alphabet() -> None:
    clauses = Clauses((Clause("Gồm:", ("x",) * 26),))
    letters = [part.text.partition(")")[0] for part in flow([clauses])[1:] if isinstance(part, Line)]
    assert letters[:6] == ["a", "b", "c", "d", "đ", "e"]
    assert letters[-5:] == ["x", "y", "aa", "ab", "ac"]


def test_table_at_the_end_is_closed_below() -> None:
    parts = flow([Table("Danh sách", (Column("Tên", 1),), (("a\x01",),))])
    assert parts == [Grid("Danh sách", (Column("Tên", 1),), (("a",),)), Line("./.")]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        pytest.param((), (), id="no columns"),
        pytest.param((Column("A", 1),), (("1", "2"),), id="a row that is too long"),
        pytest.param((Column("A", 0),), (("1",),), id="a column without width"),
    ],
)
def test_crooked_table_is_refused(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ValueError, match="column"):
        Table("Bảng", columns, rows)


def test_recipients_end_with_what_is_filed() -> None:
    assert recipients(REMINDER) == ["- Như trên;", "- Chủ tịch UBND tỉnh;", "- Lưu: VT, TH."]


def test_title_names_kind_and_subject() -> None:
    assert title(REMINDER) == "Phiếu đôn đốc Thực hiện nhiệm vụ đã quá thời hạn"
    assert title(OFFICIAL_LETTER) == OFFICIAL_LETTER.subject


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", ["ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"], id="a long name is parted in the middle"),
        pytest.param("VĂN PHÒNG", ["VĂN PHÒNG"], id="a short one is not"),
        pytest.param("", [], id="none"),
        pytest.param("Á" * 90, ["Á" * 90], id="a word is never parted"),
    ],
)
def test_names_are_broken_evenly(text: str, lines: list[str]) -> None:
    assert balanced(text, 12, 70) == lines
