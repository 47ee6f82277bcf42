"""Sentences of a paragraph and the marks of lists."""

from __future__ import annotations

import pytest

from dieuhanh.extract.sentences import list_mark, split_sentences


def sentences(text: str) -> list[str]:
    return [text[slice(*span)] for span in split_sentences(text, (0, len(text)))]


PARTED = [
    pytest.param("Sở Y tế giám sát.| Sở Tài chính chi trả.", id="a stop before a capital"),
    pytest.param("Sở Y tế giám sát!| Đã rõ chưa?| Công an tỉnh trả lời.", id="other marks that end a sentence"),
    pytest.param("Đến nay còn 5 huyện…| Sở Y tế giám sát.", id="an ellipsis before a capital"),
    pytest.param("trên địa bàn.|Sở Y tế giám sát.", id="a missing space"),
    pytest.param("Kinh phí 5 tỷ đồng.| 12 xã được hỗ trợ.", id="the next begins with a figure"),
    pytest.param("Sở Y tế nêu “Phải tiêm ngay.”| Công an tỉnh đồng ý.", id="a closing quote belongs to its sentence"),
    pytest.param("(Công văn số 12/VP-KT.)| Sở Y tế giám sát.", id="a closing bracket belongs to its sentence"),
    pytest.param("Hoàn thành trong năm 2025.| “Ngày thứ sáu xanh” được duy trì.", id="an opening quote begins the next"),
    pytest.param("Báo cáo UBND tỉnh ./.", id="the end of a document stays with its sentence"),
    pytest.param("Báo cáo UBND tỉnh./.| Nơi nhận: như trên.", id="./. ends a sentence"),
    pytest.param("Báo cáo trước ngày 30/6/2025.| Sở Y tế giám sát.", id="a day before the stop"),
]

WHOLE = [
    pytest.param("1. Giao Sở Nội vụ tổng hợp danh sách.", id="a number of a list"),
    pytest.param("1.2. Sở Nội vụ tổng hợp.", id="a decimal number of a list"),
    pytest.param("II. Tổ chức thực hiện", id="a Roman number of a list"),
    pytest.param("a. Sở Nội vụ tổng hợp.", id="a letter of a list"),
    pytest.param("Tổng vốn 5.583,4 tỷ đồng, trong đó 1.200.000 đồng là đối ứng.", id="points within figures"),
    pytest.param("Hoàn thành trước ngày 30.6.2025 để quyết toán.", id="points within a day"),
    pytest.param("Thực hiện Quyết định số 42/2014/QĐ-TTg và Nghị quyết số 66.22/2026/NQ-CP.", id="points within a number"),
    pytest.param("UBND TP. Lạng Sơn chỉnh trang đô thị.", id="TP."),
    pytest.param("PGS. TS. Nguyễn Văn An trình bày đề tài.", id="titles"),
    pytest.param("ThS. BS. Lê Thị Hoa phụ trách khoa.", id="other titles"),
    pytest.param("Q. Hai Bà Trưng và P. Bến Nghé được chọn.", id="one letter"),
    pytest.param("Sửa chữa QL.4B, ĐT.226 qua xã Yên Bình.", id="roads"),
    pytest.param("Truy cập langson.gov.vn hoặc dichvucong.gov.vn để nộp hồ sơ.", id="addresses of the web"),
    pytest.param("Mua thuốc, hóa chất, v.v. để phòng dịch.", id="v.v."),
    pytest.param("Thời tiết còn rét đậm, rét hại... nên phải che chắn.", id="dots before a small letter"),
    pytest.param("Gồm 3 nội dung: (1) tuyên truyền; (2) tập huấn; (3) kiểm tra", id="no stop at all"),
]


@pytest.mark.parametrize("parted", PARTED)
def test_where_a_sentence_ends(parted: str) -> None:
    assert sentences(parted.replace("|", "")) == [part.strip() for part in parted.split("|")]


@pytest.mark.parametrize("text", WHOLE)
def test_what_does_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_only_the_span_is_split() -> None:
    text = "Trước đó. Sở Y tế giám sát. Sở Tài chính chi trả. Sau đó."
    start, end = text.index("Sở Y tế"), text.index(" Sau đó")
    assert [text[slice(*span)] for span in split_sentences(text, (start, end))] == ["Sở Y tế giám sát.", "Sở Tài chính chi trả."]


MARKS = [
    pytest.param("1. Sở Y tế", "1. ", id="a number"),
    pytest.param("12) Sở Y tế", "12) ", id="a number with a bracket"),
    pytest.param("2.1. Sở Y tế", "2.1. ", id="a decimal number"),
    pytest.param("a) Giám sát", "a) ", id="a letter"),
    pytest.param("đ) Giám sát", "đ) ", id="the letter đ"),
    pytest.param("a)Giám sát", "a)", id="a letter without its space"),
    pytest.param("a. Giám sát", "a. ", id="a letter with a stop"),
    pytest.param("IV. Tổ chức thực hiện", "IV. ", id="a Roman number"),
    pytest.param("- Giám sát", "- ", id="a dash"),
    pytest.param("– Giám sát", "– ", id="a long dash"),
    pytest.param("+ Giám sát", "+ ", id="a plus sign"),
    pytest.param("* Giám sát", "* ", id="a star"),
    pytest.param("• Giám sát", "• ", id="a bullet"),
    pytest.param("Sở Y tế giám sát", "", id="none"),
    pytest.param("12 xã giám sát", "", id="a figure is no mark"),
    pytest.param("30.6.2025 là hạn cuối", "", id="a day is no mark"),
    pytest.param("1.200 hộ được hỗ trợ", "", id="a figure with a point is no mark"),
    pytest.param("-", "", id="a dash alone is no mark"),
]


@pytest.mark.parametrize(("text", "mark"), MARKS)
def test_mark_of_a_list(text: str, mark: str) -> None:
    assert list_mark(text, (0, len(text))) == mark
