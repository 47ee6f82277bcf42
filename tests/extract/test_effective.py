"""The day of effect that an item states."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.extract.effective import find_effective

ISSUED = dt.date(2024, 5, 8)

CASES = [
    pytest.param(
        "Quyết định này có hiệu lực thi hành kể từ ngày 20/5/2024.",
        "2024-05-20",
        "Quyết định này có hiệu lực thi hành kể từ ngày 20/5/2024",
        id="the usual form",
    ),
    pytest.param(
        "Quyết định có hiệu lực từ ngày 01 tháng 6 năm 2024.",
        "2024-06-01",
        "Quyết định có hiệu lực từ ngày 01 tháng 6 năm 2024",
        id="the month in words",
    ),
    pytest.param(
        "Quy định có hiệu lực kể từ ngày ký ban hành.",
        "2024-05-08",
        "Quy định có hiệu lực kể từ ngày ký ban hành",
        id="ngày ký is the day of issue",
    ),
    pytest.param(
        "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
        "2024-05-08",
        "Quyết định này có hiệu lực thi hành kể từ ngày ký",
        id="ngày ký at the end",
    ),
    pytest.param(
        "Chỉ thị này có hiệu lực kể từ ngày ban hành.", "2024-05-08", "Chỉ thị này có hiệu lực kể từ ngày ban hành", id="ngày ban hành"
    ),
    pytest.param(
        "Quyết định có hiệu lực sau 10 ngày kể từ ngày ký.",
        "2024-05-18",
        "Quyết định có hiệu lực sau 10 ngày kể từ ngày ký",
        id="days after the signature",
    ),
    pytest.param(
        "UBND tỉnh ban hành Quyết định số 15/2024/QĐ-UBND, có hiệu lực từ ngày 20/5/2024.",
        "2024-05-20",
        "có hiệu lực từ ngày 20/5/2024",
        id="after its number",
    ),
    pytest.param(
        "Quyết định này có hiệu lực thi hành từ ngày 20/5/2024 và thay thế Quyết định số 09/2020/QĐ-UBND.",
        "2024-05-20",
        "Quyết định này có hiệu lực thi hành từ ngày 20/5/2024",
        id="what it replaces comes after",
    ),
    pytest.param(
        "Căn cứ Luật Giá năm 2023, UBND tỉnh ban hành Quy định; Quy định có hiệu lực từ ngày 20/5/2024.",
        "2024-05-20",
        "Quy định có hiệu lực từ ngày 20/5/2024",
        id="a law in another clause is no subject",
    ),
    pytest.param("Luật Đất đai năm 2024 có hiệu lực thi hành từ ngày 01/8/2024.", None, None, id="a law"),
    pytest.param(
        "Nghị định số 10/2024/NĐ-CP ngày 01/02/2024 của Chính phủ có hiệu lực từ ngày 01/4/2024.", None, None, id="a document of the centre"
    ),
    pytest.param("Văn bản do Bộ Tài chính ban hành có hiệu lực kể từ ngày 01/4/2024.", None, None, id="a document of a ministry"),
    pytest.param("Quyết định số 12/2019/QĐ-UBND hết hiệu lực kể từ ngày 20/5/2024.", None, None, id="what ends takes no effect"),
    pytest.param("Giấy phép có hiệu lực trong 36 tháng.", None, None, id="a span of months"),
    pytest.param("Quyết định có hiệu lực từ ngày 31/02/2024.", None, None, id="no calendar has the day"),
    pytest.param("Sở Tài chính báo cáo trước ngày 20/5/2024.", None, None, id="a deadline"),
]


@pytest.mark.parametrize(("text", "day", "words"), CASES)
def test_day_of_effect(text: str, day: str | None, words: str | None) -> None:
    found = find_effective(text, [(0, len(text))], ISSUED)
    assert (None if found is None else found.date.isoformat()) == day
    assert (None if found is None else text[slice(*found.span)]) == words


def test_day_of_signature_needs_a_dated_instrument() -> None:
    text = "Quyết định này có hiệu lực kể từ ngày ký."
    assert find_effective(text, [(0, len(text))], None) is None


def test_the_first_statement_wins() -> None:
    text = "Quyết định có hiệu lực từ ngày 20/5/2024.\nQuy chế có hiệu lực từ ngày 01/6/2024."
    cut = text.index("\n")
    found = find_effective(text, [(0, cut), (cut + 1, len(text))], ISSUED)
    assert found is not None
    assert found.date == dt.date(2024, 5, 20)
