"""Letters as they are printed: the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, measured on paper."""

from __future__ import annotations

import pytest

from dieuhanh.letters import to_docx, to_pdf
from tests.letters.letters_of_ours import OFFICIAL_LETTER, REMINDER
from tests.letters.paper import Line, lines_of, printed, rule_under

LEFT, RIGHT, TOP, BOTTOM = 30.0, 195.0, 20.0, 277.0
NEAR = 0.8  # millimetres: what fonts and roundings differ by


@pytest.fixture(scope="module", params=[pytest.param("docx", id="DOCX through LibreOffice"), pytest.param("pdf", id="PDF")])
def papers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The reminder and the official letter as PDF files."""

    def print_docx(name: str, docx: bytes) -> bytes:
        return printed(docx, tmp_path_factory.mktemp(name))

    if request.param == "pdf":
        return to_pdf(REMINDER), to_pdf(OFFICIAL_LETTER)
    return print_docx("reminder", to_docx(REMINDER)), print_docx("official", to_docx(OFFICIAL_LETTER))


@pytest.fixture(scope="module")
def reminder(papers: tuple[bytes, bytes]) -> list[Line]:
    return lines_of(papers[0])


@pytest.fixture(scope="module")
def official(papers: tuple[bytes, bytes]) -> list[Line]:
    return lines_of(papers[1])


def the(lines: list[Line], text: str) -> Line:
    """The one line that begins so."""
    (line,) = (line for line in lines if line.text.startswith(text))
    return line


def test_margins(reminder: list[Line]) -> None:
    text = [line for line in reminder if line.bottom > TOP]
    assert min(line.left for line in text) >= LEFT - NEAR
    assert max(line.right for line in text) <= RIGHT + NEAR
    assert max(line.bottom for line in text) <= BOTTOM + NEAR


def test_order_from_top_to_bottom(reminder: list[Line]) -> None:
    beginnings = (
        "CỘNG HÒA",
        "Độc lập",
        "Lạng Sơn, ngày 05 tháng 02 năm 2024",
        "PHIẾU ĐÔN ĐỐC",
        "Thực hiện nhiệm vụ",
        "Kính gửi:",
        "- Sở Tài chính;",
    )
    below = (
        "- Sở Nội vụ.",
        "Đến hết ngày",
        "I. NHIỆM VỤ",
        "Danh sách",
        "II. YÊU CẦU",
        "1. Báo cáo",
        "a) nguyên nhân",
        "b) ngày",
        "2. Phân công",
    )
    last = ("Đề nghị các cơ quan", "CHÁNH VĂN PHÒNG", "Nguyễn Văn A")
    found = [the(reminder, beginning) for beginning in (*beginnings, *below, *last)]
    assert found == sorted(found, key=lambda line: (line.page, line.top))


def test_agency_beside_country(reminder: list[Line]) -> None:
    country, motto = the(reminder, "CỘNG HÒA"), the(reminder, "Độc lập")
    parent, agency, number = the(reminder, "ỦY BAN NHÂN DÂN"), the(reminder, "VĂN PHÒNG"), the(reminder, "Số: 07/PĐĐ-VP")
    assert country.middle == pytest.approx(motto.middle, abs=NEAR)
    assert parent.middle == pytest.approx(agency.middle, abs=NEAR)
    assert number.middle == pytest.approx(agency.middle, abs=NEAR)
    assert parent.top == pytest.approx(country.top, abs=NEAR)
    assert number.top == pytest.approx(the(reminder, "Lạng Sơn, ngày").top, abs=NEAR)
    assert agency.right < country.left


def test_rules_under_motto_agency_and_subject(papers: tuple[bytes, bytes], reminder: list[Line]) -> None:
    motto, agency, subject = the(reminder, "Độc lập"), the(reminder, "VĂN PHÒNG"), the(reminder, "Thực hiện nhiệm vụ đã")
    assert rule_under(papers[0], motto) == pytest.approx(motto.width, abs=NEAR)
    for line in (agency, subject):
        assert line.width / 3 - NEAR <= rule_under(papers[0], line) <= line.width / 2 + NEAR


def test_body_is_justified_with_first_line_indented(reminder: list[Line]) -> None:
    first = the(reminder, "Đến hết ngày")
    second = next(line for line in reminder if line.page == 1 and line.top > first.top + 1)
    assert first.left == pytest.approx(LEFT + 12.7, abs=NEAR)
    assert second.left == pytest.approx(LEFT, abs=NEAR)
    assert first.right == pytest.approx(RIGHT, abs=NEAR)


def test_page_number_stands_in_the_top_margin_but_on_the_first_page(reminder: list[Line]) -> None:
    numbers = [(line.page, line.text) for line in reminder if line.bottom <= TOP]
    assert numbers == [(page, str(page)) for page in range(2, reminder[-1].page + 1)]
    assert numbers
    assert all(line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR) for line in reminder if line.bottom <= TOP)


def test_header_of_a_table_stands_on_each_of_its_pages(reminder: list[Line]) -> None:
    pages = {line.page for line in reminder if "Trình kế hoạch số" in line.text}
    assert len(pages) > 1
    assert [line.page for line in reminder if line.text == "Nội dung"] == sorted(pages)


def test_recipients_left_signature_right_on_one_page(reminder: list[Line]) -> None:
    recipients, filed = the(reminder, "Nơi nhận:"), the(reminder, "- Lưu: VT, TH.")
    capacity, name = the(reminder, "TL. CHỦ TỊCH"), the(reminder, "Nguyễn Văn A")
    assert len({line.page for line in (recipients, filed, capacity, name, the(reminder, "Đề nghị các cơ quan"))}) == 1
    assert recipients.top == pytest.approx(capacity.top, abs=2)
    assert filed.right < capacity.left
    assert capacity.middle == pytest.approx(name.middle, abs=NEAR)
    assert name.top - capacity.bottom > 20  # room for the signature and the seal


def test_official_letter_says_its_subject_under_the_number(official: list[Line]) -> None:
    number, subject, agency = the(official, "Số:"), the(official, "V/v báo cáo kết quả"), the(official, "ỦY BAN NHÂN DÂN")
    symbol = the(official, "/UBND-KT")
    assert number.text == "Số:"
    assert symbol.top == pytest.approx(number.top, abs=NEAR)
    assert symbol.left - number.right > 5  # room for the number
    assert subject.top > number.bottom - NEAR
    assert subject.middle == pytest.approx(agency.middle, abs=NEAR)
    to = the(official, "Kính gửi: Sở Tài chính")
    assert to.middle == pytest.approx((LEFT + RIGHT) / 2, abs=NEAR)
    assert [line.text for line in official if line.text.endswith("./.")] == [
        "Giao Sở Tài chính chủ trì tổng hợp, báo cáo trước ngày 15/3/2024./."
    ]
