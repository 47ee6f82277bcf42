"""Letters of our own that the tests write to files."""

from __future__ import annotations

import datetime as dt

import msgspec

from dieuhanh.letters import Clause, Clauses, Column, Heading, Issuer, Letter, Paragraph, Signature, Table

OVERDUE = Table(
    "Danh sách nhiệm vụ quá hạn",
    (Column("STT", 1, "center"), Column("Nội dung", 6), Column("Thời hạn", 2, "center"), Column("Quá hạn (ngày)", 2, "right")),
    tuple(
        (str(number), f"Trình kế hoạch số {number} về chuyển đổi số của ngành", "31/01/2024", str(5 + number)) for number in range(1, 61)
    ),
)
REMINDER = Letter(
    issuer=Issuer("Văn phòng", "Ủy ban nhân dân tỉnh Lạng Sơn"),
    number="7",
    symbol="PĐĐ-VP",
    place="Lạng Sơn",
    date=dt.date(2024, 2, 5),
    kind="Phiếu đôn đốc",
    subject="Thực hiện nhiệm vụ đã quá thời hạn",
    addressees=("Sở Tài chính", "Sở Nội vụ"),
    body=(
        Paragraph(
            "Đến hết ngày 04/02/2024, các cơ quan còn nhiệm vụ quá hạn nêu trong danh sách dưới đây, đề nghị báo cáo rõ nguyên nhân."
        ),
        Heading("I. NHIỆM VỤ QUÁ HẠN"),
        OVERDUE,
        Heading("II. YÊU CẦU"),
        Clauses(
            (Clause("Báo cáo kết quả, nêu rõ:", ("nguyên nhân chậm;", "ngày hoàn thành.")), Clause("Phân công người chịu trách nhiệm."))
        ),
        Paragraph("Đề nghị các cơ quan nghiêm túc thực hiện."),
    ),
    signature=Signature(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Nguyễn Văn A"),
    recipients=("Như trên", "Chủ tịch UBND tỉnh"),
    filed="VT, TH",
)
OFFICIAL_LETTER = msgspec.structs.replace(
    REMINDER,
    issuer=Issuer("Ủy ban nhân dân tỉnh Lạng Sơn"),
    number=None,
    symbol="UBND-KT",
    kind=None,
    subject="báo cáo kết quả thực hiện nhiệm vụ quý I năm 2024",
    addressees=("Sở Tài chính",),
    body=(Paragraph("Giao Sở Tài chính chủ trì tổng hợp, báo cáo trước ngày 15/3/2024."),),
)
