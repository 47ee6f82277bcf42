"""What documents do to each other. The item's own instrument is written "own"; the others by their numbers or names."""

from __future__ import annotations

import pytest

from tests.extract.one_item import item_of

OWN = "60/2024/QĐ-UBND@2024-05-14"


def relations_in(*paragraphs: str) -> list[str]:
    """The relations of an item, each on a line, keys without their days."""
    item = item_of(*paragraphs)
    assert [document.key for document in item.instruments[:1]] == [OWN]
    return [f"{_named(r.source)} {r.type} {_named(r.target)}" for r in item.relations]


def _named(key: str) -> str:
    return "own" if key == OWN else key.partition("@")[0]


ISSUED = "UBND tỉnh ban hành Quyết định số 60/2024/QĐ-UBND ngày 14/5/2024"

IMPLEMENTS = [
    pytest.param(f"{ISSUED} thực hiện Nghị quyết số 18/NQ-CP ngày 05/02/2024 của Chính phủ.", ["own implements 18/NQ-CP"], id="thực hiện"),
    pytest.param(f"{ISSUED} nhằm cụ thể hóa Quyết định số 175/QĐ-TTg ngày 19/02/2024.", ["own implements 175/QĐ-TTg"], id="cụ thể hóa"),
    pytest.param(f"{ISSUED} triển khai thi hành Luật Căn cước trên địa bàn tỉnh.", ["own implements Luật Căn cước"], id="thi hành a law"),
    pytest.param(
        f"{ISSUED} hướng dẫn tổ chức thực hiện Nghị quyết số 09/2023/NQ-HĐND của HĐND tỉnh.",
        ["own implements 09/2023/NQ-HĐND"],
        id="hướng dẫn",
    ),
    pytest.param(
        f"{ISSUED}. Quán triệt, tổ chức thực hiện nghiêm túc Chỉ thị số 12/CT-TTg ngày 03/4/2024 và Công điện số 41/CĐ-TTg ngày 24/4/2024.",
        ["own implements 12/CT-TTg", "own implements 41/CĐ-TTg"],
        id="one verb for two documents",
    ),
    pytest.param(
        f"{ISSUED}. Sở Y tế thực hiện các nhiệm vụ được giao tại Công văn số 88/UBND-KGVX ngày 05/02/2024.",
        ["own implements 88/UBND-KGVX"],
        id="tasks given in a letter",
    ),
    pytest.param(
        f"{ISSUED}. Sở Y tế thực hiện các nội dung Bộ Y tế yêu cầu tại Công văn số 4711/BYT-DP ngày 02/5/2024.",
        ["own implements 4711/BYT-DP"],
        id="what a ministry asks for in a letter",
    ),
    pytest.param(
        f"{ISSUED}. Thực hiện Công văn số 88/UBND-KT ngày 05/02/2024 về việc triển khai Chỉ thị số 12/CT-TTg ngày 03/01/2024.",
        ["own implements 88/UBND-KT", "88/UBND-KT implements 12/CT-TTg"],
        id="a document in the title of another is carried out by that one",
    ),
    pytest.param(
        f"{ISSUED}. Thông tư số 15/2021/TT-BTC ngày 18/02/2021 hướng dẫn thi hành Nghị định số 11/2020/NĐ-CP.",
        ["15/2021/TT-BTC implements 11/2020/NĐ-CP"],
        id="a circular carries out a decree",
    ),
    pytest.param(
        f"Thực hiện Chỉ thị số 12/CT-TTg ngày 03/4/2024 của Thủ tướng Chính phủ, {ISSUED} về tiết kiệm.",
        ["own implements 12/CT-TTg"],
        id="what is carried out opens the sentence",
    ),
    pytest.param(
        f"{ISSUED} triển khai Kế hoạch số 7/KH-BYT của Bộ Y tế thực hiện Nghị quyết số 18/NQ-CP ngày 05/02/2024.",
        ["own implements 7/KH-BYT", "7/KH-BYT implements 18/NQ-CP"],
        id="a chain",
    ),
    pytest.param(
        f"{ISSUED} quy định chi tiết khoản 2 Điều 5 Luật Giá năm 2023.",
        ["own implements Luật Giá năm 2023"],
        id="quy định chi tiết",
    ),
    pytest.param(
        f"{ISSUED}. Sở Y tế thực hiện theo chỉ đạo của Thủ tướng Chính phủ tại Công điện số 41/CĐ-TTg ngày 24/4/2024.",
        ["own implements 41/CĐ-TTg"],
        id="theo chỉ đạo tại",
    ),
    pytest.param(
        f"{ISSUED}. Sở Xây dựng cụ thể hóa các nhiệm vụ nêu tại Nghị quyết số 18/NQ-CP ngày 05/02/2024 của Chính phủ.",
        ["own implements 18/NQ-CP"],
        id="tasks that a resolution states",
    ),
    pytest.param(
        f"{ISSUED}. Tiếp tục thực hiện Kế hoạch số 8/KH-UBND của UBND tỉnh cụ thể hóa Nghị quyết số 12-NQ/TU ngày 05/01/2024.",
        ["own implements 8/KH-UBND", "8/KH-UBND implements 12-NQ/TU"],
        id="a plan gives shape to a resolution",
    ),
    pytest.param(
        f"{ISSUED}. Hoàn thành các chỉ tiêu giao trong Kế hoạch số 8/KH-UBND ngày 01/02/2024.",
        ["own implements 8/KH-UBND"],
        id="giao trong",
    ),
]

