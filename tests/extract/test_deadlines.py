"""Limits in the words of orders and reports, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.extract.anchors import find_anchors
from dieuhanh.extract.deadlines import find_deadlines
from dieuhanh.extract.facts import Assignment, Deadline, Span
from dieuhanh.extract.lexicon import lexicon_of

ISSUED = dt.date(2024, 3, 5)


def read(text: str, *, ordered: bool, issued_on: dt.date | None = ISSUED) -> list[Deadline]:
    """The deadlines of an item whose paragraphs are the lines of `text`; with `ordered` each line is an order."""
    paragraphs: list[Span] = []
    for line in text.split("\n"):
        start = paragraphs[-1][1] + 1 if paragraphs else 0
        paragraphs.append((start, start + len(line)))
    orders = [Assignment(("Sở Tài chính",), (), text[s:e], None, (s, e)) for s, e in paragraphs] if ordered else []
    return find_deadlines(find_anchors(text, lexicon_of(None)), paragraphs, orders, issued_on)


def shown(deadline: Deadline) -> str:
    """Bound, day or recurrence, and words: "before 2024-04-30 «trước ngày 30/4/2024»"."""
    when = deadline.due.isoformat() if deadline.due else deadline.recurrence or "open"
    return f"{deadline.bound} {when} «{deadline.expression}»"


ORDERS = [
    # before
    pytest.param("Báo cáo UBND tỉnh trước ngày 30/4/2024.", ["before 2024-04-30 «trước ngày 30/4/2024»"], id="before a day"),
    pytest.param(
        "Trước ngày 30/4/2024, các đơn vị gửi danh sách.",
        ["before 2024-04-30 «Trước ngày 30/4/2024»"],
        id="before, at the head of the sentence",
    ),
    pytest.param(
        "Gửi hồ sơ trước ngày 05 tháng 4 năm 2024 để tổng hợp.", ["before 2024-04-05 «trước ngày 05 tháng 4 năm 2024»"], id="month in words"
    ),
    pytest.param("Gửi hồ sơ trước ngày 30.4.2024; thông báo lịch.", ["before 2024-04-30 «trước ngày 30.4.2024»"], id="dots in the date"),
    pytest.param("Gửi hồ sơ trước ngày 30-4-2024.", ["before 2024-04-30 «trước ngày 30-4-2024»"], id="dashes in the date"),
    pytest.param("Trình UBND tỉnh trước 17 giờ ngày 15/3/2024.", ["before 2024-03-15 «trước 17 giờ ngày 15/3/2024»"], id="hour"),
    pytest.param("Trình UBND tỉnh trước 10h30 ngày 15/3/2024.", ["before 2024-03-15 «trước 10h30 ngày 15/3/2024»"], id="hour with h"),
    pytest.param(
        "Trình UBND tỉnh trước 16 giờ 30 phút, ngày 15/3/2024.",
        ["before 2024-03-15 «trước 16 giờ 30 phút, ngày 15/3/2024»"],
        id="hour and minutes",
    ),
    pytest.param(
        "Trình UBND tỉnh trước 17 giờ 00' ngày 15/3/2024.",
        ["before 2024-03-15 «trước 17 giờ 00' ngày 15/3/2024»"],
        id="minutes with a stroke",
    ),
    pytest.param(
        "Báo cáo kết quả trước 10 giờ thứ Sáu, ngày 15/3/2024.",
        ["before 2024-03-15 «trước 10 giờ thứ Sáu, ngày 15/3/2024»"],
        id="hour, weekday and day",
    ),
    pytest.param("Gửi về Sở Nội vụ trước ngày 30/6.", ["before open «trước ngày 30/6»"], id="a day without a year stays open"),
    pytest.param("Gửi về Sở Nội vụ trước ngày 31/02/2024.", ["before open «trước ngày 31/02/2024»"], id="no calendar has the day"),
    pytest.param(
        "Hoàn thành xong trước tháng 6/2024.", ["before 2024-06-01 «trước tháng 6/2024»"], id="before a month is before its first day"
    ),
    pytest.param(
        "Hoàn thành trước cuối tháng 6/2024.",
        ["by 2024-06-30 «trước cuối tháng 6/2024»"],
        id="before the end of a month is by its last day",
    ),
    pytest.param("Hoàn thành trước quý III/2024.", ["before 2024-07-01 «trước quý III/2024»"], id="before a quarter"),
    pytest.param(
        "Rà soát trước ngày 20/3/2024, trình UBND tỉnh trước ngày 31/3/2024.",
        ["before 2024-03-20 «trước ngày 20/3/2024»", "before 2024-03-31 «trước ngày 31/3/2024»"],
        id="two limits of one sentence",
    ),
    pytest.param(
        "Rà soát các nhiệm vụ đã giao, báo cáo trước ngày 20/3/2024.",
        ["before 2024-03-20 «trước ngày 20/3/2024»"],
        id="what was given before is to be done",
    ),
    # latest
    pytest.param("Báo cáo chậm nhất ngày 05/4/2024.", ["by 2024-04-05 «chậm nhất ngày 05/4/2024»"], id="latest"),
    pytest.param("Báo cáo chậm nhất là ngày 05/4/2024.", ["by 2024-04-05 «chậm nhất là ngày 05/4/2024»"], id="latest with là"),
    pytest.param("Báo cáo chậm nhất vào ngày 05/4/2024.", ["by 2024-04-05 «chậm nhất vào ngày 05/4/2024»"], id="latest with vào"),
    pytest.param(
        "Báo cáo chậm nhất đến hết ngày 05/4/2024.", ["by 2024-04-05 «chậm nhất đến hết ngày 05/4/2024»"], id="latest with đến hết"
    ),
    pytest.param("Báo cáo muộn nhất ngày 05/4/2024.", ["by 2024-04-05 «muộn nhất ngày 05/4/2024»"], id="muộn nhất"),
    pytest.param("Báo cáo chậm nhất trước ngày 05/4/2024.", ["before 2024-04-05 «chậm nhất trước ngày 05/4/2024»"], id="latest before"),
    pytest.param("Báo cáo chậm nhất 16 giờ ngày 05/4/2024.", ["by 2024-04-05 «chậm nhất 16 giờ ngày 05/4/2024»"], id="latest with an hour"),
    pytest.param(
        "Kết thúc kiểm tra chậm nhất hết quý IV/2024.", ["by 2024-12-31 «chậm nhất hết quý IV/2024»"], id="latest at the end of a quarter"
    ),
    pytest.param(
        "Trình phê duyệt chậm nhất trong tháng 6/2024.", ["by 2024-06-30 «chậm nhất trong tháng 6/2024»"], id="latest within a month"
    ),
    pytest.param("Trình phê duyệt chậm nhất trong năm 2025.", ["by 2025-12-31 «chậm nhất trong năm 2025»"], id="latest within a year"),
    pytest.param(
        "Trả lời chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản; công khai kết quả.",
        ["by open «chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản»"],
        id="latest as a count from receipt",
    ),
    pytest.param(
        "Quỹ Đầu tư phát triển giải ngân vốn ủy thác, hạn chót vào ngày 20/12/2024.",
        ["by 2024-12-20 «hạn chót vào ngày 20/12/2024»"],
        id="hạn chót",
    ),
    pytest.param(
        "Hạn cuối nộp bản kê khai là ngày 15/4/2024.",
        ["by 2024-04-15 «Hạn cuối nộp bản kê khai là ngày 15/4/2024»"],
        id="hạn cuối with what is due",
    ),
    pytest.param(
        "Nhà thầu huy động đủ máy móc không muộn hơn ngày 10/4/2024.", ["by 2024-04-10 «không muộn hơn ngày 10/4/2024»"], id="no later than"
    ),
    pytest.param(
        "Trả mặt bằng không chậm hơn 10 ngày kể từ ngày kết thúc hội chợ.",
        ["by open «không chậm hơn 10 ngày kể từ ngày kết thúc hội chợ»"],
        id="no later than a count",
    ),
    pytest.param(
        "Lấp lại hào cáp không để chậm quá 15 ngày kể từ khi đào.",
        ["by open «không để chậm quá 15 ngày kể từ khi đào»"],
        id="not to be late by a count",
    ),
    pytest.param(
        "Cấp lại sổ không quá 05 ngày làm việc kể từ ngày có đơn.",
        ["by open «không quá 05 ngày làm việc kể từ ngày có đơn»"],
        id="no more than a count from a beginning",
    ),
    pytest.param(
        "Theo dõi diễn biến mưa lũ và chậm nhất trong tháng 5/2024 xả hết nước hồ chứa.",
        ["by 2024-05-31 «chậm nhất trong tháng 5/2024»"],
        id="latest, whatever the weather",
    ),
    # until
    pytest.param("Tiếp nhận hồ sơ đến hết ngày 20/4/2024.", ["by 2024-04-20 «đến hết ngày 20/4/2024»"], id="until the end of a day"),
    pytest.param("Nộp hồ sơ hết ngày 20/4/2024.", ["by 2024-04-20 «hết ngày 20/4/2024»"], id="end of a day"),
    pytest.param("Hoàn thành việc kê khai đến ngày 20/4/2024.", ["by 2024-04-20 «đến ngày 20/4/2024»"], id="until a day"),
    pytest.param("Đến ngày 20/4/2024 phải hoàn thành việc kê khai.", ["by 2024-04-20 «Đến ngày 20/4/2024»"], id="until a day, at the head"),
    pytest.param("Kiểm đếm xong ngày 20/4/2024.", ["by 2024-04-20 «xong ngày 20/4/2024»"], id="done on a day"),
    pytest.param("Hoàn thành bàn giao mặt bằng hết quý II/2024.", ["by 2024-06-30 «hết quý II/2024»"], id="end of a quarter"),
    pytest.param("Hoàn thành cắm mốc cuối tháng 9/2024.", ["by 2024-09-30 «cuối tháng 9/2024»"], id="end of a month"),
    pytest.param(
        "Đến hết năm 2025 hoàn thành số hóa sổ hộ tịch.", ["by 2025-12-31 «Đến hết năm 2025»"], id="to be finished by the end of a year"
    ),
    pytest.param(
        "Từ nay đến hết năm 2024, rà soát toàn bộ các mỏ đá.",
        ["by 2024-12-31 «Từ nay đến hết năm 2024»"],
        id="from now to the end of a year",
    ),
    # within
    pytest.param(
        "Cấp chữ ký số cho cán bộ xã trong 6 tháng cuối năm 2024.",
        ["by 2024-12-31 «trong 6 tháng cuối năm 2024»"],
        id="within a half-year that is named",
    ),
    pytest.param(
        "Khi có ổ dịch, trong 24 giờ phải khoanh vùng xong.",
        ["by open «trong 24 giờ»"],
        id="a bare count within which something must be done",
    ),
    pytest.param(
        "Trả kết quả trong 03 ngày làm việc kể từ khi đủ hồ sơ đối với dự án nhóm C.",
        ["by open «trong 03 ngày làm việc kể từ khi đủ hồ sơ»"],
        id="a count ends before whom it concerns",
    ),
    pytest.param("Tiếp nhận hồ sơ dự thi đến 17h00 ngày 30/4/2024.", ["by 2024-04-30 «đến 17h00 ngày 30/4/2024»"], id="until an hour"),
    pytest.param("Dọn xong lòng hồ trong tuần đầu tháng 4/2024.", ["by open «trong tuần đầu tháng 4/2024»"], id="within a week of a month"),
    pytest.param("Vận hành thử trung tâm điều hành từ ngày 01/7/2024.", ["from 2024-07-01 «từ ngày 01/7/2024»"], id="a window opens"),
    pytest.param(
        "Từ ngày 01/5/2024, triển khai cấp phiếu lý lịch tư pháp trực tuyến.",
        ["from 2024-05-01 «Từ ngày 01/5/2024»"],
        id="a window opens at the head",
    ),
    pytest.param("Báo cáo UBND tỉnh trong ngày 12/3/2024.", ["by 2024-03-12 «trong ngày 12/3/2024»"], id="within a day"),
    pytest.param("Công khai danh sách trong tháng 10/2024.", ["by 2024-10-31 «trong tháng 10/2024»"], id="within a month"),
    pytest.param("Công khai danh sách trong tháng 10 năm 2024.", ["by 2024-10-31 «trong tháng 10 năm 2024»"], id="within a month in words"),
    pytest.param("Công khai danh sách trong tháng 6.", ["by open «trong tháng 6»"], id="a month without a year stays open"),
    pytest.param("Trình phương án phân bổ trong quý II/2024.", ["by 2024-06-30 «trong quý II/2024»"], id="within a quarter"),
    pytest.param("Trình phương án trong quý 3 năm 2024.", ["by 2024-09-30 «trong quý 3 năm 2024»"], id="quarter in Arabic figures"),
    pytest.param("Tổ chức thanh tra chuyên đề trong năm 2024.", ["by 2024-12-31 «trong năm 2024»"], id="within a year"),
    pytest.param(
        "Hoàn thành việc sắp xếp trong 6 tháng đầu năm 2024.",
        ["by 2024-06-30 «trong 6 tháng đầu năm 2024»"],
        id="within the first half of a year",
    ),
    pytest.param(
        "Hoàn thành việc sắp xếp trong 6 tháng cuối năm 2024.",
        ["by 2024-12-31 «trong 6 tháng cuối năm 2024»"],
        id="within the second half of a year",
    ),
    pytest.param(
        "Kiểm tra trong quý II và quý III/2024.", ["by 2024-09-30 «trong quý II và quý III/2024»"], id="two quarters end with the second"
    ),
    pytest.param("Thẩm định, trình UBND tỉnh xong trong tháng 6/2024.", ["by 2024-06-30 «trong tháng 6/2024»"], id="done within a month"),
    pytest.param(
        "Xử lý trong vòng 03 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ.",
        ["by open «trong vòng 03 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ»"],
        id="count from an event",
    ),
    pytest.param(
        "Tháo dỡ công trình trong thời hạn 15 ngày kể từ ngày 22/4/2024, không để tái diễn.",
        ["by open «trong thời hạn 15 ngày kể từ ngày 22/4/2024»"],
        id="count from a day stays open here",
    ),
    pytest.param("Trong thời gian 05 ngày, các đơn vị rà soát lại.", ["by open «Trong thời gian 05 ngày»"], id="count without a beginning"),
    pytest.param("Có văn bản trả lời trong 03 ngày làm việc.", ["by open «trong 03 ngày làm việc»"], id="count of working days"),
    # windows
    pytest.param(
        "Treo cờ từ ngày 15/12/2024 đến hết ngày 23/12/2024.",
        ["by 2024-12-23 «từ ngày 15/12/2024 đến hết ngày 23/12/2024»"],
        id="a window ends on its last day",
    ),
    pytest.param(
        "Tập huấn từ ngày 16/6 đến ngày 24/6/2024.", ["by 2024-06-24 «từ ngày 16/6 đến ngày 24/6/2024»"], id="the first day has no year"
    ),
    pytest.param(
        "Tập huấn từ ngày 16 đến ngày 24/6/2024.", ["by 2024-06-24 «từ ngày 16 đến ngày 24/6/2024»"], id="the first day has no month"
    ),
    pytest.param("Tập huấn từ ngày 16/6 - 24/6/2024.", ["by 2024-06-24 «từ ngày 16/6 - 24/6/2024»"], id="a dash between the days"),
    pytest.param("Thả cá giống từ tháng 4 đến tháng 6/2024.", ["by 2024-06-30 «từ tháng 4 đến tháng 6/2024»"], id="a window of months"),
    pytest.param(
        "Thực hiện tổng rà soát từ nay đến ngày 30/6/2024.", ["by 2024-06-30 «từ nay đến ngày 30/6/2024»"], id="a window that opens now"
    ),
    # right behind the verb
    pytest.param("Hoàn thành quý II/2025.", ["by 2025-06-30 «quý II/2025»"], id="a quarter right behind the verb"),
    pytest.param("Dự kiến khởi công và hoàn thành năm 2026.", ["by 2026-12-31 «năm 2026»"], id="a year right behind the verb"),
    # on
    pytest.param("Tổ chức hội nghị vào 08 giờ ngày 20/5/2024.", ["on 2024-05-20 «vào 08 giờ ngày 20/5/2024»"], id="at an hour of a day"),
    pytest.param("Tổ chức lễ phát động vào ngày 16/4/2024.", ["on 2024-04-16 «vào ngày 16/4/2024»"], id="on a day"),
    pytest.param("Tổng kết phong trào vào tháng 12/2024.", ["by 2024-12-31 «vào tháng 12/2024»"], id="in a month"),
    # events
    pytest.param(
        "Chi trả xong trước Tết Nguyên đán Ất Tỵ năm 2025.",
        ["before open «trước Tết Nguyên đán Ất Tỵ năm 2025»"],
        id="before Tết of a named year",
    ),
    pytest.param("Trao quà cho các hộ trước Tết.", ["before open «trước Tết»"], id="before Tết"),
    pytest.param("Tu sửa kè trước mùa mưa lũ năm 2024.", ["before open «trước mùa mưa lũ năm 2024»"], id="before the floods"),
    pytest.param(
        "Nạo vét kênh mương trước mùa mưa, bão năm 2024.", ["before open «trước mùa mưa, bão năm 2024»"], id="before rain and storm"
    ),
    pytest.param(
        "Hoàn thiện sổ điểm trước khi kết thúc năm học 2023 - 2024; hướng dẫn các trường.",
        ["before open «trước khi kết thúc năm học 2023 - 2024»"],
        id="before the end of a school year",
    ),
    pytest.param("Bổ sung giáo viên trước năm học 2024 - 2025.", ["before open «trước năm học 2024 - 2025»"], id="before a school year"),
    pytest.param("Gửi tài liệu trước kỳ họp thứ 20 HĐND tỉnh.", ["before open «trước kỳ họp thứ 20 HĐND tỉnh»"], id="before a session"),
    pytest.param("Sửa chữa phòng học trước ngày khai giảng.", ["before open «trước ngày khai giảng»"], id="before the opening of school"),
    pytest.param(
        "Gửi giấy mời ít nhất trước 05 ngày làm việc tính đến ngày họp.",
        ["before open «trước 05 ngày làm việc tính đến ngày họp»"],
        id="so many days before an event",
    ),
    pytest.param(
        "Báo cáo theo quy định (6 tháng trước ngày 15/6, năm trước ngày 15/12).",
        ["before yearly «trước ngày 15/6»", "before yearly «trước ngày 15/12»"],
        id="reports of half a year and of a year",
    ),
    pytest.param("Trình UBND tỉnh phê duyệt xong trước 15/5.", ["before open «trước 15/5»"], id="before a day and month alone"),
    pytest.param("Tổng hợp, báo cáo năm trước ngày 05 tháng 12.", ["before yearly «trước ngày 05 tháng 12»"], id="a report of the year"),
    pytest.param(
        "Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12 hằng năm.",
        ["before yearly «trước ngày 10/6»", "before yearly «trước ngày 10/12 hằng năm»"],
        id="two days of every year",
    ),
    pytest.param(
        "Báo cáo hằng năm (trước ngày 15/12) gửi Sở Tài chính.",
        ["by yearly «hằng năm»", "before yearly «trước ngày 15/12»"],
        id="the day of every year in brackets",
    ),
    pytest.param(
        "Gia cố đập tràn trước khi bão vào và chậm nhất trong tháng 5/2024.",
        ["before open «trước khi bão vào»", "by 2024-05-31 «chậm nhất trong tháng 5/2024»"],
        id="before a storm, and latest",
    ),
    pytest.param(
        "Hoàn thành di dời các hộ dân trước khi hồ tích nước.",
        ["before open «trước khi hồ tích nước»"],
        id="to be finished before any event",
    ),
    pytest.param(
        "Thay xong đèn chiếu sáng trước dịp cao điểm du lịch.", ["before open «trước dịp cao điểm du lịch»"], id="done before a busy time"
    ),
    pytest.param(
        "Thu hồi tạm ứng trước khi khóa sổ kế toán.", ["before open «trước khi khóa sổ kế toán»"], id="before the books are closed"
    ),
    # recurrences
    pytest.param("Định kỳ hằng quý báo cáo UBND tỉnh.", ["by quarterly «Định kỳ hằng quý»"], id="regularly every quarter"),
    pytest.param("Định kỳ hàng tháng, các cơ quan báo cáo tiến độ.", ["by monthly «Định kỳ hàng tháng»"], id="hàng for hằng"),
    pytest.param(
        "Đôn đốc các đơn vị; hằng tháng chấm điểm mức độ hoàn thành.", ["by monthly «hằng tháng»"], id="every month before a verb"
    ),
    pytest.param("Hằng tuần tổng hợp số liệu gửi Sở Y tế.", ["by weekly «Hằng tuần»"], id="every week at the head"),
    pytest.param("Cập nhật tiến độ hằng ngày.", ["by daily «hằng ngày»"], id="every day at the end"),
    pytest.param(
        "Thông báo cấp dự báo cháy rừng hằng ngày trên loa truyền thanh.", ["by daily «hằng ngày»"], id="every day within the sentence"
    ),
    pytest.param("Gửi báo cáo trước ngày 20 hằng tháng.", ["before monthly «trước ngày 20 hằng tháng»"], id="before a day of every month"),
    pytest.param(
        "Gửi báo cáo trước ngày 25 của tháng cuối quý.",
        ["before quarterly «trước ngày 25 của tháng cuối quý»"],
        id="before a day of the last month of a quarter",
    ),
    pytest.param("Gửi báo cáo trước ngày 05 tháng sau.", ["before monthly «trước ngày 05 tháng sau»"], id="before a day of the next month"),
    pytest.param("Báo cáo trước ngày 15/12 hằng năm.", ["before yearly «trước ngày 15/12 hằng năm»"], id="before a day of every year"),
    pytest.param(
        "Báo cáo chậm nhất là ngày 20 tháng 12 hằng năm.",
        ["by yearly «chậm nhất là ngày 20 tháng 12 hằng năm»"],
        id="latest on a day of every year",
    ),
    pytest.param("Báo cáo nhanh trước 16 giờ hằng ngày.", ["before daily «trước 16 giờ hằng ngày»"], id="an hour of every day"),
    pytest.param(
        "Báo cáo trước 16 giờ 30 phút hằng ngày.", ["before daily «trước 16 giờ 30 phút hằng ngày»"], id="an hour and minutes of every day"
    ),
    pytest.param("Báo cáo trước 15 giờ thứ Sáu hằng tuần.", ["before weekly «trước 15 giờ thứ Sáu hằng tuần»"], id="an hour of a weekday"),
    pytest.param("Gửi số liệu vào thứ Năm hằng tuần.", ["on weekly «vào thứ Năm hằng tuần»"], id="on a weekday"),
    pytest.param("Công khai danh sách vào ngày 25 hằng tháng.", ["on monthly «vào ngày 25 hằng tháng»"], id="on a day of every month"),
    pytest.param(
        "Gửi báo cáo ngày 20 hằng tháng.", ["by monthly «ngày 20 hằng tháng»"], id="a day of every month without a word before it"
    ),
    pytest.param("Họp giao ban 01 lần/tháng.", ["by monthly «01 lần/tháng»"], id="once a month"),
    pytest.param("Kiểm tra thực địa ít nhất 01 lần/quý.", ["by quarterly «ít nhất 01 lần/quý»"], id="at least once a quarter"),
    pytest.param(
        "Định kỳ hằng tháng, quý, năm báo cáo kết quả.",
        ["by monthly «Định kỳ hằng tháng»", "by quarterly «quý»", "by yearly «năm»"],
        id="three recurrences in a row",
    ),
    pytest.param(
        "Định kỳ 6 tháng, hằng năm báo cáo UBND tỉnh.", ["by yearly «Định kỳ 6 tháng, hằng năm»"], id="every half-year and every year"
    ),
    pytest.param("Hằng năm xây dựng dự toán gửi Sở Tài chính.", ["by yearly «Hằng năm»"], id="every year before what is to be done"),
    pytest.param(
        "Niêm yết giá đất tại trụ sở xã trong 05 ngày đầu của mỗi tháng.",
        ["by monthly «trong 05 ngày đầu của mỗi tháng»"],
        id="the first days of every month",
    ),
    pytest.param(
        "Tổ công nghệ số mỗi tuần sinh hoạt ít nhất một lần.", ["by weekly «mỗi tuần»"], id="once in every week, the count behind the verb"
    ),
    pytest.param(
        "Định kỳ hằng quý, trước ngày 10 của tháng đầu quý tiếp theo, gửi số liệu.",
        ["before quarterly «Định kỳ hằng quý, trước ngày 10 của tháng đầu quý tiếp theo»"],
        id="every quarter before a day of the next",
    ),
    pytest.param(
        "Hằng tháng, chậm nhất ngày 22 gửi kết quả về Sở Tài chính.",
        ["by monthly «Hằng tháng, chậm nhất ngày 22»"],
        id="every month, latest on a day",
    ),
    pytest.param("Định kỳ 6 tháng, 1 năm báo cáo Bộ Tài chính.", ["by yearly «Định kỳ 6 tháng, 1 năm»"], id="every half-year and one year"),
    pytest.param("Định kỳ 3 tháng một lần họp kiểm điểm.", ["by quarterly «Định kỳ 3 tháng một lần»"], id="every three months"),
    pytest.param(
        "Định kỳ 6 tháng kiểm tra bình chữa cháy.", ["by open «Định kỳ 6 tháng»"], id="every half-year, for which there is no word"
    ),
    pytest.param(
        "Hằng quý, 6 tháng, năm báo cáo kết quả.", ["by quarterly «Hằng quý»", "by yearly «năm»"], id="every quarter, half-year and year"
    ),
    pytest.param(
        "Gửi số liệu vào ngày 15 và ngày 30 hằng tháng.", ["on monthly «vào ngày 15 và ngày 30 hằng tháng»"], id="two days of every month"
    ),
    pytest.param(
        "Báo cáo trước 16 giờ các ngày thứ Hai và thứ Năm hằng tuần.",
        ["before weekly «trước 16 giờ các ngày thứ Hai và thứ Năm hằng tuần»"],
        id="two weekdays",
    ),
    pytest.param("Nộp báo cáo vào tuần cuối của tháng 6/2024.", ["by open «vào tuần cuối của tháng 6/2024»"], id="in a week of a month"),
    # labels
    pytest.param("Thời gian hoàn thành: quý II/2024.", ["by 2024-06-30 «quý II/2024»"], id="a label with a quarter"),
    pytest.param("Thời hạn hoàn thành: 30/6/2024.", ["by 2024-06-30 «30/6/2024»"], id="a label with a bare date"),
    pytest.param("Thời hạn gửi báo cáo là ngày 30/6/2024.", ["by 2024-06-30 «30/6/2024»"], id="a limit called so"),
    pytest.param("Thời gian thực hiện: Năm 2024.", ["by 2024-12-31 «Năm 2024»"], id="a label with a year"),
    pytest.param(
        "Thời gian thực hiện: Từ ngày 01/4 đến ngày 15/5/2024.",
        ["by 2024-05-15 «Từ ngày 01/4 đến ngày 15/5/2024»"],
        id="a label with a window",
    ),
    pytest.param("Báo cáo Chủ tịch UBND tỉnh trong Quý II/2024.", ["by 2024-06-30 «trong Quý II/2024»"], id="a quarter in capitals"),
    pytest.param(
        "Cụ thể hóa bằng kế hoạch của ngành, ban hành trong tháng 3/2024.", ["by 2024-03-31 «trong tháng 3/2024»"], id="to be issued within"
    ),
    pytest.param(
        "Hằng năm đánh giá, báo cáo UBND tỉnh trước ngày 15/12.",
        ["before yearly «Hằng năm đánh giá, báo cáo UBND tỉnh trước ngày 15/12»"],
        id="every year before a day",
    ),
    pytest.param("Họp giao ban định kỳ mỗi tháng một lần.", ["by monthly «định kỳ mỗi tháng»"], id="once in every month"),
]

REPORTS = [
    pytest.param(
        "Đẩy nhanh việc lập quy hoạch, bảo đảm trình Hội đồng trong tháng 6/2024.",
        ["by 2024-06-30 «trong tháng 6/2024»"],
        id="to be handed over within a month",
    ),
    pytest.param(
        "Việc bàn giao hồ sơ giữa các bên hoàn thành chậm nhất vào ngày 30/4/2024.",
        ["by 2024-04-30 «chậm nhất vào ngày 30/4/2024»"],
        id="latest",
    ),
    pytest.param(
        "Nhà đầu tư hoàn thành thủ tục đất đai trong quý II/2024.",
        ["by 2024-06-30 «trong quý II/2024»"],
        id="to be finished within a quarter",
    ),
    pytest.param(
        "Thời gian tiếp nhận ủng hộ từ 15/3/2024 đến hết ngày 15/4/2024.",
        ["by 2024-04-15 «từ 15/3/2024 đến hết ngày 15/4/2024»"],
        id="the time of a collection",
    ),
    pytest.param(
        "Công khai danh sách cơ sở đủ điều kiện trong tháng 10/2024.",
        ["by 2024-10-31 «trong tháng 10/2024»"],
        id="a sentence that opens with what to do",
    ),
]

NONE_IN_ORDERS = [
    pytest.param("Phấn đấu đến ngày 31/12/2024 giải ngân tối thiểu 95% kế hoạch vốn.", id="the horizon of a share"),
    pytest.param("Phấn đấu hết năm 2024 tỷ lệ tiêm phòng đạt 100%.", id="the horizon of a share at the end of a year"),
    pytest.param("Đến năm 2030, tỉnh có 8.000 doanh nghiệp.", id="the horizon of a count"),
    pytest.param("Thực hiện Chương trình phát triển du lịch đến năm 2030.", id="the horizon of a programme"),
    pytest.param("Trong năm 2024 và các năm tiếp theo, tiếp tục tiết kiệm điện.", id="a year that goes on"),
    pytest.param("Tổng hợp số nợ đọng tính đến ngày 31/3/2024 của từng đơn vị.", id="a day of reckoning"),
    pytest.param("Đưa nội dung này vào kế hoạch phát triển kinh tế - xã hội hằng năm.", id="a yearly plan"),
    pytest.param("Cân đối kinh phí trong dự toán ngân sách hằng năm.", id="a yearly budget"),
    pytest.param("Bảo đảm nước sinh hoạt hằng ngày cho người dân.", id="daily life"),
    pytest.param("Quan tâm rà soát, công nhận hộ thoát nghèo thường xuyên hằng năm.", id="a yearly procedure"),
    pytest.param("Kiểm tra, kịp thời báo cáo UBND tỉnh ngay sau kỳ nghỉ Tết.", id="right after an event"),
    pytest.param("Thường xuyên rà soát, kịp thời khắc phục.", id="urgency without a day"),
    pytest.param("Bình ổn thị trường dịp trước, trong và sau Tết.", id="around an event"),
    pytest.param("Bố trí lực lượng trực trước và trong ngày bầu cử.", id="before and on a day"),
    pytest.param("Chuẩn bị kỷ niệm 50 năm (30/4/1975 - 30/4/2025).", id="an anniversary"),
    pytest.param("Hưởng ứng Ngày Chuyển đổi số quốc gia (ngày 10/10 hằng năm).", id="the name of a day"),
    pytest.param("Trình UBND tỉnh trước khi ban hành.", id="a condition, not an event"),
    pytest.param("Chủ động ứng phó trước tình hình dịch bệnh phức tạp.", id="in the face of"),
    pytest.param("Trước hết, tập trung rà soát quy hoạch.", id="first of all"),
    pytest.param("Rà soát các nhiệm vụ trọng tâm trong năm 2024.", id="the tasks of a year"),
    pytest.param("Thực hiện Kế hoạch số 11/KH-UBND ngày 17/01/2024 về bảo đảm an toàn giao thông trong năm 2024.", id="the name of a plan"),
    pytest.param("Thực hiện nghiêm Công văn số 1883/UBND-KT ngày 27/12/2023.", id="a day of issue"),
    pytest.param("Báo cáo các vụ việc phát sinh trước ngày 01/7/2024.", id="what arose before a day"),
    pytest.param("Lãnh đạo trực 24/24 giờ trong những ngày mưa lũ.", id="round the clock"),
    pytest.param("Tăng bình quân hằng năm 8%.", id="a yearly mean"),
    pytest.param("Theo dõi diễn biến thời tiết từ ngày 10/3 đến ngày 15/3/2024.", id="a window of weather"),
    pytest.param("Thúc đẩy xuất khẩu những tháng cuối năm 2024.", id="months that last"),
    pytest.param("Hoàn thành hồ sơ trước khi trình Hội đồng thẩm định.", id="a step of the same procedure"),
    pytest.param("Đến hết ngày 20/4, toàn huyện đã gieo trồng 1.200 ha; tiếp tục chăm sóc.", id="a result within an order"),
    pytest.param("Rà soát các hợp đồng ký từ ngày 01/6/2024 trở đi.", id="what was signed since a day"),
    pytest.param("Cho người lao động nghỉ không quá 05 ngày.", id="how long something lasts"),
    pytest.param("Thông báo việc cắt điện từ 6 giờ đến 17 giờ ngày 30/4/2024.", id="the hours of an event"),
]

NONE_IN_REPORTS = [
    pytest.param("Quyết định có hiệu lực thi hành từ ngày 20/3/2024 đến hết ngày 31/12/2024.", id="effect"),
    pytest.param("Giấy chứng nhận có giá trị trong thời hạn 36 tháng kể từ ngày ban hành.", id="validity"),
    pytest.param("Đến hết ngày 31/3/2024, toàn tỉnh mới giải ngân được 11,2% kế hoạch vốn.", id="a result"),
    pytest.param("Trong 9 tháng đầu năm, kinh tế của tỉnh có nhiều khởi sắc.", id="how long a result took"),
    pytest.param("UBND tỉnh chỉ đạo về việc chi trả trợ cấp trong dịp Tết và trong năm 2024.", id="the matter of a letter"),
    pytest.param("Hằng năm, tỉnh đón hàng triệu lượt khách tham quan.", id="what happens every year"),
    pytest.param("Nhiệm kỳ của Hội đồng từ ngày 01/4/2024 đến ngày 31/12/2028.", id="a term"),
    pytest.param("Báo cáo UBND tỉnh trước ngày 20/02/2024.", id="a day before the day of issue"),
    pytest.param("Trong ngày 26/3/2024, đoàn công tác thăm các điểm trường.", id="what happens on a day"),
    pytest.param("Thời gian: 14 giờ ngày 20/3/2024, tại hội trường.", id="the hour of a meeting"),
    pytest.param("Dự báo từ ngày 20/3 đến ngày 25/3/2024 có mưa to.", id="a forecast"),
    pytest.param("Trước ngày hội sẽ có nhiều hoạt động văn nghệ, thể thao.", id="what will happen before a day"),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_limits_of_an_order(text: str, expected: list[str]) -> None:
    assert [shown(d) for d in read(text, ordered=True)] == expected


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_limits_outside_orders(text: str, expected: list[str]) -> None:
    assert [shown(d) for d in read(text, ordered=False)] == expected


@pytest.mark.parametrize("text", NONE_IN_ORDERS)
def test_no_limit_in_an_order(text: str) -> None:
    assert [shown(d) for d in read(text, ordered=True)] == []


@pytest.mark.parametrize("text", NONE_IN_REPORTS)
def test_no_limit_outside_orders(text: str) -> None:
    assert [shown(d) for d in read(text, ordered=False)] == []


TABLE = """Phân công nhiệm vụ như sau:
Nhiệm vụ | Cơ quan chủ trì | Thời hạn
Bố trí trụ sở | UBND huyện Cao Lộc | Trước ngày 20/6/2024
Tập huấn nghiệp vụ | Sở Nội vụ | Từ ngày 16/6 đến ngày 24/6/2024
Bàn giao hồ sơ | Sở Tư pháp | 30/6/2024
Kiểm tra đường truyền | Sở Thông tin và Truyền thông | Thường xuyên
Tổng hợp tiến độ | Sở Tài chính | Hằng tuần
Đánh giá bước đầu | Sở Nội vụ | Quý IV/2024
Sơ kết 20/5/2024 | Văn phòng UBND tỉnh | Tháng 7/2024"""


def test_cells_under_the_heading_of_limits() -> None:
    assert [shown(d) for d in read(TABLE, ordered=True)] == [
        "before 2024-06-20 «Trước ngày 20/6/2024»",
        "by 2024-06-24 «Từ ngày 16/6 đến ngày 24/6/2024»",
        "by 2024-06-30 «30/6/2024»",
        "by weekly «Hằng tuần»",
        "by 2024-12-31 «Quý IV/2024»",
        "by 2024-07-31 «Tháng 7/2024»",
    ]


def test_a_table_without_limits_has_none() -> None:
    assert read("Đơn vị | Ngày thành lập\nSở Nội vụ | 30/6/2024", ordered=True) == []


def test_a_limit_is_bound_to_the_order_that_holds_it() -> None:
    text = "Kính gửi các đơn vị.\nRà soát danh mục trước ngày 30/4/2024.\nGửi báo cáo trước ngày 31/5/2024."
    paragraphs = [(0, 20), (21, 58), (59, 93)]
    orders = [Assignment(("Sở Y tế",), (), "", None, paragraphs[1]), Assignment(("Sở Y tế",), (), "", None, paragraphs[2])]
    found = find_deadlines(find_anchors(text, lexicon_of(None)), paragraphs, orders, ISSUED)
    assert [(d.assignment, text[slice(*d.span)]) for d in found] == [(0, "trước ngày 30/4/2024"), (1, "trước ngày 31/5/2024")]


@pytest.mark.parametrize(
    ("source", "text", "days"),
    [
        pytest.param(
            "12/CĐ-TTg@2024-02-10", "Báo cáo Bộ Y tế trước ngày 28/02/2024.", ["2024-02-28"], id="an order quoted from an older document"
        ),
        pytest.param(None, "Báo cáo Bộ Y tế trước ngày 28/02/2024.", [], id="an order of the province"),
        pytest.param("12/CĐ-TTg@2024-02-10", "Rà soát dự án được duyệt trước ngày 28/02/2024.", [], id="a quoted condition"),
        pytest.param("12/CĐ-TTg@2023-02-10", "Báo cáo Bộ Y tế trước ngày 28/02/2023.", [], id="over for a year"),
    ],
)
def test_a_limit_that_is_over_stands_only_in_a_quoted_order(source: str | None, text: str, days: list[str]) -> None:
    orders = [Assignment(("UBND tỉnh",), (), text, source, (0, len(text)))]
    found = find_deadlines(find_anchors(text, lexicon_of(None)), [(0, len(text))], orders, ISSUED)
    assert [str(d.due) for d in found] == days


def test_without_a_day_of_issue_no_limit_is_too_early() -> None:
    assert [d.due for d in read("Báo cáo trước ngày 20/02/2019.", ordered=True, issued_on=None)] == [dt.date(2019, 2, 20)]


def test_an_item_without_paragraphs_has_no_limit() -> None:
    assert find_deadlines(find_anchors("", lexicon_of(None)), [], [], None) == []
