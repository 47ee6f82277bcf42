"""Figures to be reached, and figures that only report, allow, cost or describe."""

from __future__ import annotations

import csv
import datetime as dt
from importlib import resources

import pytest

from dieuhanh.extract.anchors import find_anchors
from dieuhanh.extract.facts import Period, Span, Target
from dieuhanh.extract.figures import find_figures, number
from dieuhanh.extract.lexicon import lexicon_of
from dieuhanh.extract.targets import find_targets
from tests.extract.one_item import item_of

ISSUED = dt.date(2024, 3, 5)


def read(text: str, issued_on: dt.date | None = ISSUED) -> list[Target]:
    """The targets of an item whose paragraphs are the lines of `text`."""
    paragraphs: list[Span] = []
    for line in text.split("\n"):
        start = paragraphs[-1][1] + 1 if paragraphs else 0
        paragraphs.append((start, start + len(line)))
    return find_targets(find_anchors(text, lexicon_of(None)), paragraphs, issued_on)


def shown(target: Target) -> str:
    """Comparator, figure, unit and horizon: ">= 30 % by 2024"."""
    upper = "" if target.upper is None else f"-{target.upper}"
    return f"{target.comparator} {target.value}{upper} {target.unit}" + (f" by {target.by}" if target.by else "")


GOALS = [
    # how it is compared
    pytest.param("Phấn đấu tỷ lệ tiêm phòng đạt tối thiểu 80%.", [">= 80 %"], id="at least: tối thiểu"),
    pytest.param("Phấn đấu tỷ lệ tiêm phòng đạt tối thiếu 80%.", [">= 80 %"], id="at least, misspelt"),
    pytest.param("Phấn đấu có ít nhất 05 xã về đích.", [">= 5 xã"], id="at least: ít nhất"),
    pytest.param("Phấn đấu tỷ lệ lấp đầy không dưới 60%.", [">= 60 %"], id="at least: không dưới"),
    pytest.param("Phấn đấu tỷ lệ lấp đầy không thấp hơn 60%.", [">= 60 %"], id="at least: không thấp hơn"),
    pytest.param("Phấn đấu tỷ lệ lấp đầy đạt từ 60% trở lên.", [">= 60 %"], id="at least: từ … trở lên"),
    pytest.param("Phấn đấu tỷ lệ lấp đầy đạt 60% trở lên.", [">= 60 %"], id="at least: trở lên"),
    pytest.param("Phấn đấu kinh tế số chiếm từ 10% GRDP trở lên.", [">= 10 %"], id="at least: trở lên after what it is a share of"),
    pytest.param("Phấn đấu thu ngân sách vượt ít nhất 20% dự toán.", [">= 20 %"], id="at least wins over vượt"),
    pytest.param("Phấn đấu tăng trưởng ≥ 8%.", [">= 8 %"], id="at least as a sign"),
    pytest.param("Phấn đấu trên 60% hợp tác xã xếp loại khá.", ["> 60 %"], id="more than: trên"),
    pytest.param("Phấn đấu thu ngân sách vượt 10% dự toán.", ["> 10 %"], id="more than: vượt"),
    pytest.param("Phấn đấu giải ngân hơn 95% kế hoạch.", ["> 95 %"], id="more than: hơn"),
    pytest.param("Phấn đấu tỷ lệ hộ nghèo còn dưới 5%.", ["< 5 %"], id="less than: dưới"),
    pytest.param("Phấn đấu tỷ lệ thất nghiệp thấp hơn 3%.", ["< 3 %"], id="less than: thấp hơn"),
    pytest.param("Phấn đấu thời gian nộp thuế không quá 119 giờ/năm.", ["<= 119 giờ/năm"], id="at most: không quá"),
    pytest.param("Phấn đấu tỷ lệ nợ xấu tối đa 3%.", ["<= 3 %"], id="at most: tối đa"),
    pytest.param("Phấn đấu đón khoảng 1.000 lượt khách.", ["~ 1000 lượt khách"], id="about: khoảng"),
    pytest.param("Phấn đấu đón xấp xỉ 1.000 lượt khách.", ["~ 1000 lượt khách"], id="about: xấp xỉ"),
    pytest.param("Phấn đấu đón gần 5 triệu lượt khách.", ["~ 5 triệu lượt khách"], id="about: gần"),
    pytest.param("Phấn đấu tỷ lệ dùng nước sạch 60%; hộ có nước 90%.", ["= 60 %", "= 90 %"], id="nước is no ước"),
    pytest.param("Phấn đấu trồng mới 9.000 ha rừng.", ["= 9000 ha"], id="exactly"),
    # ranges
    pytest.param("Phấn đấu điểm số PCI đạt 62 - 63 điểm.", ["= 62-63 điểm"], id="range with a dash"),
    pytest.param("Phấn đấu tăng trưởng bình quân 9 – 10%/năm.", ["= 9-10 %/năm"], id="range with a long dash, a year"),
    pytest.param("Phấn đấu thu hút từ 05 đến 07 doanh nghiệp.", ["= 5-7 doanh nghiệp"], id="range from … to is no at least"),
    pytest.param("Phấn đấu hộ nghèo giảm từ 2 - 3%/năm.", ["= 2-3 %/năm"], id="range from a dash"),
    pytest.param("Phấn đấu kinh tế số đạt khoảng 25 - 30%.", ["~ 25-30 %"], id="about a range"),
    pytest.param("Phấn đấu đầu tư cho khoa học đạt 1,2%-1,5% GRDP.", ["= 1.2-1.5 %"], id="range with the sign twice"),
    pytest.param("Phấn đấu tổng thu đạt 3.900 - 4.000 tỷ đồng.", ["= 3900-4000 tỷ đồng"], id="range of thousands"),
    pytest.param("Phấn đấu doanh thu từ 200 triệu đồng đến 300 triệu đồng.", ["= 200-300 triệu đồng"], id="range with the unit twice"),
    # units
    pytest.param("Phấn đấu thu nhập đạt 45 triệu đồng/người/năm.", ["= 45 triệu đồng/người/năm"], id="unit by person and year"),
    pytest.param("Phấn đấu tỷ số giới tính không quá 113 bé trai/100 bé gái.", ["<= 113 bé trai/100 bé gái"], id="unit by a hundred"),
    pytest.param(
        "Phấn đấu đạt 12 bác sĩ/vạn dân và 32 giường bệnh/vạn dân.",
        ["= 12 bác sĩ/vạn dân", "= 32 giường bệnh/vạn dân"],
        id="unit by ten thousand",
    ),
    pytest.param("Phấn đấu tỷ suất tử vong mẹ dưới 30/100.000 trẻ đẻ sống.", ["< 30 /100.000 trẻ"], id="a rate of a hundred thousand"),
    pytest.param(
        "Phấn đấu tỷ suất mắc mới sốt rét còn 0,02/1.000 dân, theo Quyết định số 12/1998/QĐ-UB.",
        ["= 0.02 /1.000 dân"],
        id="a rate of a thousand",
    ),
    pytest.param("Phấn đấu có ít nhất 02 huyện/thành phố về đích.", [">= 2 huyện/thành phố"], id="either of two units"),
    pytest.param("Phấn đấu giảm tỷ suất sinh 0,1‰.", ["= 0.1 ‰"], id="a share of a thousand"),
    pytest.param("Phấn đấu năng suất lúa đạt 55 tạ/ha.", ["= 55 tạ/ha"], id="unit by hectare"),
    pytest.param("Phấn đấu tuổi thọ bình quân đạt 73,5 tuổi.", ["= 73.5 tuổi"], id="years of life"),
    pytest.param(
        "Phấn đấu kim ngạch đạt 5.560 triệu USD, trong đó xuất khẩu 3.243 triệu USD.",
        ["= 5560 triệu USD", "= 3243 triệu USD"],
        id="a part of the whole",
    ),
    pytest.param("Phấn đấu khách quốc tế đạt 140 nghìn lượt.", ["= 140 nghìn lượt"], id="unit with a magnitude"),
    pytest.param("Phấn đấu tổng thu đạt 3,5 nghìn tỷ đồng.", ["= 3.5 nghìn tỷ đồng"], id="unit with two magnitudes"),
    pytest.param("Phấn đấu xây dựng 02 (hai) mô hình điểm.", ["= 2 mô hình"], id="the number in words in brackets"),
    pytest.param(
        "Phấn đấu đào tạo ít nhất 20 đấu giá viên.", [">= 20 đấu giá"], id="a noun that no list knows counts where it is compared"
    ),
    pytest.param("Phấn đấu thành lập 25 - 30 hợp tác xã (HTX).", ["= 25-30 hợp tác xã"], id="short form in brackets"),
    pytest.param("Phấn đấu tăng ít nhất 03 bậc so với năm 2023.", [">= 3 bậc"], id="places in a ranking"),
    pytest.param("Phấn đấu kim ngạch tăng gấp 2 lần.", ["= 2 lần"], id="times"),
    # lists
    pytest.param(
        "Phấn đấu tổ chức ít nhất 02 hội nghị và 05 lớp tập huấn.", [">= 2 hội nghị", ">= 5 lớp"], id="and carries the comparison"
    ),
    pytest.param(
        "Phấn đấu trên 60% cơ sở đạt chuẩn và 100% người lao động được tập huấn.",
        ["> 60 %", "= 100 %"],
        id="and carries nothing to the whole",
    ),
    pytest.param(
        "Phấn đấu 90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện được xử lý trên mạng.", ["= 90 %", "= 80 %"], id="a comma carries nothing"
    ),
    pytest.param("Phấn đấu 95% trẻ em từ 12 đến 17 tuổi được tiêm đủ 02 mũi.", ["= 95 %"], id="ages and doses describe"),
    pytest.param("Phấn đấu 100% xã có ít nhất 01 nhà văn hóa.", ["= 100 %"], id="what a share has describes it"),
    pytest.param("Phấn đấu xây dựng 05 mô hình tại 03 xã.", ["= 5 mô hình"], id="where it is done describes it"),
    pytest.param("Phấn đấu không để tỷ lệ nợ xấu vượt quá 2% tổng dư nợ.", ["<= 2 %"], id="at most: không để … vượt quá"),
    pytest.param("Phấn đấu không để quá 1% bệnh nhân bỏ điều trị.", ["<= 1 %"], id="at most: không để quá"),
    pytest.param(
        "Phấn đấu tỷ lệ nộp hồ sơ qua mạng tăng từ 48,5% lên 75%, diện tích rau an toàn tăng từ 320 ha lên trên 500 ha.",
        ["= 75 %", "> 500 ha"],
        id="what a rise starts from is reached already",
    ),
    pytest.param("Phấn đấu rút ngắn thời gian cấp phép xây dựng từ 20 ngày xuống còn 12 ngày.", ["= 12 ngày"], id="what a cut starts from"),
    pytest.param(
        "Phấn đấu thu nhập bình quân trên 1 ha đất trồng trọt đạt 110 triệu đồng/năm.",
        ["= 110 triệu đồng/năm"],
        id="one hectare is what is reckoned on",
    ),
    pytest.param(
        "Phấn đấu số doanh nghiệp có từ 200 lao động trở lên đạt 45 doanh nghiệp.", ["= 45 doanh nghiệp"], id="of those of such a size"
    ),
    pytest.param("Phấn đấu đón trên 1 triệu lượt khách.", ["> 1 triệu lượt khách"], id="more than one million is none such"),
    pytest.param(
        "Phấn đấu tổ chức tối thiểu 33 buổi tuyên truyền, bình quân mỗi huyện 03 buổi.", [">= 33 buổi"], id="the mean explains the sum"
    ),
    pytest.param(
        "Phấn đấu giải ngân đạt 95%; thu hồi vốn của những công trình đến cuối tháng 9 giải ngân dưới 40%.",
        ["= 95 %"],
        id="a figure that picks out those meant",
    ),
    pytest.param("Phấn đấu cung ứng 45.000 m3/ngày đêm nước sạch.", ["= 45000 m3/ngày đêm"], id="unit by day and night"),
]

