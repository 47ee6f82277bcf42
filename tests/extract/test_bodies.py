"""Bodies that an item sets up or renews."""

from __future__ import annotations

import pytest

from dieuhanh.extract.anchors import find_anchors
from dieuhanh.extract.bodies import find_bodies
from dieuhanh.extract.facts import Body
from dieuhanh.extract.lexicon import lexicon_of

NUMBER = "(Quyết định số 801/QĐ-UBND, ngày 07/5/2024)"

NAMES = [
    pytest.param(
        "Kiện toàn Ban Chỉ đạo phát triển cây hồi tỉnh",
        f"UBND tỉnh kiện toàn Ban Chỉ đạo phát triển cây hồi tỉnh {NUMBER}.",
        ["Ban Chỉ đạo phát triển cây hồi tỉnh"],
        id="headline and text agree",
    ),
    pytest.param(
        "Kiện toàn Ban Chỉ đạo phát triển cây hồi tỉnh",
        f"Chủ tịch UBND tỉnh Quyết định kiện toàn Ban Chỉ đạo phát triển cây Hồi {NUMBER}.",
        ["Ban Chỉ đạo phát triển cây hồi tỉnh"],
        id="the headline's words, once",
    ),
    pytest.param(
        "Thành lập Tổ công tác dự án đường Chi Lăng (tỉnh Lạng Sơn) - Lục Ngạn (tỉnh Bắc Giang)",
        f"UBND tỉnh thành lập Tổ công tác {NUMBER}.",
        ["Tổ công tác dự án đường Chi Lăng (tỉnh Lạng Sơn) - Lục Ngạn (tỉnh Bắc Giang)"],
        id="brackets of places belong to the name",
    ),
    pytest.param(
        f"Thành lập Đoàn kiểm tra liên ngành giá xăng dầu {NUMBER}",
        "UBND tỉnh có quyết định.",
        ["Đoàn kiểm tra liên ngành giá xăng dầu"],
        id="a bracket with the document does not",
    ),
    pytest.param(
        "Chống buôn lậu dịp cuối năm",
        f"Chủ tịch UBND tỉnh ban hành Quyết định thành lập Tổ công tác chống buôn lậu {NUMBER}. Sở Công Thương báo cáo.",
        ["Tổ công tác chống buôn lậu"],
        id="only the text names it",
    ),
    pytest.param(
        "Chống buôn lậu dịp cuối năm",
        "Ngày 07/5/2024, UBND tỉnh ban hành Quyết định số 801/QĐ-UBND về việc thành lập Ban Tổ chức Hội chợ Xuân năm 2024, gồm:",
        ["Ban Tổ chức Hội chợ Xuân năm 2024"],
        id="the text goes on with the members",
    ),
    pytest.param(
        "Bổ sung thành viên Hội đồng Thi đua - Khen thưởng tỉnh",
        f"UBND tỉnh bổ sung thành viên Hội đồng {NUMBER}.",
        ["Hội đồng Thi đua - Khen thưởng tỉnh"],
        id="members are added",
    ),
    pytest.param(
        "Thay đổi, bổ sung thành viên Ban Đại diện Hội đồng quản trị",
        "UBND tỉnh có quyết định.",
        ["Ban Đại diện Hội đồng quản trị"],
        id="members change",
    ),
    pytest.param(
        "kiện toàn Hội đồng Phối hợp phổ biến, giáo dục pháp luật",
        "UBND tỉnh có quyết định.",
        ["Hội đồng Phối hợp phổ biến, giáo dục pháp luật"],
        id="a comma inside the name, a small headline",
    ),
    pytest.param(
        "Thành lập Ban Chỉ đạo sắp xếp xã và Tổ giúp việc Ban Chỉ đạo",
        "UBND tỉnh có quyết định.",
        ["Ban Chỉ đạo sắp xếp xã", "Tổ giúp việc Ban Chỉ đạo"],
        id="a working group with it",
    ),
    pytest.param(
        "Thành lập Ban Chỉ đạo và Tổ giúp việc Ban Chỉ đạo sắp xếp xã",
        "UBND tỉnh có quyết định.",
        ["Ban Chỉ đạo sắp xếp xã", "Tổ giúp việc Ban Chỉ đạo sắp xếp xã"],
        id="a working group with it, the rest of the name said once",
    ),
    pytest.param(
        "Thành lập Tổ công tác phối hợp với các đơn vị của Quảng Tây",
        "UBND tỉnh có quyết định.",
        ["Tổ công tác phối hợp với các đơn vị của Quảng Tây"],
        id="the name runs to the end of the headline",
    ),
    pytest.param(
        "Chống hạn vụ Xuân",
        "Sở Nông nghiệp báo cáo Chủ tịch UBND tỉnh thành lập Tổ công tác chống hạn.",
        [],
        id="what is proposed to the chairman",
    ),
    pytest.param(
        "Kiện toàn Ban Chỉ đạo 138 tỉnh",
        f"UBND tỉnh kiện toàn Ban Chỉ đạo phòng, chống tội phạm {NUMBER}.",
        ["Ban Chỉ đạo 138 tỉnh"],
        id="another name of the same body",
    ),
    pytest.param(
        "Chuẩn bị kỳ thi năm 2024",
        "Giao Sở Giáo dục và Đào tạo tham mưu thành lập Ban Chỉ đạo thi cấp tỉnh trước ngày 05/5/2024.",
        [],
        id="an order to others",
    ),
    pytest.param(
        "Kiểm tra mỏ đá", "Sở Công Thương chủ trì thành lập Đoàn kiểm tra liên ngành tại các mỏ đá.", [], id="what an agency sets up"
    ),
    pytest.param(
        "Phòng, chống lụt bão",
        "Chủ tịch UBND các huyện kiện toàn Ban Chỉ huy Phòng thủ dân sự cấp huyện.",
        [],
        id="what the districts renew",
    ),
    pytest.param("Kế hoạch kỷ niệm 60 năm Ngày thành lập Hội đồng Đội", "UBND tỉnh ban hành kế hoạch.", [], id="an anniversary"),
    pytest.param(
        "Kế hoạch phát triển hợp tác xã",
        "UBND tỉnh phấn đấu thành lập mới 50 hợp tác xã, thành lập Tổ hợp tác tại các xã.",
        [],
        id="cooperatives are none",
    ),
    pytest.param(
        "Triển khai kết luận thanh tra",
        "UBND tỉnh chỉ đạo thực hiện Quyết định số 12/QĐ-TTg về việc thành lập Tổ công tác của Thủ tướng.",
        [],
        id="a body in another's title",
    ),
    pytest.param(
        "Chỉ thị về phòng cháy rừng", "- Kiện toàn Ban Chỉ đạo các cấp; duy trì trực 24/24 giờ.", [], id="an entry of a list of orders"
    ),
    pytest.param(
        "Kiện toàn Ban Chỉ đạo phát triển cây hồi",
        f"UBND tỉnh kiện toàn Ban Chỉ đạo phát triển cây hồi tỉnh Lạng Sơn giai đoạn 2024 - 2026 {NUMBER}.",
        ["Ban Chỉ đạo phát triển cây hồi tỉnh Lạng Sơn giai đoạn 2024 - 2026"],
        id="the text says more than the headline",
    ),
    pytest.param(
        "Thành lập Tổ công tác bình ổn giá dịp cuối năm",
        "Tại Quyết định số 812/QĐ -UBND ngày 08/5/2024, UBND tỉnh thành lập Tổ công tác bình ổn giá dịp cuối năm 2024, gồm 07 thành viên.",
        ["Tổ công tác bình ổn giá dịp cuối năm 2024"],
        id="a symbol with a space before its organ is nobody who acts",
    ),
]