RESTS = [
    pytest.param(f"Căn cứ Luật Giá năm 2023, {ISSUED}.", ["own based_on Luật Giá năm 2023"], id="căn cứ a law"),
    pytest.param(
        f"Căn cứ Nghị định số 85/2024/NĐ-CP và Thông tư số 45/2024/TT-BTC, {ISSUED}.",
        ["own based_on 85/2024/NĐ-CP", "own based_on 45/2024/TT-BTC"],
        id="căn cứ two documents",
    ),
    pytest.param(
        f"{ISSUED}. Quyết định được ban hành theo quy định tại khoản 2 Điều 5 Nghị định số 85/2024/NĐ-CP.",
        ["own based_on 85/2024/NĐ-CP"],
        id="the instrument rests on a provision",
    ),
]

ENDS = [
    pytest.param(
        f"{ISSUED} bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh.", ["own repeals 12/2019/QĐ-UBND"], id="bãi bỏ"
    ),
    pytest.param(
        f"{ISSUED} về việc bãi bỏ Quyết định số 12/2019/QĐ-UBND.", ["own repeals 12/2019/QĐ-UBND"], id="the noun in a title counts"
    ),
    pytest.param(f"{ISSUED} hủy bỏ Quyết định số 12/QĐ-UBND ngày 05/4/2019.", ["own repeals 12/QĐ-UBND"], id="hủy bỏ"),
    pytest.param(
        f"{ISSUED} bãi bỏ Quyết định số 12/2019/QĐ-UBND và Quyết định số 15/2020/QĐ-UBND.",
        ["own repeals 12/2019/QĐ-UBND", "own repeals 15/2020/QĐ-UBND"],
        id="two at once",
    ),
    pytest.param(
        f"{ISSUED} bãi bỏ các văn bản sau: Quyết định số 12/2019/QĐ-UBND; Quyết định số 15/2020/QĐ-UBND; Quyết định số 7/2021/QĐ-UBND.",
        ["own repeals 12/2019/QĐ-UBND", "own repeals 15/2020/QĐ-UBND", "own repeals 7/2021/QĐ-UBND"],
        id="a list after a colon",
    ),
    pytest.param(
        f"{ISSUED} bãi bỏ các văn bản sau đây:¶1. Quyết định số 12/2019/QĐ-UBND.¶2. Quyết định số 15/2020/QĐ-UBND.",
        ["own repeals 12/2019/QĐ-UBND", "own repeals 15/2020/QĐ-UBND"],
        id="numbers of a list do not end the sentence",
    ),
    pytest.param(
        f"{ISSUED}. Quyết định này thay thế Quyết định số 12/2019/QĐ-UBND.", ["own replaces 12/2019/QĐ-UBND"], id="this decision replaces"
    ),
    pytest.param(
        f"{ISSUED} có hiệu lực từ ngày 01/6/2024 và thay thế cho Quyết định số 12/2019/QĐ-UBND.",
        ["own replaces 12/2019/QĐ-UBND"],
        id="thay thế cho after the day of effect",
    ),
    pytest.param(f"{ISSUED} ngưng hiệu lực Quyết định số 12/2019/QĐ-UBND.", ["own suspends 12/2019/QĐ-UBND"], id="ngưng hiệu lực"),
    pytest.param(
        f"{ISSUED} tạm ngưng hiệu lực khoản 2 Điều 4 Quyết định số 12/2019/QĐ-UBND.",
        ["own suspends 12/2019/QĐ-UBND"],
        id="a provision is suspended",
    ),
    pytest.param(
        f"{ISSUED} bãi bỏ Quyết định số 12/2019/QĐ-UBND (đã được sửa đổi tại Quyết định số 15/2020/QĐ-UBND).",
        ["own repeals 12/2019/QĐ-UBND", "15/2020/QĐ-UBND amends 12/2019/QĐ-UBND"],
        id="what stands in brackets is not repealed",
    ),
    pytest.param(
        f"{ISSUED}. Quyết định số 12/2019/QĐ-UBND được thay thế bởi Quyết định số 15/2020/QĐ-UBND.",
        ["15/2020/QĐ-UBND replaces 12/2019/QĐ-UBND"],
        id="the passive turns the arrow",
    ),
    pytest.param(
        f"{ISSUED} bãi bỏ Quyết định số 12/QĐ-UBND ngày 05/4/2019 và Quyết định số 9/QĐ-UBND ngày 11/01/2022 về việc sửa đổi"
        " khoản 4 Điều 1 Quyết định số 12/QĐ-UBND.",
        ["own repeals 12/QĐ-UBND", "own repeals 9/QĐ-UBND", "9/QĐ-UBND amends 12/QĐ-UBND"],
        id="the title of what is repealed has its own relation",
    ),
    pytest.param(f"{ISSUED} bãi bỏ toàn bộ Quyết định số 12/2019/QĐ-UBND.", ["own repeals 12/2019/QĐ-UBND"], id="bãi bỏ toàn bộ"),
    pytest.param(
        f"{ISSUED}. Đình chỉ thi hành Quyết định số 12/QĐ-UBND ngày 05/4/2019 của UBND huyện Cao Lộc.",
        ["own suspends 12/QĐ-UBND"],
        id="đình chỉ thi hành",
    ),
    pytest.param(
        f"{ISSUED}. Kế hoạch số 5/KH-UBND ngày 01/02/2024 thay thế Kế hoạch số 8/KH-UBND ngày 01/02/2020.",
        ["5/KH-UBND replaces 8/KH-UBND"],
        id="the words name another source",
    ),
    pytest.param(
        f"{ISSUED} bãi bỏ 02 quyết định. Bao gồm: Quyết định số 12/2019/QĐ-UBND về phí qua cầu; Quyết định số 15/2020/QĐ-UBND về lệ phí.",
        ["own repeals 12/2019/QĐ-UBND", "own repeals 15/2020/QĐ-UBND"],
        id="what the sentence before speaks of",
    ),
    pytest.param(
        f"{ISSUED} tạm ngưng hiệu lực thi hành Quyết định số 12/2019/QĐ-UBND.",
        ["own suspends 12/2019/QĐ-UBND"],
        id="tạm ngưng hiệu lực thi hành",
    ),
    pytest.param(
        f"{ISSUED}. Tạm ngưng thực hiện Điều 4 Quyết định số 12/2019/QĐ-UBND đến khi có hướng dẫn mới.",
        ["own suspends 12/2019/QĐ-UBND"],
        id="tạm ngưng thực hiện",
    ),
    pytest.param(f"{ISSUED} tạm đình chỉ thi hành Quyết định số 12/2019/QĐ-UBND.", ["own suspends 12/2019/QĐ-UBND"], id="tạm đình chỉ"),
    pytest.param(f"{ISSUED} chấm dứt hiệu lực của Quyết định số 12/2019/QĐ-UBND.", ["own repeals 12/2019/QĐ-UBND"], id="chấm dứt hiệu lực"),
    pytest.param(
        f"{ISSUED}. Bãi bỏ Điều 3 của Quy chế quản lý chợ ban hành kèm theo Quyết định số 12/2019/QĐ-UBND.",
        ["own repeals 12/2019/QĐ-UBND"],
        id="a part of the rules issued with it",
    ),
]

