"""Documents that a sentence names: kind, number, day, issuer; where their titles end; and what is no document at all."""

from __future__ import annotations

import datetime as dt

import pytest

from dieuhanh.extract.facts import Period
from dieuhanh.extract.references import find_mentions
from tests.extract.one_item import anchors_of

NOTHING = "-"


def read(text: str) -> list[str]:
    """The mentions of a text, each on a line: kind | number, or the title of what has none | day | issuer."""
    fields = [(m.type, m.number or m.title, m.date, m.issuer) for m in find_mentions(anchors_of(text))]
    return [" | ".join(NOTHING if field is None else str(field) for field in row) for row in fields]


NUMBERS = [
    pytest.param(
        "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 09/02/2024 về trồng rừng.",
        ["Kế hoạch | 12/KH-UBND | 2024-02-09 | UBND tỉnh"],
        id="a plan",
    ),
    pytest.param(
        "UBND tỉnh chỉ đạo (Công văn số 612 /UBND-KT, ngày 03/5/2024) về điều hành giá.",
        ["Công văn | 612/UBND-KT | 2024-05-03 | UBND tỉnh"],
        id="a space before the slash goes",
    ),
    pytest.param(
        "Thực hiện Quyết định số 4510/ QĐ-UBND ngày 12/11/2021 của UBND tỉnh.",
        ["Quyết định | 4510/QĐ-UBND | 2021-11-12 | UBND tỉnh"],
        id="a space after the slash goes",
    ),
    pytest.param(
        "Thực hiện Công văn số 109/UBND - VX ngày 12/3/2019 về tuyển sinh.",
        ["Công văn | 109/UBND-VX | 2019-03-12 | UBND tỉnh"],
        id="spaces about the hyphen go",
    ),
    pytest.param(
        "Căn cứ Quyết định số 83/QĐ -UBND ngày 11/01/2022 của UBND tỉnh.",
        ["Quyết định | 83/QĐ-UBND | 2022-01-11 | UBND tỉnh"],
        id="a space before the hyphen goes",
    ),
    pytest.param(
        "Căn cứ Quyết định số 85/QĐ- UBND ngày 11/01/2022 của UBND tỉnh.",
        ["Quyết định | 85/QĐ-UBND | 2022-01-11 | UBND tỉnh"],
        id="a space after the hyphen goes",
    ),
    pytest.param(
        "Thực hiện Công văn số 77/UBND–NC ngày 05/02/2021 của UBND tỉnh.",
        ["Công văn | 77/UBND-NC | 2021-02-05 | UBND tỉnh"],
        id="a long dash is a hyphen",
    ),
    pytest.param(
        "UBND tỉnh ban hành Quyết định số: 1420/QĐ-UBND ngày 05/9/2023.",
        ["Quyết định | 1420/QĐ-UBND | 2023-09-05 | UBND tỉnh"],
        id="số with a colon",
    ),
    pytest.param(
        "UBND tỉnh ban hành Quyết định (số 1420/QĐ-UBND ngày 05/9/2023) công nhận xã đạt chuẩn.",
        ["Quyết định | 1420/QĐ-UBND | 2023-09-05 | UBND tỉnh"],
        id="the kind before the bracket",
    ),
    pytest.param(
        "Chủ tịch UBND tỉnh phê duyệt danh mục (Quyết định số 2403/QÐ-UBND ngày 20/8/2020).",
        ["Quyết định | 2403/QĐ-UBND | 2020-08-20 | UBND tỉnh"],
        id="the letter eth is đ",
    ),
    pytest.param(
        "Thực hiện Chương trình hành động số 53-Ctr/TU ngày 21/02/2018 về bảo vệ môi trường.",
        ["Chương trình hành động | 53-Ctr/TU | 2018-02-21 | Tỉnh ủy"],
        id="Party style, small letters in the code",
    ),
    pytest.param(
        "Nghị quyết số 66.22/2026/NQ-CP ngày 10/3/2026 của Chính phủ tháo gỡ vướng mắc về đất đai.",
        ["Nghị quyết | 66.22/2026/NQ-CP | 2026-03-10 | Chính phủ"],
        id="a dot inside the number",
    ),
    pytest.param(
        "Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ về cải cách hành chính.",
        ["Nghị quyết | 30c/NQ-CP | 2011-11-08 | Chính phủ"],
        id="a letter after the number",
    ),
    pytest.param(
        "Luật Đất đai số 45/2013/QH13 ngày 29/11/2013 quy định việc thu hồi đất.",
        ["Luật | 45/2013/QH13 | 2013-11-29 | Quốc hội"],
        id="a law with its number is one document",
    ),
    pytest.param(
        "Theo Bộ luật Lao động số 45/2019/QH14, người lao động được nghỉ bù.",
        ["Bộ luật | 45/2019/QH14 | - | Quốc hội"],
        id="a code of law with its number",
    ),
    pytest.param(
        "Nghị quyết số 142/2024/QH15 ngày 29/11/2024 của Quốc hội về kỳ họp thứ tám.",
        ["Nghị quyết | 142/2024/QH15 | 2024-11-29 | Quốc hội"],
        id="a resolution numbered like a law",
    ),
    pytest.param(
        "Nghị quyết số 1672/NQ-UBTVQH15 ngày 16/6/2025 về sắp xếp các đơn vị hành chính cấp xã.",
        ["Nghị quyết | 1672/NQ-UBTVQH15 | 2025-06-16 | Ủy ban Thường vụ Quốc hội"],
        id="the term of the assembly in the code",
    ),
    pytest.param(
        "Nghị quyết số 76/2025/UBTVQH15 ngày 14/4/2025 của Ủy ban Thường vụ Quốc hội.",
        ["Nghị quyết | 76/2025/UBTVQH15 | 2025-04-14 | Ủy ban Thường vụ Quốc hội"],
        id="a code without a kind",
    ),
    pytest.param(
        "Thông tư liên tịch số 85/2016/TTLT-BQP-BYT-BTC quy định khám sức khỏe nghĩa vụ quân sự.",
        ["Thông tư liên tịch | 85/2016/TTLT-BQP-BYT-BTC | - | Bộ Quốc phòng"],
        id="several ministries: the first keeps the series",
    ),
    pytest.param(
        "Thông tư liên tịch số 12/2016/TTLT-BLĐTBXH-BGDĐT-BTC ngày 16/6/2016 hướng dẫn chính sách nội trú.",
        ["Thông tư liên tịch | 12/2016/TTLT-BLĐTBXH-BGDĐT-BTC | 2016-06-16 | Bộ Lao động - Thương binh và Xã hội"],
        id="several ministries with long codes",
    ),
    pytest.param(
        "Nghị quyết liên tịch số 72/2018/NQLT/CP-UBTVQH14-ĐCTUBTWMTTQVN ngày 10/5/2018 về hiệp thương.",
        ["Nghị quyết liên tịch | 72/2018/NQLT/CP-UBTVQH14-ĐCTUBTWMTTQVN | 2018-05-10 | Chính phủ"],
        id="a slash within the code",
    ),
    pytest.param(
        "Nghị quyết số 22/NQ-HĐND8 ngày 19/7/2013 của HĐND tỉnh về giá đất.",
        ["Nghị quyết | 22/NQ-HĐND8 | 2013-07-19 | HĐND tỉnh"],
        id="a digit ends the code",
    ),
    pytest.param(
        "Kế hoạch số 23/KH-BCĐ389 ngày 05/3/2020 của Ban Chỉ đạo 389 tỉnh về chống buôn lậu.",
        ["Kế hoạch | 23/KH-BCĐ389 | 2020-03-05 | Ban Chỉ đạo 389 tỉnh"],
        id="the number of a steering committee in the code",
    ),
    pytest.param(
        "Nghị định số 12/CP ngày 26 tháng 01 năm 1995 của Chính phủ ban hành Điều lệ.",
        ["Nghị định | 12/CP | 1995-01-26 | Chính phủ"],
        id="an old code of one part",
    ),
    pytest.param(
        "Quyết định số 206-CP ngày 30-5-1979 về bảo hộ lao động.",
        ["Quyết định | 206-CP | 1979-05-30 | Chính phủ"],
        id="an old code without a slash",
    ),
    pytest.param(
        "Quyết định số 118/TTg ngày 27/02/1996 của Thủ tướng Chính phủ về nhà ở.",
        ["Quyết định | 118/TTg | 1996-02-27 | Thủ tướng Chính phủ"],
        id="an old code of the Prime Minister",
    ),
    pytest.param(
        "Nghị định số 141/HĐBT ngày 24-8-1982 của Hội đồng Bộ trưởng.",
        ["Nghị định | 141/HĐBT | 1982-08-24 | Hội đồng Bộ trưởng"],
        id="an old issuer",
    ),
    pytest.param(
        "Công văn số 1122/BGD&ĐT-GDTrH ngày 04/4/2022 về ôn tập thi.",
        ["Công văn | 1122/BGD&ĐT-GDTrH | 2022-04-04 | Bộ Giáo dục và Đào tạo"],
        id="an ampersand in the code",
    ),
    pytest.param(
        "Công văn số 3381/BTTTT-TTra ngày 17/8/2023 về thiết bị di động.",
        ["Công văn | 3381/BTTTT-TTra | 2023-08-17 | Bộ Thông tin và Truyền thông"],
        id="small letters in the unit's code",
    ),
    pytest.param(
        "Công văn số 540/UBND-TTPVHCC ngày 22/4/2024 về số hóa hồ sơ.",
        ["Công văn | 540/UBND-TTPVHCC | 2024-04-22 | UBND tỉnh"],
        id="a long code of the drafting unit",
    ),
    pytest.param(
        "Công điện khẩn số 11/CĐ-UBND ngày 07/9/2024 ứng phó bão số 3.",
        ["Công điện | 11/CĐ-UBND | 2024-09-07 | UBND tỉnh"],
        id="an urgent telegram is a telegram; a storm has no document",
    ),
    pytest.param(
        "Thực hiện Công điện số 1852 ngày 12/10/2024 của Thủ tướng Chính phủ.",
        ["Công điện | 1852 | 2024-10-12 | Thủ tướng Chính phủ"],
        id="a number without symbol, with day and issuer",
    ),
    pytest.param(
        "Công văn (số 215/VP-KT ngày 18/01/2018) yêu cầu báo cáo.",
        ["Công văn | 215/VP-KT | 2018-01-18 | Văn phòng UBND tỉnh"],
        id="the style of 2018",
    ),
    pytest.param(
        "UBND tỉnh đã có văn bản chỉ đạo (số 315/UBND-KTN ngày 06/4/2018) về trồng rừng.",
        ["Công văn | 315/UBND-KTN | 2018-04-06 | UBND tỉnh"],
        id="no kind: a letter's symbol says so",
    ),
    pytest.param(
        "Các kế hoạch đã ban hành (số 71/KH-UBND ngày 06/4/2018) vẫn còn giá trị.",
        ["Kế hoạch | 71/KH-UBND | 2018-04-06 | UBND tỉnh"],
        id="no kind: the code says so",
    ),
    pytest.param(
        "Quy định số 114-QĐ/TW ngày 11/7/2023 của Ban Chấp hành Trung ương về kiểm soát quyền lực.",
        ["Quy định | 114-QĐ/TW | 2023-07-11 | Ban Chấp hành Trung ương Đảng"],
        id="the kind in words wins over the code",
    ),
    pytest.param(
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 có hiệu lực từ ngày 16/6/2025.",
        ["Luật | 72/2025/QH15 | - | Quốc hội"],
        id="the day of effect is no day of issue",
    ),
    pytest.param(
        "Văn bản hợp nhất số 11/VBHN-VPQH ngày 15/7/2020 của Văn phòng Quốc hội.",
        ["Văn bản hợp nhất | 11/VBHN-VPQH | 2020-07-15 | Văn phòng Quốc hội"],
        id="a consolidated text",
    ),
    pytest.param(
        "Báo cáo số 215/BC-SKHĐT ngày 02/4/2021 của Sở Kế hoạch và Đầu tư về giải ngân.",
        ["Báo cáo | 215/BC-SKHĐT | 2021-04-02 | Sở Kế hoạch và Đầu tư"],
        id="a report of a department",
    ),
    pytest.param(
        "xem xét Tờ trình số 88/TTr-SYT ngày 20/02/2025 của Sở Y tế.",
        ["Tờ trình | 88/TTr-SYT | 2025-02-20 | Sở Y tế"],
        id="a submission of a department",
    ),
    pytest.param(
        "Quyết định số 2117/QD-UBND ngày 14/8/2020 của UBND tỉnh về giao đất.",
        ["Quyết định | 2117/QD-UBND | 2020-08-14 | UBND tỉnh"],
        id="a code typed without its stroke stays as typed",
    ),
    pytest.param(
        "Quyết định số 2740/QĐ ngày 12/10/2015 của Bộ Nông nghiệp và Phát triển nông thôn.",
        ["Quyết định | 2740/QĐ | 2015-10-12 | Bộ Nông nghiệp và Phát triển nông thôn"],
        id="a code without issuer",
    ),
    pytest.param(
        "Lệnh số 01/2022/L-CTN ngày 11/01/2022 của Chủ tịch nước công bố Luật.",
        ["Lệnh | 01/2022/L-CTN | 2022-01-11 | Chủ tịch nước"],
        id="an order of the President",
    ),
    pytest.param(
        "Nghị quyết số 02/2022/NQ-HĐTP ngày 06/9/2022 hướng dẫn áp dụng pháp luật.",
        ["Nghị quyết | 02/2022/NQ-HĐTP | 2022-09-06 | Hội đồng Thẩm phán Tòa án nhân dân tối cao"],
        id="a resolution of the judges",
    ),
    pytest.param(
        "Thông báo kết luận số 315/TB-VP ngày 21/6/2022 tại buổi tiếp công dân.",
        ["Thông báo | 315/TB-VP | 2022-06-21 | Văn phòng UBND tỉnh"],
        id="conclusions made known",
    ),
    pytest.param(
        "Công văn hỏa tốc số 842/UBND-KT ngày 09/9/2024 về ứng phó lũ.",
        ["Công văn | 842/UBND-KT | 2024-09-09 | UBND tỉnh"],
        id="an express letter is a letter",
    ),
    pytest.param(
        "Thực hiện QĐ số 83/QĐ-UBND ngày 11/01/2022 và CV số 91/UBND-KT ngày 12/01/2022.",
        ["Quyết định | 83/QĐ-UBND | 2022-01-11 | UBND tỉnh", "Công văn | 91/UBND-KT | 2022-01-12 | UBND tỉnh"],
        id="the kind abbreviated",
    ),
    pytest.param(
        "Kế hoạch số 12/KH-BCĐTƯATTP ngày 05/4/2023",
        ["Kế hoạch | 12/KH-BCĐTƯATTP | 2023-04-05 | -"],
        id="a letter of its own alphabet in the symbol",
    ),
]

