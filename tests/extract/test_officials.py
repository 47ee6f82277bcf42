"""Who directs, signs or chairs an item."""

from __future__ import annotations

import pytest

from dieuhanh.extract.officials import find_officials

CASES = [
    pytest.param(
        "Đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh chỉ đạo (Công văn số 12/VP-KT) về trồng rừng.",
        [("Trần Văn Bình", "Phó Chủ tịch UBND tỉnh")],
        id="name, post, verb",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh (Công văn số 12/VP-KT) về trồng rừng.",
        [("Trần Văn Bình", "Phó Chủ tịch UBND tỉnh")],
        id="a bracket stands for the verb",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình - Phó Chủ tịch Thường trực UBND tỉnh vừa có ý kiến chỉ đạo về trồng rừng.",
        [("Trần Văn Bình", "Phó Chủ tịch Thường trực UBND tỉnh")],
        id="a dash, vừa có ý kiến",
    ),
    pytest.param(
        "Ngày 06/5, ông Trần Văn Bình, Chủ tịch UBND tỉnh Lạng Sơn đã ký ban hành Chỉ thị số 05/CT-UBND.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="ông, the province's name goes",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh Trần Văn Bình nhấn mạnh yêu cầu tiết kiệm.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="the name after the post",
    ),
    pytest.param(
        "Kết luận cuộc họp, đồng chí Phó Chủ tịch UBND tỉnh Trần Văn Bình yêu cầu rà soát.",
        [("Trần Văn Bình", "Phó Chủ tịch UBND tỉnh")],
        id="đồng chí, post, name",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì phiên họp.",
        [("Trần Văn Bình", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh")],
        id="two posts of one person",
    ),
    pytest.param(
        "Tại phiên họp, đồng chí Chủ tịch UBND tỉnh Trần Văn Bình - Trưởng Ban Chỉ đạo yêu cầu khởi công số nhà còn lại.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="as head of a committee",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì phiên họp. Kết luận phiên họp, Chủ tịch UBND tỉnh yêu cầu rà soát.",
        [("Trần Văn Bình", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh")],
        id="one of two posts said again without the person",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh giao Sở Y tế rà soát.",
        [("Trần Văn Bình", "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh")],
        id="a Party seat before the post",
    ),
    pytest.param(
        "Văn phòng UBND tỉnh truyền đạt ý kiến chỉ đạo của đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh như sau.",
        [("Trần Văn Bình", "Phó Chủ tịch UBND tỉnh")],
        id="words handed on by the office",
    ),
    pytest.param(
        "UBND tỉnh ban hành Thông báo số 98/TB-UBND kết luận của đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh tại hội nghị.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="conclusions made known",
    ),
    pytest.param(
        "Dưới sự chủ trì của đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh, phiên họp cho ý kiến về hai nội dung.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="under whose chair",
    ),
    pytest.param(
        "Ủy ban nhân dân tỉnh họp; đồng chí Trần Văn Bình, Chủ tịch Ủy ban nhân dân tỉnh chủ trì.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="the committee's name is shortened",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành tiết kiệm chi.", [(None, "Chủ tịch UBND tỉnh")], id="a post alone opens the sentence"
    ),
    pytest.param(
        "Để chủ động, Chủ tịch UBND tỉnh ban hành Chỉ thị số 05/CT-UBND.", [(None, "Chủ tịch UBND tỉnh")], id="a post alone after a clause"
    ),
    pytest.param(
        "Ngày 06/5/2024 Chủ tịch UBND tỉnh ban hành Công điện số 02/CĐ-UBND.", [(None, "Chủ tịch UBND tỉnh")], id="a post alone after a day"
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh Lạng Sơn quyết định thành lập Tổ công tác.",
        [(None, "Chủ tịch UBND tỉnh")],
        id="the province's name is no person",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh yêu cầu A. Phó Chủ tịch UBND tỉnh giao B. Chủ tịch UBND tỉnh giao C.",
        [(None, "Chủ tịch UBND tỉnh"), (None, "Phó Chủ tịch UBND tỉnh")],
        id="each post once",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh chủ trì. Đồng chí Chủ tịch UBND tỉnh nhấn mạnh hai việc.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="a named holder covers the post",
    ),
    pytest.param(
        "Đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh chủ trì. Dự phiên họp có đồng chí Lê Thị Hoa, Chủ tịch HĐND tỉnh.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh")],
        id="who attends is none",
    ),
    pytest.param("Tham dự có đồng chí Lê Thị Hoa, Phó Chủ tịch UBND tỉnh phát biểu khai mạc.", [], id="who attends and speaks is none"),
    pytest.param("Sở Tài chính báo cáo Chủ tịch UBND tỉnh xem xét, quyết định.", [], id="who is reported to"),
    pytest.param("Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh phê duyệt dự án.", [], id="whose document is cited"),
    pytest.param("Thực hiện các nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao.", [], id="who gave tasks before"),
    pytest.param("Chủ tịch UBND các huyện, thành phố chỉ đạo các phòng chuyên môn.", [], id="chairs of districts"),
    pytest.param("Chủ tịch UBND huyện Cao Lộc yêu cầu các xã rà soát.", [], id="the chair of one district"),
    pytest.param(
        "Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 12/UBND-KT.", [], id="words of before that are carried out"
    ),
    pytest.param("Đề nghị Chủ tịch UBND các tỉnh, thành phố chỉ đạo cơ quan chuyên môn.", [], id="chairs of all provinces"),
    pytest.param("UBND tỉnh giao Sở Y tế rà soát.", [], id="an agency is no official"),
    pytest.param("Chủ tịch UBND tỉnh thành lập Tổ công tác liên ngành.", [(None, "Chủ tịch UBND tỉnh")], id="who sets up"),
    pytest.param(
        "Căn cứ Nghị định số 7/2024/NĐ-CP của Chính phủ, Chủ tịch UBND tỉnh ủy quyền cho Giám đốc Sở Tài chính.",
        [(None, "Chủ tịch UBND tỉnh")],
        id="behind the organ of a decree",
    ),
    pytest.param(
        "Nhằm cụ thể hóa Công điện số 12/CĐ-TTg của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh đã ký ban hành Chỉ thị số 05/CT-UBND.",
        [(None, "Chủ tịch UBND tỉnh")],
        id="behind what the paper is for",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_officials(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [(o.name, o.position) for o in find_officials(text, [(0, len(text))])] == expected


def test_span_holds_name_and_post() -> None:
    text = "Theo đó, đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh giao Sở Y tế rà soát."
    (official,) = find_officials(text, [(0, len(text))])
    assert text[slice(*official.span)] == "đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh"