CHANGES = [
    pytest.param(
        f"{ISSUED} sửa đổi, bổ sung một số điều của Quyết định số 12/2019/QĐ-UBND.", ["own amends 12/2019/QĐ-UBND"], id="sửa đổi, bổ sung"
    ),
    pytest.param(
        f"{ISSUED} điều chỉnh Điều 2 Quyết định số 12/QĐ-UBND ngày 05/4/2019.", ["own amends 12/QĐ-UBND"], id="an article is adjusted"
    ),
    pytest.param(f"{ISSUED} bổ sung khoản 3 Điều 5 Quyết định số 12/2019/QĐ-UBND.", ["own amends 12/2019/QĐ-UBND"], id="a clause is added"),
    pytest.param(
        f"{ISSUED} sửa đổi Quy định ban hành kèm theo Quyết định số 12/2019/QĐ-UBND.",
        ["own amends 12/2019/QĐ-UBND"],
        id="the rules issued with it",
    ),
    pytest.param(f"{ISSUED} đính chính Quyết định số 12/2019/QĐ-UBND.", ["own corrects 12/2019/QĐ-UBND"], id="đính chính"),
    pytest.param(
        f"{ISSUED}. Nghị định số 11/2020/NĐ-CP ngày 20/01/2020 sửa đổi, bổ sung Nghị định số 63/2014/NĐ-CP.",
        ["11/2020/NĐ-CP amends 63/2014/NĐ-CP"],
        id="between two others",
    ),
    pytest.param(
        f"{ISSUED} điều chỉnh, bổ sung Quyết định số 12/QĐ-UBND ngày 05/4/2019.", ["own amends 12/QĐ-UBND"], id="điều chỉnh, bổ sung"
    ),
    pytest.param(
        f"{ISSUED} sửa đổi Quyết định số 12/2019/QĐ-UBND đã được bổ sung bởi Quyết định số 15/2020/QĐ-UBND.",
        ["own amends 12/2019/QĐ-UBND", "15/2020/QĐ-UBND amends 12/2019/QĐ-UBND"],
        id="what changed it before is not changed",
    ),
]