DAYS = [
    pytest.param("Quyết định số 768/QĐ-UBND ngày 26 tháng 4 năm 2019", "2019-04-26", id="in words"),
    pytest.param("Quyết định số 768/QĐ-UBND, ngày 26 tháng 04 năm 2019", "2019-04-26", id="in words after a comma"),
    pytest.param("Quyết định số 768/QĐ-UBND ngày 6/4/2019", "2019-04-06", id="without zeros"),
    pytest.param("Nghị quyết số 35/NQ-CP ngày 16-5-2016", "2016-05-16", id="hyphens"),
    pytest.param("Quyết định số 286-QĐ/TW ngày 8 - 2 - 2010", "2010-02-08", id="spaced hyphens"),
    pytest.param("Quyết định số 235/2003/QĐ-TTg ngày 13.11.2003", "2003-11-13", id="dots"),
    pytest.param("Thông tư số 24/2018/TT-BLĐTBXH ngày 08/10/20181 của Bộ", "2018-10-08", id="a footnote's digit glued to the year"),
    pytest.param("Kế hoạch số 24/KH-UBND, ngày17/02/2022", "2022-02-17", id="no space after ngày"),
    pytest.param("Kế hoạch số 24/KH-UBND ban hành ngày 17/02/2022", "2022-02-17", id="ban hành ngày"),
    pytest.param("Công văn số 12/UBND-KT (ngày 05/4/2023) về giá đất", "2023-04-05", id="in brackets"),
    pytest.param("Quyết định số 15/2021/QĐ-UBND của UBND tỉnh ngày 05/5/2021 về giá nước", "2021-05-05", id="after who issued it"),
    pytest.param("Công văn số 5678/BTC-NSNN ngày 3 / 5 / 2023", "2023-05-03", id="spaced slashes"),
    pytest.param("Quyết định số 53/QĐ-UBND ngày 31/02/2024", None, id="no calendar has the day"),
    pytest.param("Quyết định số 53/QĐ-UBND tháng 4 năm 2025", None, id="a month gives no day"),
    pytest.param("Quyết định số 53/QĐ-UBND năm 2025", None, id="a year gives no day"),
    pytest.param("Quyết định số 53/QĐ-UBND ngày … tháng 4 năm 2025", None, id="a blank day stays blank"),
    pytest.param("Quyết định số 53/QĐ-UBND; báo cáo trước ngày 15/3/2025", None, id="a deadline dates no document"),
    pytest.param("Quyết định số 53/QĐ-UBND của UBND tỉnh có hiệu lực từ ngày 15/3/2025", None, id="the day of effect dates no document"),
    pytest.param("Ngày 11/7/2020, UBND tỉnh ban hành Quyết định số 53/QĐ-UBND", "2020-07-11", id="the day opens the sentence"),
    pytest.param(
        "Để chủ động, ngày 03/04/2025, Chủ tịch UBND tỉnh ban hành Chỉ thị số 03/CT-UBND", "2025-04-03", id="the day before who issues"
    ),
    pytest.param("Ngày 11/7/2020, UBND tỉnh họp. UBND tỉnh đã ban hành Quyết định số 53/QĐ-UBND", None, id="the day of another sentence"),
    pytest.param("Ngày 11/7/2020, Đoàn kiểm tra làm việc theo Quyết định số 53/QĐ-UBND", None, id="the day of an event"),
    pytest.param("Công điện số 12/CĐ-UBND hồi 10 giờ 30 ngày 05/4/2023 về bão số 2", "2023-04-05", id="after the hour"),
    pytest.param("Kế hoạch số 12/KH-UBND được UBND tỉnh ban hành ngày 05/4/2023 nhằm trồng rừng", "2023-04-05", id="after by whom"),
]

