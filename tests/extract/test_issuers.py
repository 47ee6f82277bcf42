"""In whose series a document's number stands: from the words beside it, else from its symbol."""

from __future__ import annotations

import pytest

from dieuhanh.extract.references import find_mentions
from tests.extract.one_item import anchors_of


def issuer_of(text: str) -> str | None:
    """The issuer of the first document that a text names."""
    return find_mentions(anchors_of(text))[0].issuer


SYMBOLS = [
    pytest.param("Công văn số 960/UBND-NC", "UBND tỉnh", id="a letter of the committee"),
    pytest.param("Công văn số 960/UBND", "UBND tỉnh", id="a letter without drafting unit"),
    pytest.param("Quyết định số 19/2022/QĐ-UBND", "UBND tỉnh", id="a legal decision"),
    pytest.param("Quyết định số 97/2005/QĐ-UB", "UBND tỉnh", id="the committee's code before 2006"),
    pytest.param("Công văn số 4411/VP-KGVX", "Văn phòng UBND tỉnh", id="a letter of the office"),
    pytest.param("Công văn số 35/VPUB-KT", "Văn phòng UBND tỉnh", id="another code of the office"),
    pytest.param("Nghị quyết số 15/2021/NQ-HĐND", "HĐND tỉnh", id="the council"),
    pytest.param("Chỉ thị số 07/CT-TTg", "Thủ tướng Chính phủ", id="the Prime Minister"),
    pytest.param("Quyết định số 28/2021/QĐ-TTG", "Thủ tướng Chính phủ", id="the Prime Minister in capitals"),
    pytest.param("Nghị định số 05/2023/NĐ-CP", "Chính phủ", id="the Government"),
    pytest.param("Công văn số 2750/VPCP-NN", "Văn phòng Chính phủ", id="the Government's office"),
    pytest.param("Công văn số 8102/BNN-TCTS", "Bộ Nông nghiệp và Phát triển nông thôn", id="a ministry by its short code"),
    pytest.param("Công văn số 1190/BNNMT-TL", "Bộ Nông nghiệp và Môi trường", id="a ministry of 2025"),
    pytest.param("Công điện số 04/CĐ-LĐTBXH", "Bộ Lao động - Thương binh và Xã hội", id="a ministry without its B"),
    pytest.param("Thông tư số 45/2018/TT-BTC", "Bộ Tài chính", id="a circular"),
    pytest.param("Công văn số 3315/BTNMT-KSONMT", "Bộ Tài nguyên và Môi trường", id="the unit of a ministry comes second"),
    pytest.param("Công văn số 902/UBDT-CSDT", "Ủy ban Dân tộc", id="a committee of ministerial rank"),
    pytest.param("Công văn số 1204/TTCP-KHTH", "Thanh tra Chính phủ", id="the Government's inspectorate"),
    pytest.param("Hướng dẫn số 05-HD/UBKTTW", "Ủy ban Kiểm tra Trung ương", id="Party style: the issuer after the slash"),
    pytest.param("Công văn số 210-CV/BTCTU", "Ban Tổ chức Tỉnh ủy", id="a commission of the province's Party"),
    pytest.param("Nghị quyết số 48-NQ/TU", "Tỉnh ủy", id="the province's Party"),
    pytest.param("Tờ trình số 141/TTr-SGTVT", "Sở Giao thông vận tải", id="a department"),
    pytest.param("Công văn số 77/SNNMT-KL", "Sở Nông nghiệp và Môi trường", id="a department of 2025"),
    pytest.param("Công văn số 815/SVHTTDL-QLDL", "Sở Văn hóa, Thể thao và Du lịch", id="a department with commas in its name"),
    pytest.param("Kế hoạch số 301/KH-CAT", "Công an tỉnh", id="the police"),
    pytest.param("Luật số 12/2022/QH15", "Quốc hội", id="the assembly with its term"),
    pytest.param("Công văn số 4/UBTVQH15-PLTP", "Ủy ban Thường vụ Quốc hội", id="its standing committee with its term"),
    pytest.param("Quyết định số 88/QĐ-CTN", "Chủ tịch nước", id="the President"),
    pytest.param("Kế hoạch số 18/KH-BCĐ", None, id="some steering committee"),
    pytest.param("Công văn số 33/ABCD-EF", None, id="an unknown symbol"),
    pytest.param("Quyết định số 446/QĐ", None, id="a kind without issuer"),
]