NONE = [
    pytest.param(f"{ISSUED}. Tại Công văn số 4711/BYT-DP ngày 02/5/2024, Bộ Y tế có ý kiến về nội dung này.", id="a bare mention"),
    pytest.param(f"{ISSUED}. Trước đó, UBND tỉnh đã có Công văn số 88/UBND-KT ngày 05/02/2024.", id="what was written before"),
    pytest.param(f"{ISSUED} phù hợp với Nghị quyết số 18/NQ-CP ngày 05/02/2024.", id="in keeping with"),
    pytest.param(f"{ISSUED}, tăng 5% so với Quyết định số 12/QĐ-UBND ngày 05/4/2019.", id="compared with"),
    pytest.param(f"{ISSUED}. Sở Tư pháp xây dựng dự thảo Quyết định bãi bỏ Quyết định số 12/2019/QĐ-UBND.", id="what a draft will repeal"),
    pytest.param(f"{ISSUED}. Xử phạt vi phạm theo Nghị định số 16/2022/NĐ-CP.", id="a law by which others are fined"),
    pytest.param(f"{ISSUED}. Quyết định số 60/2024/QĐ-UBND sửa đổi nhiều mức chi.", id="no document does anything to itself"),
    pytest.param(f"{ISSUED}. Sở Y tế căn cứ Thông tư số 7/2023/TT-BYT xây dựng phương án.", id="what an agency goes by"),
    pytest.param(f"{ISSUED}. Sở Tư pháp đề xuất UBND tỉnh bãi bỏ Quyết định số 12/2019/QĐ-UBND.", id="what is proposed for repeal"),
    pytest.param(f"{ISSUED}. Sở Tư pháp kiến nghị sửa đổi Nghị định số 34/2016/NĐ-CP.", id="what the centre is asked to change"),
    pytest.param(f"{ISSUED}. Rà soát Quyết định số 12/2019/QĐ-UBND để sửa đổi cho phù hợp.", id="what is reviewed"),
    pytest.param(
        f"{ISSUED} thay đổi thành viên Ban Chỉ đạo thành lập theo Quyết định số 12/QĐ-UBND ngày 05/4/2019.", id="what set a committee up"
    ),
    pytest.param(f"{ISSUED}. Tạm dừng thực hiện các dự án theo Quyết định số 12/QĐ-UBND ngày 05/4/2019.", id="projects are suspended"),
    pytest.param(f"{ISSUED}. Sở Y tế thực hiện nội dung nêu tại Nghị định số 85/2024/NĐ-CP.", id="rules that a decree states"),
    pytest.param(f"{ISSUED}. Việc bảo vệ rừng phải thực hiện đúng quy định của Nghị định số 7/2018/NĐ-CP.", id="what everybody must obey"),
]