LAYOUTS = [
    pytest.param(
        "UBND tỉnh chỉ đạo thực hiệnThông tư số 13/2023/TT-BKHĐT ngày 12/12/2023.",
        ["Thông tư | 13/2023/TT-BKHĐT | 2023-12-12 | Bộ Kế hoạch và Đầu tư"],
        id="the kind glued to the word before",
    ),
    pytest.param(
        "theo Quyết định số42/2014/QĐ-TTg ngày 27/7/2014 về theo dõi nhiệm vụ",
        ["Quyết định | 42/2014/QĐ-TTg | 2014-07-27 | Thủ tướng Chính phủ"],
        id="số glued to the number",
    ),
    pytest.param(
        "theo Nghị định 96/2023/NĐ-CP và Thông tư 32/2023/TT-BYT",
        ["Nghị định | 96/2023/NĐ-CP | - | Chính phủ", "Thông tư | 32/2023/TT-BYT | - | Bộ Y tế"],
        id="without số",
    ),
    pytest.param(
        "CHỈ THỊ SỐ 52-CT/TW NGÀY 03 THÁNG 10 NĂM 2025 CỦA BAN BÍ THƯ",
        ["Chỉ thị | 52-CT/TW | 2025-10-03 | Ban Bí thư"],
        id="capitals throughout",
    ),
    pytest.param(
        "NGHỊ ĐỊNH SỐ 103/2024/NĐ-CP NGÀY 30 THÁNG 7 NĂM 2024",
        ["Nghị định | 103/2024/NĐ-CP | 2024-07-30 | Chính phủ"],
        id="capitals, long date",
    ),
    pytest.param(
        "thực hiện thông tư số 06/2022/TT-BTC và Nghị Quyết số 35/NQ-CP",
        ["Thông tư | 06/2022/TT-BTC | - | Bộ Tài chính", "Nghị quyết | 35/NQ-CP | - | Chính phủ"],
        id="small letters and odd capitals",
    ),
    pytest.param(
        "Trung tâm đã nhận 238/VP-KGVX và 78/UBND-KT.",
        ["Công văn | 238/VP-KGVX | - | Văn phòng UBND tỉnh", "Công văn | 78/UBND-KT | - | UBND tỉnh"],
        id="bare numbers with known symbols",
    ),
    pytest.param(
        "thực hiện Công điện số 92/CĐ-TTg, ngày 10/9/2024, Công điện số 95/CĐ-TTg, ngày 15/9/2024 của Thủ tướng Chính phủ",
        ["Công điện | 92/CĐ-TTg | 2024-09-10 | Thủ tướng Chính phủ", "Công điện | 95/CĐ-TTg | 2024-09-15 | Thủ tướng Chính phủ"],
        id="a list with one issuer at its end",
    ),
    pytest.param(
        "Các Quyết định số 124/2004/QĐ-UB, số 97/2005/QĐ-UB và số 08/2006/QĐ-UBND của UBND tỉnh hết hiệu lực.",
        [
            "Quyết định | 124/2004/QĐ-UB | - | UBND tỉnh",
            "Quyết định | 97/2005/QĐ-UB | - | UBND tỉnh",
            "Quyết định | 08/2006/QĐ-UBND | - | UBND tỉnh",
        ],
        id="one kind for a list",
    ),
    pytest.param(
        "thực hiện các Công văn: số 12/UBND-KT ngày 05/01/2022, số 45/UBND-KT ngày 10/01/2022; 77/VP-KT ngày 14/01/2022",
        [
            "Công văn | 12/UBND-KT | 2022-01-05 | UBND tỉnh",
            "Công văn | 45/UBND-KT | 2022-01-10 | UBND tỉnh",
            "Công văn | 77/VP-KT | 2022-01-14 | Văn phòng UBND tỉnh",
        ],
        id="one kind and a colon for a list",
    ),
    pytest.param(
        "thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng",
        [
            "Nghị quyết | 18-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương Đảng",
            "Nghị quyết | 19-NQ/TW | 2017-10-25 | Ban Chấp hành Trung ương Đảng",
        ],
        id="Party numbers in a list",
    ),
    pytest.param(
        "theo các Nghị định số 30/2020/NĐ-CP, số 34/2016/NĐ-CP và 154/2020/NĐ-CP của Chính phủ",
        [
            "Nghị định | 30/2020/NĐ-CP | - | Chính phủ",
            "Nghị định | 34/2016/NĐ-CP | - | Chính phủ",
            "Nghị định | 154/2020/NĐ-CP | - | Chính phủ",
        ],
        id="the last of a list without số",
    ),
    pytest.param(
        "Quyết định số 10/QĐ-UBND ngày 31/01/2020, Quyết định số 29/QĐ-UBND ngày 31/8/2020 của UBND huyện Cao Lộc",
        ["Quyết định | 10/QĐ-UBND | 2020-01-31 | UBND huyện Cao Lộc", "Quyết định | 29/QĐ-UBND | 2020-08-31 | UBND huyện Cao Lộc"],
        id="the issuer at the end of a list wins over the symbol",
    ),
    pytest.param(
        "các Quyết định của Thủ tướng Chính phủ: số 1719/QĐ-TTg ngày 14/10/2021 và số 90/QĐ-TTg ngày 18/01/2022",
        ["Quyết định | 1719/QĐ-TTg | 2021-10-14 | Thủ tướng Chính phủ", "Quyết định | 90/QĐ-TTg | 2022-01-18 | Thủ tướng Chính phủ"],
        id="kind and issuer before a list",
    ),
    pytest.param(
        "Nghị quyết số 57-NQ/TW, Nghị quyết số 59-NQ/TW và Nghị quyết số 68-NQ/TW của Bộ Chính trị",
        [
            "Nghị quyết | 57-NQ/TW | - | Bộ Chính trị",
            "Nghị quyết | 59-NQ/TW | - | Bộ Chính trị",
            "Nghị quyết | 68-NQ/TW | - | Bộ Chính trị",
        ],
        id="three with one issuer at the end",
    ),
    pytest.param(
        "Công văn số 12/UBND-KT, 13/UBND-KT cùng ngày 05/4/2023",
        ["Công văn | 12/UBND-KT | 2023-04-05 | UBND tỉnh", "Công văn | 13/UBND-KT | 2023-04-05 | UBND tỉnh"],
        id="two of one day",
    ),
    pytest.param(
        "Công văn của Bộ Y tế số 5533/BYT-DP ngày 15/8/2023",
        ["Công văn | 5533/BYT-DP | 2023-08-15 | Bộ Y tế"],
        id="the issuer between kind and number",
    ),
    pytest.param(
        "Công văn số 1122/STC-QLNS ngày 03/6/2021 của Sở Tài chính, Báo cáo số 67/BC-STP ngày 05/6/2021 của Sở Tư pháp.",
        ["Công văn | 1122/STC-QLNS | 2021-06-03 | Sở Tài chính", "Báo cáo | 67/BC-STP | 2021-06-05 | Sở Tư pháp"],
        id="each with its own issuer",
    ),
    pytest.param(
        "bãi bỏ Quyết định số 512/QĐ-UBND ngày 14/3/2018 và Quyết định số 90/QĐ-UBND ngày 20/01/2021 của Chủ tịch UBND tỉnh",
        ["Quyết định | 512/QĐ-UBND | 2018-03-14 | UBND tỉnh", "Quyết định | 90/QĐ-UBND | 2021-01-20 | UBND tỉnh"],
        id="two joined, of the chairman",
    ),
    pytest.param(
        "Công văn số 964/UBND-NC ngày 06/7/2022 về việc triển khai Công văn số 4023/VPCP-NC ngày 28/6/2022 của Văn phòng Chính phủ",
        ["Công văn | 964/UBND-NC | 2022-07-06 | UBND tỉnh", "Công văn | 4023/VPCP-NC | 2022-06-28 | Văn phòng Chính phủ"],
        id="a title that holds another document",
    ),
    pytest.param(
        "Kế hoạch số 19-KH/BCĐ, ngày 02/01/2024 của Ban Chỉ đạo kỷ niệm các ngày lễ lớn tỉnh về tuyên truyền",
        ["Kế hoạch | 19-KH/BCĐ | 2024-01-02 | Ban Chỉ đạo kỷ niệm các ngày lễ lớn tỉnh"],
        id="a committee that no list knows",
    ),
    pytest.param(
        "Kế hoạch số 05/KH-BCĐ ngày 02/4/2021 về phòng dịch",
        ["Kế hoạch | 05/KH-BCĐ | 2021-04-02 | -"],
        id="a committee that nothing names",
    ),
    pytest.param(
        "Thông báo số 77/XYZ-KH ngày 02/4/2021",
        ["Thông báo | 77/XYZ-KH | 2021-04-02 | -"],
        id="an unknown symbol names nobody",
    ),
]

