"""Figures of a text by what they come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.domain.readings import find_figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("ngày 15/01/2024 và ngày 15 tháng 1 năm 2024", ["2024-01-15", "2024-01-15"], id="a day in two spellings"),
        pytest.param("ngày 31/02/2024", ["31/2/2024"], id="what no calendar has is kept as it stands"),
        pytest.param("Công văn số 02 /UBND-KT", ["2/ubnd-kt"], id="the number of a document"),
        pytest.param("136-NQ/TU; 66.22/2026/NQ-CP", ["136-nq/tu", "66.22/2026/nq-cp"], id="numbers of other styles"),
        pytest.param("5.560 triệu USD, 0,5 tỷ, 05 tổ", ["5560000000", "500000000", "5"], id="points, commas and zeros"),
        pytest.param("8 - 9%, 30 phần trăm", ["8", "9%", "30%"], id="a range and shares"),
        pytest.param("ba mươi mốt ngày, hai tổ, năm nay một số", ["31", "2"], id="words that count"),
        pytest.param("quý II/2024, khóa XVII, cấp V", ["II", "2024", "XVII", "V"], id="Roman numbers"),
        pytest.param("Km105, COVID-19, 14h30", ["km105", "19", "14h30"], id="digits among letters"),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [figure.value for figure in find_figures(text)] == values


@given(st.text(alphabet="0123456789./,-– aKĐTtháng năm\n%", max_size=60))
def test_no_digit_escapes(text: str) -> None:
    covered = {at for figure in find_figures(text) for at in range(*figure.span)}
    assert [at for at, letter in enumerate(text) if letter.isdigit() and at not in covered] == []
