"""Seats of a body: role, post and agency, in the styles that decisions are told in."""

from __future__ import annotations

import pytest

from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.members import find_members

Seat = tuple[str, str, str | None]

CHAIR = ("Trưởng ban", "Phó Chủ tịch", "UBND tỉnh")

CASES = [
    pytest.param("Ban Chỉ đạo do đồng chí Phó Chủ tịch UBND tỉnh làm Trưởng ban.", [CHAIR], id="do … làm"),
    pytest.param("Trưởng ban là Phó Chủ tịch UBND tỉnh.", [CHAIR], id="the role before its holder"),
    pytest.param("- Trưởng ban: Phó Chủ tịch UBND tỉnh;", [CHAIR], id="an entry of a list"),
    pytest.param("Phó Chủ tịch UBND tỉnh - Trưởng ban.", [CHAIR], id="the role behind a dash"),
    pytest.param("Ông Nguyễn Văn Nam, Phó Chủ tịch UBND tỉnh, Trưởng ban.", [CHAIR], id="person, post, role between commas"),
    pytest.param("Tổ công tác gồm: Phó Chủ tịch UBND tỉnh (Trưởng ban).", [CHAIR], id="the role in brackets"),
    pytest.param("Đồng chí Nguyễn Văn Nam, Phó Chủ tịch UBND tỉnh giữ chức Trưởng ban.", [CHAIR], id="a person's name goes"),
    pytest.param("Đồng chí Nguyễn Văn Nam – Phó Chủ tịch UBND tỉnh làm Trưởng ban.", [CHAIR], id="a person's name before a dash"),
    pytest.param("Phó Chủ tịch UBND tỉnh Lạng Sơn làm Trưởng ban.", [CHAIR], id="the province's name goes"),
    pytest.param("Phó Chủ tịch Ủy ban nhân dân tỉnh làm Trưởng ban.", [CHAIR], id="the committee's name is shortened"),
    pytest.param(
        "Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực nông, lâm nghiệp làm Trưởng ban.",
        [("Trưởng ban", "Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực nông, lâm nghiệp", "UBND tỉnh")],
        id="a charge belongs to the post, commas included",
    ),
    pytest.param(
        "Phó Chủ tịch UBND tỉnh, phụ trách khối kinh tế là, Trưởng Ban.",
        [("Trưởng Ban", "Phó Chủ tịch UBND tỉnh, phụ trách khối kinh tế", "UBND tỉnh")],
        id="a charge after a comma, a stray comma before the role",
    ),
    pytest.param(
        "Chánh Văn phòng UBND tỉnh làm Tổ phó.", [("Tổ phó", "Chánh Văn phòng", "Văn phòng UBND tỉnh")], id="a post that says its agency"
    ),
    pytest.param("Chánh Thanh tra tỉnh làm Ủy viên.", [("Ủy viên", "Chánh Thanh tra", "Thanh tra tỉnh")], id="the inspectorate's head"),
    pytest.param("Trưởng Ban Dân tộc làm Ủy viên.", [("Ủy viên", "Trưởng Ban", "Ban Dân tộc")], id="a board's head"),
    pytest.param(
        "Phó trưởng Ban Ban Tuyên giáo Tỉnh ủy làm Ủy viên.",
        [("Ủy viên", "Phó trưởng Ban", "Ban Tuyên giáo Tỉnh ủy")],
        id="a board's deputy, the word twice",
    ),
    pytest.param(
        "Đồng chí Nguyễn Văn Nam, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh làm Trưởng ban.",
        [("Trưởng ban", "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "UBND tỉnh")],
        id="two posts of one person are one seat",
    ),
    pytest.param(
        "Giám đốc Sở Y tế làm Phó Trưởng ban Thường trực; Giám đốc Sở Tài chính, Giám đốc Công an tỉnh làm Phó Trưởng ban.",
        [
            ("Phó Trưởng ban Thường trực", "Giám đốc", "Sở Y tế"),
            ("Phó Trưởng ban", "Giám đốc", "Sở Tài chính"),
            ("Phó Trưởng ban", "Giám đốc", "Công an tỉnh"),
        ],
        id="clauses between semicolons",
    ),
    pytest.param(
        "Trưởng ban là Chủ tịch UBND tỉnh; đồng chí Giám đốc Sở Y tế làm Phó Trưởng ban.",
        [("Trưởng ban", "Chủ tịch", "UBND tỉnh"), ("Phó Trưởng ban", "Giám đốc", "Sở Y tế")],
        id="roles before and behind in one sentence",
    ),
    pytest.param(
        "Giám đốc Sở Tư pháp làm Chủ tịch Hội đồng; Phó Giám đốc Sở Tài chính làm Phó Chủ tịch Thường trực Hội đồng.",
        [("Chủ tịch Hội đồng", "Giám đốc", "Sở Tư pháp"), ("Phó Chủ tịch Thường trực Hội đồng", "Phó Giám đốc", "Sở Tài chính")],
        id="roles of a council",
    ),
    pytest.param(
        "Các Ủy viên Ban Chỉ đạo là lãnh đạo các sở, ngành gồm: Y tế, Thông tin và Truyền thông và Công an tỉnh.",
        [
            ("Ủy viên", "lãnh đạo", "Sở Y tế"),
            ("Ủy viên", "lãnh đạo", "Sở Thông tin và Truyền thông"),
            ("Ủy viên", "lãnh đạo", "Công an tỉnh"),
        ],
        id="agencies of a list, departments by short names",
    ),
    pytest.param(
        "Ủy viên gồm: Giám đốc các Sở Ngoại vụ, Tài chính; Phó Giám đốc các Sở: Xây dựng, Nội vụ.",
        [
            ("Ủy viên", "Giám đốc", "Sở Ngoại vụ"),
            ("Ủy viên", "Giám đốc", "Sở Tài chính"),
            ("Ủy viên", "Phó Giám đốc", "Sở Xây dựng"),
            ("Ủy viên", "Phó Giám đốc", "Sở Nội vụ"),
        ],
        id="two lists of departments, with and without a colon",
    ),
    pytest.param(
        "Ủy viên: Chủ tịch UBND các xã: Đồng Đăng, Hoàng Văn Thụ.",
        [("Ủy viên", "Chủ tịch", "UBND xã Đồng Đăng"), ("Ủy viên", "Chủ tịch", "UBND xã Hoàng Văn Thụ")],
        id="communes after a colon",
    ),
    pytest.param(
        "Thành viên là Chủ tịch UBND các huyện Bình Gia, Bắc Sơn và thành phố Lạng Sơn.",
        [
            ("Thành viên", "Chủ tịch", "UBND huyện Bình Gia"),
            ("Thành viên", "Chủ tịch", "UBND huyện Bắc Sơn"),
            ("Thành viên", "Chủ tịch", "UBND thành phố Lạng Sơn"),
        ],
        id="districts and the town",
    ),
    pytest.param(
        "Thành viên là Chủ tịch UBND các huyện, thành phố.",
        [("Thành viên", "Chủ tịch", "UBND các huyện, thành phố")],
        id="a collective is one seat",
    ),
    pytest.param(
        "Thành viên gồm lãnh đạo, chuyên viên thuộc các sở, ban, ngành, đơn vị: Sở Y tế, Sở Nội vụ.",
        [("Thành viên", "lãnh đạo, chuyên viên", "Sở Y tế"), ("Thành viên", "lãnh đạo, chuyên viên", "Sở Nội vụ")],
        id="posts that share a list",
    ),
    pytest.param(
        "- Ủy viên: lãnh đạo Sở Y tế, Sở Văn hóa, Thể thao và Du lịch,Báo Lạng Sơn.",
        [
            ("Ủy viên", "lãnh đạo", "Sở Y tế"),
            ("Ủy viên", "lãnh đạo", "Sở Văn hóa, Thể thao và Du lịch"),
            ("Ủy viên", "lãnh đạo", "Báo Lạng Sơn"),
        ],
        id="a comma inside a name, a space missing after another",
    ),
    pytest.param(
        "Ngoài ra, mời đại diện lãnh đạo Văn phòng Tỉnh ủy, Tổng Biên tập Báo Lạng Sơn tham gia làm Ủy viên.",
        [("Ủy viên", "đại diện lãnh đạo", "Văn phòng Tỉnh ủy"), ("Ủy viên", "Tổng Biên tập", "Báo Lạng Sơn")],
        id="mời … tham gia làm",
    ),
    pytest.param(
        "Tham gia thành viên Ban Chỉ đạo còn có lãnh đạo Phòng Quản lý Du lịch thuộc Sở VHTT&DL.",
        [("Thành viên", "lãnh đạo", "Phòng Quản lý Du lịch thuộc Sở Văn hóa, Thể thao và Du lịch")],
        id="a part of a department",
    ),
    pytest.param(
        "Trưởng phòng Văn bản, Sở Tư pháp làm Thư ký.",
        [("Thư ký", "Trưởng phòng", "Phòng Văn bản, Sở Tư pháp")],
        id="a part set off by a comma",
    ),
    pytest.param(
        "- Trưởng ban: Phó Chủ tịch UBND tỉnh.\n- Các Ủy viên gồm:\n+ Giám đốc Sở Y tế;\n+ lãnh đạo Công an tỉnh.",
        [CHAIR, ("Ủy viên", "Giám đốc", "Sở Y tế"), ("Ủy viên", "lãnh đạo", "Công an tỉnh")],
        id="a role goes on over the list below it",
    ),
    pytest.param(
        "Các Phó Trưởng ban gồm: Giám đốc Sở Y tế (Phó Trưởng ban Thường trực); Giám đốc Công an tỉnh.",
        [("Phó Trưởng ban Thường trực", "Giám đốc", "Sở Y tế"), ("Phó Trưởng ban", "Giám đốc", "Công an tỉnh")],
        id="one of a list has a role of his own",
    ),
    pytest.param(
        "Ủy viên Thường trực: Phó Giám đốc Sở Nội vụ, kiêm Thư ký.",
        [("Ủy viên Thường trực", "Phó Giám đốc", "Sở Nội vụ")],
        id="a second role is none",
    ),
    pytest.param(
        "Giám đốc Trung tâm Khuyến học, Khuyến tài và Hướng nghiệp làm Ủy viên.",
        [("Ủy viên", "Giám đốc", "Trung tâm Khuyến học, Khuyến tài và Hướng nghiệp")],
        id="an unknown agency whose name has a comma",
    ),
    pytest.param(
        "Đồng chí Giám đốc Sở Y tế Nguyễn Văn Nam làm Tổ trưởng.",
        [("Tổ trưởng", "Giám đốc", "Sở Y tế")],
        id="a person's name behind the agency",
    ),
    pytest.param("Thành viên Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm, do Trưởng ban phân công.", [], id="how members work"),
    pytest.param(
        "Trưởng ban có trách nhiệm điều hành; Ủy viên có nhiệm vụ tham mưu cho Chủ tịch UBND tỉnh.", [], id="what roles have to do"
    ),
    pytest.param("Văn phòng trình Trưởng ban ký ban hành quy chế trước ngày 15/6/2024.", [], id="a role that is spoken of"),
    pytest.param("Ban Chỉ đạo gồm 15 thành viên.", [], id="a number of members"),
    pytest.param("Sở Y tế là cơ quan thường trực của Ban Chỉ đạo.", [], id="the standing agency"),
    pytest.param("Đề nghị Thường trực HĐND tỉnh, Chủ tịch UBND các huyện phối hợp thực hiện.", [], id="posts in an order"),
    pytest.param(
        "Tổ công tác gồm: Phó Chủ tịch UBND tỉnh - Trưởng ban; các thành viên là lãnh đạo Sở Y tế.",
        [CHAIR, ("Thành viên", "lãnh đạo", "Sở Y tế")],
        id="the role behind its holder, then before",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_members(text: str, expected: list[Seat]) -> None:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    groups = find_members(lexicon_of("langson"), text, paragraphs)
    assert [(m.role, m.post, m.unit) for group in groups for m in group.members] == expected


def test_departments_are_read_without_a_province() -> None:
    text = "Ủy viên: Giám đốc các Sở: Y tế, Tài chính."
    groups = find_members(lexicon_of(None), text, [(0, len(text))])
    assert [m.unit for m in groups[0].members] == ["Sở Y tế", "Sở Tài chính"]


def test_group_stands_in_its_sentence() -> None:
    text = "Sở Y tế tham mưu. Trưởng ban là Chủ tịch UBND tỉnh."
    (group,) = find_members(lexicon_of(None), text, [(0, len(text))])
    assert text[slice(*group.sentence)] == "Trưởng ban là Chủ tịch UBND tỉnh."