LAWS = [
    pytest.param("theo quy định của Luật Đất đai năm 2024 và pháp luật có liên quan", ["Luật Đất đai năm 2024"], id="with its year"),
    pytest.param("vi phạm Luật Đấu thầu", ["Luật Đấu thầu"], id="without a year"),
    pytest.param(
        "thực hiện Luật Quản lý, sử dụng tài sản công, tiết kiệm chi", ["Luật Quản lý, sử dụng tài sản công"], id="a comma in the name"
    ),
    pytest.param("Luật Khám bệnh, chữa bệnh năm 2023 có nhiều điểm mới", ["Luật Khám bệnh, chữa bệnh năm 2023"], id="a comma and a year"),
    pytest.param(
        "tuyên truyền Luật Phòng, chống tác hại của rượu, bia trong nhà trường",
        ["Luật Phòng, chống tác hại của rượu, bia"],
        id="two commas in the name",
    ),
    pytest.param(
        "thi hành Luật Trật tự, an toàn giao thông đường bộ và Luật Đường bộ",
        ["Luật Trật tự, an toàn giao thông đường bộ", "Luật Đường bộ"],
        id="two laws, one with a comma",
    ),
    pytest.param(
        "thi hành Luật Thi hành án hình sự, Luật Đặc xá, Luật Giám định tư pháp",
        ["Luật Thi hành án hình sự", "Luật Đặc xá", "Luật Giám định tư pháp"],
        id="three laws in a list",
    ),
    pytest.param(
        "triển khai Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
        ["Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân"],
        id="và and của in the name",
    ),
    pytest.param("theo Bộ Luật dân sự năm 2015", ["Bộ luật Dân sự năm 2015"], id="capitals astray: the law has one name"),
    pytest.param("Luật Đất đai 2024 quy định rõ hơn", ["Luật Đất đai năm 2024"], id="a year without năm"),
    pytest.param("quyền con người theo Hiến pháp năm 2013", ["Hiến pháp năm 2013"], id="the constitution"),
    pytest.param("theo Bộ luật Hình sự năm 2015", ["Bộ luật Hình sự năm 2015"], id="a code of law"),
    pytest.param("theo Pháp lệnh Ưu đãi người có công với cách mạng", ["Pháp lệnh Ưu đãi người có công với cách mạng"], id="an ordinance"),
    pytest.param("phổ biến pháp luật, dự án luật, luật sư, kỷ luật lao động", [], id="words that only contain luật"),
    pytest.param("Luật này gồm 9 chương; Luật quy định rõ trách nhiệm", [], id="luật này names no law"),
    pytest.param("đề nghị sửa các luật, bộ luật liên quan", [], id="laws in general"),
]

