"""Meetings that an item reports in place of a document."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.extract.layout import Section
from dieuhanh.extract.meetings import find_meeting

HEADED = "UBND tỉnh họp phiên thường kỳ tháng 10 năm 2022"

CASES = [
    pytest.param(
        HEADED,
        "Ngày 27/10, đồng chí Chủ tịch UBND tỉnh chủ trì phiên họp UBND tỉnh thường kỳ tháng 10 năm 2022.",
        "UBND tỉnh thường kỳ tháng 10 năm 2022",
        "UBND tỉnh",
        id="who chairs what",
    ),
    pytest.param(
        HEADED,
        "UBND tỉnh tổ chức phiên họp thường kỳ tháng 10, do Chủ tịch UBND tỉnh chủ trì.",
        "thường kỳ tháng 10",
        "UBND tỉnh",
        id="the convener stands in the headline",
    ),
    pytest.param(
        HEADED,
        "Đồng chí Chủ tịch UBND tỉnh chủ tọa cuộc họp trực tuyến với các huyện để bàn ba việc.",
        "trực tuyến",
        "UBND tỉnh",
        id="a meeting's words stop before with whom",
    ),
    pytest.param(
        HEADED,
        "Chiều 27/10, các thành viên cho ý kiến về hai nội dung.",
        "UBND tỉnh thường kỳ tháng 10 năm 2022",
        "UBND tỉnh",
        id="only the headline says it",
    ),
    pytest.param(
        "Họp UBND tỉnh thường kỳ để giải quyết công việc",
        "Các thành viên xem xét hai tờ trình.",
        "UBND tỉnh thường kỳ",
        "UBND tỉnh",
        id="a headline that opens with Họp",
    ),
    pytest.param(
        "Họp Ủy ban nhân dân tỉnh tháng 10",
        "Các thành viên xem xét hai tờ trình.",
        "Ủy ban nhân dân tỉnh tháng 10",
        "UBND tỉnh",
        id="the issuer's short name",
    ),
    pytest.param(
        "Phiên họp thứ 12 của UBND tỉnh",
        "Các thành viên xem xét hai tờ trình.",
        "thứ 12 của UBND tỉnh",
        "UBND tỉnh",
        id="a numbered meeting",
    ),
    pytest.param(
        "HĐND tỉnh họp chuyên đề lần thứ 9",
        "Các đại biểu xem xét hai tờ trình.",
        "HĐND tỉnh chuyên đề lần thứ 9",
        "HĐND tỉnh",
        id="the council meets",
    ),
    pytest.param(
        HEADED,
        "Ngày 27/10, đồng chí Chủ tịch UBND tỉnh đã chủ trì cuộc họp giao ban tháng 10 năm 2022.",
        "giao ban tháng 10 năm 2022",
        "UBND tỉnh",
        id="a cuộc họp",
    ),
    pytest.param(
        "Kế hoạch trồng rừng năm 2023",
        "UBND tỉnh tổ chức phiên họp thường kỳ tháng 10.",
        None,
        None,
        id="a headline that speaks of no meeting",
    ),
    pytest.param("Phòng họp không giấy tờ", "UBND tỉnh chỉ đạo dùng phần mềm.", None, None, id="a room for meetings is no meeting"),
    pytest.param("Tổng hợp kết quả năm 2022", "UBND tỉnh yêu cầu báo cáo.", None, None, id="hợp is not họp"),
    pytest.param(
        HEADED,
        "Chiều 27/10, đồng chí Chủ tịch UBND tỉnh chủ trì cuộc họp nghe các ngành, địa phương báo cáo tiến độ thu ngân sách.",
        "nghe các ngành, địa phương báo cáo tiến độ thu ngân sách",
        "UBND tỉnh",
        id="who reports there is a list",
    ),
]


@pytest.mark.parametrize(("heading", "body", "title", "issuer"), CASES)
def test_meeting(heading: str, body: str, title: str | None, issuer: str | None) -> None:
    text = f"{heading}\n{body}"
    section = Section((0, len(heading)), [(len(heading) + 1, len(text))], None)
    found = find_meeting(text, section)
    assert (None if found is None else found.title) == title
    assert (None if found is None else found.issuer) == issuer


def test_key_and_words_of_a_meeting() -> None:
    body = "Đồng chí Chủ tịch UBND tỉnh chủ trì phiên họp UBND tỉnh thường kỳ tháng 10 năm 2022."
    text = f"{HEADED}\n{body}"
    found = find_meeting(text, Section((0, len(HEADED)), [(len(HEADED) + 1, len(text))], None))
    assert found is not None
    assert found.key == "Phiên họp UBND tỉnh thường kỳ tháng 10 năm 2022"
    assert text[slice(*found.span)] == "phiên họp UBND tỉnh thường kỳ tháng 10 năm 2022"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        pytest.param(
            "Chiều ngày 27/10/2022, Chủ tịch UBND tỉnh chủ trì phiên họp thường kỳ.", dt.date(2022, 10, 27), id="opens the sentence"
        ),
        pytest.param(
            "Chủ tịch UBND tỉnh chủ trì phiên họp thường kỳ, giao báo cáo trước ngày 30/11/2022.", None, id="a limit is not the day"
        ),
        pytest.param("Thực hiện Nghị quyết ngày 05/10/2022 của HĐND tỉnh, UBND tỉnh tổ chức phiên họp thường kỳ.", None, id="of another"),
    ],
)
def test_day_of_a_meeting(body: str, day: dt.date | None) -> None:
    text = f"{HEADED}\n{body}"
    found = find_meeting(text, Section((0, len(HEADED)), [(len(HEADED) + 1, len(text))], None))
    assert found is not None
    assert found.date == day