HORIZONS = [
    pytest.param(
        "Mục tiêu đến năm 2025: 80% thủ tục được số hóa; 90% hồ sơ nộp qua mạng.",
        ["= 80 % by 2025", "= 90 % by 2025"],
        id="a heading governs its sentence",
    ),
    pytest.param(
        "Mục tiêu đến năm 2025: đàn lợn đạt 200.000 con. Đến năm 2030: đàn lợn đạt 260.000 con.",
        ["= 200000 con by 2025", "= 260000 con by 2030"],
        id="each sentence its own year",
    ),
    pytest.param("Phấn đấu đến hết năm 2025 đạt 100%.", ["= 100 % by 2025"], id="by the end of a year"),
    pytest.param("Phấn đấu hết năm 2024 đạt 100%.", ["= 100 % by 2024"], id="end of a year"),
    pytest.param("Phấn đấu đến cuối năm 2024 nợ thuế còn dưới 5%.", ["< 5 % by 2024"], id="the last days of a year"),
    pytest.param("Phấn đấu năm 2024: đón 4 triệu lượt khách.", ["= 4 triệu lượt khách by 2024"], id="a year without a word before it"),
    pytest.param("Phấn đấu thu ngân sách năm 2024 vượt ít nhất 20% dự toán.", [">= 20 % by 2024"], id="the year of what is counted"),
    pytest.param("Phấn đấu trong năm 2024 thành lập mới 20 hợp tác xã.", ["= 20 hợp tác xã by 2024"], id="within a year"),
    pytest.param("Giai đoạn 2026 - 2030: đào tạo được ít nhất 500 kỹ sư.", [">= 500 kỹ sư by 2026/2030"], id="a period"),
    pytest.param(
        "Mục tiêu đến năm 2030: thu ngân sách bình quân thời kỳ 2026 - 2030 tăng 9%/năm, có 95% số xã đạt chuẩn.",
        ["= 9 %/năm by 2026/2030", "= 95 % by 2030"],
        id="a time within a list under another is that of its own part",
    ),
    pytest.param("Phấn đấu giai đoạn 2021-2025 giảm nghèo bình quân 3%/năm.", ["= 3 %/năm by 2021/2025"], id="a period without spaces"),
    pytest.param("Phấn đấu nhiệm kỳ 2025 - 2030 kết nạp 5.000 đảng viên.", ["= 5000 đảng viên by 2025/2030"], id="a term"),
    pytest.param("Phấn đấu đến ngày 31/12/2024 giải ngân tối thiểu 12 tỷ đồng.", [">= 12 tỷ đồng by 2024-12-31"], id="a day"),
    pytest.param("Phấn đấu đến hết tháng 6/2024 có tối thiểu 95% trẻ được tiêm.", [">= 95 % by 2024-06-30"], id="a month"),
    pytest.param("Phấn đấu đến hết quý II/2024 giải ngân tối thiểu 45%.", [">= 45 % by 2024-06-30"], id="a quarter"),
    pytest.param(
        "Phấn đấu đến hết quý II/2024 giải ngân tối thiểu 45%, cả năm 2024 giải ngân trên 95%.",
        [">= 45 % by 2024-06-30", "> 95 % by 2024"],
        id="the nearest horizon before each figure",
    ),
    pytest.param(
        "Phấn đấu đến ngày 30/9/2024 đạt tối thiểu 70% kế hoạch, hết năm 2024 đạt 100%.",
        [">= 70 % by 2024-09-30", "= 100 % by 2024"],
        id="a day, then a year",
    ),
    pytest.param("Phấn đấu giải ngân 100% kế hoạch vốn trước ngày 31/01/2025.", ["= 100 % by 2025-01-31"], id="a limit behind the figure"),
    pytest.param("Phấn đấu 100% hộ ký cam kết trong tháng 10/2024.", ["= 100 % by 2024-10-31"], id="a month behind the figure"),
    pytest.param(
        "Phấn đấu số hóa 100% hồ sơ, hoàn thành trước ngày 30/6/2024.",
        ["= 100 % by 2024-06-30"],
        id="a limit behind the comma with its verb",
    ),
    pytest.param(
        "Khởi công 100% số nhà còn lại trước ngày 20/6/2024, bàn giao toàn bộ chậm nhất ngày 31/7/2024.",
        ["= 100 % by 2024-06-20"],
        id="the first limit behind the figure",
    ),
    pytest.param(
        "Hoàn thành tiêm mũi 2 trước ngày 15/4/2024; phấn đấu đến hết tháng 6/2024 có tối thiểu 95% trẻ em được tiêm.",
        [">= 95 % by 2024-06-30"],
        id="a limit of the clause before does not carry",
    ),
    pytest.param(
        "Tiêm đợt 1 xong trước ngày 30/4/2024, phấn đấu tỷ lệ tiêm phòng đạt trên 80%.",
        ["> 80 %"],
        id="a limit of the part before does not carry",
    ),
    pytest.param("Phấn đấu giảm ít nhất 30% so với năm 2023.", [">= 30 %"], id="the year compared with is no horizon"),
    pytest.param("Mục tiêu đến năm 2030, tầm nhìn đến năm 2045: 100% xã có sóng 5G.", ["= 100 % by 2030"], id="an outlook is no horizon"),
    pytest.param("Riêng năm 2025, phấn đấu ít nhất 3.500 hộ thoát nghèo.", [">= 3500 hộ by 2025"], id="one year apart"),
    pytest.param("Tỷ lệ đô thị hóa đến năm 2025: 36% trở lên.", [">= 36 % by 2025"], id="a colon between horizon and figure"),
    pytest.param("Mục tiêu tăng trưởng của tỉnh năm 2024 đạt 8% trở lên.", [">= 8 % by 2024"], id="a goal and its year in the subject"),
    pytest.param(
        "Phấn đấu giải ngân 100% kế hoạch vốn đầu tư công năm 2024.", ["= 100 % by 2024"], id="the year of the plan behind the figure"
    ),
    pytest.param("Năm 2025, toàn tỉnh trồng 9.000 ha rừng.", ["= 9000 ha by 2025"], id="a year to come sets goals"),
    pytest.param("Đến năm 2030, toàn tỉnh có khoảng 8.000 doanh nghiệp.", ["~ 8000 doanh nghiệp by 2030"], id="a time to come sets goals"),
]