NO_DOCUMENTS = [
    pytest.param("trực ban 24/24 giờ, tiếp nhận tin báo 24/7", id="hours and days"),
    pytest.param("Tổ công tác triển khai Đề án 06 các cấp", id="a scheme by its nickname"),
    pytest.param("hỗ trợ theo Chương trình 167 (gọi tắt là Chương trình 135 giai đoạn 2)", id="programmes without a number"),
    pytest.param("theo đơn giá tại Điều 1 Quyết định này và Chỉ thị này", id="this decision"),
    pytest.param("các Nghị định của Chính phủ, Thông tư hướng dẫn của bộ, ngành", id="kinds without a number"),
    pytest.param("nghỉ lễ Quốc khánh 02/9; kỷ niệm 10/10/1427-10/10/2024", id="days of the year"),
    pytest.param("giai đoạn 2021-2025, tầm nhìn 2030/2050, năm học 2023-2024", id="periods"),
    pytest.param("từ ngày 15/01 đến ngày 21/01/2024, tuần 3/2024", id="a week"),
    pytest.param("sạt lở tại Km105+800 QL.4B, Km12/H3, đường tỉnh ĐT.226", id="places on a road"),
    pytest.param("đường dây nóng 0205.3812.345, 1900-1009, 0912/345/678", id="telephones"),
    pytest.param("đạt 1.250/1.300 thôn, 181/200 xã, 95/100 điểm", id="shares"),
    pytest.param("quy hoạch chi tiết tỷ lệ 1/500, bản đồ 1/2.000", id="scales of maps"),
    pytest.param("dịch cúm A/H5N1, H5N6, COVID-19, chủng A/H1N1pdm", id="diseases"),
    pytest.param("số 12 đường Hùng Vương, số nhà 3/7 ngõ 45, tổ 5/B", id="addresses"),
    pytest.param("xe biển kiểm soát 12A-123.45 và 12C-045.67", id="plates of cars"),
    pytest.param("ứng phó bão số 3, cơn bão số 10, mạch số 2, lô số 5", id="what is counted with số"),
    pytest.param("khóa XIII, kỳ họp thứ 8, khóa 2020-2025, nhiệm kỳ 2021-2026", id="terms of office"),
    pytest.param("Văn kiện Đại hội Đảng bộ tỉnh lần thứ XVII, nghị quyết đại hội đảng các cấp", id="congress papers"),
    pytest.param("phần mềm iOS/Android, mạng 4G/5G, đèn LED 12/24V, xe tải 2/3 trục", id="technical marks"),
    pytest.param("giá 5.025.000 đồng/buổi, 120 USD/tấn, 40 triệu đồng/người/năm", id="prices"),
    pytest.param("liên danh TNG-VINA, dự án BT/BOT, khu công nghiệp VSIP", id="companies and forms of contract"),
    pytest.param("kê khai theo Mẫu số 01/TTHC, Biểu số 02/BC-TH, Phụ lục số 03/PL", id="forms"),
    pytest.param("thửa đất số 45/TĐ, tờ bản đồ số 7/2019; hợp đồng xây lắp số 15/2023/HĐXD", id="plots and contracts"),
    pytest.param("Sư đoàn 3/Quân khu 1, Trung đoàn 123/Bộ Chỉ huy Quân sự tỉnh, kho K78/TCKT", id="military units"),
    pytest.param("tiêu chuẩn ISO 9001:2015, TCVN 9001-2015", id="standards"),
]

