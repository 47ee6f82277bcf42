"""Facts are said to people as Vietnamese offices write them."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.display import wording
from dieuhanh.extract.facts import Bound, Comparator, Deadline, Document, Member, Recurrence, Target


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        pytest.param(dt.date(2024, 2, 3), "03/02/2024", id="February has two digits"),
        pytest.param(dt.date(2024, 3, 31), "31/3/2024", id="March has one"),
        pytest.param(dt.date(2024, 12, 1), "01/12/2024", id="days have two"),
    ],
)
def test_day(date: dt.date, expected: str) -> None:
    assert wording.day(date) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(5560, "5.560", id="thousands take a full stop"),
        pytest.param(1.17, "1,17", id="decimals take a comma"),
        pytest.param(30.0, "30", id="a whole number has no decimals"),
        pytest.param(1234567.5, "1.234.567,5", id="both"),
    ],
)
def test_number(value: float, expected: str) -> None:
    assert wording.number(value) == expected


@pytest.mark.parametrize(
    ("comparator", "value", "upper", "unit", "expected"),
    [
        pytest.param(">=", 30, None, "%", "tối thiểu 30%", id="a per cent sign stands close"),
        pytest.param("=", 8, 9, "%", "8–9%", id="a range"),
        pytest.param("~", 1000, None, "lượt khách", "khoảng 1.000 lượt khách", id="about"),
        pytest.param("<", 10, None, "hộ", "dưới 10 hộ", id="less than"),
    ],
)
def test_target_value(comparator: Comparator, value: float, upper: float | None, unit: str, expected: str) -> None:
    assert wording.target_value(Target("việc", comparator, value, upper, unit, None, (0, 1))) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param("2025", "năm 2025", id="a year"),
        pytest.param("2024-12-31", "31/12/2024", id="a day"),
        pytest.param("2021/2025", "giai đoạn 2021–2025", id="some years"),
    ],
)
def test_horizon(by: str, expected: str) -> None:
    assert wording.horizon(by) == expected


@pytest.mark.parametrize(
    ("expression", "due", "bound", "recurrence", "expected"),
    [
        pytest.param(
            "trước ngày 31/5/2024", dt.date(2024, 5, 31), "before", None, "trước ngày 31/5/2024", id="words that name the day stay alone"
        ),
        pytest.param("hết quý I", dt.date(2024, 3, 31), "by", None, "hết quý I (chậm nhất ngày 31/3/2024)", id="words that come to a day"),
        pytest.param("mỗi tháng một lần", None, "by", "monthly", "mỗi tháng một lần (hằng tháng)", id="words that mean a rhythm"),
        pytest.param("định kỳ hằng tháng", None, "by", "monthly", "định kỳ hằng tháng", id="words that name the rhythm"),
        pytest.param("trước mùa lũ", None, "before", None, "trước mùa lũ (chưa xác định được ngày)", id="words that name no day"),
    ],
)
def test_deadline(expression: str, due: dt.date | None, bound: Bound, recurrence: Recurrence | None, expected: str) -> None:
    assert wording.deadline(Deadline(due, bound, recurrence, expression, None, (0, 1))) == expected


def make_document(kind: str, number: str | None, title: str | None, provision: str | None = None) -> Document:
    return Document(kind, number, None, None, title, provision, number or title or kind, (0, 1))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(make_document("Công văn", "5/UBND-KT", "việc"), "Công văn số 5/UBND-KT", id="by its number"),
        pytest.param(make_document("Luật", None, "Luật Thú y"), "Luật Thú y", id="a title that begins with the type"),
        pytest.param(make_document("Quy định", None, "về nước sạch"), "Quy định về nước sạch", id="a title that does not"),
        pytest.param(make_document("Phiên họp", None, None), "Phiên họp", id="neither number nor title"),
        pytest.param(make_document("Luật", None, "Luật Thú y", "Điều 3"), "Điều 3 Luật Thú y", id="with its provision"),
    ],
)
def test_document(document: Document, expected: str) -> None:
    assert wording.document(document) == expected


def test_seats_of_one_role_and_post_share_a_line() -> None:
    members = (
        Member("Tổ trưởng", "Giám đốc Sở Y tế", "Sở Y tế"),
        Member("Thành viên", "lãnh đạo", "Sở Tài chính"),
        Member("Thành viên", "lãnh đạo", "Sở Nội vụ"),
    )
    assert wording.seats(members) == ["Tổ trưởng: Giám đốc Sở Y tế", "Thành viên: lãnh đạo – Sở Tài chính; Sở Nội vụ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ngắn", "ngắn", id="a short one stays"),
        pytest.param("một hai ba bốn", "một hai…", id="cut between words"),
        pytest.param("một hai, ba bốn", "một hai…", id="no comma before the ellipsis"),
        pytest.param("mộthaibabốnnăm", "mộthaibab…", id="a long word is cut"),
        pytest.param("một\n  hai", "một hai", id="spaces folded"),
    ],
)
def test_shortened(text: str, expected: str) -> None:
    shown = wording.shortened(text, 10)
    assert shown == expected
    assert len(shown) <= 10


@pytest.mark.parametrize(
    "character",
    [
        pytest.param("\x1b", id="escape"),
        pytest.param("\x9b", id="control sequence introducer of one byte"),
        pytest.param("\x07", id="bell"),
        pytest.param("\r", id="carriage return"),
        pytest.param("\u202e", id="right-to-left override"),
        pytest.param("\ud800", id="half of a surrogate pair"),
    ],
)
def test_nothing_printable_steers_a_terminal(character: str) -> None:
    assert wording.printable(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"