HORIZONS += [
    pytest.param(
        "Phấn đấu đến 30/6/2024 đạt trên 50%, đến 31/12/2024 đạt trên 95%.",
        ["> 50 % by 2024-06-30", "> 95 % by 2024-12-31"],
        id="a bare date",
    ),
    pytest.param(
        "Mục tiêu: 90% cơ quan cấp tỉnh, 70% cơ quan cấp huyện họp không giấy trước năm 2025.",
        ["= 90 % by 2025", "= 70 % by 2025"],
        id="the limit of a list",
    ),
    pytest.param(
        "Bảo đảm 100% thôn, tổ dân phố có tổ công nghệ số trong tháng 4/2024.",
        ["= 100 % by 2024-04-30"],
        id="a limit behind a list of nouns",
    ),
    pytest.param("Rà soát 100% hồ sơ, báo cáo UBND tỉnh trước ngày 30/4/2024.", ["= 100 %"], id="the limit of another verb"),
    pytest.param(
        "Phấn đấu đến ngày 31/12/2024 giải ngân 100% kế hoạch vốn năm 2024.",
        ["= 100 % by 2024-12-31"],
        id="what leads wins over the year of the plan",
    ),
    pytest.param("Giải ngân 100% kế hoạch vốn năm 2023 kéo dài.", ["= 100 %"], id="a past year of the plan is neither horizon nor result"),
    pytest.param("Phấn đấu hoàn thành trồng 9.500 ha rừng năm 2024.", ["= 9500 ha by 2024"], id="a year right behind"),
    pytest.param("Nâng tỷ lệ lao động qua đào tạo lên 65% vào năm 2025.", ["= 65 % by 2025"], id="in a year"),
    pytest.param(
        "Phấn đấu tỷ lệ bao phủ bảo hiểm đạt 93% trở lên vào năm 2024 và không thấp hơn 95% vào năm 2026; giảm ít nhất 20% đơn thư; 100% trạm y tế có bác sĩ.",
        [">= 93 % by 2024", ">= 95 % by 2026", ">= 20 %", "= 100 %"],
        id="a time behind its figure is of no other",
    ),
    pytest.param(
        "Mục tiêu đến năm 2030: số xã đạt chuẩn 70%, đến năm 2035 đạt 90%; số thôn đạt chuẩn 60%.",
        ["= 70 % by 2030", "= 90 % by 2035", "= 60 % by 2030"],
        id="a time behind a figure and a comma ends with its clause",
    ),
    pytest.param(
        "Để đến ngày 30/6/2024 số hộ được cấp nước đạt từ 80% trở lên và đến ngày 31/12/2024 đạt 95%, Chủ tịch UBND tỉnh yêu cầu khởi công ngay.",
        [">= 80 % by 2024-06-30", "= 95 % by 2024-12-31"],
        id="a time behind và opens the next part",
    ),
    pytest.param("Kế hoạch nhằm góp phần đến năm 2027 có 80% lao động được đào tạo nghề.", ["= 80 % by 2027"], id="a purpose by then"),
    pytest.param("Mục đích của Đề án là đến năm 2027 có 80% lao động được đào tạo nghề.", ["= 80 % by 2027"], id="a purpose by its name"),
    pytest.param("Phun khử trùng đợt 3 năm 2024, bảo đảm tỷ lệ hộ được phun đạt trên 90%.", ["> 90 %"], id="a year that names a round"),
    pytest.param("Phấn đấu đưa dư nợ quá hạn xuống dưới 1% tại thời điểm 31/12/2024.", ["< 1 % by 2024-12-31"], id="at a point of time"),
    pytest.param(
        "Phấn đấu giảm tỷ suất tử vong mẹ từ 14‰ năm 2023 xuống dưới 10‰ năm 2030.",
        ["< 10 ‰ by 2030"],
        id="each end of a fall its own year",
    ),
    pytest.param(
        "Tiêm bổ sung cho 100% trẻ dưới 5 tuổi, hoàn thành trước ngày 30/6/2024.",
        ["= 100 % by 2024-06-30"],
        id="a limit behind what describes",
    ),
    pytest.param(
        "Tiêm phòng đạt tối thiểu 85% tổng đàn, kết thúc trước ngày 30/4/2024.", [">= 85 % by 2024-04-30"], id="a limit behind kết thúc"
    ),
]