WORDS = [
    pytest.param("Thông tư số 45/2018/TT-BTC ngày 07/5/2018 của Bộ trưởng Bộ Tài chính", "Bộ Tài chính", id="the minister's ministry"),
    pytest.param("Quyết định số 12/QĐ-UBND ngày 07/5/2018 của Chủ tịch UBND tỉnh", "UBND tỉnh", id="the chairman's committee"),
    pytest.param(
        "Quyết định số 12/QĐ-UBND ngày 07/5/2018 của Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn",
        "UBND tỉnh",
        id="in full, with the own province",
    ),
    pytest.param("Nghị quyết số 12/NQ-HĐND ngày 07/5/2018 của Hội đồng nhân dân tỉnh", "HĐND tỉnh", id="the council in full"),
    pytest.param(
        "Quyết định số 12/QĐ-UBND ngày 07/5/2018 của UBND tỉnh Cao Bằng",
        "UBND tỉnh Cao Bằng",
        id="another province keeps its name",
    ),
    pytest.param("Quyết định số 12/QĐ-UBND ngày 07/5/2018 của UBND huyện Hữu Lũng", "UBND huyện Hữu Lũng", id="a district"),
    pytest.param("Quyết định số 12/QĐ-UBND của Chủ tịch UBND huyện Hữu Lũng", "UBND huyện Hữu Lũng", id="a district's chairman"),
    pytest.param("Kế hoạch số 12/KH-UBND ngày 20/8/2025 của UBND xã Thất Khê", "UBND xã Thất Khê", id="a commune of 2025"),
    pytest.param("Nghị quyết số 12-NQ/TU ngày 20/8/2023 của Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", id="words before the symbol"),
    pytest.param(
        "Nghị quyết số 12-NQ/TU của Ban Chấp hành Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh", id="the province's Party committee"
    ),
    pytest.param("Chỉ thị số 12-CT/TW ngày 20/8/2023 của Ban Bí thư khóa XIII", "Ban Bí thư", id="the term falls away"),
    pytest.param("Nghị quyết số 12-NQ/TW ngày 20/8/2017 của Bộ Chính trị (khóa XII)", "Bộ Chính trị", id="the term in brackets"),
    pytest.param(
        "Nghị quyết số 12-NQ/TW ngày 20/8/2017 Hội nghị lần thứ năm Ban Chấp hành Trung ương (khóa XII)",
        "Ban Chấp hành Trung ương Đảng",
        id="a plenum of the Central Committee",
    ),
    pytest.param("Công văn số 1209/BTNMT-TNN ngày 20/8/2021 của Bộ TN&MT", "Bộ Tài nguyên và Môi trường", id="an abbreviation"),
    pytest.param("Thông tư số 12/2021/TT-BXD do Bộ Xây dựng ban hành", "Bộ Xây dựng", id="do … ban hành"),
    pytest.param(
        "Thông tư liên tịch số 03/2015/TTLT-BYT-BTC của liên Bộ Y tế, Bộ Tài chính", "Bộ Y tế", id="the first of joint ministries"
    ),
    pytest.param("Báo cáo số 12/BC-STC của Sở Tài chính tỉnh Lạng Sơn", "Sở Tài chính", id="the own province falls away"),
    pytest.param("Báo cáo số 12/BC-STC của Giám đốc Sở Tài chính", "Sở Tài chính", id="the director's department"),
    pytest.param("Quyết định số 12/QĐ-TCHQ của Tổng cục trưởng Tổng cục Hải quan", "Tổng cục Hải quan", id="a head of a central office"),
    pytest.param("Công văn số 12/UBND-KT ngày 07/5/2018 gửi Bộ Tài chính", "UBND tỉnh", id="the addressee issues nothing"),
    pytest.param("Công văn số 12/UBND-KT, Bộ Tài chính đã trả lời", "UBND tỉnh", id="the next subject issues nothing"),
    pytest.param(
        "Kế hoạch số 12/KH-UBND thực hiện Kết luận của Thủ tướng Chính phủ", "UBND tỉnh", id="whose words are carried out issues nothing"
    ),
    pytest.param(
        "Ban Chỉ đạo phòng, chống tội phạm tỉnh ban hành Kế hoạch số 12/KH-BCĐ",
        "Ban Chỉ đạo phòng, chống tội phạm tỉnh",
        id="a committee that issues in so many words",
    ),
    pytest.param(
        "Quy chế số 12/QC-HĐ ngày 20/8/2021 của Hội đồng thi tuyển công chức tỉnh về chấm thi",
        "Hội đồng thi tuyển công chức tỉnh",
        id="a council that no list knows",
    ),
    pytest.param("Bộ Y tế ban hành Thông tư số 12/2021/TT-BYT", "Bộ Y tế", id="who issues stands before"),
]


@pytest.mark.parametrize(("text", "issuer"), SYMBOLS)
def test_issuer_of_symbol(text: str, issuer: str | None) -> None:
    assert issuer_of(f"Căn cứ {text} ngày 05/3/2021.") == issuer


@pytest.mark.parametrize(("text", "issuer"), WORDS)
def test_issuer_of_words(text: str, issuer: str) -> None:
    assert issuer_of(f"{text}.") == issuer