STANDING = [
    pytest.param("Sở Y tế là cơ quan thường trực của Ban Chỉ đạo.", "Sở Y tế", id="là cơ quan thường trực"),
    pytest.param(
        "Sở Văn hóa, Thể thao và Du lịch là cơ quan Thường trực Ban Chỉ đạo.", "Sở Văn hóa, Thể thao và Du lịch", id="a name with a comma"
    ),
    pytest.param(
        "Ban Chỉ đạo làm việc kiêm nhiệm, Sở VHTT&DL là cơ quan thường trực.",
        "Sở Văn hóa, Thể thao và Du lịch",
        id="after another clause, abbreviated",
    ),
    pytest.param("Cơ quan thường trực: Sở Y tế.", "Sở Y tế", id="after a colon"),
    pytest.param("Cơ quan Thường trực của Ban Chỉ đạo là Sở Y tế.", "Sở Y tế", id="after là"),
    pytest.param("Cơ quan thường trực Ban Chỉ đạo đặt tại Sở Y tế.", "Sở Y tế", id="where it sits"),
    pytest.param("Giao Sở Y tế làm cơ quan thường trực, tham mưu quy chế.", "Sở Y tế", id="giao … làm"),
    pytest.param("Văn phòng UBND tỉnh có trách nhiệm tham mưu.", None, id="none is named"),
]


def bodies(heading: str, *lines: str) -> tuple[str, list[Body]]:
    text = "\n".join([heading, *lines])
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return text, find_bodies(find_anchors(text, lexicon_of("langson")), spans[0], spans[1:]).found


@pytest.mark.parametrize(("heading", "line", "names"), NAMES)
def test_names(heading: str, line: str, names: list[str]) -> None:
    assert [body.name for body in bodies(heading, line)[1]] == names


@pytest.mark.parametrize(("line", "agency"), STANDING)
def test_standing_agency(line: str, agency: str | None) -> None:
    _, (body,) = bodies("Kiện toàn Ban Chỉ đạo phát triển cây hồi", f"UBND tỉnh kiện toàn Ban Chỉ đạo phát triển cây hồi {NUMBER}.", line)
    assert body.standing == agency


def test_members_go_to_the_body_that_their_sentence_names() -> None:
    _, found = bodies(
        "Thành lập Ban Chỉ đạo sắp xếp xã và Tổ giúp việc Ban Chỉ đạo",
        "Ban Chỉ đạo do Chủ tịch UBND tỉnh làm Trưởng ban.",
        "Tổ giúp việc do Giám đốc Sở Nội vụ làm Tổ trưởng.",
    )
    assert [[(m.role, m.unit) for m in body.members] for body in found] == [[("Trưởng ban", "UBND tỉnh")], [("Tổ trưởng", "Sở Nội vụ")]]


def test_span_holds_the_name() -> None:
    text, (body,) = bodies("Kiện toàn Ban Chỉ đạo phát triển cây hồi", f"UBND tỉnh kiện toàn Ban Chỉ đạo phát triển cây hồi {NUMBER}.")
    assert text[slice(*body.span)] == body.name


def test_item_without_text() -> None:
    assert [body.name for body in bodies("Kiện toàn Ban Chỉ đạo phát triển cây hồi")[1]] == ["Ban Chỉ đạo phát triển cây hồi"]