TITLES = [
    pytest.param(
        "Công văn số 1502/UBND-KT ngày 14/12/2022 của UBND tỉnh về việc tăng cường an toàn lao động.",
        ["tăng cường an toàn lao động"],
        id="về việc, up to the stop",
    ),
    pytest.param(
        "Kế hoạch số 40/KH-UBND ngày 02/3/2023 về chuyển đổi số năm 2023; phân công",
        ["chuyển đổi số năm 2023"],
        id="về, up to the semicolon",
    ),
    pytest.param("Công văn số 31/UBND-KT ngày 05/01/2021 v/v phòng, chống rét cho gia súc.", ["phòng, chống rét cho gia súc"], id="v/v"),
    pytest.param("UBND tỉnh chỉ đạo (Công văn số 31/UBND-KT ngày 05/01/2021) phòng rét.", [None], id="none is said"),
    pytest.param(
        "(Công văn số 31/UBND-KT ngày 05/01/2021 về chống rét) và các biện pháp khác", ["chống rét"], id="up to the closing bracket"
    ),
    pytest.param(
        "Chỉ thị số 20/CT-TTg ngày 08/6/2023 của Thủ tướng Chính phủ về tiết kiệm điện giai đoạn 2023 - 2025 và các năm sau.",
        ["tiết kiệm điện giai đoạn 2023 - 2025 và các năm sau"],
        id="after the issuer",
    ),
    pytest.param(
        "Công văn số 964/UBND-NC ngày 06/7/2022 về việc triển khai Chỉ thị số 12/CT-TTg ngày 28/6/2022 của Thủ tướng Chính phủ.",
        ["triển khai Chỉ thị số 12/CT-TTg ngày 28/6/2022 của Thủ tướng Chính phủ", None],
        id="a title holds another document whole",
    ),
    pytest.param(
        "Kết luận số 44-KL/TW ngày 14/11/2022 về thực hiện Chỉ thị số 43-CT/TW ngày 08/6/2010 về công tác Hội Chữ thập đỏ.",
        ["thực hiện Chỉ thị số 43-CT/TW ngày 08/6/2010 về công tác Hội Chữ thập đỏ", "công tác Hội Chữ thập đỏ"],
        id="a title within a title",
    ),
    pytest.param(
        "Quyết định số 12/QĐ-UBND ngày 05/01/2021 về cấp phép và Quyết định số 15/QĐ-UBND ngày 06/01/2021 về thu hồi giấy phép.",
        ["cấp phép", "thu hồi giấy phép"],
        id="a title ends where the next document begins",
    ),
    pytest.param(
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về tinh gọn bộ máy.",
        ["tinh gọn bộ máy"],
        id="after the congress and its term",
    ),
    pytest.param("Luật Đấu thầu số 22/2023/QH15 ngày 23/6/2023", ["Luật Đấu thầu"], id="a law's name is its title"),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_number_of_every_shape(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day_of_issue(text: str, day: str | None) -> None:
    (mention,) = find_mentions(anchors_of(text))
    assert (None if mention.date is None else mention.date.isoformat()) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        pytest.param("Ngày 30/12, UBND tỉnh ban hành", dt.date(2023, 12, 30), id="of the old year"),
        pytest.param("Ngày 02/01, UBND tỉnh ban hành", dt.date(2024, 1, 2), id="of the new year"),
        pytest.param("Ngày 31/02, UBND tỉnh ban hành", None, id="no day of any calendar"),
        pytest.param("Ngày 02/01, UBND tỉnh họp. Chủ tịch UBND tỉnh ký", None, id="of the sentence before"),
        pytest.param("Ngày 02/01, UBND tỉnh nghe báo cáo về", None, id="of what is not issued"),
    ],
)
def test_a_day_without_its_year_is_of_the_period(opening: str, day: dt.date | None) -> None:
    period = Period(dt.date(2023, 12, 27), dt.date(2024, 1, 2))
    (mention,) = find_mentions(anchors_of(f"{opening} Kế hoạch số 12/KH-UBND về giao thông."), period)
    assert mention.date == day


