"""Titles of digests and the periods that they name."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from dieuhanh.extract.title import find_title, is_title, read_period

WEEK = "Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần"

PERIODS = [
    pytest.param(f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024)", "2024-05-06", "2024-05-12", id="từ ngày … đến ngày …, the year once"),
    pytest.param(f"{WEEK} (ngày 07/6 đến ngày 13/6/2021)", "2021-06-07", "2021-06-13", id="without từ"),
    pytest.param(f"{WEEK} (từ ngày 18/3- 24/3/2019)", "2019-03-18", "2019-03-24", id="dash without a space before it"),
    pytest.param(f"{WEEK} (từ ngày 19/01/2026 - 25/01/2026)", "2026-01-19", "2026-01-25", id="the year twice"),
    pytest.param(f"{WEEK} từ 03/10-09/10/2022", "2022-10-03", "2022-10-09", id="no spaces, no brackets"),
    pytest.param(
        "Chỉ đạo, điều hành của Chính phủ nổi bật tuần từ 21–27/3/2026", "2026-03-21", "2026-03-27", id="en dash, only days before it"
    ),
    pytest.param(f"{WEEK} (từ 5 đến 11/9/2022)", "2022-09-05", "2022-09-11", id="no zero before the day"),
    pytest.param(f"{WEEK} (từ ngày 30/12 đến ngày 05/01/2025)", "2024-12-30", "2025-01-05", id="across the new year"),
    pytest.param(f"{WEEK} (từ ngày 30/12/2024 đến ngày 05/01/2025)", "2024-12-30", "2025-01-05", id="across the new year, both years said"),
    pytest.param(
        f"{WEEK} (từ ngày 30/12/2024 đến ngày 05/01/2024)", "2023-12-30", "2024-01-05", id="the old year put to both days: the end decides"
    ),
    pytest.param(f"{WEEK} (từ ngày 06 tháng 5 đến ngày 12 tháng 5 năm 2024)", "2024-05-06", "2024-05-12", id="months and year in words"),
    pytest.param(f"{WEEK} (từ ngày 06/5 đến hết ngày 12/5/ 2024)", "2024-05-06", "2024-05-12", id="đến hết, a space in the date"),
    pytest.param(f"{WEEK} (từ ngày 06.5 đến ngày 12.5.2024)", "2024-05-06", "2024-05-12", id="dates with points"),
    pytest.param(f"{WEEK} (từ ngày 06/5 đến ngày 12/5//2024)", "2024-05-06", "2024-05-12", id="a doubled slash"),
    pytest.param(f"{WEEK} thứ 20 (06/5 - 12/5/2024)", "2024-05-06", "2024-05-12", id="the number of the week is no day"),
    pytest.param("Chỉ đạo, điều hành nổi bật của UBND tỉnh tháng 2/2024", "2024-02-01", "2024-02-29", id="a month"),
    pytest.param("Chỉ đạo, điều hành nổi bật của UBND tỉnh tháng 9 năm 2023", "2023-09-01", "2023-09-30", id="a month, its year in words"),
    pytest.param("Chỉ đạo, điều hành nổi bật của UBND tỉnh quý III/2023", "2023-07-01", "2023-09-30", id="a quarter"),
    pytest.param("Thông cáo báo chí chỉ đạo, điều hành của Chính phủ ngày 14/11/2025", "2025-11-14", "2025-11-14", id="one day"),
]

NO_PERIOD = [
    pytest.param(f"{WEEK} (từ 12 - 18/9)", id="no year: nothing is guessed"),
    pytest.param(f"{WEEK} thứ 3 tháng 4/2025", id="a week that no days name is not its month"),
    pytest.param(f"{WEEK} (từ ngày 31/02 đến ngày 06/3/2024)", id="no calendar has the day"),
    pytest.param(f"{WEEK} (từ ngày 01/01 đến ngày 31/12/2024)", id="a year is no period of a digest"),
    pytest.param(WEEK, id="no days at all"),
]

TITLES = [
    pytest.param(f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024)", True, id="the usual weekly title"),
    pytest.param("CHỈ ĐẠO, ĐIỀU HÀNH NỔI BẬT CỦA UBND TỈNH TRONG TUẦN", True, id="capitals, no days"),
    pytest.param(
        "CTTĐT - Thông tin chỉ đạo điều hành nổi bật của UBND tỉnh trong tuần công tác từ 03/10-09/10/2022",
        True,
        id="the site's mark, no comma",
    ),
    pytest.param("Chỉ đạo, điều hành nổi bật của UBND tỉnh, lãnh đạo UBND tỉnh trong tuần qua", True, id="trong tuần qua"),
    pytest.param("Hoạt động nổi bật của Lãnh đạo Chính phủ trong tuần", True, id="hoạt động nổi bật của lãnh đạo"),
    pytest.param("Thông tin chỉ đạo, điều hành của UBND Thành phố, Chủ tịch UBND Thành phố ngày 02/7/2025", True, id="daily, a city"),
    pytest.param("Một số nội dung chỉ đạo, điều hành nổi bật của Chủ tịch UBND tỉnh tuần 19 (06 - 12/5/2024)", True, id="một số nội dung"),
    pytest.param("Điểm tin chỉ đạo, điều hành nổi bật tháng 5/2024", True, id="điểm tin"),
    pytest.param("Chỉ đạo tăng cường công tác chỉ đạo, điều hành ngân sách những tháng cuối năm", False, id="an item's headline"),
    pytest.param(
        "Chỉ đạo, điều hành giá trong tháng cuối năm 2023 là những nội dung chính của cuộc họp", False, id="a sentence with là những"
    ),
    pytest.param("Họp giao ban; chỉ đạo, điều hành nổi bật trong tuần", False, id="a summary list with semicolons"),
    pytest.param("Chỉ đạo điều hành", False, id="a menu's entry"),
    pytest.param("Văn bản chỉ đạo của UBND tỉnh", False, id="another menu's entry"),
    pytest.param("Trang chủ » Chỉ đạo, điều hành » Chi tiết tin trong tuần", False, id="a breadcrumb"),
]

PAGES = [
    pytest.param(["Trang chủ", f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024)", "A; B."], 1, id="below a menu"),
    pytest.param(
        [
            f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024) - Cổng thông tin điện tử",
            "Tin tức",
            f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024)",
            "A; B.",
        ],
        2,
        id="said twice: where it stands last",
    ),
    pytest.param(
        [f"{WEEK} (từ ngày 06/5 đến ngày 12/5/2024)", "A; B.", f"{WEEK} (từ ngày 29/4 đến ngày 05/5/2024)"],
        0,
        id="a link to the week before is not it",
    ),
    pytest.param(["Chỉ đạo, điều hành nổi bật trong tuần", f"{WEEK} (từ 12 - 18/9)", "A; B."], 1, id="days decide, also without a year"),
    pytest.param(["Tăng cường phòng cháy", "UBND tỉnh chỉ đạo."], None, id="a page without a title"),
    pytest.param([], None, id="no paragraph"),
]


@pytest.mark.parametrize(("title", "start", "end"), PERIODS)
def test_period_is_read(title: str, start: str, end: str) -> None:
    period = read_period(title)
    assert period is not None
    assert (period.start, period.end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize("title", NO_PERIOD)
def test_no_period_is_invented(title: str) -> None:
    assert read_period(title) is None


@pytest.mark.parametrize(("words", "expected"), TITLES)
def test_title_is_told_from_other_lines(words: str, *, expected: bool) -> None:
    assert is_title(words) is expected


@pytest.mark.parametrize(("lines", "expected"), PAGES)
def test_title_is_found_on_a_page(lines: list[str], expected: int | None) -> None:
    text = "\n".join(lines)
    assert find_title(text, [m.span() for m in re.finditer(r"[^\n]+", text)]) == expected
