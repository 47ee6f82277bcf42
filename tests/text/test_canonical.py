"""The canonical text of a page: what it is for each kind of dirt, that it is a fixed point, and that its map is right."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dieuhanh.errors import DieuhanhError, EmptyPageError, NotTextError, TooLargeError
from dieuhanh.text import DEFAULT_LIMIT, CanonicalText, canonicalise
from tests.text.pages import SENTENCES, pages, wrapped_pages

ORDER = "Sở Y tế báo cáo trước ngày 15/6/2024."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Sở Y tế\n\nSở Tài chính\n", "Sở Y tế\nSở Tài chính", id="blank lines set paragraphs off"),
        pytest.param("Sở Y tế\nSở Tài chính", "Sở Y tế\nSở Tài chính", id="single line ends set paragraphs off"),
        pytest.param("Sở Y tế\r\n\r\nSở Tài chính\rCông an tỉnh", "Sở Y tế\nSở Tài chính\nCông an tỉnh", id="old line ends"),
        pytest.param(
            "Y tế\vNội vụ\fTư pháp\u2028Thanh tra\u2029tỉnh",
            "Y tế\nNội vụ\nTư pháp\nThanh tra\ntỉnh",
            id="rare line ends",
        ),
        pytest.param("  phổ  biến\t\tpháp    luật  ", "phổ biến pháp luật", id="runs of spaces and tabs are one space"),
        pytest.param("ngày\xa015/6\u2003năm\u30002024", "ngày 15/6 năm 2024", id="no-break and wide spaces are spaces"),
        pytest.param("Sở Y tế\n\xa0 \n\u200b\nSở Tư pháp", "Sở Y tế\nSở Tư pháp", id="invisible lines go"),
        pytest.param(
            "thực\u200b hiện kế\xad hoạch, bảo\ufeffđảm",
            "thực hiện kế hoạch, bảođảm",
            id="invisible signs go",
        ),
        pytest.param("a \u200b \xad b", "a b", id="a run of spaces with invisible signs between is one space"),
        pytest.param("Qu\x00yết đị\x07nh\x1c", "Quyết định", id="control characters go"),
        pytest.param("hồ sơ\x85 \x93một cửa\x94 \x96 2024", "hồ sơ… “một cửa” – 2024", id="bytes of Windows-1252"),
        pytest.param("57/QÐ-UBND, huyện Ðình Lập, ðường", "57/QĐ-UBND, huyện Đình Lập, đường", id="Icelandic eth is đ"),
        pytest.param("30/NQ-\u0421\u0420, 5/QĐ-TT\u0421", "30/NQ-CP, 5/QĐ-TTC", id="Cyrillic capitals in codes are Latin"),
        pytest.param("\u0420\u041e\u0421\u0421\u0418\u042f", "\u0420\u041e\u0421\u0421\u0418\u042f", id="a Cyrillic word stays"),
        pytest.param(unicodedata.normalize("NFD", ORDER), ORDER, id="decomposed letters are composed"),
        pytest.param("Sơ\u0309 Y tê\u0301 va\u0300 Sở Tư pháp", "Sở Y tế và Sở Tư pháp", id="half composed letters are composed"),
        pytest.param("thê\u200b\u0301", "thế", id="a mark behind an invisible sign still joins its letter"),
        pytest.param("\uf0b7 Sở Y tế\n\uf0a7\tSở Tư pháp", "- Sở Y tế\n- Sở Tư pháp", id="private bullets of Word are hyphens"),
        pytest.param("giảm \uf0b3 3%", "giảm \uf0b3 3%", id="a private sign inside a line is kept, we do not know it"),
        pytest.param("hoà bình, thuỷ lợi", "hoà bình, thuỷ lợi", id="the placement of tones is left as it is"),
        pytest.param("NN&PTNT, TN&MT &amp; < 5%", "NN&PTNT, TN&MT &amp; < 5%", id="plain text is not read as HTML"),
        pytest.param("Sở \ud800Y tế", "Sở \ufffdY tế", id="half a surrogate pair is no character"),
        pytest.param("Nhảy đến nội dung\n" + ORDER + "\n123", ORDER, id="site furniture goes"),
    ],
)
def test_dirt_is_cleaned(source: str, text: str) -> None:
    assert canonicalise(source).text == text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="nothing"),
        pytest.param(b"", id="no bytes"),
        pytest.param(" \n\xa0\u200b\n\t", id="white and invisible signs"),
        pytest.param(b"\xef\xbb\xbf", id="a BOM alone"),
        pytest.param("<html><head><title>Cổng thông tin</title></head><body></body></html>", id="HTML without words"),
        pytest.param("Nhảy đến nội dung\nĐăng nhập", id="furniture alone"),
    ],
)
def test_page_without_words_is_refused(source: bytes | str) -> None:
    with pytest.raises(EmptyPageError):
        canonicalise(source)


@pytest.mark.parametrize(
    ("source", "limit", "size"),
    [
        pytest.param(b"x" * 101, 100, 101, id="bytes"),
        pytest.param("x" * 101, 100, 101, id="text, by its code points"),
        pytest.param("ế" * 50, 100, 150, id="text, by its bytes in UTF-8"),
        pytest.param(b"\xff" * 101, 100, 101, id="before anything is decoded"),
    ],
)
def test_page_over_the_limit_is_refused_with_both_sizes(source: bytes | str, limit: int, size: int) -> None:
    with pytest.raises(TooLargeError) as caught:
        canonicalise(source, limit=limit)
    assert (caught.value.size, caught.value.limit) == (size, limit)


def test_page_at_the_limit_is_read() -> None:
    assert canonicalise("ế" * 50, limit=150).text == "ế" * 50


def test_default_limit_is_64_megabytes() -> None:
    assert DEFAULT_LIMIT == 64 * 1024 * 1024


@pytest.mark.parametrize(
    ("source", "words", "origin"),
    [
        pytest.param("\n\n  Sở Y tế  \n", "Sở Y tế", "Sở Y tế", id="words as they stand"),
        pytest.param("phổ  \xa0 biến", "phổ biến", "phổ  \xa0 biến", id="a run of spaces as a whole"),
        pytest.param("Sở\u200b Y tế", "Y tế", "Y tế", id="what follows an invisible sign"),
        pytest.param(unicodedata.normalize("NFD", "tỉnh tiếp tục"), "tiếp", unicodedata.normalize("NFD", "tiếp"), id="decomposed letters"),
        pytest.param("Sở Y tế\r\n\r\n\tSở Tư pháp", "tế\nSở", "tế\r\n\r\n\tSở", id="over the end of a paragraph"),
        pytest.param("<p>Sở T&agrave;i&nbsp;ch&#237;nh</p>", "Tài chính", "T&agrave;i&nbsp;ch&#237;nh", id="entities"),
        pytest.param("<p>Sở <b>Tài</b> chính</p>", "Tài chính", "Tài</b> chính", id="tags inside"),
        pytest.param("<p>Sở Y tế</p><p>Sở Tư pháp</p>", "tế\nSở", "tế</p><p>Sở", id="over the end of an HTML paragraph"),
        pytest.param("<td>Sở  Y tế", "Sở Y tế", "Sở  Y tế", id="spaces in HTML"),
    ],
)
def test_origin_gives_back_the_words_of_the_source(source: str, words: str, origin: str) -> None:
    page = canonicalise(source)
    start = page.text.index(words)
    first, last = page.origin((start, start + len(words)))
    assert page.source[first:last] == origin


def test_source_of_bytes_is_the_decoded_page() -> None:
    page = canonicalise(ORDER.encode("utf-16"))
    assert (page.source, page.encoding, page.origin((0, 2))) == (ORDER, "utf-16-le", (0, 2))


def test_damage_is_reported_in_the_canonical_text() -> None:
    page = canonicalise(b"  " + ORDER.encode() + b"\xff\xfe S\xe1\xbb " + ORDER.encode())
    assert [page.text[start:end] for start, end in page.damaged] == ["\ufffd\ufffd", "\ufffd"]


def test_undamaged_page_reports_none() -> None:
    assert canonicalise(ORDER).damaged == ()


def test_cut_keeps_the_slice_its_map_and_its_damage() -> None:
    page = canonicalise("<p>Trang  chủ</p><p>Sở\ufffd T&agrave;i chính</p>")
    start = page.text.index("Sở")
    cut = page.cut(start, len(page.text))
    assert (cut.text, cut.damaged) == ("Sở\ufffd Tài chính", ((2, 3),))
    first, last = cut.origin((4, 7))
    assert cut.source[first:last] == "T&agrave;i"


def test_a_page_that_shows_a_tag_is_not_taken_for_html_again() -> None:
    text = canonicalise("<p>Thẻ &lt;p&gt; mở đoạn văn</p>").text
    assert text == "Thẻ \u2039p> mở đoạn văn"
    assert canonicalise(text).text == text


def read_or_refuse(source: bytes | str) -> CanonicalText | None:
    """The canonical text, or None where one of our own errors says why not."""
    try:
        return canonicalise(source)
    except DieuhanhError:
        return None


def assert_is_canonical(text: str) -> None:
    """`text` keeps every promise of a canonical text."""
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"^\s|\s$|\s\n|\n\s|  |[\xa0\t\r\u200b\xad]", text)
    assert text


def assert_map_is_right(page: CanonicalText) -> None:
    """Every code point has its place in the source, in order."""
    places = [page.origin((i, i + 1)) for i in range(len(page.text))]
    assert all(0 <= start <= end <= len(page.source) for start, end in places)
    assert places == sorted(places)
    assert all(before[1] <= after[1] for before, after in pairwise(places))
    assert page.origin((0, len(page.text))) == (places[0][0], places[-1][1])


sources = st.one_of(pages, wrapped_pages, st.text(), st.binary(), pages.map(lambda text: text.encode("utf-8", "surrogatepass")))


@settings(max_examples=300, deadline=None)
@given(sources)
def test_canonical_text_of_anything_is_a_fixed_point_with_a_right_map(source: bytes | str) -> None:
    page = read_or_refuse(source)
    if page is None:
        return
    assert_is_canonical(page.text)
    assert_map_is_right(page)
    assert canonicalise(page.text).text == page.text


@settings(max_examples=100, deadline=None)
@given(pages, st.integers(0, 200), st.integers(0, 200))
def test_a_cut_maps_as_the_whole_does(source: str, start: int, length: int) -> None:
    page = read_or_refuse(source)
    if page is None:
        return
    cut = page.cut(start, start + length)
    assert cut.text == page.text[start : start + length]
    for i in range(len(cut.text)):
        assert cut.origin((i, i + 1)) == page.origin((start + i, start + i + 1))


plain = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n  \n".join)


@settings(max_examples=50, deadline=None)
@given(plain, st.integers(0, 400), st.integers(0, 400))
def test_a_clean_plain_page_is_its_own_origin(source: str, start: int, length: int) -> None:
    page = canonicalise(source)
    start = min(start, len(page.text))
    end = min(start + length, len(page.text))
    first, last = page.origin((start, end))
    assert re.sub(r"\s+", " ", page.source[first:last]) == re.sub(r"\s+", " ", page.text[start:end])


@pytest.mark.parametrize("source", [pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, id="an image")])
def test_what_is_no_text_is_refused(source: bytes) -> None:
    with pytest.raises(NotTextError):
        canonicalise(source)