@pytest.mark.parametrize(("text", "expected"), LAYOUTS)
def test_documents_as_sentences_name_them(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("text", "names"), LAWS)
def test_law_by_its_name(text: str, names: list[str]) -> None:
    found = find_mentions(anchors_of(text))
    assert [mention.title for mention in found] == names
    assert [mention.number for mention in found] == [None] * len(names)


@pytest.mark.parametrize("text", NO_DOCUMENTS)
def test_what_is_no_document(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_title_as_the_page_words_it(text: str, titles: list[str | None]) -> None:
    assert [mention.title for mention in find_mentions(anchors_of(text))] == titles


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Theo khoản 2 Điều 10 Nghị định số 45/2022/NĐ-CP ngày 07/7/2022 của Chính phủ, chủ đầu tư báo cáo.",
            "khoản 2 Điều 10 Nghị định số 45/2022/NĐ-CP ngày 07/7/2022 của Chính phủ",
            id="from the provision to the issuer",
        ),
        pytest.param(
            "UBND tỉnh ban hành Kế hoạch số 40/KH-UBND ngày 02/3/2023 về chuyển đổi số; theo đó",
            "Kế hoạch số 40/KH-UBND ngày 02/3/2023 về chuyển đổi số",
            id="to the end of the title",
        ),
        pytest.param(
            "chỉ đạo (Công văn số 82 /UBND-KT, ngày 17/01/2024) về", "Công văn số 82 /UBND-KT, ngày 17/01/2024", id="as it is spaced"
        ),
        pytest.param("thực hiệnThông tư số 13/2023/TT-BKHĐT.", "Thông tư số 13/2023/TT-BKHĐT", id="without the word glued to it"),
        pytest.param("theo Luật Đất đai năm 2024, người dân", "Luật Đất đai năm 2024", id="a law with its year"),
    ],
)
def test_span_gives_back_the_words_of_the_mention(text: str, words: str) -> None:
    anchors = anchors_of(text)
    (mention,) = find_mentions(anchors)
    assert anchors.text[slice(*mention.span)] == words


def test_mentions_stand_in_reading_order() -> None:
    text = "Căn cứ Luật Giá năm 2023, Nghị định số 85/2024/NĐ-CP và Luật Phí và lệ phí; theo Kế hoạch số 12/KH-UBND."
    starts = [mention.header[0] for mention in find_mentions(anchors_of(text))]
    assert len(starts) == 4
    assert starts == sorted(starts)
