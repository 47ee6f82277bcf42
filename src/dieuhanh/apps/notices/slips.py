"""The slip that urges an agency (phiếu đôn đốc), from its overdue tasks to a document in the form of NĐ 30."""

from __future__ import annotations

import datetime as dt

import msgspec
from django.db.models import Prefetch

from dieuhanh.apps.agencies.models import Agency
from dieuhanh.apps.notices.models import UrgingSlip
from dieuhanh.apps.notices.urged import urged
from dieuhanh.apps.tasks.models import Part, Task
from dieuhanh.display.wording import day
from dieuhanh.domain.urging import days_left
from dieuhanh.domain.working_calendar import WorkingCalendar
from dieuhanh.extract.provinces import provinces
from dieuhanh.letters import Clause, Clauses, Column, Issuer, Letter, Paragraph, Signature, Table, to_docx

COLUMNS = (
    Column("STT", 1, "center"),
    Column("Nhiệm vụ", 6),
    Column("Văn bản giao", 3),
    Column("Thời hạn", 2, "center"),
    Column("Quá hạn (ngày làm việc)", 2, "center"),
)


class SlipLine(msgspec.Struct, frozen=True):
    """One overdue task as it stood: what, on whose word, by when, how many working days late."""

    task: int
    title: str
    document: str
    due_on: dt.date
    late: int


def overdue_lines(agency: Agency, on: dt.date, calendar: WorkingCalendar) -> tuple[SlipLine, ...]:
    """What is still in this agency's hands as lead and past its day, the oldest first; two queries."""
    parts = Prefetch("parts", Part.objects.select_related("agency"))
    rows = Task.objects.led_by(agency).open().filter(due_on__lt=on).select_related("lead").prefetch_related(parts)
    return tuple(
        SlipLine(task.pk, task.title, task.document_name, task.due_on, -days_left(task.due_on, on, calendar))
        for task in rows.order_by("due_on", "pk")
        if task.due_on is not None and agency.name in urged(task).leading
    )


def slip_docx(slip: UrgingSlip) -> bytes:
    """The document, without the number that the records office gives it; the same slip always gives the same bytes."""
    lines = msgspec.convert(slip.lines, tuple[SlipLine, ...])
    return to_docx(_letter(slip, lines))


def _letter(slip: UrgingSlip, lines: tuple[SlipLine, ...]) -> Letter:
    name, province = slip.agency.name, next(iter(provinces()))  # the one whose words we have
    rows = tuple((str(k), line.title, line.document, day(line.due_on), str(line.late)) for k, line in enumerate(lines, 1))
    return Letter(
        issuer=Issuer("Văn phòng", f"Ủy ban nhân dân tỉnh {province}"),
        number=None,
        symbol="PĐĐ-VP",
        place=province,
        date=slip.on,
        kind="Phiếu đôn đốc",
        subject=f"Thực hiện nhiệm vụ quá hạn (lần {slip.number} năm {slip.year})",
        addressees=(name,),
        body=(
            Paragraph(f"Qua theo dõi, tính đến ngày {day(slip.on)}, {name} còn {len(lines):02} nhiệm vụ quá hạn chưa hoàn thành, cụ thể:"),
            Table("Danh sách nhiệm vụ quá hạn", COLUMNS, rows),
            Paragraph(f"Văn phòng Ủy ban nhân dân tỉnh đề nghị {name}:"),
            Clauses(
                (
                    Clause("Khẩn trương hoàn thành các nhiệm vụ nêu trên và báo cáo kết quả trên hệ thống."),
                    Clause("Nêu rõ nguyên nhân chậm, trách nhiệm của tập thể, cá nhân và thời gian hoàn thành từng nhiệm vụ."),
                )
            ),
        ),
        signature=Signature(("CHÁNH VĂN PHÒNG",)),
        recipients=("Như trên", "Chủ tịch, các Phó Chủ tịch UBND tỉnh (để báo cáo)"),
        filed="VT, TH",
    )
