"""Words, numbers and places, without a database."""

from __future__ import annotations

import unicodedata

import pytest

from dieuhanh.apps.search.highlighting import LENGTH, best_fragment, marked, opening
from dieuhanh.apps.search.numbers import number_keys
from dieuhanh.apps.search.query import LAST_PAGE, SearchQuery
from dieuhanh.apps.search.words import LONGEST_WORD, MOST_UNITS, plain, units_of

TEXT = "Sạt lở đất trên các tuyến đường tỉnh.\nĐẢM BẢO an toàn ĐƯỜNG  SẮT qua huyện Hữu Lũng."


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        pytest.param("Đường  Sắt", ["đường", "sắt"], id="lower case"),
        pytest.param("Hoà Bình uỷ ban", ["hòa", "bình", "ủy", "ban"], id="one placement of tone marks"),
        pytest.param(unicodedata.normalize("NFD", "đường sắt"), ["đường", "sắt"], id="letters apart from their marks"),
        pytest.param('"hữu lũng" cầu', ["hữu lũng", "cầu"], id="a phrase in quotes"),
        pytest.param("“hữu lũng” «cầu»", ["hữu lũng", "cầu"], id="other quotes"),
        pytest.param('cầu "hữu lũng', ["cầu", "hữu", "lũng"], id="a quote that nothing closes"),
        pytest.param("cầu cầu CẦU", ["cầu"], id="each once"),
        pytest.param("a AND (b OR NOT c*) -d ^2 e:f", ["a", "and", "b", "or", "not", "c", "d", "2", "e", "f"], id="no syntax"),
        pytest.param("'; DROP TABLE x; -- {{ 7*7 }} %s", ["drop", "table", "x", "7", "s"], id="signs of other languages"),
        pytest.param('\x00 "" “” \ud800 ‮ ¶ _', [], id="nothing that is a word"),
    ],
)
def test_what_is_typed_is_only_words(typed: str, exact: list[str]) -> None:
    assert [" ".join(unit.exact) for unit in units_of(typed)] == exact


def test_a_pasted_page_is_bounded() -> None:
    units = units_of(" ".join(f"từ{number}" for number in range(3000)) + "x" * 10_000)
    assert len(units) == MOST_UNITS
    assert len(units_of("x" * 10_000)[0].exact[0]) == LONGEST_WORD


@pytest.mark.parametrize("text", [TEXT, "İstanbul ĐƯỜNG Ǆ ﬁ", "Hoà Bình", ""])
def test_plain_keeps_places(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("238/VP-KGVX", "238/vp-kgvx"),
        ("238 vp kgvx", "238/vp-kgvx"),
        ("238 / VP - KGVX", "238/vp-kgvx"),
        ("238/vp/kgvx", "238/vp-kgvx"),
        ("Công văn số 238/VP-KGVX", "238/vp-kgvx"),
        ("số: 0238/VP–KGVX", "238/vp-kgvx"),
        ("4/2024/qd-ubnd", "4/2024/qđ-ubnd"),
        ("04 2024 QĐ UBND", "4/2024/qđ-ubnd"),
        ("136-NQ/TU", "136-nq/tu"),
        ("136 nq tu", "136-nq/tu"),
        ("66.22/2026/NQ-CP", "66.22/2026/nq-cp"),
        ("12/bnn&ptnt-kl", "12/bnn&ptnt-kl"),
    ],
)
def test_a_number_is_known_in_every_spelling(typed: str, key: str) -> None:
    assert key in number_keys(typed)


@pytest.mark.parametrize(
    "typed", ["", "238", "đường sắt", "quốc lộ 4B", "31/3/2024", "((((", "9" * 5000, "1/" + "d/" * 3000, "\x00238/VP\x00"]
)
def test_other_words_are_no_number(typed: str) -> None:
    assert number_keys(typed) == []


def shown(text: str, typed: str) -> str:
    """The best fragment with its marks in brackets."""
    fragment = best_fragment(text, plain(text), units_of(typed))
    if fragment is None:
        return ""
    words = fragment.text
    for start, end in reversed(fragment.marks):
        words = f"{words[:start]}[{words[start:end]}]{words[end:]}"
    return words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "duong sat", "[Sạt] lở đất trên các tuyến [đường] tỉnh. ĐẢM BẢO an toàn [ĐƯỜNG]  [SẮT] qua huyện Hữu Lũng.", id="plain"
        ),
        pytest.param(
            '"duong sat"', "Sạt lở đất trên các tuyến đường tỉnh. ĐẢM BẢO an toàn [ĐƯỜNG  SẮT] qua huyện Hữu Lũng.", id="a phrase"
        ),
        pytest.param("an", "Sạt lở đất trên các tuyến đường tỉnh. ĐẢM BẢO [an] toàn ĐƯỜNG  SẮT qua huyện Hữu Lũng.", id="whole words only"),
        pytest.param("cầu", "", id="not there"),
    ],
)
def test_marks_stand_on_the_words_found(typed: str, expected: str) -> None:
    assert shown(TEXT, typed) == expected


def test_a_fragment_is_short_and_of_whole_words() -> None:
    text = "một hai ba bốn năm " * 100 + "đường sắt " + "sáu bảy tám " * 100
    fragment = best_fragment(text, plain(text), units_of("đường sắt"))
    assert fragment
    assert len(fragment.text) <= LENGTH
    assert (fragment.opens, fragment.closes) == (True, True)
    assert set(fragment.text.split()) <= set(text.split())
    assert [fragment.text[start:end] for start, end in fragment.marks] == ["đường", "sắt"]


def test_accents_that_were_typed_win() -> None:
    text = "dương sắt " + "x " * 300 + "đường sắt"
    fragment = best_fragment(text, plain(text), units_of("đường sắt"))
    assert fragment
    assert fragment.text.endswith("đường sắt")


def test_hostile_words_stay_as_they_are() -> None:
    fragment = marked("<script>alert(1)</script>", units_of("alert script"))
    assert fragment.text == "<script>alert(1)</script>"
    assert [fragment.text[start:end] for start, end in fragment.marks] == ["script", "alert", "script"]


def test_without_words_a_text_opens() -> None:
    fragment = opening(TEXT)
    assert fragment
    assert (fragment.opens, fragment.closes, fragment.marks) == (False, False, ())
    assert opening("") is None


@pytest.mark.parametrize("page", [0, -1, LAST_PAGE + 1])
def test_pages_are_bounded(page: int) -> None:
    with pytest.raises(ValueError, match="page"):
        SearchQuery("x", page=page)