CARRIED = [
    pytest.param(
        "Mục tiêu đến năm 2025:\n- Đàn gia cầm đạt 5,5 triệu con.\n- Tỷ trọng chăn nuôi chiếm 32 - 35%.",
        ["= 5.5 triệu con by 2025", "= 32-35 % by 2025"],
        id="a heading carries to the points of its list",
    ),
    pytest.param(
        "Một số chỉ tiêu chủ yếu:\n- Tỷ lệ che phủ rừng đạt 64%.\n- Đến năm 2030: tỷ lệ che phủ rừng đạt 65%.",
        ["= 64 %", "= 65 % by 2030"],
        id="a heading without a year makes goals of its points",
    ),
    pytest.param(
        "Trong năm 2024, thực hiện các nội dung: kiểm tra 100% văn bản mới.\nBên cạnh đó, tiếp tục theo dõi. Rà soát ít nhất 02 chuyên đề, lĩnh vực.",
        ["= 100 % by 2024", ">= 2 chuyên đề, lĩnh vực by 2024"],
        id="a heading carries to the paragraph below",
    ),
    pytest.param(
        "Phấn đấu đến năm 2025 thành lập 75 hợp tác xã. Trên 60% hợp tác xã xếp loại khá.",
        ["= 75 hợp tác xã by 2025", "> 60 % by 2025"],
        id="a sentence that opens with its goal goes on",
    ),
    pytest.param(
        "Mục tiêu đến năm 2030: kinh tế số đạt 30%.\nSở Tài chính bố trí tối thiểu 3% tổng chi ngân sách.",
        ["= 30 % by 2030", ">= 3 %"],
        id="an order to somebody ends the heading",
    ),
    pytest.param(
        "Tăng cường tiết kiệm điện giai đoạn 2023 - 2025.\nCác cơ quan tiết kiệm tối thiểu 5% điện năng.",
        [">= 5 %"],
        id="a period that heads nothing does not carry",
    ),
    pytest.param(
        "Phấn đấu năm 2024: đón 4 triệu lượt khách. Năm 2023, toàn tỉnh đón 3,8 triệu lượt khách, tăng 8,1% so với năm trước.",
        ["= 4 triệu lượt khách by 2024"],
        id="a past year below a goal is a result",
    ),
    pytest.param(
        "Mục tiêu đến hết năm 2026: đàn bò đạt 40.000 con. Mỗi năm phối giống nhân tạo cho 3.000 con.",
        ["= 40000 con by 2026", "= 3000 con"],
        id="what is done every year has no one day",
    ),
    pytest.param(
        "Giai đoạn 2026 - 2030: xây dựng 15 mô hình. Mỗi năm đào tạo 200 học viên.",
        ["= 15 mô hình by 2026/2030", "= 200 học viên by 2026/2030"],
        id="but the period in which it is done, which goes on below",
    ),
]

