"""Where title, summary list, headlines and bodies stand on a page."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dieuhanh.extract.layout import find_layout

TITLE = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)"
FOREST = "Chỉ đạo tăng cường bảo vệ rừng mùa khô"
FOREST_TEXT = "UBND tỉnh chỉ đạo tăng cường bảo vệ rừng mùa khô trên địa bàn tỉnh (Công văn số 512/UBND-KT, ngày 06/5/2024)."
ROAD = "Phê duyệt danh mục đường huyện cần sửa chữa năm 2024"
ROAD_TEXT = "UBND tỉnh phê duyệt danh mục 12 tuyến đường huyện cần sửa chữa trong năm 2024 (Quyết định số 801/QĐ-UBND, ngày 07/5/2024)."
SCHOOL = "Kế hoạch tuyển sinh các lớp đầu cấp năm học 2024 - 2025"
SCHOOL_TEXT = "UBND tỉnh ban hành Kế hoạch số 96/KH-UBND, ngày 08/5/2024 về tuyển sinh các lớp đầu cấp năm học 2024 - 2025."
ORDERS = "Giao Sở Nông nghiệp và Phát triển nông thôn kiểm tra các trạm trực, báo cáo UBND tỉnh trước ngày 20/5/2024."
MORE = "Sở Tài chính bố trí kinh phí; UBND các huyện, thành phố tổ chức thực hiện, định kỳ hằng tháng báo cáo kết quả."
ALL = (FOREST, ROAD, SCHOOL)
BODY = (FOREST, FOREST_TEXT, ORDERS, ROAD, ROAD_TEXT, MORE, SCHOOL, SCHOOL_TEXT, ORDERS)

HEADLINES = [
    pytest.param([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY], ALL, id="announced word for word"),
    pytest.param([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}./.", *BODY], ALL, id="the list ends ./."),
    pytest.param(
        [TITLE, f"{FOREST}; {ROAD}; Kế hoạch tuyển sinh các lớp đầu cấpp năm học 2024 - 2025.", *BODY], ALL, id="a typo in the list"
    ),
    pytest.param([TITLE, f"{FOREST}; {ROAD}; Kế hoạch tuyển sinh các lớp đầu cấp.", *BODY], ALL, id="the list says less"),
    pytest.param([TITLE, f"{FOREST}; {ROAD}.", *BODY], ALL, id="one headline is not announced"),
    pytest.param([TITLE, *BODY], ALL, id="no list at all"),
    pytest.param(list(BODY), ALL, id="neither title nor list"),
    pytest.param(
        [TITLE, "Bảo vệ rừng; sửa đường; tuyển sinh... là những chỉ đạo, điều hành nổi bật của UBND tỉnh tháng 5/2024.", *BODY],
        ALL,
        id="a list in other words",
    ),
    pytest.param(
        [TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY[:3], ROAD.lower(), *BODY[4:]],
        (FOREST, ROAD.lower(), SCHOOL),
        id="a headline that begins small",
    ),
    pytest.param(
        [TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", f"{FOREST}.", *BODY[1:]], (f"{FOREST}.", ROAD, SCHOOL), id="a headline with a stop"
    ),
    pytest.param(
        [TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY[:6], f"{SCHOOL} {SCHOOL_TEXT}", ORDERS], ALL, id="a headline glued to its text"
    ),
    pytest.param(
        [TITLE, f"{FOREST}; {SCHOOL}.", *BODY[:3], "Đính chính văn bản", ROAD_TEXT, *BODY[6:]],
        (FOREST, "Đính chính văn bản", SCHOOL),
        id="short, hardly said again, above a report",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {SCHOOL}.",
            *BODY[:3],
            "UBND tỉnh họp phiên thường kỳ tháng 5 năm 2024",
            "Ngày 09/5, đồng chí Chủ tịch UBND tỉnh chủ trì họp phiên thường kỳ tháng 5 năm 2024 của UBND tỉnh.",
            *BODY[6:],
        ],
        (FOREST, "UBND tỉnh họp phiên thường kỳ tháng 5 năm 2024", SCHOOL),
        id="a meeting without document, said again",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {SCHOOL}.",
            *BODY[:3],
            "Kế hoạch phát triển cây dược liệu",
            "Xuất phát từ thế mạnh của vùng cao, tỉnh xác định dược liệu là hướng đi lâu dài của nhiều xã.",
            "Nội dung trên được UBND tỉnh ban hành tại Kế hoạch số 97/KH-UBND, ngày 09/5/2024.",
            *BODY[6:],
        ],
        (FOREST, "Kế hoạch phát triển cây dược liệu", SCHOOL),
        id="the document named at the end of the item",
    ),
    pytest.param(
        ["Trang chủ", "Tin tức - Sự kiện", FOREST, "Kiểm lâm tuần tra | Báo ảnh", FOREST_TEXT, ORDERS],
        (FOREST,),
        id="a single item below a menu, with a caption",
    ),
    pytest.param([FOREST, "06/5/2024 08:15", FOREST, FOREST_TEXT, ORDERS], (FOREST,), id="a headline said twice counts once"),
    pytest.param(
        [TITLE, f"1. {FOREST}", FOREST_TEXT, f"2. {ROAD}", ROAD_TEXT, MORE],
        (f"1. {FOREST}", f"2. {ROAD}"),
        id="numbered headlines where there are no others",
    ),
    pytest.param(
        [TITLE, f"{FOREST}.", FOREST_TEXT, ORDERS, f"{ROAD}.", ROAD_TEXT, MORE],
        (f"{FOREST}.", f"{ROAD}."),
        id="headlines with stops where there are no others",
    ),
    pytest.param(
        [
            FOREST,
            FOREST_TEXT,
            "Tăng cường tuyên truyền",
            "Các thôn tuyên truyền, vận động người dân ký cam kết, phát tờ rơi tại chợ phiên.",
        ],
        (FOREST,),
        id="a part of a single item",
    ),
    pytest.param(
        [FOREST, FOREST_TEXT, *(f"Tổ chức kiểm tra điểm cháy số {k}" for k in range(9)), ROAD_TEXT],
        (FOREST,),
        id="a table above a report",
    ),
    pytest.param(["Hà Giang", "Cao Bằng", "Bắc Kạn", TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY], ALL, id="a menu above the title"),
    pytest.param([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", "Toàn cảnh buổi làm việc", *BODY], ALL, id="a caption below the list"),
    pytest.param(
        [TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY[:3], "Các hộ dân tham gia trực cháy tại xã vùng cao của huyện Bình Gia", *BODY[3:]],
        ALL,
        id="an unfinished line above a headline",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {ROAD}; {SCHOOL}.",
            *BODY[:2],
            "Sở Y tế",
            "Chuẩn bị thuốc, vật tư; phối hợp với Sở Tài chính lập dự toán.",
            "Công an tỉnh",
            "Công an tỉnh bảo đảm an ninh, trật tự tại các khu rừng giáp ranh.",
            *BODY[3:],
        ],
        ALL,
        id="agencies' headings",
    ),
    pytest.param(
        [FOREST, FOREST_TEXT, "Các sở, ban, ngành, UBND các huyện, thành phố", ORDERS, "Nhiệm vụ trọng tâm", MORE],
        (FOREST,),
        id="agencies' headings where no list is",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {ROAD}; {SCHOOL}.",
            *BODY[:2],
            "- Tăng cường tuyên truyền tại thôn, bản",
            "a) Tăng cường tuần tra",
            ORDERS,
            *BODY[3:],
        ],
        ALL,
        id="entries of lists",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {ROAD}; {SCHOOL}.",
            *BODY[:2],
            "Nhiệm vụ được giao",
            "Cơ quan chủ trì",
            "Thời hạn hoàn thành",
            "Lập hồ sơ các điểm cháy",
            "Chi cục Kiểm lâm",
            "Trước ngày 20/5/2024",
            *BODY[3:],
        ],
        ALL,
        id="cells of a table",
    ),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {ROAD}; {SCHOOL}.",
            *BODY[:2],
            "Về công tác tuyên truyền, vận động",
            "Tăng cường tuyên truyền, vận động người dân ký cam kết; phát tờ rơi tại các chợ phiên.",
            *BODY[3:],
        ],
        ALL,
        id="a part of the item with a heading of its own",
    ),
    pytest.param([TITLE, f"{FOREST}; {ROAD}; Lễ hội đền Bắc Lệ.", *BODY[:6]], (FOREST, ROAD), id="an announcement without item"),
    pytest.param(["Lịch tiếp công dân", "Thứ Hai hằng tuần tại trụ sở."], (), id="a page without directive"),
    pytest.param([], (), id="nothing"),
    pytest.param(
        [
            TITLE,
            f"{FOREST}; {ROAD}.",
            *BODY[:6],
            "Kế hoạch tổ chức Ngày hội trồng cây năm 2024",
            "Theo Kế hoạch số 91/KH-UBND ngày 16/5/2024 của UBND tỉnh, Ngày hội trồng cây năm 2024 tổ chức tại huyện Chi Lăng vào ngày 02/6/2024.",
        ],
        (FOREST, ROAD, "Kế hoạch tổ chức Ngày hội trồng cây năm 2024"),
        id="not announced, above a text that begins with the plan",
    ),
]

LEADS = [
    pytest.param(f"{FOREST}; {ROAD}; {SCHOOL}.", id="semicolons"),
    pytest.param(f"{FOREST}, {ROAD}, {SCHOOL}.", id="commas"),
    pytest.param(f"{FOREST}. {ROAD}. {SCHOOL}.", id="stops"),
    pytest.param(f"{FOREST}; {ROAD}, {SCHOOL}.", id="semicolon and comma"),
    pytest.param(f"{FOREST} {ROAD}; {SCHOOL}.", id="a separator is missing"),
    pytest.param(
        f"{FOREST}; {ROAD}; {SCHOOL}... là những nội dung chính trong chỉ đạo điều hành nổi bật tuần qua của UBND tỉnh.",
        id="tail: là những nội dung chính",
    ),
    pytest.param(
        f"{FOREST}; {ROAD}; {SCHOOL};… là những thông tin chỉ đạo điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 - 12/5/2024).",
        id="tail: là những thông tin, with the days",
    ),
    pytest.param(f"{FOREST}; {ROAD}; {SCHOOL} là một số hoạt động nổi bật tháng 5/2024 của UBND tỉnh", id="tail: là một số, no stop"),
    pytest.param(f"CTTĐT - {FOREST}; {ROAD}; {SCHOOL}.", id="the site's mark before it"),
    pytest.param(f"Trong tuần, UBND tỉnh chỉ đạo các nội dung sau: {FOREST}; {ROAD}; {SCHOOL}.", id="opening words before it"),
    pytest.param(f"{FOREST};\n{ROAD};\n{SCHOOL}.", id="one headline a line"),
    pytest.param(f"- {FOREST}\n- {ROAD}\n- {SCHOOL}", id="entries of a list"),
]

BELOW = [
    pytest.param(["Nguyễn Thị Lan"], id="an author's name"),
    pytest.param(["Thu Hà - Văn Minh"], id="two authors"),
    pytest.param(["Nguồn: Báo Lạng Sơn"], id="a source"),
    pytest.param(["Tổng số điểm của bài viết là: 15 trong 3 đánh giá", "Click để đánh giá bài viết"], id="ratings"),
    pytest.param(["Các tin khác", "Khai mạc giải bóng đá (12/5/2024)", "Kế hoạch số 12/KH-UBND ngày 02/5/2024"], id="related links"),
    pytest.param(["Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 29/4 đến ngày 05/5/2024)"], id="the week before"),
    pytest.param(["Cơ quan chủ quản: UBND tỉnh", "Giấy phép số 41/GP-TTĐT ngày 18/3/2022."], id="the site's imprint"),
]

KEPT = [
    pytest.param(["Lập hồ sơ các điểm cháy", "Chi cục Kiểm lâm", "30/6/2024"], id="cells of a table"),
    pytest.param(["- Chi cục Kiểm lâm trực cháy"], id="an entry of a list"),
    pytest.param(["Các huyện tiếp tục thực hiện nghiêm các văn bản đã ban hành về bảo vệ rừng"], id="a text without stop"),
    pytest.param(["Tin tưởng vào nhân dân, mỗi xã có một tổ tuần rừng."], id="a sentence that begins like a label"),
]


def headings(lines: list[str]) -> tuple[str, ...]:
    text = "\n".join(lines)
    return tuple(text[slice(*section.heading)] for section in find_layout(text).sections)


@pytest.mark.parametrize(("lines", "expected"), HEADLINES)
def test_headlines(lines: list[str], expected: tuple[str, ...]) -> None:
    assert headings(lines) == expected


@pytest.mark.parametrize("lead", LEADS)
def test_summary_list_is_split_into_its_headlines(lead: str) -> None:
    text = "\n".join([TITLE, lead, *BODY])
    layout = find_layout(text)
    assert [text[slice(*span)] for span in layout.lead] == list(ALL)
    assert [section.lead_index for section in layout.sections] == [0, 1, 2]


@pytest.mark.parametrize("lines", BELOW)
def test_what_stands_below_the_last_item_is_no_part_of_it(lines: list[str]) -> None:
    text = "\n".join([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY, *lines])
    assert text[slice(*find_layout(text).sections[-1].paragraphs[-1])] == ORDERS


@pytest.mark.parametrize("lines", KEPT)
def test_what_belongs_to_the_last_item_stays(lines: list[str]) -> None:
    text = "\n".join([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY, *lines])
    assert text[slice(*find_layout(text).sections[-1].paragraphs[-1])] == lines[-1]


def test_lines_below_the_mark_of_the_end_are_dropped() -> None:
    text = "\n".join([TITLE, f"{FOREST}; {ROAD}.", *BODY[:5], "UBND các huyện tổ chức thực hiện./.", "Phòng Tổng hợp"])
    assert text[slice(*find_layout(text).sections[-1].paragraphs[-1])] == "UBND các huyện tổ chức thực hiện./."


def test_days_on_a_line_of_their_own_belong_to_the_title() -> None:
    text = "\n".join(
        ["Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần", "(từ ngày 06/5 đến ngày 12/5/2024)", f"{FOREST}; {ROAD}.", *BODY[:5]]
    )
    layout = find_layout(text)
    assert layout.title is not None
    assert text[slice(*layout.title)].endswith("tuần\n(từ ngày 06/5 đến ngày 12/5/2024)")
    assert [text[slice(*span)] for span in layout.lead] == [FOREST, ROAD]


def test_lead_index_says_which_announcement_fits() -> None:
    text = "\n".join([TITLE, f"{SCHOOL}; Lễ hội đền Bắc Lệ; {FOREST}.", *BODY])
    assert [section.lead_index for section in find_layout(text).sections] == [2, None, 0]


def test_a_headline_announced_in_other_words_knows_its_announcement() -> None:
    text = "\n".join([TITLE, f"{FOREST}; Phê duyệt danh mục tuyến đường cần sửa năm 2024; Lễ hội đền Bắc Lệ.", *BODY])
    assert [section.lead_index for section in find_layout(text).sections] == [0, 1, None]


def test_a_headline_announced_twice_is_found_twice() -> None:
    text = "\n".join([TITLE, f"{FOREST}; {ROAD}; {FOREST}.", *BODY[:6], FOREST, ROAD_TEXT])
    assert [section.lead_index for section in find_layout(text).sections] == [0, 1, 2]


def test_paragraphs_stand_below_their_own_headline() -> None:
    text = "\n".join([TITLE, f"{FOREST}; {ROAD}; {SCHOOL}.", *BODY])
    bodies = [[text[slice(*p)] for p in section.paragraphs] for section in find_layout(text).sections]
    assert bodies == [[FOREST_TEXT, ORDERS], [ROAD_TEXT, MORE], [SCHOOL_TEXT, ORDERS]]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(lambda n: "\n".join([TITLE, *(f"{FOREST} số {k}\n{FOREST_TEXT}\n{ORDERS}" for k in range(n))]), id="many items"),
        pytest.param(
            lambda n: "\n".join([TITLE, "; ".join(f"Việc thứ {k} của tỉnh trong tuần này" for k in range(n)), *BODY]),
            id="a list of many headlines",
        ),
        pytest.param(lambda n: "\n".join([TITLE, " ".join(f"việc{k}" for k in range(4 * n)), *BODY]), id="a list without separators"),
        pytest.param(
            lambda n: "\n".join([TITLE, f"{FOREST}; {ROAD}.", *(f"ô thứ {k} của bảng" for k in range(3 * n)), FOREST_TEXT]),
            id="a table of many cells",
        ),
    ],
)
def test_time_grows_with_the_page(page: Callable[[int], str]) -> None:
    def cost(n: int) -> float:
        text = page(n)
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            find_layout(text)
            best = min(best, time.process_time() - begun)
        return best

    assert cost(4000) < 3 * cost(2000) + 0.005  # a quadratic step would cost 4 times; noise of a shared machine is allowed for
