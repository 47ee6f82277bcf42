"""A digest in our own words with every kind of fact, built by hand so that what shows it is tested apart from what reads it."""

from __future__ import annotations

import datetime as dt

from dieuhanh.extract import facts
from dieuhanh.extract.facts import (
    Assignment,
    Body,
    Deadline,
    Digest,
    Document,
    Effective,
    Item,
    Member,
    Official,
    Period,
    Relation,
    Span,
    Target,
)

TEXT = """Chỉ đạo, điều hành nổi bật của UBND tỉnh trong tuần (từ ngày 06/5 đến ngày 12/5/2024)
Nạo vét mương máng trước vụ mùa; Sửa đường lên bản Khuổi Lìn
Nạo vét mương máng trước vụ mùa
UBND tỉnh giao việc nạo vét mương máng (Công văn số 512/UBND-KT, ngày 07/5/2024) để thực hiện Nghị quyết số 9/NQ-HĐND. Sở Tài chính cùng \
Sở Y tế rà soát kinh phí, báo cáo trước ngày 31/5/2024. Phấn đấu khơi thông từ 8 - 9 km mương trong năm 2024.
Các xã gửi số liệu hằng tháng. Lập Tổ thủy lợi do ông Trưởng ban điều hành, các sở là thành viên.
Công văn có hiệu lực từ ngày 15/5/2024."""

HEADING = "Nạo vét mương máng trước vụ mùa"
MISSING = "Sửa đường lên bản Khuổi Lìn"


def span_of(words: str, text: str = TEXT) -> Span:
    """Where the words stand for the last time, so that a headline is found below the lead."""
    start = text.rindex(words)
    return start, start + len(words)


LETTER = Document(
    type="Công văn",
    number="512/UBND-KT",
    date=dt.date(2024, 5, 7),
    issuer="UBND tỉnh",
    title=None,
    provision=None,
    key="512/UBND-KT@2024-05-07",
    span=span_of("Công văn số 512/UBND-KT, ngày 07/5/2024"),
)
RESOLUTION = Document(
    type="Nghị quyết",
    number="9/NQ-HĐND",
    date=None,
    issuer="HĐND tỉnh",
    title=None,
    provision=None,
    key="9/NQ-HĐND",
    span=span_of("Nghị quyết số 9/NQ-HĐND"),
)
LAW = Document(
    type="Luật",
    number=None,
    date=None,
    issuer=None,
    title="Luật Thủy lợi",
    provision="khoản 2 Điều 7",
    key="Luật Thủy lợi",
    span=span_of("hiệu lực"),
)

ITEM = Item(
    heading=HEADING,
    span=(span_of(HEADING)[0], len(TEXT)),
    lead_index=0,
    instruments=(LETTER,),
    officials=(Official(None, "Chủ tịch UBND tỉnh", span_of("UBND tỉnh giao việc")),),
    effective=Effective(dt.date(2024, 5, 15), span_of("có hiệu lực từ ngày 15/5/2024")),
    citations=(RESOLUTION, LAW),
    relations=(Relation("implements", LETTER.key, RESOLUTION.key, span_of("thực hiện Nghị quyết số 9/NQ-HĐND")),),
    assignments=(
        Assignment(
            lead=("Sở Tài chính",),
            cooperating=("Sở Y tế",),
            action="rà soát kinh phí, báo cáo",
            source=None,
            span=span_of("Sở Tài chính cùng Sở Y tế rà soát kinh phí, báo cáo trước ngày 31/5/2024"),
        ),
        Assignment(lead=("các xã",), cooperating=(), action="gửi số liệu", source=RESOLUTION.key, span=span_of("Các xã gửi số liệu")),
    ),
    deadlines=(
        Deadline(dt.date(2024, 5, 31), "before", None, "trước ngày 31/5/2024", 0, span_of("trước ngày 31/5/2024")),
        Deadline(None, "by", "monthly", "hằng tháng", 1, span_of("hằng tháng")),
        Deadline(dt.date(2024, 12, 31), "by", None, "trong năm 2024", None, span_of("trong năm 2024")),
    ),
    targets=(Target("mương khơi thông", "=", 8, 9, "km", "2024", span_of("khơi thông từ 8 - 9 km mương trong năm 2024")),),
    bodies=(
        Body(
            name="Tổ thủy lợi",
            members=(
                Member("Tổ trưởng", "Trưởng ban", None),
                Member("Thành viên", "lãnh đạo", "Sở Tài chính"),
                Member("Thành viên", "lãnh đạo", "Sở Y tế"),
            ),
            standing="Sở Tài chính",
            span=span_of("Tổ thủy lợi do ông Trưởng ban điều hành"),
        ),
    ),
)

DIGEST = Digest(
    schema="dieuhanh.digest/1",
    text=TEXT,
    title=TEXT.partition("\n")[0],
    publisher="UBND tỉnh Lạng Sơn",
    period=Period(dt.date(2024, 5, 6), dt.date(2024, 5, 12)),
    lead=(HEADING, MISSING),
    items=(ITEM,),
    warnings=(facts.Warning("lead-without-item", "Tiêu đề có trong phần tóm tắt nhưng không có mục nào bên dưới.", span_of(MISSING)),),
)

EMPTY = Digest(
    schema="dieuhanh.digest/1",
    text="Trang này chưa có tin.",
    title=None,
    publisher=None,
    period=None,
    lead=(),
    items=(),
    warnings=(facts.Warning("no-item", "Không tìm thấy mục nào.", None),),
)