ORDERED = [
    pytest.param("Đánh giá, phân hạng ít nhất 90% sản phẩm.", [">= 90 %"], id="đánh giá is no price"),
    pytest.param("Bảo đảm mức độ hài lòng của người dân đạt tối thiểu 90%.", [">= 90 %"], id="mức độ is no norm"),
    pytest.param("Hỗ trợ xóa nhà tạm cho tối thiểu 500 hộ.", [">= 500 hộ"], id="support of so many households is no norm"),
    pytest.param("Nâng tỷ lệ lao động qua đào tạo lên 65%.", ["= 65 %"], id="what is to be raised"),
    pytest.param(
        "Trồng 200.000 cây phân tán trong giai đoạn 2024 - 2025.", ["= 200000 cây by 2024/2025"], id="what is to be made by a time"
    ),
    pytest.param("Tỷ lệ học sinh có thẻ bảo hiểm y tế đạt từ 99% trở lên.", [">= 99 %"], id="to be reached from"),
    pytest.param("Kiểm tra theo thẩm quyền 100% văn bản do cấp huyện ban hành.", ["= 100 %"], id="all of something"),
    pytest.param("Rà soát ít nhất 02 chuyên đề.", [">= 2 chuyên đề"], id="at least so many"),
    pytest.param("Tập huấn cho ít nhất 80% thành viên tổ bảo vệ rừng.", [">= 80 %"], id="at least such a share"),
    pytest.param("Sở Tài chính bố trí vốn bảo đảm tối thiểu 3% tổng chi.", [">= 3 %"], id="a share to be ensured"),
    pytest.param("Năm 2024, thực hiện cắt giảm, tiết kiệm 5% dự toán chi thường xuyên.", ["= 5 % by 2024"], id="what is to be saved"),
    pytest.param("Cắt giảm 30% thời gian giải quyết thủ tục.", ["= 30 %"], id="what is to be cut"),
    pytest.param("Bảo đảm tỷ lệ hồ sơ trực tuyến đạt trên 80%.", ["> 80 %"], id="a share to be ensured, more than"),
    pytest.param(
        "Sở Kế hoạch và Đầu tư bảo đảm tốc độ tăng trưởng cả năm đạt 8,5 - 9%.", ["= 8.5-9 %"], id="a share to be reached for sure"
    ),
    pytest.param("Mỗi xã chọn ít nhất 01 thôn làm điểm.", [">= 1 thôn"], id="at least one each"),
    pytest.param("Sở Y tế bảo đảm năng lực xét nghiệm tối thiểu 3.000 mẫu/ngày.", [">= 3000 mẫu/ngày"], id="a rate of each day"),
    pytest.param("Cục Thuế tỉnh giảm tỷ lệ nợ thuế xuống không quá 5% tổng thu.", ["<= 5 %"], id="xuống không quá"),
    pytest.param(
        "Sở Tư pháp rút ngắn thời gian cấp phiếu lý lịch tư pháp từ 10 ngày xuống còn 07 ngày.", ["= 7 ngày"], id="a time to be cut to"
    ),
    pytest.param("Chi cục Kiểm lâm giữ tỷ lệ diện tích rừng bị thiệt hại dưới 0,1%/năm.", ["< 0.1 %/năm"], id="a share to be kept"),
    pytest.param("Sở Y tế duy trì thời gian chờ khám bệnh không quá 45 phút/lượt.", ["<= 45 phút/lượt"], id="a rate to be kept"),
    pytest.param("Sở Công Thương tăng lượng xăng dầu dự trữ thêm 10 - 15%.", ["= 10-15 %"], id="a verb with its object"),
    pytest.param(
        "Thời gian tới, yêu cầu UBND huyện Văn Quan mỗi năm giảm 2 - 3% tỷ lệ hộ cận nghèo.",
        ["= 2-3 %"],
        id="a verb with its object behind the figure",
    ),
    pytest.param("Công an tỉnh kiểm tra đối với 100% cơ sở kinh doanh gas.", ["= 100 %"], id="đối với all of something"),
    pytest.param(
        "Sở Công Thương tổ chức ít nhất 04 phiên chợ hàng Việt, tổng giá trị khoảng 12 tỷ đồng.",
        [">= 4 phiên chợ", "~ 12 tỷ đồng"],
        id="what it amounts to",
    ),
    pytest.param("Sở Tài chính bảo đảm thu ngân sách phải đạt trên 8.000 tỷ đồng.", ["> 8000 tỷ đồng"], id="money that must be reached"),
    pytest.param("Sở Nội vụ số hóa hồ sơ cán bộ; tỷ lệ ký số cá nhân đạt trên 90%.", ["> 90 %"], id="a share stated among orders"),
    pytest.param("Sở Công Thương thí điểm tại ít nhất 02 chợ.", [">= 2 chợ"], id="at least so many places"),
]

