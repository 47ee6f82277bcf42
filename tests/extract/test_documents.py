"""Which documents an item reports and which it only names; each once, with the fullest facts of the page, under its key."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.extract.facts import Document, Period
from tests.extract.one_item import item_of, items_of

WEEK = Period(dt.date(2024, 5, 13), dt.date(2024, 5, 19))


def keys(documents: tuple[Document, ...]) -> list[str]:
    return [document.key for document in documents]


def cited(*paragraphs: str) -> Document:
    """The only document that an item cites."""
    (document,) = item_of(*paragraphs).citations
    return document


REPORTED = [
    pytest.param(
        "UBND tỉnh yêu cầu các huyện chống hạn cho lúa xuân (Công văn số 640/UBND-KT, ngày 14/5/2024).",
        ["640/UBND-KT@2024-05-14"],
        [],
        id="in brackets at the end of the first sentence",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 640 /UBND-KT, ngày 14/5/2024) về việc chống hạn.",
        ["640/UBND-KT@2024-05-14"],
        [],
        id="in brackets after the verb, spaced",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh (Công văn số 2210/VP-KT, ngày 14/5/2024) về chống hạn.",
        ["2210/VP-KT@2024-05-14"],
        [],
        id="in brackets where the verb is missing",
    ),
    pytest.param(
        "UBND tỉnh ban hành Kế hoạch số 99/KH-UBND, ngày 14/5/2024 về chống hạn.", ["99/KH-UBND@2024-05-14"], [], id="after ban hành"
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo các huyện chống hạn (số 315/UBND-KTN, ngày 16/4/2018).",
        ["315/UBND-KTN@2018-04-16"],
        [],
        id="in brackets without its kind",
    ),
    pytest.param(
        "UBND tỉnh kiện toàn Hội đồng thi đua. (Quyết định số: 812/QĐ-UBND ngày 14/5/2024).",
        ["812/QĐ-UBND@2024-05-14"],
        [],
        id="in brackets after a full stop",
    ),
    pytest.param(
        "Nội dung trên được UBND tỉnh ban hành tại Kế hoạch số 61/KH-UBND ngày 26/4/2019.",
        ["61/KH-UBND@2019-04-26"],
        [],
        id="nội dung trên … tại",
    ),
    pytest.param(
        "Ngày 14/5/2024, Chủ tịch UBND tỉnh ban hành Chỉ thị số 08/CT-UBND về chống hạn.",
        ["08/CT-UBND@2024-05-14"],
        [],
        id="the day before the number",
    ),
    pytest.param(
        "UBND tỉnh phê duyệt hai dự án (Quyết định số 812/QĐ-UBND ngày 14/5/2024 và Quyết định số 815/QĐ-UBND ngày 15/5/2024).",
        ["812/QĐ-UBND@2024-05-14", "815/QĐ-UBND@2024-05-15"],
        [],
        id="two in one bracket",
    ),
    pytest.param(
        "Ban Chỉ đạo phòng, chống tội phạm tỉnh ban hành Kế hoạch số 12/KH-BCĐ ngày 14/5/2024 về tuyên truyền.",
        ["12/KH-BCĐ@2024-05-14"],
        [],
        id="a committee of the province",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) thực hiện Công điện số 41/CĐ-TTg ngày 24/4/2024.",
        ["640/UBND-KT@2024-05-14"],
        ["41/CĐ-TTg@2024-04-24"],
        id="what is carried out is cited",
    ),
    pytest.param(
        "UBND tỉnh ban hành Quyết định số 812/QĐ-UBND ngày 14/5/2024 bãi bỏ Quyết định số 512/QĐ-UBND ngày 14/3/2018.",
        ["812/QĐ-UBND@2024-05-14"],
        ["512/QĐ-UBND@2018-03-14"],
        id="what is repealed is cited",
    ),
    pytest.param(
        "Căn cứ Luật Giá năm 2023, UBND tỉnh ban hành Quyết định số 20/2024/QĐ-UBND ngày 14/5/2024.",
        ["20/2024/QĐ-UBND@2024-05-14"],
        ["Luật Giá năm 2023"],
        id="what it rests on is cited",
    ),
    pytest.param(
        "Theo Tờ trình số 45/TTr-STC ngày 06/5/2024 của Sở Tài chính, UBND tỉnh ban hành Quyết định số 812/QĐ-UBND ngày 14/5/2024.",
        ["812/QĐ-UBND@2024-05-14"],
        ["45/TTr-STC@2024-05-06"],
        id="the proposal is cited",
    ),
    pytest.param(
        "Bộ Y tế có Công văn số 4711/BYT-DP ngày 02/5/2024; UBND tỉnh chỉ đạo (Công văn số 655/UBND-KGVX ngày 15/5/2024) triển khai.",
        ["655/UBND-KGVX@2024-05-15"],
        ["4711/BYT-DP@2024-05-02"],
        id="a ministry's letter is cited though it was issued",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 655/UBND-KGVX ngày 15/5/2024) kiểm tra theo quy định (Thông tư số 18/2023/TT-BTC).",
        ["655/UBND-KGVX@2024-05-15"],
        ["18/2023/TT-BTC"],
        id="a circular in brackets is cited",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 655/UBND-NC ngày 15/5/2024) rà soát Quyết định số 7/QĐ-UBND ngày 02/3/2024 của UBND huyện Cao Lộc.",
        ["655/UBND-NC@2024-05-15"],
        ["7/QĐ-UBND@2024-03-02"],
        id="a district's decision is cited",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 655/UBND-KGVX ngày 15/5/2024) tiêm chủng. Công văn số 655/UBND-KGVX nêu rõ hai việc.",
        ["655/UBND-KGVX@2024-05-15"],
        [],
        id="the instrument named again is not cited",
    ),
    pytest.param("Trong tuần, lãnh đạo tỉnh thăm các hộ nghèo ở xã biên giới.", [], [], id="neither"),
    pytest.param(
        "Chủ tịch UBND tỉnh công nhận 02 xã tại các Quyết định số 640/QĐ-UBND và số 641/QĐ-UBND ngày 14/5/2024.",
        ["640/QĐ-UBND@2024-05-14", "641/QĐ-UBND@2024-05-14"],
        [],
        id="several with one day",
    ),
    pytest.param(
        "Theo Quyết định số 640/QĐ-UBND ngày 14/5/2024 của UBND tỉnh, phấn đấu trồng 100 ha hồi.",
        ["640/QĐ-UBND@2024-05-14"],
        [],
        id="theo, as the first words",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 8 tập thể (các Quyết định số 711/QĐ-UBND và số 712/QĐ-UBND, cùng ngày 14/5/2024).",
        ["711/QĐ-UBND@2024-05-14", "712/QĐ-UBND@2024-05-14"],
        [],
        id="two in brackets, of the same day",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh trao Quyết định số 711/QĐ-UBND ngày 14/5/2024 về việc bổ nhiệm ông A; Quyết định số 712/QĐ-UBND ngày 14/5/2024 về việc bổ nhiệm bà B.",
        ["711/QĐ-UBND@2024-05-14", "712/QĐ-UBND@2024-05-14"],
        [],
        id="two that are handed over",
    ),
]


@pytest.mark.parametrize(("text", "instruments", "citations"), REPORTED)
def test_instruments_against_citations(text: str, instruments: list[str], citations: list[str]) -> None:
    item = item_of(text, period=WEEK)
    assert (keys(item.instruments), keys(item.citations)) == (instruments, citations)


def test_paper_of_before_in_a_later_paragraph_is_cited() -> None:
    item = item_of(
        "UBND tỉnh chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) về chống hạn.",
        "Sở Tài chính hỗ trợ theo ý kiến của UBND tỉnh (Công văn số 88/UBND-KT ngày 05/02/2024).",
        period=WEEK,
    )
    assert (keys(item.instruments), keys(item.citations)) == (["640/UBND-KT@2024-05-14"], ["88/UBND-KT@2024-02-05"])


def test_paper_of_which_the_last_paragraph_says_that_all_stands_in_it() -> None:
    item = item_of(
        "UBND tỉnh yêu cầu các huyện chống hạn cho lúa xuân, thực hiện Công điện số 41/CĐ-TTg ngày 24/4/2024 của Thủ tướng Chính phủ.",
        "Sở Tài chính bố trí kinh phí.",
        "Nội dung trên được nêu tại Công văn số 640/UBND-KT ngày 14/5/2024.",
        period=WEEK,
    )
    assert (keys(item.instruments), keys(item.citations)) == (["640/UBND-KT@2024-05-14"], ["41/CĐ-TTg@2024-04-24"])


def test_meeting_stands_for_a_document() -> None:
    item = item_of(
        "Ngày 14/5, đồng chí Chủ tịch UBND tỉnh chủ trì phiên họp UBND tỉnh thường kỳ tháng 5 năm 2024.",
        heading="UBND tỉnh họp phiên thường kỳ tháng 5 năm 2024",
    )
    assert keys(item.instruments) == ["Phiên họp UBND tỉnh thường kỳ tháng 5 năm 2024"]


KEYS = [
    pytest.param("Theo Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ.", "34/2016/NĐ-CP@2016-05-14", id="number and day"),
    pytest.param("Theo Nghị định số 34/2016/NĐ-CP của Chính phủ.", "34/2016/NĐ-CP", id="number without a day"),
    pytest.param("Theo Kế hoạch số 99 /KH - UBND ngày 04/5/2023.", "99/KH-UBND@2023-05-04", id="number without its spaces"),
    pytest.param("Theo Luật Đất đai năm 2024.", "Luật Đất đai năm 2024", id="a law's name says its kind"),
    pytest.param("Theo Bộ luật Lao động năm 2019.", "Bộ luật Lao động năm 2019", id="a code of law too"),
    pytest.param("Theo Luật Đất đai số 31/2024/QH15 ngày 18/01/2024.", "31/2024/QH15@2024-01-18", id="a law with its number"),
]


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_key_of_a_document(text: str, key: str) -> None:
    assert cited(text).key == key


ISSUED = "UBND tỉnh chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) về chống hạn."


def test_document_named_twice_is_one_citation_with_both_mentions_facts() -> None:
    document = cited(
        ISSUED,
        "Thực hiện khoản 2 Điều 10 Nghị định số 34/2016/NĐ-CP của Chính phủ.",
        "Theo Điều 12 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 về kiểm tra văn bản.",
    )
    assert document.key == "34/2016/NĐ-CP@2016-05-14"
    assert document.date == dt.date(2016, 5, 14)
    assert document.issuer == "Chính phủ"
    assert document.title == "kiểm tra văn bản"
    assert document.provision == "khoản 2 Điều 10, Điều 12"


def test_provision_said_twice_is_said_once() -> None:
    assert cited("Theo Điều 12 Nghị định số 34/2016/NĐ-CP. Điều 12 Nghị định số 34/2016/NĐ-CP quy định rõ.").provision == "Điều 12"


def test_issuer_in_words_wins_wherever_the_page_says_it() -> None:
    document = cited(ISSUED, "Thực hiện Nghị quyết số 48-NQ/TU.", "Nghị quyết số 48-NQ/TU của Ban Thường vụ Tỉnh ủy xác định rõ.")
    assert document.issuer == "Ban Thường vụ Tỉnh ủy"


def test_law_with_and_without_its_year_is_one() -> None:
    assert cited("Vi phạm Luật Đất đai bị xử phạt. Luật Đất đai năm 2024 nêu rõ.").key == "Luật Đất đai năm 2024"


def test_day_of_another_item_completes_a_citation() -> None:
    first, second = items_of(
        [
            ("Chống hạn", (ISSUED, "Thực hiện Chỉ thị số 12/CT-TTg ngày 03/4/2024 của Thủ tướng Chính phủ.")),
            ("Chống lũ", ("UBND tỉnh chỉ đạo (Công văn số 655/UBND-KT, ngày 15/5/2024) triển khai Chỉ thị số 12/CT-TTg.",)),
        ]
    )
    assert keys(first.citations) == keys(second.citations) == ["12/CT-TTg@2024-04-03"]


def test_two_days_for_one_number_stay_two_documents() -> None:
    item = item_of(ISSUED, "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2023 và Kế hoạch số 15/KH-UBND ngày 08/02/2024.")
    assert keys(item.citations) == ["15/KH-UBND@2023-02-05", "15/KH-UBND@2024-02-08"]


def test_mention_without_a_day_chooses_none_of_two() -> None:
    item = item_of(
        ISSUED,
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2023, Kế hoạch số 15/KH-UBND ngày 08/02/2024. Kế hoạch số 15/KH-UBND còn thiếu vốn.",
    )
    assert keys(item.citations) == ["15/KH-UBND@2023-02-05", "15/KH-UBND@2024-02-08", "15/KH-UBND"]


def test_headline_that_names_a_document_cites_it_once() -> None:
    item = item_of(
        "UBND tỉnh chỉ đạo (Công văn số 640/UBND-KT, ngày 14/5/2024) thực hiện Công điện số 41/CĐ-TTg ngày 24/4/2024.",
        heading="Thực hiện Công điện số 41/CĐ-TTg của Thủ tướng Chính phủ",
    )
    assert keys(item.citations) == ["41/CĐ-TTg@2024-04-24"]


def test_numberless_papers_are_not_cited() -> None:
    item = item_of(ISSUED, "Triển khai Đề án 06, Chương trình 167, Quyết định này và các Nghị định của Chính phủ.")
    assert item.citations == ()
