"""What may be typed into the form of a fact, and what it comes to."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from dieuhanh.desk.fact_forms import FactForm
from dieuhanh.desk.quoting import occurrences, quote
from dieuhanh.domain.rulings import Kind, Value

TARGET = {"subject": "số xã đạt chuẩn", "comparator": ">=", "value": "30", "upper": "", "unit": "%", "by": ""}
DOCUMENT = {"type": "Công văn", "number": "1/UBND", "date": "", "issuer": "", "title": "", "provision": ""}


def typed(kind: Kind, data: dict[str, str]) -> FactForm:
    return FactForm(kind, {"51/KH-UBND": "Kế hoạch số 51/KH-UBND", "175/QĐ-TTg": "Quyết định số 175/QĐ-TTg"}, QueryDict(urlencode(data)))


@pytest.mark.parametrize(
    ("kind", "data", "value"),
    [
        pytest.param(Kind.TARGET, {"value": "1.250"}, {"value": 1250.0, "upper": None, "by": None}, id="a full stop sets off thousands"),
        pytest.param(Kind.TARGET, {"value": "8,5"}, {"value": 8.5}, id="a comma is the decimal one"),
        pytest.param(Kind.TARGET, {"value": "1.234,5", "upper": "2 000"}, {"value": 1234.5, "upper": 2000.0}, id="both; spaces too"),
        pytest.param(Kind.TARGET, {"value": "8.55"}, {"value": 8.55}, id="a full stop before two digits is a decimal one"),
        pytest.param(Kind.TARGET, {"value": "0.5"}, {"value": 0.5}, id="and before one"),
        pytest.param(Kind.CITATION, {"date": "05/02/2024"}, {"date": "2024-02-05", "issuer": None}, id="a day as the State writes it"),
        pytest.param(Kind.CITATION, {"date": "2024-02-05"}, {"date": "2024-02-05"}, id="a day as machines write it"),
        pytest.param(
            Kind.ASSIGNMENT,
            {"lead": "Sở Y tế\n\n  Sở Tài chính ", "cooperating": "", "action": "rà soát", "source": "175/QĐ-TTg"},
            {"lead": ["Sở Y tế", "Sở Tài chính"], "cooperating": [], "source": "175/QĐ-TTg"},
            id="lists, one a line",
        ),
        pytest.param(
            Kind.BODY,
            {"name": "Tổ công tác", "members": "Tổ trưởng | Giám đốc | Sở Y tế\nỦy viên | Nhà báo", "standing": ""},
            {
                "members": [
                    {"role": "Tổ trưởng", "post": "Giám đốc", "unit": "Sở Y tế"},
                    {"role": "Ủy viên", "post": "Nhà báo", "unit": None},
                ]
            },
            id="seats",
        ),
        pytest.param(
            Kind.RELATION, {"type": "amends", "source": "51/KH-UBND", "target": "175/QĐ-TTg"}, {"type": "amends"}, id="a relation"
        ),
    ],
)
def test_it_comes_to(kind: Kind, data: dict[str, str], value: Value) -> None:
    form = typed(kind, {Kind.TARGET: TARGET, Kind.CITATION: DOCUMENT}.get(kind, {}) | data)
    assert form.errors == {}
    assert {name: form.value[name] for name in value} == value


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        pytest.param(Kind.TARGET, {"value": "ba mươi"}, "value", id="a number in words"),
        pytest.param(Kind.TARGET, {"value": "nan"}, "value", id="not a number"),
        pytest.param(Kind.TARGET, {"value": "1e999"}, "value", id="without end"),
        pytest.param(Kind.TARGET, {"value": "٣٠"}, "value", id="digits of another script"),
        pytest.param(Kind.TARGET, {"comparator": "≥"}, "comparator", id="another sign"),
        pytest.param(Kind.CITATION, {"date": "31/02/2024"}, "date", id="a day that does not exist"),
        pytest.param(Kind.CITATION, {"number": "9" * 161}, "number", id="longer than the register holds"),
        pytest.param(Kind.BODY, {"name": "Tổ", "members": "Tổ trưởng", "standing": ""}, "members", id="a seat without a post"),
        pytest.param(Kind.RELATION, {"type": "amends", "source": "lạ", "target": "175/QĐ-TTg"}, "source", id="a document of no item"),
    ],
)
def test_it_is_refused_at_its_field(kind: Kind, data: dict[str, str], field: str) -> None:
    assert list(typed(kind, {Kind.TARGET: TARGET, Kind.CITATION: DOCUMENT}.get(kind, {}) | data).errors) == [field]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param({**TARGET, "value": 1250.0, "upper": 8.5}, ['value="1.250"', 'value="8,5"'], id="numbers"),
    ],
)
def test_a_value_is_shown_as_it_is_typed(value: Value, shown: list[str]) -> None:
    page = str(FactForm(Kind.TARGET, {}, initial=value))
    assert [words for words in shown if words not in page and words.removeprefix("value=").strip('"') not in page] == []


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param("mưa lũ", [(6, 12), (19, 25)], id="each of them"),
        pytest.param("lũ  trước", [(10, 18)], id="whatever white space lies between"),
        pytest.param("", [], id="nothing"),
        pytest.param("không có", [], id="not there"),
    ],
)
def test_words_are_found_again(words: str, places: list[tuple[int, int]]) -> None:
    assert occurrences("trước mưa lũ\ntrước mưa lũ, mưa lũ", words, (0, 25)) == places


def test_a_quote_stays_in_its_paragraph_and_between_words() -> None:
    text = "đoạn một\n" + "chữ " * 100 + "ĐÂY " + "chữ " * 100 + "\nđoạn ba"
    start = text.index("ĐÂY")
    found = quote(text, (start, start + 3))
    assert found.before.startswith("… chữ")
    assert found.after.endswith("chữ …")
    assert "đoạn" not in found.before + found.after