NONE = [
    pytest.param("Giai đoạn 2021 - 2025, tỉnh được giao 3.250 tỷ đồng vốn đầu tư.", id="what was given for a period"),
    pytest.param("Tại kỳ họp, 100% đại biểu biểu quyết thông qua.", id="a vote"),
    pytest.param("Phấn đấu hoàn thành kiểm kê rừng của 10 huyện.", id="whose it is"),
    pytest.param("Phấn đấu vào nhóm 20 tỉnh, thành phố dẫn đầu.", id="a place in a ranking"),
    pytest.param("Đến nay, 100% xã có đường ô tô, 98% hộ có điện.", id="so far"),
    pytest.param("Thửa đất được tách có diện tích tối thiểu 45 m2, chiều rộng tối thiểu 3 m.", id="the least size of a plot"),
    # results
    pytest.param("Tổng kim ngạch đạt gần 3,3 tỷ USD, tăng 61,9% so với cùng kỳ.", id="a result against last year"),
    pytest.param("Đến hết ngày 29/02/2024, toàn tỉnh mới giải ngân được 11,2% kế hoạch vốn.", id="a horizon before the day of issue"),
    pytest.param(
        "Đến ngày 01/3/2024, toàn tỉnh đã khởi công 6.012 nhà, đạt 80,4% kế hoạch; còn 02 huyện đạt dưới 70%.",
        id="done so far, and the rest",
    ),
    pytest.param("Tỷ lệ người dân đã tiêm ít nhất 01 liều đạt 96,8%; tiêm đủ 02 liều đạt 61,3%.", id="a result in every clause"),
    pytest.param(
        "Trong 5 năm 2016 - 2020, đàn lợn tăng bình quân 3,6%/năm; đến cuối năm 2020, đàn gia cầm đạt 4,8 triệu con.",
        id="a period that is over",
    ),
    pytest.param("02 tháng đầu năm, thu ngân sách đạt 1.152 tỷ đồng, bằng 18% dự toán.", id="months of the year"),
    pytest.param(
        "Theo đánh giá, một số chỉ tiêu đạt thấp: thu ngân sách đạt 46,3% dự toán; khách du lịch giảm trên 60%.",
        id="indicators that were missed",
    ),
    pytest.param("Năm 2023, toàn tỉnh đón trên 3,8 triệu lượt khách.", id="a past year"),
    pytest.param("Thu ngân sách ước đạt 5.583,4 tỷ đồng, đạt 68,1% dự toán.", id="an estimate"),
    pytest.param("Hiện có 45% số xã đạt chuẩn nông thôn mới.", id="what there is now"),
    pytest.param("Tính đến ngày 31/12/2023, dư nợ đạt 4.000 tỷ đồng.", id="a day of reckoning"),
    pytest.param("Giải ngân các chương trình mục tiêu quốc gia đạt 45%.", id="national target programmes set no goal"),
    pytest.param(
        "Giao kế hoạch vốn đầu tư công năm 2025 với tổng số vốn 356.780 triệu đồng cho 27 dự án.", id="among how many money is shared out"
    ),
    # conditions
    pytest.param("Kiểm tra bếp ăn của doanh nghiệp có từ 100 lao động trở lên.", id="a condition on firms"),
    pytest.param("Tiêm cho người từ 18 tuổi trở lên.", id="a condition on age"),
    pytest.param("Đề xuất điều chuyển vốn của các dự án giải ngân dưới 50%.", id="a condition on projects"),
    pytest.param("Rà soát các xã có ít nhất 03 thôn đặc biệt khó khăn.", id="a condition on communes"),
    pytest.param("Mỗi huyện ưu tiên vốn cho những trang trại có từ 30 lao động trở lên.", id="a condition on those picked out"),
    # prices, norms, means
    pytest.param("Mức giá là 24.000 đồng/hộ/tháng.", id="a price"),
    pytest.param("Hỗ trợ 100% chi phí học nghề cho lao động nông thôn.", id="support in full"),
    pytest.param("Mức hỗ trợ tối đa không quá 50% chi phí.", id="a ceiling of support"),
    pytest.param("Giảm 30% tiền thuê đất, miễn 100% lệ phí trước bạ.", id="relief of a charge"),
    pytest.param("Tổng vốn đầu tư là 128,5 tỷ đồng, diện tích 3,2 ha.", id="the size of a project"),
    pytest.param("Phấn đấu khởi công dự án với tổng mức đầu tư 128,5 tỷ đồng.", id="the means of a goal"),
    # descriptions
    pytest.param("Rừng đặc dụng cách thành phố khoảng 30 km.", id="a distance"),
    pytest.param("Công nhận 03 xã đạt chuẩn nông thôn mới năm 2023.", id="what is acknowledged"),
    pytest.param("Mưa đá làm tốc mái 318 ngôi nhà, gãy đổ 45 ha ngô.", id="damage"),
    pytest.param("Bố trí người trực 24/24 giờ; tuần tra 24/7.", id="round the clock"),
    pytest.param("Thực hiện khoản 1, khoản 2 Điều 5 Quyết định số 12/2018/QĐ-TTg ngày 06/3/2018.", id="a provision"),
    pytest.param("Phấn đấu hoàn thành Kế hoạch số 15/KH-UBND ngày 03/01/2024.", id="a number of a document"),
    pytest.param("Phấn đấu hoàn thành trước ngày 30/6/2024.", id="a day alone"),
    pytest.param("Phấn đấu hoàn thành trong vòng 10 ngày.", id="a span of time alone"),
    pytest.param("Dịch vụ công mức độ 4 được cung cấp tại 11 huyện.", id="a level and a place"),
    pytest.param("Để hoàn thành các mục tiêu trên, Kế hoạch đề ra 6 nhóm giải pháp.", id="what a plan holds"),
    pytest.param(
        "Sở Giao thông vận tải xây dựng phương án tháo gỡ vướng mắc tại 05 công trình, hoàn thành trước ngày 30/6/2024.",
        id="where an order is carried out",
    ),
    pytest.param("Tiền công được chi trả bằng 100% mức lương cơ sở.", id="what a payment equals"),
    pytest.param("Sở Tài chính thẩm định hồ sơ không quá 05 ngày làm việc.", id="how long a step may take"),
    pytest.param("Sở Du lịch cho biết lượng khách tăng 20%, doanh thu tăng 12%.", id="what rises by itself"),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_figures_of_a_goal(text: str, expected: list[str]) -> None:
    assert [shown(t) for t in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), HORIZONS)
