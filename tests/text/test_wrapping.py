"""Pages cut at a fixed width are joined again; pages of short paragraphs are left alone."""

from __future__ import annotations

import pytest

from dieuhanh.text import canonicalise
from tests.text.pages import SENTENCES, wrap

PARAGRAPHS = (
    f"{SENTENCES[0]} {SENTENCES[3]}",
    f"{SENTENCES[1]} {SENTENCES[2]}",
    "a) Sở Lao động - Thương binh và Xã hội rà soát đối tượng được hỗ trợ tiền điện, tiền thuê nhà, bảo đảm không trùng lặp, bỏ sót;",
    "b) Bảo hiểm xã hội tỉnh tiếp tục vận động người dân khu vực nông thôn tham gia bảo hiểm y tế theo hộ gia đình.",
)


@pytest.mark.parametrize("width", [60, 70, 75, 80, 100])
@pytest.mark.parametrize("between", [pytest.param("\n", id="single line ends"), pytest.param("\n\n", id="blank lines")])
@pytest.mark.parametrize("line_end", [pytest.param("\n", id="LF"), pytest.param("\r\n", id="CRLF")])
def test_wrapped_paragraphs_are_joined(width: int, between: str, line_end: str) -> None:
    page = between.join(wrap(paragraph, width) for paragraph in PARAGRAPHS)
    joined = canonicalise(page.replace("\n", line_end)).text
    if between == "\n\n":
        assert joined == "\n".join(PARAGRAPHS)
    else:  # where a sentence ends with its line, nobody can see whether the paragraph does
        assert joined.replace(".\n", ". ") == "\n".join(PARAGRAPHS).replace(".\n", ". ")


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        pytest.param("tiếp tục quán triệt, thực hiện nghiêm Chỉ thị số 52-", "CT/TW của Ban Bí thư", "số 52-CT/TW của", id="party code"),
        pytest.param("đúng quy định của Thông tư số 12/2022/TT-", "BLĐTBXH và hướng dẫn", "12/2022/TT-BLĐTBXH và", id="code at its hyphen"),
        pytest.param(
            "phải hoàn thành các phần việc trên trước ngày 28/8/", "2023 và báo cáo", "ngày 28/8/2023 và", id="date at its stroke"
        ),
        pytest.param(
            "phải hoàn thành các phần việc trên trước ngày 28/8", "/2023 và báo cáo", "ngày 28/8/2023 và", id="date before its stroke"
        ),
        pytest.param("tổng kết việc thực hiện đề án trong giai đoạn 2021 -", "2025 trên toàn tỉnh", "2021 - 2025 trên", id="period"),
        pytest.param(
            "Giám đốc các sở: Nông nghiệp, Lao động, Lao động", "- Thương binh và Xã hội", "Lao động - Thương", id="dash in a name"
        ),
        pytest.param("nội dung trên phải được báo cáo về Văn phòng trước ngày", "15 tháng 6", "ngày 15 tháng 6", id="date in words"),
    ],
)
def test_cut_codes_and_dates_are_whole_again(above: str, below: str, joined: str) -> None:
    first = "Chủ tịch UBND tỉnh yêu cầu thủ trưởng các cơ quan, đơn vị"
    filler = wrap(f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}", 70)
    page = f"{filler}\n\n{first}\n{first} {above}\n{below}\n\n{filler}"
    assert joined in canonicalise(page).text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("\n".join(SENTENCES), id="short paragraphs that end"),
        pytest.param("\n".join(f"{number}. {text}" for number, text in enumerate(SENTENCES, 1)), id="a list of short items"),
        pytest.param("\n".join(f"Chỉ đạo {what} trên địa bàn tỉnh" for what in SENTENCES[5:] * 3), id="headlines without stops"),
        pytest.param(
            "\n".join(f"- {name}" for name in ("sở, ban, ngành", "huyện, thành phố", "xã, phường") * 4), id="a list in small letters"
        ),
        pytest.param(
            "\n".join([*(f"Chỉ đạo {what} trên địa bàn tỉnh" for what in SENTENCES[5:]), " ".join(PARAGRAPHS)]),
            id="headlines over a long line",
        ),
        pytest.param("Sở Y tế", id="one line"),
    ],
)
def test_page_that_is_not_wrapped_stays(page: str) -> None:
    assert canonicalise(page).text == page


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param(
            "xây dựng dự toán kinh phí tổ chức bầu cử, gửi Sở Tài chính trước ngày 05",
            "của tháng sau.",
            id="a first word that begins no phrase",
        ),
        pytest.param("xây dựng dự toán kinh phí tổ chức bầu cử theo hướng dẫn của", "Bộ Tài chính.", id="a last word that ends no phrase"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_line_torn_on_a_page_of_long_ones_is_mended(above: str, below: str, between: str) -> None:
    long = " ".join(PARAGRAPHS)
    assert canonicalise(f"{long}\n{above}{between}{below}\n{long}").text == f"{long}\n{above} {below}\n{long}"


def test_a_line_torn_in_three_is_one_line_however_often_it_is_read() -> None:
    torn = "xây dựng dự toán kinh phí tổ chức bầu cử, gửi Sở Tài chính trước ngày\n05 tháng sau\nvà công khai tại trụ sở"
    once = canonicalise(f"{' '.join(PARAGRAPHS)}\n{torn}").text
    assert once.endswith(torn.replace("\n", " "))
    assert canonicalise(once).text == once


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("Kế hoạch phát triển thương mại điện tử năm 2024 và những năm tiếp theo", "Sở Công Thương trình.", id="a headline"),
        pytest.param(
            "xây dựng dự toán kinh phí tổ chức bầu cử và gửi về Sở Tài chính;", "rà soát cơ sở vật chất.", id="a list in small letters"
        ),
        pytest.param("xây dựng dự toán kinh phí tổ chức bầu cử của các địa phương trong tỉnh", "b) cử tri.", id="a lettered point"),
        pytest.param(
            "Chuẩn bị cơ sở vật chất phục vụ bầu cử | Sở Nội vụ | của các", "xã, phường | Sở Tài chính | Tháng 4", id="rows of a table"
        ),
        pytest.param("Công khai danh sách của", "Hội đồng bầu cử.", id="a short line"),
        pytest.param(
            "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (ngày 02/3 đến ngày 08/3/2020)",
            "thành lập Ủy ban bầu cử; rà soát dự toán.",
            id="a list of topics in small letters below the title",
        ),
    ],
)
def test_lines_that_end_are_not_joined(above: str, below: str) -> None:
    page = f"{' '.join(PARAGRAPHS)}\n{above}\n{below}"
    assert canonicalise(page).text == page


def test_origin_of_a_joined_word_is_its_place_in_the_page() -> None:
    page = canonicalise("\n".join(wrap(paragraph, 70) for paragraph in PARAGRAPHS))
    start = page.text.index("Xã hội rà soát")
    first, last = page.origin((start, start + len("Xã hội rà soát")))
    assert page.source[first:last].split() == ["Xã", "hội", "rà", "soát"]
