"""The matching form: one spelling for what is one word, code point for code point."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dieuhanh.text import fold
from tests.text.pages import pages


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ỦY BAN", "ủy ban", id="capitals"),
        pytest.param("Uỷ ban, uỳ, uý, uỹ, uỵ", "ủy ban, ùy, úy, ũy, ụy", id="uy"),
        pytest.param("hoà, hoá, hoả, hoã, hoạ", "hòa, hóa, hỏa, hõa, họa", id="oa"),
        pytest.param("xoè, khoé, khoẻ, loẽ, loẹ", "xòe, khóe, khỏe, lõe, lọe", id="oe"),
        pytest.param("HOÀ BÌNH", "hòa bình", id="capitals with the other placement"),
        pytest.param("Thuỷ lợi - thủy lợi", "thủy lợi - thủy lợi", id="both placements become one"),
        pytest.param("hoàn toàn, khoảng, hoạch, ngoài, loại, xoáy", "hoàn toàn, khoảng, hoạch, ngoài, loại, xoáy", id="closed oa stays"),
        pytest.param("huỳnh, suýt, khuỷu, tuýp", "huỳnh, suýt, khuỷu, tuýp", id="closed uy stays"),
        pytest.param("quý, quỳ, quỷ, quỹ, quỵ, Quỹ, QUÝ", "quý, quỳ, quỷ, quỹ, quỵ, quỹ, quý", id="after q there is one form"),
        pytest.param("của, quà, thuế, nguyên", "của, quà, thuế, nguyên", id="other pairs of vowels stay"),
        pytest.param("hoá-học/thuỷ", "hóa-học/thủy", id="a hyphen or stroke ends the syllable"),
        pytest.param("oà", "òa", id="at the start of the text"),
        pytest.param("İ ß Σας", "i ß σας", id="letters whose lower case is longer or depends on place"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_keeps_the_length_of_every_code_point() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(everything)) == len(everything)


@given(st.one_of(st.text(), pages))
def test_fold_keeps_the_length_and_folds_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