def test_by_when(text: str, expected: list[str]) -> None:
    assert [shown(t) for t in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_what_carries_to_the_lines_below(text: str, expected: list[str]) -> None:
    assert [shown(t) for t in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), ORDERED)
def test_figures_of_an_order(text: str, expected: list[str]) -> None:
    assert [shown(t) for t in read(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_target(text: str) -> None:
    assert [shown(t) for t in read(text)] == []


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        pytest.param(
            "Yêu cầu UBND các xã, phường tổ chức tiêm phòng đạt trên 80% tổng đàn.", ["tổ chức tiêm phòng"], id="behind those who reach it"
        ),
        pytest.param(
            "Phấn đấu đến năm 2026 có 3.500 doanh nghiệp hoạt động, tỷ lệ hồ sơ trực tuyến mức độ 3, 4 đạt từ 30% trở lên.",
            ["doanh nghiệp hoạt động", "tỷ lệ hồ sơ trực tuyến mức độ 3, 4"],
            id="a comma between two figures",
        ),
        pytest.param(
            "Giao Sở Công Thương phấn đấu kim ngạch xuất nhập khẩu cả năm đạt 75 tỷ USD.",
            ["kim ngạch xuất nhập khẩu cả năm"],
            id="phấn đấu inside a sentence",
        ),
        pytest.param("Phấn đấu đón 1.000 lượt khách quốc tế.", ["khách quốc tế"], id="the noun of a count with what follows"),
        pytest.param("Phấn đấu trên 60% hợp tác xã xếp loại khá.", ["hợp tác xã xếp loại khá"], id="of what it is a share"),
        pytest.param(
            "Phấn đấu tỷ lệ che phủ rừng đạt 64%.", ["tỷ lệ che phủ rừng"], id="of a share what stands before it, without the verb"
        ),
        pytest.param("Mục tiêu năm 2024: tỷ lệ hộ nghèo giảm 3%.", ["tỷ lệ hộ nghèo"], id="after the colon of the heading"),
        pytest.param(
            "Phấn đấu tỷ lệ che phủ rừng đến năm 2025 đạt 64%, đến năm 2030 đạt 65%.",
            ["tỷ lệ che phủ rừng đến năm 2025"] * 2,
            id="said once for two years",
        ),
        pytest.param("Phấn đấu giảm 5% trở lên số vụ tai nạn giao thông.", ["số vụ tai nạn giao thông"], id="behind trở lên"),
        pytest.param(
            "Phấn đấu tỷ lệ người từ 18 tuổi trở lên đi học đạt trên 90%.",
            ["tỷ lệ người từ 18 tuổi trở lên đi học"],
            id="with an age in it",
        ),
        pytest.param("Phấn đấu cắt giảm 50% kinh phí hội nghị.", ["kinh phí hội nghị"], id="cắt giảm is one word"),
        pytest.param("Phấn đấu 100%.", ["%"], id="not said at all"),
        pytest.param(
            "Phấn đấu tỷ lệ nộp hồ sơ qua mạng tăng từ 48,5% lên 75%.", ["tỷ lệ nộp hồ sơ qua mạng"], id="without what a rise starts from"
        ),
        pytest.param("Phấn đấu nâng tỷ lệ che phủ rừng lên 65%.", ["tỷ lệ che phủ rừng"], id="without the verb that raises it"),
        pytest.param(
            "Phấn đấu tỷ lệ bao phủ bảo hiểm đạt 93% vào năm 2024 và trên 95% vào năm 2026.",
            ["tỷ lệ bao phủ bảo hiểm"] * 2,
            id="said once, with each year behind its figure",
        ),
        pytest.param(
            "Đến 31/12/2023, dư nợ xấu chiếm 1,8% tổng dư nợ; phấn đấu đến cuối năm 2024 giảm xuống còn dưới 1,5%.",
            ["dư nợ xấu"],
            id="said of the result before",
        ),
    ],
)
def test_subject(text: str, subjects: list[str]) -> None:
    assert [t.subject for t in read(text)] == subjects


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("05", 5, id="leading zero"),
        pytest.param("5.560", 5560, id="a point groups thousands"),
        pytest.param("1.234.567", 1234567, id="two points group"),
        pytest.param("61,9", 61.9, id="a comma is decimal"),
        pytest.param("5.583,4", 5583.4, id="both"),
        pytest.param("3.3", 3.3, id="a point that groups nothing is decimal"),
    ],
)
def test_number(words: str, value: float) -> None:
    assert number(words) == value


def unit_rows() -> list[dict[str, str]]:
    path = resources.files("dieuhanh.extract") / "data" / "vn" / "units.csv"
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["word"]) for row in unit_rows()])
def test_unit_is_read_in_its_example(row: dict[str, str]) -> None:
    (figure,) = find_figures(row["example"], 0, len(row["example"]))
    assert (figure.unit.split("/")[0], figure.known) == (row["word"], True)


def test_an_item_without_paragraphs_has_no_target() -> None:
    assert find_targets(find_anchors("", lexicon_of(None)), [], None) == []


def test_without_a_day_of_issue_every_horizon_is_to_come() -> None:
    assert [shown(t) for t in read("Phấn đấu đến năm 2020 đạt 100%.", issued_on=None)] == ["= 100 % by 2020"]


def test_an_item_without_an_instrument_is_as_old_as_its_page() -> None:
    week = Period(dt.date(2024, 3, 4), dt.date(2024, 3, 10))
    item = item_of("Tại cuộc họp, đến ngày 01/3/2024 có 215 hộ bị ảnh hưởng; 06 khu chưa có nhà thầu, phấn đấu đạt 80%.", period=week)
    assert [shown(t) for t in item.targets] == ["= 80 %"]