@pytest.mark.parametrize(("text", "relations"), IMPLEMENTS)
def test_what_carries_out_what(text: str, relations: list[str]) -> None:
    assert relations_in(*text.split("¶")) == relations


@pytest.mark.parametrize(("text", "relations"), RESTS)
def test_what_rests_on_what(text: str, relations: list[str]) -> None:
    assert relations_in(*text.split("¶")) == relations


@pytest.mark.parametrize(("text", "relations"), ENDS)
def test_what_ends_what(text: str, relations: list[str]) -> None:
    assert relations_in(*text.split("¶")) == relations


@pytest.mark.parametrize(("text", "relations"), CHANGES)
def test_what_changes_what(text: str, relations: list[str]) -> None:
    assert relations_in(*text.split("¶")) == relations


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_relation(text: str) -> None:
    assert relations_in(text) == []


def test_relation_said_twice_is_one() -> None:
    text = f"{ISSUED} thực hiện Chỉ thị số 12/CT-TTg ngày 03/4/2024. Sở Y tế triển khai Chỉ thị số 12/CT-TTg."
    assert relations_in(text) == ["own implements 12/CT-TTg"]


def test_item_without_numbered_instrument_is_no_source() -> None:
    item = item_of("UBND tỉnh họp phiên thường kỳ, yêu cầu Sở Y tế thực hiện Chỉ thị số 12/CT-TTg ngày 03/4/2024.")
    assert item.relations == ()


def test_span_holds_the_verb_and_the_document() -> None:
    heading, text = "Bãi bỏ văn bản", f"{ISSUED} bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 05/4/2019."
    (relation,) = item_of(text, heading=heading).relations
    assert f"{heading}\n{text}"[slice(*relation.span)] == "bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 05/4/2019"
